"""What was taken from an input. Plain values; `telling/intake.py` says them."""

from typing import NamedTuple

from tools.plan import Problem

Table = list[list[str]]
"""Rows of cells as somebody would type them."""


class Note(NamedTuple):
    """One thing that was guessed or left out."""

    key: str
    """Of the phrase, without `intake-`."""
    names: tuple[str, ...] = ()
    number: int = 0
    column: str = ""
    unit: str = ""
    text: str = ""


class Taken(NamedTuple):
    """A plan that tables say, or words for whoever reads prose."""

    problem: Problem | None = None
    words: str = ""
    notes: tuple[Note, ...] = ()
    mail: bool = False
    """Whether somebody else than the user wrote the words: then only what is given time is a task,
    and nothing else."""
