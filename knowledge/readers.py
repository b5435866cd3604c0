"""A file becomes documents. It knows formats and encodings; it knows no chunks, store or folders.

A new format is one function `(path, source) -> list[Document]` and one line in `READERS`.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]  # only a development set-up has its stubs
from pydantic import ValidationError

from knowledge.language import language_of
from knowledge.office import docx_text, pdf_text
from knowledge.passage import Document, KnowledgeError
from knowledge.rows import csv_rows, jsonl_rows, row_document
from knowledge.text import text_of

MAX_MB = 50

_HEADER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIRST_HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*(?:\n|\Z)")


def read(path: Path, source: str) -> list[Document]:
    """All documents in one file: usually one, a row each for tables.

    Args:
        path: the file.
        source: the name it gets in the library.

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
        documents = reader(path, source) if size else []
    except OSError as error:
        raise KnowledgeError("unreadable", file=source, detail=error.strerror or error) from error
    if not documents:
        raise KnowledgeError("empty", file=source)
    return documents


def _markdown(path: Path, source: str) -> list[Document]:
    text = text_of(path, source)
    header = _HEADER.match(text)
    fields = _front_matter(header.group(1), source) if header else {}
    return _document(text[header.end() :] if header else text, path, source, fields)


def _front_matter(text: str, source: str) -> dict[str, Any]:
    try:
        fields = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        detail = " ".join(str(error).split())
        raise KnowledgeError("bad-header", file=source, detail=detail) from error
    if not isinstance(fields, dict):
        raise KnowledgeError("bad-header", file=source, detail="it must be `name: value` lines")
    # Other people's Markdown has headers of its own (tags, dates): take ours, leave the rest.
    return {name: fields[name] for name in ("title", "kind", "field", "language") if name in fields}


def _text(path: Path, source: str) -> list[Document]:
    return _document(text_of(path, source), path, source, {})


def _docx(path: Path, source: str) -> list[Document]:
    return _document(docx_text(path, source), path, source, {})


def _pdf(path: Path, source: str) -> list[Document]:
    return _document(pdf_text(path, source), path, source, {})


def _document(text: str, path: Path, source: str, fields: dict[str, Any]) -> list[Document]:
    heading = _FIRST_HEADING.match(text)
    title = str(fields.get("title") or (heading and heading.group(1)) or path.stem)
    if heading and heading.group(1) == title:
        text = text[heading.end() :]
    if not text.strip():
        return []
    given = {"language": language_of(f"{title}\n{text}"), **fields, "title": title}
    try:
        return [Document.model_validate({**given, "source": source, "text": text.strip()})]
    except ValidationError as error:
        first = error.errors()[0]
        detail = f"{first['loc'][0]}: {first['msg']}"
        raise KnowledgeError("bad-header", file=source, detail=detail) from error


def _csv(path: Path, source: str) -> list[Document]:
    return _rows(csv_rows(text_of(path, source), source), source)


def _jsonl(path: Path, source: str) -> list[Document]:
    return _rows(jsonl_rows(text_of(path, source), source), source)


def _rows(rows: list[dict[str, str]], source: str) -> list[Document]:
    found = (row_document(row, source, number) for number, row in enumerate(rows, start=1))
    return [document for document in found if document]


READERS: dict[str, Callable[[Path, str], list[Document]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".docx": _docx,
    ".pdf": _pdf,
}
