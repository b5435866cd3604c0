"""A file becomes documents. It knows formats and encodings; it knows no chunks, store or folders.

A new format is one function `(path, source, said) -> list[Document]` and one line in `READERS`;
`said` is what is known about the file from elsewhere.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from knowledge.about import document, read_about
from knowledge.grids import markdown_tables
from knowledge.office import docx_text, pdf_text, xlsx_rows
from knowledge.passage import Document, KnowledgeError
from knowledge.rows import csv_rows, jsonl_rows, row_document
from knowledge.text import text_of
from knowledge.web import html_text

MAX_MB = 50

Said = Mapping[str, Any]
"""Fields of the documents, see `about.py`."""

_HEADER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIRST_HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*(?:\n|\Z)")
NOTHING: Said = {}


def read(path: Path, source: str, said: Said = NOTHING) -> list[Document]:
    """All documents in one file: usually one, a row each for tables.

    Args:
        path: the file.
        source: the name it gets in the library.
        said: what is known about it; the file itself knows better.

    Raises:
        KnowledgeError: it cannot be read; nothing of it is returned.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise KnowledgeError("unknown-type", file=source, known=", ".join(READERS))
    try:
        size = path.stat().st_size
        if size > MAX_MB * 1_000_000:
            raise KnowledgeError("too-large", file=source, limit_mb=MAX_MB)
        documents = reader(path, source, said) if size else []
    except OSError as error:
        raise KnowledgeError("unreadable", file=source) from error
    if not documents:
        raise KnowledgeError("empty", file=source)
    return documents


def _markdown(path: Path, source: str, said: Said) -> list[Document]:
    text = markdown_tables(text_of(path, source))
    header = _HEADER.match(text)
    if not header:
        return _whole(text, path, source, said)
    fields = read_about(header.group(1), source)
    return _whole(text[header.end() :], path, source, {**said, **fields})


def _text(path: Path, source: str, said: Said) -> list[Document]:
    return _whole(text_of(path, source), path, source, said)


def _html(path: Path, source: str, said: Said) -> list[Document]:
    title, text = html_text(text_of(path, source))
    return _whole(text, path, source, {"title": title, **said} if title else said)


def _docx(path: Path, source: str, said: Said) -> list[Document]:
    return _whole(docx_text(path, source), path, source, said)


def _pdf(path: Path, source: str, said: Said) -> list[Document]:
    return _whole(pdf_text(path, source), path, source, said)


def _whole(text: str, path: Path, source: str, said: Said) -> list[Document]:
    heading = _FIRST_HEADING.match(text)
    title = str(said.get("title") or (heading and heading.group(1)) or path.stem)
    if heading and heading.group(1) == title:
        text = text[heading.end() :]
    return [document(source, title, text, said)] if text.strip() else []


def _csv(path: Path, source: str, said: Said) -> list[Document]:
    return _rows(csv_rows(text_of(path, source), source), source, said)


def _jsonl(path: Path, source: str, said: Said) -> list[Document]:
    return _rows(jsonl_rows(text_of(path, source), source), source, said)


def _xlsx(path: Path, source: str, said: Said) -> list[Document]:
    sheets = xlsx_rows(path, source)
    return [
        made
        for name, rows in sheets.items()
        for made in _rows(rows, source, said, f"{name}/" if len(sheets) > 1 else "")
    ]


def _rows(rows: list[dict[str, str]], source: str, said: Said, above: str = "") -> list[Document]:
    found = (
        row_document(row, source, f"{above}{number}", said)
        for number, row in enumerate(rows, start=1)
    )
    return [made for made in found if made]


READERS: dict[str, Callable[[Path, str, Said], list[Document]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".xlsx": _xlsx,
    ".docx": _docx,
    ".pdf": _pdf,
}
