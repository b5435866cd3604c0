"""A table within a text becomes lines, a row each, and every cell has the heading of its column: so
a row is found, cut off and quoted without the others and says the same. It knows no files.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from knowledge.language import language_of
from knowledge.passage import Language

MOST = 0.5
"""Share of the rows that must have a figure in some column for a first row without any to be the
headings, where nothing else says so."""
_SIGNS: Mapping[Language, tuple[str, str]] = {"en": (": ", ", "), "zh": ("：", "，")}
"""Between a heading and its cell, and between cells."""
_END = re.compile(r"(?<=[^.。…])[.。]$")
_FIGURE = re.compile(r"\d|[零一二两三四五六七八九十百千]+[个天日月年元块%]")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_BAR = re.compile(r"(?<!\\)\|")


class Cell(NamedTuple):
    """A cell of a table."""

    text: str
    heads: bool = False
    """It is marked as the heading of a column or a row."""


Grid = Sequence[Sequence[Cell]]


def row_line(cells: Sequence[tuple[str, str]]) -> str:
    """Headings, some perhaps empty, with their cells, as one line."""
    cells = [(name, _END.sub("", " ".join(text.split()))) for name, text in cells if text.strip()]
    colon, comma = _SIGNS[language_of(" ".join(text for pair in cells for text in pair))]
    return comma.join(f"{name}{colon}{text}" if name else text for name, text in cells)


def grid_lines(grid: Grid) -> list[str]:
    """The rows of a table below its headings; of a table with nothing but headings those."""
    rows = [row for row in grid if any(cell.text.strip() for cell in row)]
    above = _headings(rows)
    names = [" ".join(dict.fromkeys(c.text.strip() for c in column)) for column in _columns(above)]
    lines = (_line(row, names) for row in rows[len(above) :] or above)
    return [line for line in lines if line]


def named_lines(grid: Grid) -> list[str]:
    """The rows of a grid whose first row names the columns; none if that does not look so."""
    return grid_lines(grid) if _names_columns(grid) else []


def markdown_tables(text: str) -> str:
    """A Markdown text with lines in place of its tables; those in a fence stay as they are."""
    lines, found, fenced = text.split("\n"), list[str](), False
    while lines:
        fenced ^= lines[0].lstrip().startswith("```")
        if not fenced and len(lines) > 1 and "|" in lines[0] and _RULE.fullmatch(lines[1]):
            below = list(takewhile(lambda line: "|" in line, lines[2:]))
            found += grid_lines([_cells(lines[0], heads=True), *map(_cells, below)])
            lines = lines[2 + len(below) :]
        else:
            found.append(lines.pop(0))
    return "\n".join(found)


def _cells(line: str, *, heads: bool = False) -> list[Cell]:
    line = line.strip().removeprefix("|")
    line = line.removesuffix("|") if not line.endswith(r"\|") else line
    return [Cell(each.replace(r"\|", "|").strip(), heads) for each in _BAR.split(line)]


def _headings(rows: Grid) -> Grid:
    """The first rows, if they name the columns."""
    marked = list(takewhile(lambda row: all(cell.heads or not cell.text for cell in row), rows))
    if marked or not _names_columns(rows):
        return marked
    return rows[:1]


def _names_columns(rows: Grid) -> bool:
    """Does the first row look like headings, although nothing says so?"""
    if len(rows) < 2 or any(cell.heads for row in rows for cell in row):
        return False
    first = [cell.text.strip() for cell in rows[0]]
    if len(first) < 2 or len({*first}) < len(first) or any(map(_FIGURE.search, first)):
        return False
    below = [[bool(_FIGURE.search(cell.text)) for cell in row] for row in rows[1:]]
    return any(sum(row[at] for row in below if at < len(row)) >= MOST * len(below)
               for at in range(len(first)))  # fmt: skip


def _columns(rows: Grid) -> Iterator[list[Cell]]:
    for at in range(max(map(len, rows), default=0)):
        yield [row[at] for row in rows if at < len(row)]


def _line(row: Sequence[Cell], names: Sequence[str]) -> str:
    """A row; what goes across all columns has none of their headings."""
    texts = [cell.text.strip() for cell in row]
    if len({*texts}) == 1:
        return texts[0]
    if not names and row[0].heads and not any(cell.heads for cell in row[1:]):
        return row_line([(texts[0], row_line([("", text) for text in texts[1:]]))])
    given = [*names, *[""] * len(texts)]
    return row_line([("" if n == t else n, t) for n, t in zip(given, texts, strict=False)])
