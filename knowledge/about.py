"""What is said about a text beside the text: in a file's header, in a file next to it, in the
columns of a table, or by whoever takes it in. It knows names and dates in both languages; no files.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, get_args

import yaml  # type: ignore[import-untyped]  # only a development set-up has its stubs
from pydantic import BaseModel, ValidationError

from knowledge.language import language_of
from knowledge.passage import Document, KnowledgeError

NAMES = {
    "title": ("title", "标题"),
    "kind": ("kind", "类型", "种类"),
    "field": ("field", "industry", "行业", "领域"),
    "language": ("language", "lang", "语言"),
    "version": ("version", "版本"),
    "valid_from": ("valid_from", "valid from", "effective", "生效日期", "生效"),
    "valid_until": ("valid_until", "valid until", "expires", "失效日期", "失效", "有效期至"),
    "owner": ("owner", "负责人"),
    "audience": ("audience", "visible to", "受众", "可见范围"),
}
KINDS = {"流程": "procedure", "回复": "reply", "文档": "document", "资料": "document"}
ANYBODY = ("everyone", "all", "所有人", "全体", "全员")

_MEANT = {name: key for key, names in NAMES.items() for name in names}
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def read_about(text: str, source: str) -> dict[str, Any]:
    """What YAML lines say about a document.

    Raises:
        KnowledgeError: `bad-header` or `bad-date`.
    """
    return about(header_fields(text, source), source)


def header_fields(text: str, source: str) -> dict[Any, Any]:
    """The names and values of YAML lines. What a library says of wrong ones is in English, and of
    its own making: it is not passed on.

    Raises:
        KnowledgeError: `bad-header`.
    """
    try:
        fields = yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a day such as 2026-02-30
        raise KnowledgeError("bad-header", file=source) from error
    if not isinstance(fields, dict):
        raise KnowledgeError("bad-header", file=source)
    return fields


def about(fields: Mapping[Any, Any], source: str) -> dict[str, Any]:
    """The fields of a `Document` among others: other people's texts have headers of their own
    (tags, authors), which say nothing here.

    Raises:
        KnowledgeError: `bad-date`.
    """
    found: dict[str, Any] = {}
    for name, value in fields.items():
        key = _MEANT.get(str(name).strip().lower().replace("-", "_"))
        if key and value not in (None, "", []):
            found[key] = _value(key, value, source)
    return found


def _value(key: str, value: Any, source: str) -> Any:
    if key in ("valid_from", "valid_until"):
        return day(value, source, key)
    if key == "audience":
        names = value if isinstance(value, list) else re.split(r"[,;，；、]", str(value))
        texts = [str(name).strip() for name in names]
        return tuple("everyone" if text.lower() in ANYBODY else text for text in texts)
    text = str(value).strip()
    return KINDS.get(text, text.lower()) if key in ("kind", "language") else text


def day(value: Any, source: str, name: str) -> date | None:
    """The day that was written; None if none was.

    Args:
        source: the file or the form in which it stands.
        name: what it is called there.

    Raises:
        KnowledgeError: `bad-date`.
    """
    if not str(value or "").strip():
        return None
    if isinstance(value, date):  # YAML and workbooks have dates of their own
        return value.date() if isinstance(value, datetime) else value
    match = _DATE.match(str(value).strip())
    try:
        return date(*map(int, match.groups()))  # type: ignore[union-attr]
    except (AttributeError, ValueError) as error:
        raise KnowledgeError("bad-date", file=source, value=value, name=name) from error


def document(source: str, title: str, text: str, said: Mapping[str, Any]) -> Document:
    """A document of what was read and what is said about it.

    Raises:
        KnowledgeError: `bad-value`, `bad-choice` or `ends-early`.
    """
    given = {"language": language_of(f"{title}\n{text}"), **said, "title": title}
    try:
        return Document.model_validate({**given, "source": source, "text": text.strip()})
    except ValidationError as error:
        raise unfit(error, Document, source) from error


def unfit(error: ValidationError, record: type[BaseModel], source: str) -> KnowledgeError:
    """What is wrong with the first value that a record cannot have."""
    first = error.errors()[0]
    if isinstance(own := first.get("ctx", {}).get("error"), KnowledgeError):
        return own
    name, value = str(first["loc"][0]), str(first["input"])
    known = get_args(record.model_fields[name].annotation)
    if first["type"] == "literal_error":
        listed = ", ".join(known)
        return KnowledgeError("bad-choice", file=source, name=name, value=value, known=listed)
    return KnowledgeError("bad-value", file=source, name=name, value=value)
