"""Rows out of words that a language model copied: swapped cells, repetitions and totals are sorted
out, and no word counts that does not stand in the message."""

import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from knowledge.numbers import fold, spans
from tools.plan import PEOPLE
from tools.prose.records import Row, Said
from tools.wording.durations import durations, minutes
from tools.wording.people import capacity, demand
from tools.wording.priorities import priority
from tools.wording.quantities import is_people

PRIORITY_WORD = re.compile(r"优先|(?<![a-z])p(?:rio|[0-9])", re.IGNORECASE)
SHARED = re.compile(
    r"(?:[各都均每]|其[余他]|\b(?:all|both|each|every|rest|others?)\b)[^，。；,.;]{0,16}"
    r"(?:优先|prio|紧急|urgent|important|重要)|(?:优先|prio)[^，。；,.;]{0,16}\b(?:all|both|each)\b",
    re.IGNORECASE,
)
"""Words that give one priority to several tasks."""
EACH = re.compile(r"[各每均都]|\b(?:each|both|all|every|same|apiece)\b", re.IGNORECASE)
"""Words that may give one amount to several tasks."""
WAITING = re.compile(
    r"[\s,]+(?:after|before|once|when|until|following|as soon as|at the end)\b.*$|(?:之|以)[前后]$",
    re.IGNORECASE,
)
SHORT_SENTENCE = 24  # characters: a total and no more


class TaskWords(BaseModel):
    """Words of the message about one task, each copied as it stands there."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """What is to be done."""
    duration: str = ""
    """How long it takes."""
    people: str = ""
    """How many people or machines it needs."""
    priority: str = ""
    """How urgent it is."""


def rows_of(copied: Sequence[TaskWords], message: str) -> list[Row]:
    """One row for each task in the copied words; none if they give no values at all."""
    kept = _tasks_only(_own_words([_unswapped(row) for row in copied], message), message)
    if not kept or not (durations(message) or any(row.people or row.priority for row in kept)):
        return []
    cells = _Cells(message)
    return [cells.row(row) for row in kept]


class _Cells:
    """Turns the cells of rows into values."""

    def __init__(self, message: str) -> None:
        self._message = message.lower()
        self._words = _squeezed(message)
        self._lengths = {each.minutes for each in durations(message)}
        self._numbers = {each.value for each in spans(message)}

    def row(self, words: TaskWords) -> Row:
        start = self._message.find(words.name.lower())
        row = Row(words.name, start, start + len(words.name))
        # A small model swaps two cells now and then; the words themselves tell which is which.
        cells = (words.duration, words.people, words.priority)
        row.duration = next(filter(None, map(self._duration, cells)), None)
        held = (self._demand(cell) for cell in (words.people, words.duration, words.priority))
        row.held = dict(filter(None, [next(filter(None, held), None)]))
        urgency = priority(words.priority)
        row.priority = None if urgency is None else Said(urgency, words.priority)
        return row

    def _duration(self, cell: str) -> Said | None:
        found = minutes(cell)
        known = found is not None and (found in self._lengths or self._copied(cell))
        return Said(found, cell) if found is not None and known else None

    def _demand(self, cell: str) -> tuple[str, Said] | None:
        found = demand(cell) if minutes(cell) is None else None
        if found is None or not (found[1] in self._numbers or self._copied(cell)):
            return None
        return found[0], Said(found[1], cell)

    def _copied(self, cell: str) -> bool:
        """Whether the words stand in the message; a language model may make some up."""
        return _squeezed(cell) in self._words


def stated(message: str) -> dict[str, int]:
    """How many of each resource there are in all; also `... after inventory. 3 staff`."""
    stated = capacity(message)
    last = re.split(r"[。；;!！?？\n]|\.(?!\d)", message.strip(" .。!！"))[-1].strip()
    said = demand(last) if len(last) < SHORT_SENTENCE and minutes(last) is None else None
    if said is not None and said[0] == PEOPLE:
        stated.setdefault(PEOPLE, said[1])
    return stated


def _as_written(name: str, message: str) -> str:
    """With the capitals of the message, which a small model writes small."""
    place = message.lower().find(name.lower())
    return message[place : place + len(name)] if place >= 0 else name


def _tasks_only(rows: Sequence[TaskWords], message: str) -> list[TaskWords]:
    """Without repetitions and lines about people, such as `8 of us | 8 of us | ...`."""
    kept: dict[str, TaskWords] = {}
    for row in rows:
        name = _as_written(_own_name(row.name), message)
        total = capacity(name) or name in (row.duration, row.people) or _of_all(row)
        if name and not total and not _of_people(name, row):
            kept.setdefault(name.casefold(), row.model_copy(update={"name": name}))
    return list(kept.values())


def _own_name(name: str) -> str:
    """A name without the words about the order that a small model copies along: `post the journals
    after both of those`."""
    name = " ".join(name.split())
    return WAITING.sub("", name) or name


def _of_people(name: str, row: TaskWords) -> bool:
    """Whether a row without a duration of its own names people and no work: `three clerks.`"""
    if any(minutes(cell) is not None for cell in (row.duration, row.people, row.priority)):
        return False
    return is_people(name) or (demand(name) or ("", 0))[0] == PEOPLE


def _of_all(row: TaskWords) -> bool:
    """Whether the row is a total cut in two, such as `total | | 15 people`."""
    said = capacity(row.people) or minutes(row.duration) is not None
    return not said and bool(capacity(f"{row.name}: {row.people}"))


def _unswapped(row: TaskWords) -> TaskWords:
    """With what calls itself a priority in its own cell."""
    for field in ("duration", "people"):
        cell = getattr(row, field)
        if PRIORITY_WORD.search(cell) and not PRIORITY_WORD.search(row.priority):
            return row.model_copy(update={field: row.priority, "priority": cell})
    return row


def _own_words(rows: Sequence[TaskWords], message: str) -> list[TaskWords]:
    """Each row with words of its own: a small model repeats those of the row before, and takes the
    number of a list item for a priority. Words that stand in the message once are given once, to
    the first row that has them, unless the message shares them out."""
    left = whole = message.casefold()
    each = EACH.search(message) is not None
    shared = {"duration": each, "people": each, "priority": SHARED.search(message) is not None}
    result = []
    for row in rows:
        own = {}
        for field in shared:
            said = getattr(row, field).strip().casefold()
            known = said in whole
            taken = known and said not in left
            foreign = field == "priority" and not (
                known and (PRIORITY_WORD.search(message) or not said.isdigit())
            )
            own[field] = "" if taken or foreign else said
            if not shared[field] and not said.isdigit():
                left = left.replace(said, "\0", 1)
        result.append(row.model_copy(update=own))
    return result


def _squeezed(text: str) -> str:
    """Without what copying may change: letter case, wide forms, blanks."""
    return "".join(fold(text).split())
