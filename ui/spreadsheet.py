"""Rows as CSV that spreadsheets open as they are meant."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """A line for each row, in UTF-8, with the mark without which spreadsheets take it for ANSI."""
    yield BOM_UTF8
    text = io.StringIO()
    write = csv.writer(text)
    for row in rows:
        write.writerow(map(inert, row))
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def inert(cell: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
