"""Tasks <-> rows of the task table.

Each column says one thing, or two that belong together, of a task. Only the columns that are there
are read: what the others would say is kept from the task of the same row before.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tools.phrases import Language
from tools.plan import Problem, Task
from tools.plan.dates import DATED, moment_of
from tools.record import PlanError
from tools.table import cells, moments
from tools.table.cells import Place, mark
from tools.table.links import read_links, write_links
from tools.table.needs import Known, read_needs, read_people, read_ways, write_needs, write_ways
from tools.table.refusals import refuse
from tools.table.rows import Cells, Rows, renames, stored, text
from tools.telling import resource_name

COLUMNS = ("name", "duration", "needs", "priority", "after", "release", "due", "deadline")
"""What the page always shows."""
EXTRA_COLUMNS = (
    "or",
    "pausable",
    "value",
    "fixed",
    "started",
    "ended",
    "family",
    "apart",
    "same people",
)
"""What it shows if some task says it."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "duration": ("duration",),
    "needs": ("demands", "skills"),
    "priority": ("priority",),
    "after": ("after", "links"),
    "or": ("alternatives",),
    "same people": ("same_people",),
} | {each: (each,) for each in (*DATED, "pausable", "value", "family", "apart")}
"""What each column says of a task."""
GUESSED = {
    "name": "name",
    "duration": "duration",
    "priority": "priority",
    "after": "order",
    "release": "release",
    "due": "due",
    "deadline": "deadline",
}
"""Columns whose cells may be marked as assumed, and what is assumed then."""
Assumed = set[tuple[str, str | None, str | None]]  # (field, task, resource)


def columns(problem: Problem | None) -> tuple[str, ...]:
    """The columns in which everything is seen that the tasks say."""
    tasks = problem.tasks if problem else ()
    used = [column for column in EXTRA_COLUMNS if any(_says(task, column) for task in tasks)]
    return (*COLUMNS, *used)


def _says(task: Task, column: str) -> bool:
    value = getattr(task, FIELDS[column][0])
    return value is not None and value is not False and value != ()


def assumptions(problem: Problem) -> Assumed:
    return {(entry.field, entry.task, entry.resource) for entry in problem.assumed}


def known(problem: Problem, language: Language) -> Known:
    """The names that a cell of needs may use, as the page shows them."""
    shown = {resource_name(resource.name, language) for resource in problem.resources}
    return Known(frozenset(shown), frozenset(problem.skilled))


def task_rows(
    problem: Problem | None, language: Language, shown: Sequence[str] = COLUMNS
) -> list[list[str]]:
    """One row for each task, in the problem's order; one empty row if there is no problem."""
    if problem is None:
        return [[""] * len(shown)]
    writing = _Writing(problem, language, assumptions(problem), known(problem, language))
    return [[_WRITERS[column](task, writing) for column in shown] for task in problem.tasks]


@dataclass(frozen=True)
class _Writing:
    problem: Problem
    language: Language
    assumed: Assumed
    known: Known

    def marked(self, text: str, field: str, task: Task) -> str:
        return mark(text, (field, task.name, None) in self.assumed)

    def moment(self, task: Task, column: str) -> str:
        minute: int | None = getattr(task, column)
        if column == "release" and not minute:
            return ""
        said = moments.write_moment(minute, self.problem, self.language, end=DATED[column])
        return self.marked(said, column, task)

    def needs(self, task: Task) -> str:
        guessed = [name for name in task.demands if ("demand", task.name, name) in self.assumed]
        return write_needs(task.demands, task.skills, self.known, self.language, guessed)


def _moment_writer(column: str) -> Callable[[Task, _Writing], str]:
    return lambda task, writing: writing.moment(task, column)


_WRITERS: dict[str, Callable[[Task, _Writing], str]] = {
    "name": lambda task, to: to.marked(task.name, "name", task),
    "duration": lambda task, to: to.marked(
        cells.write_minutes(task.duration, to.language), "duration", task
    ),
    "needs": lambda task, to: to.needs(task),
    "priority": lambda task, to: to.marked(str(task.priority), "priority", task),
    "after": lambda task, to: to.marked(
        write_links(task, to.problem.by_name, to.language), "order", task
    ),
    "or": lambda task, to: write_ways(task.alternatives, to.known, to.language),
    "pausable": lambda task, to: cells.write_flag(task.pausable, to.language),
    "value": lambda task, _: "" if task.value is None else str(task.value),
    "family": lambda task, _: task.family or "",
    "apart": lambda task, _: cells.write_names(task.apart),
    "same people": lambda task, _: cells.write_names(task.same_people),
    **{column: _moment_writer(column) for column in DATED},
}


@dataclass(frozen=True)
class Reading:
    """What is known while rows are read, and what they turn out to assume."""

    language: Language
    columns: Sequence[str]
    old: Problem | None
    known: Known
    """Resources and skills as they are shown, also by their names before."""
    pools: Mapping[str, str]
    """Resources renamed in their row, as they are shown."""
    tasks: Mapping[str, str]
    """Tasks renamed in their row."""
    names: frozenset[str]
    """Of tasks, also those before."""
    restarted: bool = False
    """The plan starts at another time than before: minutes that are kept must count from it."""
    assumed: Assumed = field(default_factory=set)

    def resource(self, shown: str) -> str:
        """The name in the data of a resource, given as it is or was shown."""
        return stored(self.pools.get(shown, shown), self.language)

    def resources(self, amounts: Mapping[str, int]) -> dict[str, int]:
        return {self.resource(name): amount for name, amount in amounts.items()}

    def others(self, names: Sequence[str]) -> list[str]:
        return [self.tasks.get(name, name) for name in names]


