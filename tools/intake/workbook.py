"""An XLSX file -> its visible tables, with the values that its formulas had when it was saved. No
formula and no macro is ever run."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any

from tools.intake.columns import LOOKED_AT, MAX_COLUMNS
from tools.intake.kinds import kinds_of
from tools.intake.sheets import Sheets, rows_of
from tools.intake.taken import Note, Table
from tools.record import PlanError
from tools.table.cells import MARK
from tools.table.headings import SHEETS, meaning

MAX_UNPACKED = 200_000_000
"""Bytes of a workbook, which is a packed folder of texts."""
MAX_LAID_OUT = 3_000_000
"""Bytes up to which merged cells and hidden rows are looked at, which holds all of it in memory."""

MAX_CELLS = 2_000_000
"""Of a sheet whose layout is looked at: a single cell far away makes it huge."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # XML that is not well-formed
    RuntimeError,  # encrypted
    KeyError,
    ValueError,
    OSError,
    EOFError,
)
"""What reading a damaged workbook may raise."""


def read_workbook(data: bytes, name: str) -> tuple[Sheets, tuple[Note, ...]]:
    """The visible sheets by what they hold, and what was guessed and left out.

    Raises:
        PlanError: it is damaged, or unpacks to too much.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 0.3 s

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
            _check_unpacked(size, name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        whole = load_workbook(io.BytesIO(data)) if size <= MAX_LAID_OUT else None
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        kinds = kinds_of({sheet.title: _beginning(sheet, name) for sheet in sheets})
        found, notes = dict[str, dict[str, Table]](), _told(book.worksheets, kinds)
        for sheet in sheets:
            if kind := kinds[sheet.title]:
                layout = _Layout(whole[sheet.title] if whole else None)
                found.setdefault(kind, {})[sheet.title] = rows_of(layout.rows(sheet), name)
                notes += layout.notes()
        return found, tuple(notes)
    except PlanError:
        raise
    except BROKEN as error:
        raise PlanError("file-corrupt", file=name) from error


def _beginning(sheet: Any, name: str) -> Table:
    """The first rows of a sheet, without its layout."""
    rows = islice(_Layout(None).rows(sheet), LOOKED_AT + 1)
    return rows_of((row[:MAX_COLUMNS] for row in rows), name)


def _told(sheets: Sequence[Any], kinds: dict[str, str]) -> list[Note]:
    """Sheets that are hidden, that nothing is known to be read from, and which hold the tasks if
    that is not plain."""
    hidden = tuple(each.title for each in sheets if each.sheet_state != "visible")
    others = tuple(title for title, kind in kinds.items() if not kind)
    tasks = tuple(title for title, kind in kinds.items() if kind == "tasks")
    plain = len(kinds) == 1 or (len(tasks) == 1 and meaning(tasks[0], SHEETS) == "tasks")
    found = (
        ("hidden-sheets", hidden),
        ("other-sheets", others),
        ("sheets", () if plain else tasks),
    )
    return [Note(key, names, len(names)) for key, names in found if names]


def _check_unpacked(size: int, name: str) -> None:
    if size > MAX_UNPACKED:
        limit = MAX_UNPACKED // 1_000_000
        raise PlanError("file-unpacked", file=name, size=size // 1_000_000, limit=limit)


class _Layout:
    """What a sheet's cells do not say themselves: which are merged, hidden, or computed."""

    def __init__(self, sheet: Any | None) -> None:
        self._first: dict[tuple[int, int], tuple[int, int]] = {}
        self._hidden: set[int] = set()
        self._formulas: set[tuple[int, int]] = set()
        self._merged = self._skipped = self._width = 0
        self._uncomputed: list[tuple[int, int]] = []
        if sheet is None or sheet.max_row * sheet.max_column > MAX_CELLS:
            return
        for block in sheet.merged_cells.ranges:
            self._merged += 1
            if block.min_col == block.max_col:  # a title over several columns stands in the first
                rows = range(block.min_row, block.max_row + 1)
                column = block.min_col
                self._first |= {(row, column): (block.min_row, column) for row in rows}
        self._hidden = {at for at, row in sheet.row_dimensions.items() if row.hidden}
        cells = (cell for row in sheet.iter_rows() for cell in row)
        self._formulas = {(c.row, c.column) for c in cells if c.data_type == "f"}
        self._width = max((column for _, column in {*self._first, *self._formulas}), default=0)

    def rows(self, sheet: Any) -> Iterator[list[str]]:
        """Rows as text: each cell of a merged block with its value, no hidden row."""
        blocks: dict[tuple[int, int], object] = {}
        lines = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1)
        for at, row in enumerate(lines, start=1):
            if row.count(None) == len(row) and not self._first:
                continue  # a sheet may have a million empty rows
            if at in self._hidden:
                self._skipped += row.count(None) < len(row)
                continue
            used = row[: max(self._width, _filled(row))]  # openpyxl fills up all rows to the limit
            values = [
                self._value(at, column, value, blocks) for column, value in enumerate(used, 1)
            ]
            yield ["" if value is None else _plain(value) for value in values]

    def _value(
        self, row: int, column: int, value: object, blocks: dict[tuple[int, int], object]
    ) -> object:
        if value is None and (row, column) in self._formulas:
            self._uncomputed.append((row, column))
            value = MARK
        first = self._first.get((row, column))
        if first is None:
            return value
        return blocks.setdefault(first, value)

    def notes(self) -> Iterator[Note]:
        """What was done to the rows, once they are read."""
        if self._merged:
            yield Note("merged", number=self._merged)
        if self._skipped:
            yield Note("hidden-rows", number=self._skipped)
        if self._uncomputed:
            first = tuple(_place(*cell) for cell in self._uncomputed[:3])
            yield Note("uncomputed", first, len(self._uncomputed))


def _filled(row: tuple[object, ...]) -> int:
    """How many cells of a row there are up to the last that is not empty."""
    last = len(row)
    while last and row[last - 1] is None:
        last -= 1
    return last


def _place(row: int, column: int) -> str:
    """A cell as a spreadsheet calls it: B7."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    return f"{get_column_letter(column)}{row}"


def _plain(value: object) -> str:
    """A cell as somebody would type it: a day has no time, a length of time is in minutes."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        return f"{-(-value // timedelta(minutes=1))} min"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
