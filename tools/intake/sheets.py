"""Tables by what they hold -> Problem: tasks, resources, calendars, the plan as a whole."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from tools.intake.columns import Columns, tidied
from tools.intake.taken import Note, Table
from tools.phrases import Language, say
from tools.plan import MAX_TASKS, PEOPLE, Problem
from tools.prose.problem import Clock
from tools.record import PlanError
from tools.table import RESOURCE_COLUMNS, headings
from tools.table import read_problem as read_tables
from tools.table.cells import Place, read_number
from tools.table.headings import meanings
from tools.telling import resource_name
from tools.tickets import are_tickets, people_in, tickets_problem
from tools.wording.people import capacity

MAX_COLUMNS = 200
Sheets = Mapping[str, Table]
"""By what they hold: tasks, resources, calendars, plan; the first row of each names the columns."""

_ARTICLE = re.compile(r"\ban?\b", re.IGNORECASE)
CAPACITY = re.compile(r"[(（\[][^\d-]*(-?\d+)\D*[)）\]]")
"""A heading such as `people (15)` says how many there are."""


def rows_of(lines: Iterable[list[str]], name: str) -> Table:
    """Rows in which something is written.

    Raises:
        PlanError: there are too many columns or rows.
    """
    filled = (line for line in lines if any(cell and not cell.isspace() for cell in line))
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
        clock: when a plan begins that is made now, for tickets that name a time of day.

    Raises:
        PlanError: a column is missing, a cell cannot be read, or it cannot be planned as asked.
    """
    if not sheets.get("tasks"):
        raise PlanError("no-tasks")
    heads, *rest = sheets["tasks"]
    if are_tickets(heads):
        return tickets_problem(heads, rest, people_in(words), clock), ()
    tasks = tidied(sheets["tasks"])
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]", "".join(tasks.heads)) else "en"
    _check_columns(tasks, language, name)
    pools, of_pools = _resources(sheets.get("resources", []))
    total = _total(tasks, f"{tasks.around}\n{words}")
    if total is not None:
        everybody = {"resource": resource_name(PEOPLE, language), "capacity": total}
        pools = [[everybody.get(column, "") for column in of_pools], *pools]
    heads, rows = tasks.meant, tasks.rows
    if "people" in heads:
        heads, rows = _with_people(heads, rows, language)
    calendars = sheets.get("calendars", [])
    problem = read_tables(
        rows,
        pools,
        None,
        language,
        shown=heads,
        of_resources=of_pools,
        calendars=calendars[1:],
        of_calendars=meanings(calendars[0], headings.CALENDARS) if calendars else (),
        plan=sheets.get("plan"),
    )
    return problem, tasks.notes


def _total(tasks: Columns, words: str) -> str | None:
    """How many people there are, if the heading or the words around the table say so."""
    if "people" not in tasks.meant:
        return None
    totals = [found[1] for head in tasks.heads if (found := CAPACITY.search(head))]
    # “You are now an assistant” counts nobody.
    said = capacity(_ARTICLE.sub(" ", words)).get(PEOPLE) if words.strip() else None
    return totals[0] if totals else None if said is None else str(said)


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


def _resources(rows: Table) -> tuple[Table, list[str]]:
    """The resources and what their columns mean: names and numbers, if no heading says so."""
    if not rows:
        return [], list(RESOURCE_COLUMNS)
    columns = meanings(rows[0], headings.RESOURCES)
    if "resource" not in columns:
        columns = [*RESOURCE_COLUMNS, *columns[2:]]
    return rows[1:], columns


def _with_people(heads: Sequence[str], rows: Table, language: Language) -> tuple[list[str], Table]:
    """A number of people becomes a need."""
    people, everybody = heads.index("people"), resource_name(PEOPLE, language)
    needs = heads.index("needs") if "needs" in heads else None
    lines = []
    for at, row in enumerate(rows, start=1):
        filled = [*row, *[""] * len(heads)][: len(heads)]
        place = Place("people", at, filled[heads.index("name")].strip())
        count = read_number(filled[people], place, least=0) if filled[people].strip() else 0
        said = [filled[needs] if needs is not None else "", f"{everybody} × {count}" * bool(count)]
        lines.append([*filled, ", ".join(need for need in said if need)])
    return [*("" if head == "needs" else head for head in heads), "needs"], lines
