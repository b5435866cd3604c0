"""Files of Word and Excel and PDFs become text and rows. It knows their three libraries and how
those fail; no documents."""

import re
import zipfile
from datetime import datetime, time
from pathlib import Path
from typing import Any

from knowledge.grids import Cell, grid_lines
from knowledge.numbering import Numbering
from knowledge.passage import KnowledgeError
from knowledge.pdfs import page_text, plain_letters

MAX_UNPACKED_MB = 300
MAX_COLUMNS = 200

# What the two parsers raise on damaged files beside their own errors. lxml's XMLSyntaxError is a
# SyntaxError; pypdf walks a graph of objects that may be missing, of another type, or a cycle.
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, SyntaxError, RecursionError)


def docx_text(path: Path, source: str) -> str:
    """Paragraphs and the rows of tables in their order, with headings as `#` lines and items of
    lists with their numbers.

    Raises:
        KnowledgeError: `corrupt`, `too-large` or `encrypted`.
    """
    _check_zip(path, source)
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    try:
        document = docx.Document(str(path))
        lists = Numbering(document)
        blocks = document.iter_inner_content()
        lines = [_table(b) if isinstance(b, Table) else _paragraph(b, lists) for b in blocks]
    except (OpcError, zipfile.BadZipFile, *_DAMAGE) as error:
        raise KnowledgeError("corrupt", file=source) from error
    return "\n\n".join(line for line in lines if line.strip())


def _check_zip(path: Path, source: str) -> None:
    """A .docx is a zip: a small one may unpack to gigabytes, and one with a password is no zip."""
    # Office wraps a protected document in its old container format, whose first bytes these are.
    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise KnowledgeError("encrypted", file=source)
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise KnowledgeError("corrupt", file=source) from error
    if unpacked > MAX_UNPACKED_MB * 1_000_000:
        raise KnowledgeError("too-large", file=source, limit_mb=MAX_UNPACKED_MB)


def _paragraph(paragraph: Any, lists: Numbering) -> str:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    level = re.fullmatch(r"(?:heading|标题) ?([1-6])", style, re.IGNORECASE)
    if style == "Title":
        return f"# {paragraph.text.strip()}"
    if level:
        return f"{'#' * int(level.group(1))} {paragraph.text}"
    mark, text = lists.mark(paragraph), str(paragraph.text)
    return f"{mark}{text.strip()}" if mark and text.strip() else text


def _table(table: Any) -> str:
    return "\n".join(grid_lines([_row(row) for row in table.rows]))


def _row(row: Any) -> list[Cell]:
    """A row of headings is one that Word repeats on each page."""
    heads = bool(row._tr.xpath("./w:trPr/w:tblHeader[not(@w:val='0' or @w:val='false')]"))
    return [Cell(cell.text, heads) for cell in row.cells]


def xlsx_rows(path: Path, source: str) -> dict[str, list[dict[str, str]]]:
    """The rows of each visible sheet below its first, which names the columns. No formula is run:
    what was last computed is read.

    Raises:
        KnowledgeError: `corrupt`, `too-large` or `encrypted`.
    """
    _check_zip(path, source)
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return {sheet.title: _sheet(sheet) for sheet in sheets}
        finally:
            book.close()
    except (zipfile.BadZipFile, EOFError, *_DAMAGE) as error:
        raise KnowledgeError("corrupt", file=source) from error


def _sheet(sheet: Any) -> list[dict[str, str]]:
    lines = (
        [_cell(value) for value in line]
        for line in sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS)
        if any(value is not None for value in line)
    )
    names = next(lines, [])
    return [
        {name: text for name, text in zip(names, line, strict=False) if name and text}
        for line in lines
    ]


def _cell(value: object) -> str:
    """As somebody would type it."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def pdf_text(path: Path, source: str) -> str:
    """The text of all pages, a blank line between them. A file that is encrypted but opens without
    a password, as those do that only forbid to print or to copy, is read.

    Raises:
        KnowledgeError: `corrupt`, `encrypted` or `no-text-in-pdf`.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        with PdfReader(path) as reader:
            pages = [_page(page) for page in reader.pages]
    except FileNotDecryptedError as error:
        raise KnowledgeError("encrypted", file=source) from error
    except (PyPdfError, *_DAMAGE) as error:
        raise KnowledgeError("corrupt", file=source) from error
    if not any(page.strip() for page in pages):
        raise KnowledgeError("no-text-in-pdf", file=source)
    return "\n\n".join(page.strip() for page in pages)


def _page(page: Any) -> str:
    plain = plain_letters(page.extract_text())
    try:
        layout = plain_letters(page.extract_text(extraction_mode="layout"))
    except _DAMAGE:  # of what only the layout needs, such as the widths of letters
        layout = ""
    return page_text(plain, layout)
