"""JSON that others wrote, such as `[{"task": "weld", "duration": "2h"}]`, as tables whose headings
are its keys; and JSON in the midst of a text, as in a Markdown fence."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tools.intake.kinds import are_tasks, kinds_of
from tools.intake.plain import json_at
from tools.intake.sheets import Sheets, rows_of
from tools.intake.taken import Note, Table

_BEGIN = re.compile(r'\{\s*"|\[\s*\{')
_TRIED = 3
"""Places at which JSON may begin: in a text full of brackets none does."""
_FENCE = re.compile(r"^\s*```\w*\s*$", re.MULTILINE)
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s-]+")
_UNITS = ("h", "hrs", "hours", "min", "mins", "minutes", "d", "days")
_OURS = {"demands": "needs", "predecessors": "after"}
"""Our own fields that are called otherwise as headings."""


class Found(NamedTuple):
    """JSON in a text."""

    value: Any
    around: str
    """The text before and behind it."""


class Tables(NamedTuple):
    """What JSON holds, as a workbook would."""

    sheets: Sheets
    words: str
    """Its single values, such as how many people there are."""
    notes: tuple[Note, ...]


def json_within(text: str, name: str) -> Found | None:
    """The first object or list of objects in `text`.

    Args:
        name: what to call the text in errors.

    Raises:
        PlanError: a key stands twice in one object.
    """
    at = 0
    for _ in range(_TRIED):
        begin = _BEGIN.search(text, at)
        if begin is None:
            return None
        if found := json_at(text, begin.start(), name):
            around = f"{text[: begin.start()]}\n{text[found.end :]}"
            return Found(found.value, _FENCE.sub("", around).strip())
        at = begin.end()
    return None


def tables_of(value: Any, name: str) -> Tables | None:
    """The tables in JSON; None if none of them holds tasks.

    Raises:
        PlanError: there is too much of it.
    """
    while (
        isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), dict)
    ):
        value = next(iter(value.values()))
    parts = value if isinstance(value, dict) else {"tasks": value}
    tables = {key: _table(part, name) for key, part in parts.items() if _is_table(part)}
    kinds = kinds_of(tables)
    if not any(are_tasks(rows) for rows in tables.values()):
        return None
    sheets: dict[str, dict[str, Table]] = {}
    for key, kind in kinds.items():
        if kind:
            sheets.setdefault(kind, {})[key] = tables[key]
    single = {key: _cell(part) for key, part in parts.items() if not isinstance(part, list | dict)}
    sheets.setdefault("plan", {"": [[key, cell] for key, cell in single.items()]})
    left = [key for key in parts if key not in single and not kinds.get(key)]
    words = "\n".join(f"{key}: {cell}" for key, cell in single.items())
    return Tables(sheets, words, (Note("left-columns", tuple(left)),) if left else ())


def _is_table(part: Any) -> bool:
    return isinstance(part, list) and bool(part) and all(isinstance(each, dict) for each in part)


def _table(rows: Iterable[Mapping[str, Any]], name: str) -> Table:
    rows = list(rows)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    lines = [[_cell(row.get(key)) for key in keys] for row in rows]
    return rows_of([[_heading(key) for key in keys], *lines], name)


def _heading(key: str) -> str:
    """A key as somebody would write it above a column: `duration_hours` is “duration (hours)”."""
    words = _WORD.split(_OURS.get(key, key))
    if len(words) > 1 and words[-1].casefold() in _UNITS:
        return f"{' '.join(words[:-1])} ({words[-1]})"
    return " ".join(words)


def _cell(value: Any) -> str:
    """A value as somebody would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict):
        if set(value) == {"value", "unit"}:
            return f"{_cell(value['value'])} {_cell(value['unit'])}"
        if all(isinstance(each, int) for each in value.values()):
            return ", ".join(f"{key} × {each}" for key, each in value.items())
        return " × ".join(map(_cell, value.values()))
    return "" if value is None else str(value)
