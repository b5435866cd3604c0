"""Tables by what they hold -> Problem: tasks, resources, calendars, the plan as a whole."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tools.intake.columns import MAX_COLUMNS, Columns, tidied
from tools.intake.combined import combined
from tools.intake.origins import origins
from tools.intake.plain import legible
from tools.intake.taken import Note, Table
from tools.phrases import Language, say
from tools.plan import MAX_TASKS, PEOPLE, Problem
from tools.plan.calendar import time_zone
from tools.plan.dates import DATED, local_start
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.table import RESOURCE_COLUMNS, headings
from tools.table import read_problem as read_tables
from tools.table.cells import mark
from tools.table.headings import meanings
from tools.table.moments import names_date
from tools.table.plan import read_plan, unknown
from tools.telling import resource_name
from tools.tickets import are_tickets, left_columns, people_in, tickets_problem
from tools.wording.people import capacity

Sheets = Mapping[str, Mapping[str, Table]]
"""By what they hold (tasks, resources, calendars, plan), then by title; the first row of each names
the columns. Only of tasks there may be several."""

_ARTICLE = re.compile(r"\ban?\b", re.IGNORECASE)
HEADING = re.compile(r"values?|settings?|(?:数|取)?值|内容|设置", re.IGNORECASE)
"""Over the second column of what holds for the plan as a whole."""
CAPACITY = re.compile(r"[(（\[][^\d-]*(-?\d+)\D*[)）\]]")
"""A heading such as `people (15)` says how many there are."""


def rows_of(lines: Iterable[list[str]], name: str) -> Table:
    """Rows in which something is written, without marks that nobody sees.

    Raises:
        PlanError: there are too many columns or rows.
    """
    plain = ([legible(cell) for cell in line] for line in lines)
    filled = (line for line in plain if any(cell and not cell.isspace() for cell in line))
    heads = next(filled, [])
    while heads and not heads[-1].strip():
        heads.pop()
    if len(heads) > MAX_COLUMNS:
        raise PlanError("file-too-many-columns", file=name, limit=MAX_COLUMNS)
    rows = [line[:MAX_COLUMNS] for line in islice(filled, MAX_TASKS + 1)]
    if len(rows) > MAX_TASKS:
        raise PlanError("file-too-many-rows", file=name, limit=MAX_TASKS)
    return [heads, *rows] if heads else []


def problem_of(
    sheets: Sheets, name: str, words: str = "", clock: Clock | None = None
) -> tuple[Problem, tuple[Note, ...]]:
    """The problem that the tables say.

    Args:
        name: what to call the input in errors.
        words: what stands around the tables; it may say how many people there are.
        clock: when a plan begins that is made now, for dates and times of day; without it a table
            with dates needs a start of its own.

    Raises:
        PlanError: a column is missing, a cell cannot be read, or it cannot be planned as asked.
    """
    written = {title: rows for title, rows in sheets.get("tasks", {}).items() if rows}
    if not written:
        raise PlanError("no-tasks")
    heads, *rest = next(iter(written.values()))
    if are_tickets(heads):
        problem, left = tickets_problem(heads, rest, people_in(words), clock), left_columns(heads)
        return problem, (Note("left-columns", left),) if left else ()
    clock = _clock(sheets, clock)
    read = {title: tidied(rows, clock) for title, rows in written.items()}
    said = "".join(head for each in read.values() for head in each.heads)
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]", said) else "en"
    for each in read.values():
        _check_columns(each, language, name)
    tasks = combined(read)
    pools, of_pools = _resources(_rows(sheets, "resources"))
    total = _total(tasks, list(read.values()), f"{tasks.around}\n{words}")
    if total is not None:
        everybody = {"resource": resource_name(PEOPLE, language), "capacity": total.value}
        pools = [[everybody.get(column, "") for column in of_pools], *pools]
    pools, of_pools = _with_persons(pools, of_pools, tasks.persons)
    calendars = _rows(sheets, "calendars")
    plan, notes = _begun(sheets, tasks, clock)
    problem = read_tables(
        tasks.rows,
        pools,
        None,
        language,
        shown=tasks.meant,
        of_resources=of_pools,
        calendars=calendars[1:],
        of_calendars=meanings(calendars[0], headings.CALENDARS) if calendars else (),
        plan=plan,
    )
    said = total.words if total else ""
    found = origins(problem, tasks, said)
    unread = _unread(plan, said)
    return problem.model_copy(update={"origins": found}), (*tasks.notes, *unread, *notes)


def _unread(plan: Table, said: str) -> Iterator[Note]:
    """Rows of the plan whose names are not known, but for headings and the one that has `said` how
    many people there are."""
    rows = [
        row
        for row in plan
        if not HEADING.fullmatch("".join(row[1:2]).strip()) and ": ".join(row[:2]) != said
    ]
    if names := tuple(unknown(rows)):
        yield Note("left-plan", names)


def _rows(sheets: Sheets, kind: str) -> Table:
    """Of what there is one sheet; nothing if there is none."""
    return next(iter(sheets.get(kind, {}).values()), [])


def _clock(sheets: Sheets, clock: Clock | None) -> Clock | None:
    """When “today” is: at the start of the plan, if the tables say when that is."""
    given = read_plan(_rows(sheets, "plan"))
    zone = str(given.get("time_zone") or "UTC")
    if given.get("start"):
        return Clock(local_start(given["start"], time_zone(zone)), zone)
    if clock is None or "time_zone" not in given:
        return clock
    return Clock(clock.now.astimezone(ZoneInfo(time_zone(zone))).replace(tzinfo=None), zone)


def _begun(sheets: Sheets, tasks: Columns, clock: Clock | None) -> tuple[Table, tuple[Note, ...]]:
    """The rows of the plan; where something is dated and nothing says when the plan starts, it
    starts with the clock, or with the first that has been started."""
    plan = _rows(sheets, "plan")
    if clock is None or read_plan(plan).get("start") or not _needs_clock(sheets, tasks):
        return plan, ()
    first = min([clock.start, *_started(tasks, clock)])
    start = f"{first:%Y-%m-%d %H:%M}"
    rows = [["start", start], ["time zone", clock.time_zone]]
    if first < clock.start:
        rows.append(["now", f"{clock.start:%Y-%m-%d %H:%M}"])
    return [*plan, *rows], (Note("start", text=start),)


def _needs_clock(sheets: Sheets, tasks: Columns) -> bool:
    dated = [at for at, column in enumerate(tasks.meant) if column in DATED]
    cells = [row[at] for row in tasks.rows for at in dated]
    away = [cell for row in _rows(sheets, "resources") for cell in row]
    return bool(_rows(sheets, "calendars")) or any(map(names_date, [*cells, *away]))


def _started(tasks: Columns, clock: Clock) -> Iterator[datetime]:
    """When tasks were started, as far as their dates can be read."""
    if "started" in tasks.meant:
        at = tasks.meant.index("started")
        for row in tasks.rows:
            try:
                yield local_start(row[at].strip(), clock.time_zone)
            except PlanError:  # no date, or one that is refused where its row is known
                continue


class Total(NamedTuple):
    """How many people there are."""

    value: str
    words: str
    """That say so."""


def _total(tasks: Columns, read: Sequence[Columns], words: str) -> Total | None:
    """How many people there are, if the headings or the words around the tables say so.

    Raises:
        PlanError: two headings say something else.
    """
    if "people" not in tasks.meant:
        return None
    totals = dict[str, str]()
    for each in read:
        heads = (
            head for head, meant in zip(each.heads, each.meant, strict=True) if meant == "people"
        )
        totals |= {found[1]: found.string for found in map(CAPACITY.search, heads) if found}
    if len(totals) > 1:
        one, other, *_ = totals.values()
        raise PlanError("file-two-totals", one=one, other=other)
    if totals:
        return Total(*next(iter(totals.items())))
    # “You are now an assistant” counts nobody.
    lines = [_ARTICLE.sub(" ", line) for line in words.splitlines() if line.strip()]
    said = capacity("\n".join(lines)).get(PEOPLE)
    if said is None:
        return None
    line = next((each for each in reversed(lines) if capacity(each).get(PEOPLE) == said), "")
    return Total(str(said), line)


def _check_columns(tasks: Columns, language: Language, name: str) -> None:
    """That there is a column for names, one for durations, and no two for the same.

    Raises:
        PlanError: which it is.
    """
    for needed in ("name", "duration"):
        if needed not in tasks.meant:
            found = ", ".join(cell for cell in tasks.heads if cell.strip())
            column = say(f"page-column-{needed}", language)
            raise PlanError("file-no-column", file=name, column=column, found=found)
    double = next((each for each in headings.TASKS if tasks.meant.count(each) > 1), None)
    if double is not None:
        places = [at for at, each in enumerate(tasks.meant) if each == double]
        found = ", ".join(tasks.heads[at] for at in places)
        raise PlanError("file-double-column", file=name, found=found)


def _with_persons(
    pools: Table, columns: list[str], persons: Sequence[str]
) -> tuple[Table, list[str]]:
    """Who does the tasks is a person, of whom there is one, if the resources say nothing else."""
    if not persons:
        return pools, columns
    columns = columns if "kind" in columns else [*columns, "kind"]
    name, kind = columns.index("resource"), columns.index("kind")
    rows = [[*row, *[""] * len(columns)][: len(columns)] for row in pools]
    for row in rows:
        if row[name].strip() in persons and not row[kind].strip():
            row[kind] = "people"
    listed = {row[name].strip() for row in rows}
    said = {"capacity": mark("1", True), "kind": "people"}
    new = [
        [(said | {"resource": each}).get(column, "") for column in columns]
        for each in persons
        if each not in listed
    ]
    return [*rows, *new], columns


def _resources(rows: Table) -> tuple[Table, list[str]]:
    """The resources and what their columns mean: names and numbers, if no heading says so."""
    if not rows:
        return [], list(RESOURCE_COLUMNS)
    columns = meanings(rows[0], headings.RESOURCES)
    if "resource" not in columns:
        columns = [*RESOURCE_COLUMNS, *columns[2:]]
    return rows[1:], columns
