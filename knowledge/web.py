"""A page in HTML becomes Markdown: its headings, paragraphs, lists and the rows of its tables, and
nothing of what surrounds them. It runs no script and follows no link."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from knowledge.grids import Cell, grid_lines

HIDDEN = frozenset({"script", "style", "template", "noscript", "nav", "svg", "head"})
BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "ul", "ol", "tr"}
    | {"blockquote", "pre", "dl", "dt", "dd", "br", "hr", "figure", "form", "body"}
)
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol"})
WIDEST = 50
"""Columns or rows that a cell can go across; more are a mistake."""


class _Open(NamedTuple):
    """The cell that is being read, and how many columns and rows it goes across."""

    heads: bool
    across: int
    down: int
    parts: list[str]


class _Table:
    """A table as it is read."""

    def __init__(self) -> None:
        self.grid: list[list[Cell]] = []
        self.cell: _Open | None = None
        self._hanging: dict[int, tuple[int, Cell]] = {}  # column -> cells that reach further down

    def row(self) -> None:
        self.end_cell()
        self.grid.append([])

    def begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        self.end_cell()
        if not self.grid:
            self.grid.append([])
        across, down = (_span(attrs.get(name)) for name in ("colspan", "rowspan"))
        self.cell = _Open(tag == "th", across, down, [])

    def end_cell(self) -> None:
        if (cell := self.cell) is None:
            return
        self.cell = None
        self._fill()
        made = Cell(_plain("".join(cell.parts)), cell.heads)
        for _ in range(cell.across):
            if cell.down > 1:
                self._hanging[len(self.grid[-1])] = (cell.down - 1, made)
            self.grid[-1].append(made)
        self._fill()

    def _fill(self) -> None:
        row = self.grid[-1]
        while (held := self._hanging.pop(len(row), None)) is not None:
            left, cell = held
            if left > 1:
                self._hanging[len(row)] = (left - 1, cell)
            row.append(cell)

    def text(self) -> str:
        """Its rows as lines; what only arranges a page by cells is told cell by cell."""
        self.end_cell()
        cells = [cell.text for row in self.grid for cell in row]
        if any("\n" in text for text in cells):
            return "\n\n".join(dict.fromkeys(filter(None, cells)))
        return "\n".join(grid_lines(self.grid))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._page: list[str] = []
        self._tables: list[_Table] = []
        self._open: list[str] = []  # what is open of HIDDEN, and `title`
        self._lists: list[int | None] = []  # the next number of those that are open; bullets: None

    @property
    def parts(self) -> list[str]:
        """What is read goes into the innermost cell that is open, else beside its table."""
        cells = (table.cell for table in reversed(self._tables))
        return next((cell.parts for cell in cells if cell), self._page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._open.clear()  # the end of a head need not be written
        if tag in HIDDEN or tag == "title":
            self._open.append(tag)
        elif re.fullmatch("h[1-6]", tag):
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            self.parts.append(f"\n{self._mark(dict(attrs).get('value'))}")
        elif tag == "table":
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._tables[-1].row()
        elif self._tables and tag in CELLS:
            self._tables[-1].begin(tag, dict(attrs))
        elif tag in BLOCKS:
            self.parts.append("\n" if tag == "br" else "\n\n")
        if tag in LISTS:
            self._lists.append(_whole(dict(attrs).get("start"), 1) if tag == "ol" else None)

    def _mark(self, value: str | None) -> str:
        """What stands before an item. One of a list within a list has a bullet: as a number it
        would be taken for one of the list around it."""
        if len(self._lists) != 1 or self._lists[0] is None:
            return "- "
        number = _whole(value, self._lists[0])
        self._lists[0] = number + 1
        return f"{number}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS and self._lists:
            self._lists.pop()
        if tag in self._open:  # a tag that was never closed hides only as far as the next outer one
            while self._open.pop() != tag:
                pass
        elif tag == "table" and self._tables:
            text = self._tables.pop().text()
            self.parts.append(f"\n\n{text}\n\n")
        elif self._tables and tag in CELLS:
            self._tables[-1].end_cell()
        elif re.fullmatch("h[1-6]", tag) or tag in BLOCKS - {"tr", "br"}:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self.title += data
        elif not self._open:
            text, parts = re.sub(r"\s+", " ", data), self.parts
            if not parts or parts[-1].endswith("\n"):
                text = text.lstrip()  # white space between blocks is none
            parts.append(text)

    def text(self) -> str:
        while self._tables:  # the end of a table need not have been written
            self.handle_endtag("table")
        return _plain("".join(self._page))


def html_text(text: str) -> tuple[str, str]:
    """The title, perhaps empty, and the text of a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return " ".join(reader.title.split()), reader.text()


def _plain(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _span(value: str | None) -> int:
    return min(_whole(value, 1), WIDEST) or 1


def _whole(value: str | None, other: int) -> int:
    return int(value) if value and value.isdecimal() else other
