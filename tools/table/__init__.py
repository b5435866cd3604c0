"""A problem <-> the rows of tables, on the page and in spreadsheets. Pure; knows no Gradio, no
files and no solver.

Rows without any text are skipped, so a fresh row is no mistake; a resource that only a task names
is taken on with the largest need as assumed capacity. What no column shows survives an edit.

    tasks.py, resources.py, calendars.py, plan.py   one table each
    needs.py, links.py, moments.py, cells.py        what a cell says
    rows.py                                         what all tables share
"""

from collections.abc import Sequence
from typing import Any

from tools.phrases import Language
from tools.plan import Assumption, Problem
from tools.plan.calendar import time_zone
from tools.plan.dates import local_start, moment_of
from tools.plan.origins import standing
from tools.table import headings
from tools.table.calendars import (
    CALENDAR_COLUMNS,
    calendar_rows,
    read_calendars,
    renamed_calendars,
)
from tools.table.needs import Known
from tools.table.plan import PLAN_ROWS, plan_rows, read_plan
from tools.table.resources import (
    EXTRA_RESOURCE_COLUMNS,
    RESOURCE_COLUMNS,
    ReadResources,
    read_resources,
    resource_columns,
    resource_rows,
)
from tools.table.rows import Rows, stored, titles
from tools.table.tasks import (
    COLUMNS,
    EXTRA_COLUMNS,
    Assumed,
    Reading,
    columns,
    read_tasks,
    renamed_tasks,
    task_names,
    task_rows,
)
from tools.telling import resource_name

__all__ = [
    "CALENDAR_COLUMNS",
    "COLUMNS",
    "EXTRA_COLUMNS",
    "EXTRA_RESOURCE_COLUMNS",
    "PLAN_ROWS",
    "RESOURCE_COLUMNS",
    "Rows",
    "calendar_headers",
    "calendar_rows",
    "changed_elsewhere",
    "columns",
    "headers",
    "plan_rows",
    "read_problem",
    "resource_columns",
    "resource_headers",
    "resource_rows",
    "task_rows",
]


def headers(language: Language, shown: Sequence[str] = COLUMNS) -> list[str]:
    """The headings of the task table."""
    return titles(shown, language)


def resource_headers(language: Language, shown: Sequence[str] = RESOURCE_COLUMNS) -> list[str]:
    """The headings of the resource table."""
    return titles(shown, language)


def calendar_headers(language: Language) -> list[str]:
    """The headings of the calendar table."""
    return titles(CALENDAR_COLUMNS, language)


def read_problem(
    tasks: Rows,
    resources: Rows,
    old: Problem | None,
    language: Language,
    *,
    shown: Sequence[str] = COLUMNS,
    of_resources: Sequence[str] = RESOURCE_COLUMNS,
    calendars: Rows | None = None,
    of_calendars: Sequence[str] = CALENDAR_COLUMNS,
    plan: Rows | None = None,
) -> Problem:
    """The problem that the tables say.

    Args:
        old: the problem that the tables were filled from: what is renamed in its row is renamed
            wherever another row names it, and what no column shows is kept.
        shown, of_resources, of_calendars: the columns of the rows.
        calendars, plan: None to keep those of `old`.

    Raises:
        PlanError: the first cell that cannot be read, with its row, or what `Problem` refuses.
    """
    for columns_of, words in (
        (shown, headings.TASKS),
        (of_resources, headings.RESOURCES),
        (of_calendars, headings.CALENDARS),
    ):
        headings.check_spelling(columns_of, words)
    given = read_plan(plan or ())
    whole, restarted = _whole(old, given)
    renamed = renamed_calendars(calendars or (), of_calendars, old)
    if calendars is not None:
        whole["calendars"] = read_calendars(calendars, old, of_calendars)
    pools = read_resources(resources, old, language, of_resources, renamed, restarted)
    reading = _reading(tasks, shown, old, language, pools, restarted)
    read = read_tasks(tasks, reading)
    listed = pools.resources + _taken_on(read, pools.resources, reading.assumed)
    assumed = [
        Assumption(field=field, task=task, resource=resource)
        for field, task, resource in sorted(reading.assumed, key=str)
    ]
    new = Problem.read(whole | {"tasks": read, "resources": listed, "assumed": assumed})
    if old is None or not old.origins:
        return new
    names = {stored(was, language): stored(now, language) for was, now in pools.renamed.items()}
    origins = standing(old.origins, old, new, reading.tasks, names)
    return new.model_copy(update={"origins": origins})


def changed_elsewhere(tasks: Rows, old: Problem | None, shown: Sequence[str] = COLUMNS) -> bool:
    """Was a task renamed, so that other rows of the table must follow?"""
    return bool(renamed_tasks(tasks, shown, old))


def _whole(old: Problem | None, given: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """What holds for the whole plan, and whether it starts at another time than before."""
    if old is None:
        return dict(given), False
    fields = ("start", "time_zone", "now", "stability", "goals", "calendars")
    whole = {field: getattr(old, field) for field in fields} | given
    if old.start is None or whole["start"] is None:
        return whole, False
    start = local_start(whole["start"], time_zone(whole["time_zone"]))
    restarted = (start, whole["time_zone"]) != (old.start, old.time_zone)
    if restarted and "now" not in given:
        whole["now"] = moment_of(old.now, old).isoformat()
    return whole, restarted


def _reading(
    tasks: Rows,
    shown: Sequence[str],
    old: Problem | None,
    language: Language,
    pools: ReadResources,
    restarted: bool,
) -> Reading:
    resources = {resource_name(pool["name"], language) for pool in pools.resources}
    skills = {skill for pool in pools.resources for skill in pool.get("skills", ())}
    renamed = renamed_tasks(tasks, shown, old)
    return Reading(
        language=language,
        columns=shown,
        old=old,
        known=Known(frozenset(resources | set(pools.renamed)), frozenset(skills)),
        pools=pools.renamed,
        tasks=renamed,
        names=frozenset([*task_names(tasks, shown), *renamed]),
        restarted=restarted,
        assumed=pools.assumed,
    )


def _taken_on(
    tasks: list[dict[str, Any]], resources: list[dict[str, Any]], assumed: Assumed
) -> list[dict[str, Any]]:
    """Resources that tasks need and the resource table lacks, with the capacity that they need."""
    listed = {resource["name"] for resource in resources}
    new: dict[str, int] = {}
    for way in (way for task in tasks for way in (task, *task.get("alternatives", ()))):
        for name, amount in way.get("demands", {}).items():
            if name not in listed:
                new[name] = max(amount, new.get(name, 1))
    assumed.update(("capacity", None, name) for name in new)
    return [{"name": name, "capacity": capacity} for name, capacity in new.items()]
