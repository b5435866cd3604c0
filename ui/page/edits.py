"""The tables as somebody left them -> the problem they say, and which of them must follow it. Pure
but for Gradio's frames; plans nothing."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tools import table
from tools.phrases import Language
from tools.plan import Problem
from tools.table import CALENDAR_COLUMNS
from ui.page import tables
from ui.page.tables import POOLS, TASKS, Cells


class Sheets(NamedTuple):
    """All tables of the page."""

    tasks: Cells
    pools: Cells
    calendars: Cells
    frame: list[list[Any]]
    """A row for each of `FRAME_ROWS`."""

    @classmethod
    def read(cls, frames: Sequence[Any], language: Language) -> "Sheets":
        """From Gradio's tables, in this order."""
        tasks, pools, calendars, frame = frames
        return cls(
            tables.read(tasks, TASKS, language),
            tables.read(pools, POOLS, language),
            tables.read(calendars, CALENDAR_COLUMNS, language),
            frame.to_numpy().tolist(),
        )


def read_sheets(sheets: Sheets, old: Problem | None, language: Language) -> Problem:
    """The problem that the tables say.

    Raises:
        PlanError: the first cell that cannot be read, or a contradiction.
    """
    return table.read_problem(
        sheets.tasks.rows,
        sheets.pools.rows,
        old,
        language,
        shown=sheets.tasks.columns,
        of_resources=sheets.pools.columns,
        calendars=sheets.calendars.rows,
        plan=sheets.frame,
    )


def follow(
    sheets: Sheets, old: Problem | None, problem: Problem, language: Language
) -> dict[str, Cells]:
    """Tables in which something must be written because of an edit elsewhere, by name. All others
    stay as they were typed."""
    moved = old is not None and (old.start, old.time_zone) != (problem.start, problem.time_zone)
    new: dict[str, Cells] = {}
    renamed = table.changed_elsewhere(sheets.tasks.rows, old, sheets.tasks.columns)
    if renamed or moved or (old and not old.capacity.keys() <= problem.capacity.keys()):
        new["tasks"] = tables.task_cells(problem, language, sheets.tasks.columns)
    known = sum(1 for row in sheets.pools.rows if any(row))
    gone = old and not old.calendar.keys() <= problem.calendar.keys()
    if moved or gone or known != len(problem.resources):
        new["pools"] = tables.pool_cells(problem, language, sheets.pools.columns)
    if not sheets.calendars.rows or any(sheets.calendars.rows[-1]):
        new["calendars"] = tables.calendar_cells(problem, language)
    return new
