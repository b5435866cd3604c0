"""The tables as somebody left them -> the problem they say, and which of them must follow it. Pure
but for Gradio's frames; plans nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tools import table
from tools.phrases import Language
from tools.plan import Problem
from tools.record import PlanError
from tools.table import CALENDAR_COLUMNS
from ui.page import tables
from ui.page.tables import POOLS, TASKS, Cells

_Rows = list[list[Any]]


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

    @classmethod
    def of(cls, problem: Problem | None, language: Language) -> "Sheets":
        """As the page shows a plan."""
        return cls(
            tables.task_cells(problem, language),
            tables.pool_cells(problem, language),
            tables.calendar_cells(problem, language),
            tables.frame_rows(problem, language),
        )

    def alike(self, other: "Sheets") -> bool:
        """Whether both say the same, cell by cell."""
        return self._plain() == other._plain()

    def _plain(self) -> list[Any]:
        return [*((each.columns, _plain(each.rows)) for each in self[:3]), _plain(self.frame)]


@dataclass(frozen=True, eq=False)
class Shown:
    """What one window shows of a plan. Another window may change the plan meanwhile."""

    plan: Sheets
    """As the plan is written."""
    typed: Sheets
    """As it stands there, with what was typed."""
    mark: str = ""
    """Of the conversation as it is shown there; see `Snapshot`."""


def merged(sheets: Sheets, shown: Sheets, now: Sheets) -> Sheets:
    """What somebody changed in `sheets` since it was `shown`, in what the plan is `now`.

    Raises:
        PlanError: rows or columns came or went, or another name stands there now.
    """
    cells = (
        new._replace(rows=_merged(mine.rows, old.rows, new.rows, mine.columns == new.columns))
        for mine, old, new in zip(sheets[:3], shown[:3], now[:3], strict=True)
    )
    return Sheets(*cells, _merged(sheets.frame, shown.frame, now.frame, True))


def _merged(mine: _Rows, old: _Rows, new: _Rows, alike: bool) -> _Rows:
    if _plain(mine) == _plain(old):
        return new
    if not alike or not len(mine) == len(old) == len(new):
        raise PlanError("edit-elsewhere")
    return [_row(*each) for each in zip(mine, old, new, strict=True)]


def _row(mine: list[Any], old: list[Any], new: list[Any]) -> list[Any]:
    """Of one row, which is called in its first cell what it was called before."""
    same = [str(cell) == str(before) for cell, before in zip(mine, old, strict=True)]
    if not all(same) and str(old[0]) != str(new[0]):
        raise PlanError("edit-elsewhere")
    return [by_now if kept else cell for cell, by_now, kept in zip(mine, new, same, strict=True)]


def _plain(rows: _Rows) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in rows]


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
