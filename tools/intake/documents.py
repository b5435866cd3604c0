"""DOCX and PDF -> their tables of tasks, and the text around them. It knows the two libraries and
how those fail; what a text means is read elsewhere."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from tools.intake.columns import find_heads
from tools.intake.grids import columns_of
from tools.intake.taken import Note, Table
from tools.record import PlanError

MAX_UNPACKED = 200_000_000
MAX_PAGES = 200
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of the container in which Office keeps files with a password, and old ones."""
# What the parsers raise on damaged files beside their own errors: lxml's XMLSyntaxError is a
# SyntaxError; pypdf walks a graph of objects that may be missing, of another type, or a cycle.
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, SyntaxError, RecursionError, OSError)


class Parts(NamedTuple):
    """A document as tables of tasks and words."""

    tables: tuple[Table, ...]
    words: str
    notes: tuple[Note, ...] = ()


def read_docx(data: bytes, name: str) -> Parts:
    """Tables of tasks, and paragraphs and other tables as text.

    Raises:
        PlanError: it is damaged, has a password, or unpacks to too much.
    """
    import docx
    from docx.opc.exceptions import OpcError

    if data.startswith(_OLD_OFFICE):
        raise PlanError("file-encrypted", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1_000_000
            raise PlanError("file-unpacked", file=name, size=size // 1_000_000, limit=limit)
        blocks = list(_blocks(docx.Document(io.BytesIO(data))))
    except PlanError:
        raise
    except (OpcError, zipfile.BadZipFile, *DAMAGE) as error:
        raise PlanError("file-corrupt", file=name) from error
    tables = tuple(each for each in blocks if not isinstance(each, str))
    return Parts(tables, "\n".join(each for each in blocks if isinstance(each, str)))


def _blocks(document: Any) -> Iterator[str | Table]:
    from docx.table import Table as WordTable

    for block in document.iter_inner_content():
        if not isinstance(block, WordTable):
            yield str(block.text)
            continue
        rows = [[cell.text.strip() for cell in row.cells] for row in block.rows]
        yield rows if find_heads(rows) is not None else "\n".join(map(" | ".join, rows))


def read_pdf(data: bytes, name: str) -> Parts:
    """The text of the pages; where columns stand apart they are parted by tabs.

    Raises:
        PlanError: it is damaged, has a password, or holds pictures of text only.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        with PdfReader(io.BytesIO(data)) as reader:
            count = len(reader.pages)
            pages = [
                page.extract_text(extraction_mode="layout") for page in reader.pages[:MAX_PAGES]
            ]
    except FileNotDecryptedError as error:
        raise PlanError("file-encrypted", file=name) from error
    except (PyPdfError, *DAMAGE) as error:
        raise PlanError("file-corrupt", file=name) from error
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise PlanError("file-scanned", file=name, count=count)
    notes = [Note("blank-pages", number=blank)] if blank else []
    notes += [Note("late-pages", number=count - MAX_PAGES)] if count > MAX_PAGES else []
    return Parts((), columns_of("\n".join(pages)), tuple(notes))
