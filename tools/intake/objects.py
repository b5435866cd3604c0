"""JSON that others wrote, such as `[{"task": "weld", "duration": "2h"}]`, as tables whose headings
are its keys; and JSON in the midst of a text, as in a Markdown fence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Any, NamedTuple

from tools.intake.kinds import are_tasks, kinds_of
from tools.intake.plain import Json, json_at
from tools.intake.sheets import Sheets, rows_of
from tools.intake.taken import Note, Table

_BEGIN = re.compile(r'\{\s*"|\[\s*\{')
_TRIED = 3
"""Places at which JSON may begin: in a text full of brackets none does."""
_NEXT = re.compile(r"\s*,?\s*(?=\{)")
"""Between two objects of JSON Lines."""
_FENCE = re.compile(r"^\s*```\w*\s*$", re.MULTILINE)
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s-]+")
_UNITS = ("h", "hrs", "hours", "min", "mins", "minutes", "d", "days")
_OURS = {"demands": "needs", "predecessors": "after"}
"""Our own fields that are called otherwise as headings."""
_DEEPEST = 6
"""Lists and objects in one another, of which a cell may be made."""
_AMOUNT = re.compile(r"\d{1,9}")


class Found(NamedTuple):
    """JSON in a text."""

    value: Any
    text: str
    """Of it."""
    around: str
    """The text before and behind it."""


class Tables(NamedTuple):
    """What JSON holds, as a workbook would."""

    sheets: Sheets
    words: str
    """Its single values, such as how many people there are."""
    notes: tuple[Note, ...]


def json_within(text: str) -> Found | None:
    """The first object or list of objects in `text`; objects one behind the other (JSON Lines) are
    a list, and so is one that stands alone and is a row of a table."""
    at = 0
    for _ in range(_TRIED):
        begin = _BEGIN.search(text, at)
        if begin is None:
            return None
        if found := list(_objects(text, begin.start())):
            around = f"{text[: begin.start()]}\n{text[found[-1].end :]}"
            around = _FENCE.sub("", around).strip()
            said = text[begin.start() : found[-1].end]
            if len(found) == 1 and (around or not _is_row(found[0].value)):
                return Found(found[0].value, said, around)
            begins = [begin.start(), *(each.end for each in found)]
            parts = [text[a:b].strip(" ,\n\r\t") for a, b in pairwise(begins)]
            return Found([each.value for each in found], f"[{','.join(parts)}]", around)
        at = begin.end()
    return None


def _objects(text: str, start: int) -> Iterator[Json]:
    """The JSON that begins at `start`, and if it is a row of a table, those behind it."""
    while found := json_at(text, start):
        yield found
        following = _NEXT.match(text, found.end)
        if following is None or not _is_row(found.value):
            return
        start = following.end()


def _is_row(value: Any) -> bool:
    """Whether it is an object without objects in it."""
    return isinstance(value, dict) and not any(map(_has_objects, value.values()))


def _has_objects(part: Any) -> bool:
    return isinstance(part, dict) or _is_table(part)


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
    single = {key: _cell(part) for key, part in parts.items() if not _is_list(part)}
    sheets.setdefault("plan", {"": [[key, cell] for key, cell in single.items()]})
    left = [key for key, part in parts.items() if _is_list(part) and not kinds.get(key)]
    words = "\n".join(f"{key}: {cell}" for key, cell in single.items())
    return Tables(sheets, words, (Note("left-columns", tuple(left)),) if left else ())


def _is_list(part: Any) -> bool:
    return isinstance(part, list | dict)


def _is_table(part: Any) -> bool:
    return isinstance(part, list) and bool(part) and all(isinstance(each, dict) for each in part)


def _table(rows: Iterable[Mapping[str, Any]], name: str) -> Table:
    rows = list(rows)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    lines = ([_cell(row.get(key)) for key in keys] for row in rows)
    return rows_of(chain([[_heading(key) for key in keys]], lines), name)


def _heading(key: str) -> str:
    """A key as somebody would write it above a column: `duration_hours` is “duration (hours)”."""
    words = _WORD.split(_OURS.get(key, key))
    if len(words) > 1 and words[-1].casefold() in _UNITS:
        return f"{' '.join(words[:-1])} ({words[-1]})"
    return " ".join(words)


def _cell(value: Any, deep: int = _DEEPEST) -> str:
    """A value as somebody would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if not isinstance(value, list | dict):
        return str(value)
    if not deep:
        return "…"
    if isinstance(value, list):
        parts = [_cell(each, deep - 1) for each in value]
        return ("; " if any(isinstance(each, dict) for each in value) else ", ").join(parts)
    return _named({key: each for key, each in value.items() if each is not None}, deep - 1)


def _named(values: Mapping[str, Any], deep: int) -> str:
    """An object in a cell: how many of each there are, which of them, or what its values say."""
    said = {key: _cell(each, deep) for key, each in values.items()}
    if said.keys() == {"value", "unit"}:
        return f"{said['value']} {said['unit']}"
    if said.keys() >= {"start", "end"}:
        return _stretch(said)
    if all(isinstance(each, bool) for each in values.values()):
        return ", ".join(key for key, each in values.items() if each)
    if all(_AMOUNT.fullmatch(each) for each in said.values()):
        return ", ".join(f"{key} × {each}" for key, each in said.items())
    return " × ".join(said.values())


def _stretch(said: Mapping[str, str]) -> str:
    """Working hours, or when somebody is away or something closed."""
    if days := said.get("days"):
        return f"{days} {said['start']}-{said['end']}"
    amount = f" × {said['amount']}" if "amount" in said else ""
    reason = f" ({said['reason']})" if "reason" in said else ""
    return f"{said['start']} to {said['end']}{amount}{reason}"
