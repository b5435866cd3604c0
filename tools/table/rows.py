"""What all tables share: cells as text, names that changed in their row, words of a choice."""

from collections.abc import Sequence
from typing import Any

from tools.phrases import LANGUAGES, Language, say
from tools.plan import PEOPLE
from tools.table.cells import Place
from tools.telling import resource_name

Rows = Sequence[Sequence[Any]]
Cells = dict[str, str]
"""One row: text by column."""


def titles(columns: Sequence[str], language: Language) -> list[str]:
    """How the page calls `columns`."""
    return [say(f"page-column-{column.replace(' ', '-')}", language) for column in columns]


def text(rows: Rows, columns: Sequence[str]) -> list[Cells]:
    """Every row as text without outer blanks; what it lacks is empty."""
    return [
        {
            column: "" if cell is None else str(cell).strip()
            for column, cell in zip(columns, [*row, *[""] * len(columns)], strict=False)
        }
        for row in rows
    ]


def renames(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Names that changed in their row, old to new. Rows that came or went rename nothing, because
    the names around them are still there."""
    return {
        was: now
        for was, now in zip(old, new, strict=False)
        if now and was not in new and now not in old
    }


def stored(name: str, language: Language) -> str:
    """A resource's name in the data: everybody is `people` there, whatever the page calls them."""
    return PEOPLE if name == resource_name(PEOPLE, language) else name


def choice(value: str, kind: str, language: Language) -> str:
    """How the page calls one of the domain's words."""
    return say(f"page-{kind}-{value}", language)


def chosen(cell: str, kind: str, values: Sequence[str], place: Place) -> str:
    """Which of `values` a cell names, in either language or as the domain does.

    Raises:
        PlanError: none of them, naming the row, the column and the value.
    """
    for value in values:
        words = {value, *(choice(value, kind, language) for language in LANGUAGES)}
        if cell.casefold() in {word.casefold() for word in words}:
            return value
    raise place.refuse("page-bad-choice", cell, known=", ".join(values))
