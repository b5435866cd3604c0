"""The tables of the page: which columns they have, and how Gradio's data becomes rows and back. A
table brings its headings with it, so that rows and columns never fall apart."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import gradio as gr

from tools import table
from tools.phrases import Language, say
from tools.plan import Problem
from tools.table import COLUMNS, EXTRA_COLUMNS, EXTRA_RESOURCE_COLUMNS, RESOURCE_COLUMNS

TASKS, POOLS = (*COLUMNS, *EXTRA_COLUMNS), (*RESOURCE_COLUMNS, *EXTRA_RESOURCE_COLUMNS)
WIDTHS = {
    "name": 18,
    "needs": 14,
    "after": 13,
    "priority": 10.5,
    "or": 31,
    "resource": 23,
    "absences": 34,
    "setups": 31,
    "skills": 21,
    "calendar": 17,
    "hours": 37,
    "closed": 28,
    "extra": 28,
    "time zone": 19,
}
USUAL = 11.1
"""Percent of the table: the usual columns of the tasks fill it. `page.css` keeps them readable on a
narrow screen."""
FRAME_ROWS = ("start", "time zone", "now", "stability")
"""What the page's table of the whole plan says; goals have a chooser of their own."""


class Cells(NamedTuple):
    """A table as somebody left it."""

    columns: tuple[str, ...]
    rows: list[list[Any]]


def read(frame: Any, columns: Sequence[str], language: Language) -> Cells:
    """What a Gradio table holds, a pandas frame.

    Args:
        columns: all that it may have; its headings say which it has.
    """
    known = dict(zip(table.headers(language, columns), columns, strict=True))
    return Cells(tuple(known[title] for title in frame.columns), frame.to_numpy().tolist())


def shown(columns: Sequence[str], *used: Sequence[str]) -> tuple[str, ...]:
    """Those of `columns` that one of `used` has, in their order."""
    wanted = {column for each in used for column in each}
    return tuple(column for column in columns if column in wanted)


def wider(cells: Cells, columns: Sequence[str], column: str) -> Cells:
    """The same with one more, empty, column."""
    if column in cells.columns:
        return cells
    names = shown(columns, cells.columns, (column,))
    at = names.index(column)
    return Cells(names, [[*row[:at], "", *row[at:]] for row in cells.rows])


def task_cells(problem: Problem | None, language: Language, also: Sequence[str] = ()) -> Cells:
    """The task table: the usual columns, those that are used, and those that `also` names."""
    names = shown(TASKS, table.columns(problem), also)
    return Cells(names, table.task_rows(problem, language, names))


def pool_cells(problem: Problem | None, language: Language, also: Sequence[str] = ()) -> Cells:
    """The resource table, likewise."""
    names = shown(POOLS, table.resource_columns(problem), also)
    return Cells(names, table.resource_rows(problem, language, names))


def calendar_cells(problem: Problem | None, language: Language) -> Cells:
    """The calendars, and an empty row for one more."""
    rows = table.calendar_rows(problem, language)
    blank = [[""] * len(table.CALENDAR_COLUMNS)]
    return Cells(table.CALENDAR_COLUMNS, rows + blank if any(rows[-1]) else rows)


def frame_rows(problem: Problem | None, language: Language) -> list[list[str]]:
    """Start, time zone and now, each with its value."""
    return table.plan_rows(problem, language)[: len(FRAME_ROWS)]


def updated(cells: Cells, language: Language, **options: Any) -> Any:
    """A change of a Gradio table to `cells`, and of its `options`."""
    return gr.Dataframe(**_data(cells, language), **options)


def made(cells: Cells, language: Language, **options: Any) -> gr.Dataframe:
    """A new Gradio table of `cells` that people can edit."""
    return gr.Dataframe(
        **_data(cells, language),
        type="pandas",
        interactive=True,
        wrap=True,
        buttons=[],
        **options,
    )


def _data(cells: Cells, language: Language) -> dict[str, Any]:
    headers = table.headers(language, cells.columns)
    return {
        "value": {"headers": headers, "data": cells.rows},
        "headers": headers,
        "column_widths": _widths(cells.columns),
        # Gradio says it wants a number, and then lets people add columns and rename them.
        "column_count": (len(headers), "fixed"),
    }


def _widths(columns: Sequence[str]) -> list[str]:
    """In percent; together at least the whole table."""
    shares = [WIDTHS.get(column, USUAL) for column in columns]
    wider = max(1.0, 100 / sum(shares))
    return [f"{share * wider:.1f}%" for share in shares]


def more_columns(language: Language) -> list[tuple[str, str]]:
    """What can be added to the tables: words, and `tasks` or `pools` with a column."""
    return [(say("page-more", language), "")] + [
        (f"{say(f'page-{name}', language)}: {title}", f"{name}:{column}")
        for name, columns in (("tasks", EXTRA_COLUMNS), ("pools", EXTRA_RESOURCE_COLUMNS))
        for title, column in zip(table.headers(language, columns), columns, strict=True)
    ]
