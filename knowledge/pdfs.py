"""The text of a PDF's page, where a table has neither rows nor columns, with its tables as lines:
every cell with the heading of its column. It knows the two ways in which pypdf writes a page; no
files.

The columns are seen in the layout of the page. Its words are taken from the plain text, as a
layout parts them where a line is stretched; so a table is put where exactly its words stand there,
and what cannot be found again stays as it was.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.grids import Cell, named_lines
from knowledge.wrapping import together, unwrapped

FEWEST = 2
"""Columns of a table, and rows."""
_CELL = re.compile(r"\S+(?: \S+)*")
_RADICALS = str.maketrans(
    "⺟⺠⺩⺬⺮⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民王示竹虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Some fonts have the same picture for a character and for the radical that it is, and a PDF then
says that it is the radical."""
_SAME = re.compile("[\u2f00-\u2fdf\ufb00-\ufb06]")


class Placed(NamedTuple):
    """A text of a line of the page."""

    start: int
    text: str


def plain_letters(text: str) -> str:
    """With characters in place of radicals, and letters in place of ligatures."""
    text = _SAME.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return text.translate(_RADICALS)


def page_text(plain: str, layout: str) -> str:
    """The text of a page: lines in place of its tables, and those of a paragraph joined."""
    parts, rest = list[str](), plain
    for below in _tables(layout):
        rows = _rows(below)
        lines = named_lines([[Cell(text) for text in row] for row in rows])
        # Some programs write a cell after the other, and some a line after the other.
        by_line = "".join(each.text for line in below for each in line)
        by_cell = "".join(text for row in rows for text in row)
        place = _place(by_cell, rest) or _place(by_line, rest)
        if lines and place:
            parts += [unwrapped(rest[: place[0]].strip()), *lines]
            rest = rest[place[1] :]
    text = "\n".join(part for part in (*parts, unwrapped(rest.strip())) if part)
    return re.sub(" {2,}", " ", text)


def _place(words: str, plain: str) -> tuple[int, int] | None:
    """Where these words stand, however they are parted."""
    signs = [place for place, sign in enumerate(plain) if not sign.isspace()]
    wanted = "".join(words.split())
    found = "".join(plain[place] for place in signs).find(wanted)
    return (signs[found], signs[found + len(wanted) - 1] + 1) if wanted and found >= 0 else None


def _tables(layout: str) -> Iterator[list[list[Placed]]]:
    """Lines below each other that have several texts with room between."""
    lines = [[Placed(m.start(), m.group()) for m in _CELL.finditer(line)]
             for line in layout.splitlines()]  # fmt: skip
    while lines:
        width = len(lines[0])
        size = next((n for n, line in enumerate(lines) if not _goes_on(line, lines[0])), len(lines))
        if width >= FEWEST and size >= FEWEST:
            yield lines[:size]
        lines = lines[max(size, 1) :]


def _goes_on(line: Sequence[Placed], first: Sequence[Placed]) -> bool:
    """May a line belong to the table that begins with the first?"""
    return len(first) >= FEWEST and 0 < len(line) <= len(first) and (
        len(line) >= FEWEST or line[0].start > first[0].start)  # fmt: skip


def _rows(lines: Sequence[Sequence[Placed]]) -> list[list[str]]:
    """A line without a text in the first column goes on with the row above."""
    width = len(lines[0])
    starts = [min(line[at].start for line in lines if len(line) == width) for at in range(width)]
    rows: list[list[str]] = []
    for line in lines:
        row = [""] * width
        for at, each in zip(_columns(line, starts), line, strict=True):
            row[at] = together(row[at], each.text)
        if row[0] or not rows:
            rows.append(row)
        else:
            rows[-1] = [together(*both) for both in zip(rows[-1], row, strict=True)]
    return rows


def _columns(line: Sequence[Placed], starts: Sequence[int]) -> Sequence[int]:
    """Of a full line they follow each other, also where wide characters move them."""
    if len(line) == len(starts):
        return range(len(starts))
    return [min(range(len(starts)), key=lambda at: abs(starts[at] - e.start)) for e in line]
