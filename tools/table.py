"""A problem <-> the rows of the two tables on the page. Pure; knows no Gradio and no solver.

Tasks have eight columns, resources two. Rows without any text are skipped, so a fresh row is no
mistake; a resource that only a task names is taken on with the largest need as assumed capacity.
"""

from collections.abc import Sequence
from typing import Any

from tools import cells
from tools.phrases import Language, say
from tools.plan import PEOPLE, Assumption, Problem
from tools.record import PlanError
from tools.telling import resource_name

COLUMNS = ("name", "duration", "needs", "priority", "after", "release", "due", "deadline")
Rows = Sequence[Sequence[Any]]
Assumed = set[tuple[str, str | None, str | None]]  # (field, task, resource)


def headers(language: Language) -> list[str]:
    return [say(f"page-column-{column}", language) for column in COLUMNS]


def capacity_headers(language: Language) -> list[str]:
    return [say(f"page-column-{column}", language) for column in ("resource", "capacity")]


def task_rows(problem: Problem | None, language: Language) -> list[list[str]]:
    """One row for each task, in the problem's order; one empty row if there is no problem."""
    if problem is None:
        return [[""] * len(COLUMNS)]
    assumed = _assumed(problem)
    return [
        [
            cells.mark(task.name, ("name", task.name, None) in assumed),
            cells.mark(
                cells.write_minutes(task.duration, language),
                ("duration", task.name, None) in assumed,
            ),
            cells.write_needs(
                {resource_name(name, language): amount for name, amount in task.demands.items()},
                [
                    resource_name(name, language)
                    for name in task.demands
                    if ("demand", task.name, name) in assumed
                ],
            ),
            cells.mark(str(task.priority), ("priority", task.name, None) in assumed),
            cells.write_names(task.after),
            cells.write_minutes(task.release or None, language),
            cells.write_minutes(task.due, language),
            cells.write_minutes(task.deadline, language),
        ]
        for task in problem.tasks
    ]


def capacity_rows(problem: Problem | None, language: Language) -> list[list[str]]:
    """One row for each resource; one empty row if there is none."""
    if problem is None or not problem.resources:
        return [["", ""]]
    assumed = _assumed(problem)
    return [
        [
            resource_name(resource.name, language),
            cells.mark(str(resource.capacity), ("capacity", None, resource.name) in assumed),
        ]
        for resource in problem.resources
    ]


def read_problem(tasks: Rows, capacities: Rows, old: Problem | None, language: Language) -> Problem:
    """The problem that the two tables say.

    Args:
        tasks: rows of the task table, as `COLUMNS`.
        capacities: rows of the resource table: name, capacity.
        old: the problem that the tables were filled from: a task or resource renamed in its row is
            renamed wherever another row names it.

    Raises:
        PlanError: the first cell that cannot be read, with its row, or what `Problem` refuses.
    """
    rows = _text(tasks, len(COLUMNS))
    assumed: Assumed = set()
    pools, renamed_pools = _read_capacities(
        _text(capacities, 2), _pool_names(old, language), assumed
    )
    names = [cells.unmark(row[0])[0] for row in rows]
    renamed = renames([task.name for task in old.tasks] if old else [], names)
    read = [
        _read_task(place, row, {*pools, *renamed_pools}, {*names, *renamed}, assumed)
        for place, row in enumerate(rows, start=1)
        if any(row)
    ]
    stored = {resource_name(PEOPLE, language): PEOPLE}
    for task in read:
        task["after"] = [renamed.get(name, name) for name in task["after"]]
        task["demands"] = _under(task["demands"], renamed_pools)
    _take_on(pools, read, assumed)
    for task in read:
        task["demands"] = _under(task["demands"], stored)
    return Problem.read(
        {
            "tasks": read,
            "resources": [
                {"name": stored.get(name, name), "capacity": capacity}
                for name, capacity in pools.items()
            ],
            "assumed": [
                _assumption(field, task, stored.get(resource or "", resource))
                for field, task, resource in sorted(assumed, key=str)
            ],
        }
    )


