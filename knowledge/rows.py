"""Tables become documents, a row each. It knows column names in both languages, and no files."""

import csv
import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from knowledge.about import about, document
from knowledge.passage import Document, Kind, KnowledgeError, Language

TITLES = ("title", "question", "标题", "问题", "名称")
TEXTS = ("content", "answer", "text", "内容", "答案", "回答", "正文")
IDS = ("id", "编号")


def csv_rows(text: str, source: str) -> list[dict[str, str]]:
    """The rows below the header; the separator is the commonest of `,` `;` tab in the header."""
    header = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=header.count)
    try:
        rows = list(csv.DictReader(text.lstrip().splitlines(keepends=True), delimiter=separator))
    except csv.Error as error:
        raise KnowledgeError("corrupt", file=source) from error
    return [_clean(row) for row in rows]


def jsonl_rows(text: str, source: str) -> list[dict[str, str]]:
    """One JSON object a line."""
    return [
        _json_row(line, source, number)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def _json_row(line: str, source: str, number: int) -> dict[str, str]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise KnowledgeError("bad-line", file=source, line=number) from error
    if not isinstance(row, dict):
        raise KnowledgeError("bad-line", file=source, line=number)
    return _clean(row)


def _clean(row: dict[Any, Any]) -> dict[str, str]:
    """Trimmed names and values without the empty ones (DictReader files a long row under None)."""
    pairs = ((str(name or "").strip(), _value(value)) for name, value in row.items())
    return {name: value for name, value in pairs if value}


def _value(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def row_document(
    row: dict[str, str], source: str, number: str, said: Mapping[str, Any]
) -> Document | None:
    """A row as a document called `source#id`, or `source#number` when it has no id column.

    Without a title and a text column it becomes `column: value` lines under its first value.

    Args:
        said: about the whole table; columns such as `audience` or `valid until` know better.
    """
    title, text = _pick(row, TITLES), _pick(row, TEXTS)
    if not text:
        text = "\n".join(f"{name}: {value}" for name, value in row.items())
    if not text:
        return None
    name = f"{source}#{_pick(row, IDS) or number}"
    columns = about(row, name)
    if columns.get("kind") not in get_args(Kind):
        columns.pop("kind", None)  # people call many things so
    if columns.get("language") not in get_args(Language):
        columns.pop("language", None)
    return document(name, title or next(iter(row.values()))[:100], text, {**said, **columns})


def _pick(row: dict[str, str], names: Sequence[str]) -> str:
    lowered = {name.lower(): value for name, value in row.items()}
    return next((lowered[name] for name in names if name in lowered), "")
