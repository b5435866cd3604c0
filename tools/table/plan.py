"""What holds for the whole plan <-> rows of a table: a name and a value each.

start       2026-11-24 08:00
time zone   Asia/Shanghai
now         2026-11-24 10:30
stability   2
goals       tardiness, cost
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args

from tools.phrases import LANGUAGES, Language
from tools.plan import Goal, Problem
from tools.record import PlanError
from tools.table import cells, headings, moments
from tools.table.cells import Place
from tools.table.rows import Rows, choice, chosen, titles

PLAN_ROWS = ("start", "time zone", "now", "stability", "goals")
UNSAID: dict[str, Any] = {
    "start": None,
    "time zone": "UTC",
    "now": 0,
    "stability": None,
    "goals": (),
}
GOALS: tuple[str, ...] = get_args(Goal)
NAMES = [
    word.casefold()
    for words in (PLAN_ROWS, *(titles(PLAN_ROWS, language) for language in LANGUAGES))
    for word in words
]
"""What a name is a slip of the pen for."""


def plan_rows(problem: Problem | None, language: Language) -> list[list[str]]:
    """A row for each of `PLAN_ROWS`: how the page calls it, and its value."""
    values = [""] * len(PLAN_ROWS)
    if problem is not None:
        values = [
            f"{problem.start:%Y-%m-%d %H:%M}" if problem.start else "",
            problem.time_zone,
            moments.write_moment(problem.now or None, problem, language),
            "" if problem.stability is None else str(problem.stability),
            ", ".join(choice(goal, "goal", language) for goal in problem.goals),
        ]
    return [list(row) for row in zip(titles(PLAN_ROWS, language), values, strict=True)]


def read_plan(rows: Rows) -> dict[str, Any]:
    """Fields of a problem as the domain reads them, for the rows that are there; what has no value
    is as in a new plan, and names that are `unknown` say nothing.

    Raises:
        PlanError: the first cell that cannot be read.
    """
    found: dict[str, Any] = {}
    for row, line in enumerate(rows, start=1):
        name, value = _cells(line)
        field = headings.meaning(name, headings.PLAN)
        if field is None and (near := get_close_matches(name.casefold(), NAMES, 1, headings.ALIKE)):
            raise PlanError("column-misspelt", column=name, near=near[0])
        if field is not None:
            key = field.replace(" ", "_")
            found[key] = _read(field, value, Place(field, row, name)) if value else UNSAID[field]
    return found


def unknown(rows: Rows) -> list[str]:
    """The names of rows that say something which nothing is read from."""
    named = (_cells(line) for line in rows)
    return [name for name, _ in named if name and not headings.meaning(name, headings.PLAN)]


def _cells(line: Sequence[Any]) -> tuple[str, str]:
    name, value = ("" if cell is None else str(cell).strip() for cell in [*line, "", ""][:2])
    return name, value


def _read(field: str, value: str, place: Place) -> Any:
    if field == "time zone":
        return value
    if field == "goals":
        return [chosen(name, "goal", GOALS, place) for name in cells.read_names(value, ())]
    if field == "stability":
        return cells.read_number(value, place, 0)
    found = moments.read_moment(value, place)
    if field == "start" and isinstance(found, int):
        raise place.refuse("page-bad-time", value)
    return found