def changed_elsewhere(tasks: Rows, old: Problem | None) -> bool:
    """Was a task renamed, so that other rows of the table must follow?"""
    rows = _text(tasks, len(COLUMNS))
    was = [task.name for task in old.tasks] if old else []
    return bool(renames(was, [cells.unmark(row[0])[0] for row in rows]))


def renames(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Names that changed in their row, old to new. Rows that came or went rename nothing, because
    the names around them are still there."""
    return {
        was: now
        for was, now in zip(old, new, strict=False)
        if now and was not in new and now not in old
    }


def _read_task(
    place: int, row: list[str], pools: set[str], names: set[str], assumed: Assumed
) -> dict[str, Any]:
    values, guessed = zip(*(cells.unmark(cell) for cell in row), strict=True)
    name, duration, _, priority, after, *limits = values
    if not name:
        raise PlanError("page-no-name", row=place)
    if not duration:
        raise PlanError("page-no-duration", row=place, task=name)
    needs, guessed_needs = cells.read_needs(row[2], pools)
    for place_in_row, field in ((0, "name"), (1, "duration"), (3, "priority")):
        if guessed[place_in_row]:
            assumed.add((field, name, None))
    assumed.update(("demand", name, resource) for resource in guessed_needs)
    task: dict[str, Any] = {
        "name": name,
        "duration": cells.read_minutes(duration, "duration", place, name),
        "demands": needs,
        "priority": cells.read_number(priority or "1", "priority", place, name),
        "after": cells.read_names(after, names),
    }
    for column, text in zip(COLUMNS[5:], limits, strict=True):
        if text:
            task[column] = cells.read_minutes(text, column, place, name)
    return task


def _read_capacities(
    rows: list[list[str]], before: list[str], assumed: Assumed
) -> tuple[dict[str, int], dict[str, str]]:
    """Capacity by resource, and which resources were renamed in their row."""
    pools: dict[str, int] = {}
    for place, row in enumerate(rows, start=1):
        (name, _), (amount, guessed) = (cells.unmark(cell) for cell in row)
        if not name and not amount:
            continue
        if not name:
            raise PlanError("page-no-resource", row=place)
        if name in pools:
            raise PlanError("double-resource", name=name)
        pools[name] = cells.read_number(amount or "1", "capacity", place, name)
        if guessed:
            assumed.add(("capacity", None, name))
    return pools, renames(before, [cells.unmark(row[0])[0] for row in rows])


def _take_on(pools: dict[str, int], tasks: list[dict[str, Any]], assumed: Assumed) -> None:
    """Resources that tasks need and the resource table lacks get the capacity that they need."""
    listed = set(pools)
    for task in tasks:
        for name, amount in task["demands"].items():
            if name not in listed:
                pools[name] = max(amount, pools.get(name, 1))
                assumed.add(("capacity", None, name))


def _pool_names(problem: Problem | None, language: Language) -> list[str]:
    pools = problem.resources if problem else ()
    return [resource_name(pool.name, language) for pool in pools]


def _under(needs: dict[str, int], names: dict[str, str]) -> dict[str, int]:
    """`needs` with some resources under another name."""
    return {names.get(name, name): amount for name, amount in needs.items()}


def _assumed(problem: Problem) -> Assumed:
    return {(entry.field, entry.task, entry.resource) for entry in problem.assumed}


def _assumption(field: str, task: str | None, resource: str | None) -> dict[str, str | None]:
    return Assumption(field=field, task=task, resource=resource).model_dump()


def _text(rows: Rows, width: int) -> list[list[str]]:
    """Every cell as text without outer blanks; rows filled up or cut to `width`."""
    filled = [[*row, *[""] * width][:width] for row in rows]
    return [["" if cell is None else str(cell).strip() for cell in row] for row in filled]