def read_tasks(rows: Rows, reading: Reading) -> list[dict[str, Any]]:
    """Tasks as the domain reads them. Rows without any text are skipped.

    Raises:
        PlanError: all cells that cannot be read, with their rows.
    """
    before = {now: was for was, now in reading.tasks.items()}
    tasks, wrong = [], list[PlanError]()
    for row, line in enumerate(text(rows, reading.columns), start=1):
        if not any(line.values()):
            continue
        name = cells.unmark(line.get("name", ""))[0]
        old = reading.old.by_name.get(before.get(name, name)) if reading.old else None
        tasks.append(_kept(old, reading) | _read_task(line, row, name, reading, wrong))
    refuse(wrong)
    return tasks


def task_names(rows: Rows, shown: Sequence[str]) -> list[str]:
    return [cells.unmark(line.get("name", ""))[0] for line in text(rows, shown)]


def renamed_tasks(rows: Rows, shown: Sequence[str], old: Problem | None) -> dict[str, str]:
    """Tasks whose name changed in their row, old to new."""
    return renames([task.name for task in old.tasks] if old else [], task_names(rows, shown))


def _kept(old: Task | None, reading: Reading) -> dict[str, Any]:
    """What the columns that are not there would say."""
    if old is None:
        return {}
    hidden = {name for column in FIELDS if column not in reading.columns for name in FIELDS[column]}
    kept = old.model_dump(include=hidden)
    for name in {"after", "apart", "same_people"} & hidden:
        kept[name] = [other for other in reading.others(kept[name]) if other in reading.names]
    for link in kept.get("links", ()):
        link["task"] = reading.tasks.get(link["task"], link["task"])
    for way in [kept, *kept.get("alternatives", ())]:
        if "demands" in way:
            shown = {
                resource_name(name, reading.language): way["demands"][name]
                for name in way["demands"]
            }
            way["demands"] = reading.resources(shown)
    if reading.restarted and reading.old is not None:
        for name in hidden & DATED.keys():
            if kept[name]:
                kept[name] = moment_of(kept[name], reading.old).isoformat()
    return kept


def _read_task(
    line: Cells, row: int, name: str, reading: Reading, wrong: list[PlanError]
) -> dict[str, Any]:
    """What one row says; what is wrong in it goes to `wrong`."""
    if not name:
        wrong.append(PlanError("page-no-name", row=row))
    if "duration" in line and not cells.unmark(line["duration"])[0]:
        wrong.append(PlanError("page-no-duration", row=row, task=name))
    task: dict[str, Any] = {}
    for column, cell in line.items():
        value, guessed = cells.unmark(cell)
        if guessed and column in GUESSED:
            reading.assumed.add((GUESSED[column], name, None))
        try:
            if value:
                task |= _read_cell(cell, Place(column, row, name), task, reading)
        except PlanError as error:
            wrong.append(error)
    return task


def _read_cell(
    cell: str, place: Place, task: Mapping[str, Any], reading: Reading
) -> dict[str, Any]:
    """What a cell says of a task.

    Args:
        task: what the cells before it say.
    """
    if place.column in ("needs", "people"):
        return _read_needs(cell, place, task, reading)
    value, _ = cells.unmark(cell)
    return _READERS[place.column](value, place, reading) if place.column in _READERS else {}


def _read_needs(
    cell: str, place: Place, task: Mapping[str, Any], reading: Reading
) -> dict[str, Any]:
    people = place.column == "people"
    found = read_people(cell, place) if people else read_needs(cell, reading.known, place)
    reading.assumed.update(("demand", place.of, reading.resource(each)) for each in found.assumed)
    demands = Counter(task.get("demands", {})) + Counter(reading.resources(found.demands))
    return {"demands": dict(demands), "skills": {**task.get("skills", {}), **found.skills}}


def _read_after(value: str, _: Place, reading: Reading) -> dict[str, Any]:
    after, links = read_links(value, reading.names)
    renamed = [link | {"task": reading.tasks.get(link["task"], link["task"])} for link in links]
    return {"after": reading.others(after), "links": renamed}


def _read_ways(value: str, place: Place, reading: Reading) -> dict[str, Any]:
    ways = read_ways(value, reading.known, place)
    return {"alternatives": [way | {"demands": reading.resources(way["demands"])} for way in ways]}


def _read_others(value: str, place: Place, reading: Reading) -> dict[str, Any]:
    others = reading.others(cells.read_names(value, reading.names))
    return {FIELDS[place.column][0]: others}


_Reader = Callable[[str, Place, Reading], dict[str, Any]]
_READERS: dict[str, _Reader] = {
    "name": lambda value, *_: {"name": value},
    "duration": lambda value, place, _: {"duration": cells.read_minutes(value, place)},
    "priority": lambda value, place, _: {"priority": cells.read_number(value, place)},
    "after": _read_after,
    "or": _read_ways,
    "pausable": lambda value, place, _: {"pausable": cells.read_flag(value, place)},
    "value": lambda value, place, _: {"value": cells.read_value(value, place)},
    "family": lambda value, *_: {"family": value},
    "apart": _read_others,
    "same people": _read_others,
    **dict.fromkeys(
        DATED, lambda value, place, _: {place.column: moments.read_moment(value, place)}
    ),
}
