"""Tasks that are written as cards: lines with a heading and its value, “Task: sand the frame”,
“Time: 40 min”, “Who: Ann”. They are made a table with a row for each card."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.intake.columns import ALSO
from tools.intake.grids import Grid
from tools.intake.taken import Table
from tools.table.cells import minutes
from tools.table.headings import TASKS, meaning
from tools.wording.durations import durations

_ENTRY = re.compile(
    r"(?:(?P<own>(?:^|(?<=\n))[ \t>]*(?:[-*•·+]|\d{1,3}[.)、]|[（(]\d{1,3}[)）])?\s*)|[;；|，,\t]\s*)"
    r"\**(?P<head>[A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff ]{0,24}?)\s?(?P<n>\d{0,3})\**[ \t]*[:：]\**",
)
_LOOSE = " \t\r\n*;；|，,"


class _Entry(NamedTuple):
    head: str
    meant: str
    number: str
    value: str
    start: int
    end: int


def cards(text: str) -> list[Grid]:
    """The table of the cards in `text`; none if it has no cards, or says more about work than is on
    the only one."""
    entries = list(_entries(text))
    records = list(_records(entries))
    lengths = [each.value for card in records for each in card if each.meant == "duration"]
    names = [each.meant for card in records for each in card].count("name")
    if not lengths or names < len(records) or not all(map(minutes, lengths)):
        return []
    start, end = entries[0].start, entries[-1].end
    around = text[:start] + text[end:]
    if len(records) == 1 and (durations(around) or len(entries) < 3):
        return []
    return [Grid(_table(records), start, end)]


def _entries(text: str) -> Iterator[_Entry]:
    """From the first heading that a column of a table may have to the last, each with what follows
    it up to the next; on a line of its own another heading is one, too, and will be named as not
    read."""
    found = list(_ENTRY.finditer(text))
    known = [number for number, each in enumerate(found) if _meaning(each["head"])]
    found = [
        each
        for number, each in enumerate(found)
        if number in known or (each["own"] is not None and known and known[0] < number < known[-1])
    ]
    for number, match in enumerate(found):
        if number + 1 < len(found):
            end = found[number + 1].start()
        else:
            line = text.find("\n", match.end())
            end = line if line >= 0 else len(text)
        head, value = match["head"].strip(), text[match.end() : end].strip(_LOOSE)
        meant = _meaning(head) or head
        yield _Entry(head, meant, match["n"], " ".join(value.split()), match.start(), end)


def _meaning(head: str) -> str | None:
    return meaning(head, TASKS) or meaning(head, ALSO)


def _records(entries: list[_Entry]) -> Iterator[list[_Entry]]:
    """Cards begin with the heading with which the first one does."""
    card: list[_Entry] = []
    for each in entries:
        if card and each.meant == card[0].meant:
            yield card
            card = []
        card.append(each)
    if card:
        yield card


def _table(records: list[list[_Entry]]) -> Table:
    heads = {each.meant: each.head for card in records for each in card}
    rows = [[_cell(card, meant) for meant in heads] for card in records]
    numbers = [next(each.number for each in card if each.meant == "name") for card in records]
    if all(numbers):  # “Task 1: ...”, which others wait for
        called = re.compile(rf"{re.escape(heads['name'])}\s*(?=\d)", re.IGNORECASE)
        rows = [
            [
                called.sub("", cell) if meant == "after" else cell
                for meant, cell in zip(heads, row, strict=True)
            ]
            for row in rows
        ]
        rows = [[number, *row] for number, row in zip(numbers, rows, strict=True)]
        return [["#", *heads.values()], *rows]
    return [list(heads.values()), *rows]


def _cell(card: list[_Entry], meant: str) -> str:
    return ", ".join(each.value for each in card if each.meant == meant)
