"""One cell of a table <-> one value: amounts, names, yes or no. It knows no rows, no page.

A value that the user did not give is shown with `≈` in front; a cell that keeps it stays assumed.
Lists are parted by `,` `;` `、` or a new line; a known name may hold such marks itself.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from knowledge.numbers import fold
from tools.phrases import Language, say
from tools.record import PlanError
from tools.telling import span
from tools.wording.durations import duration

MARK = "≈"
YES = {"yes", "y", "true", "1", "x", "✓", "是", "对", "可", "可以"}
LONGEST = 300  # characters that one item of a list may have: a name and what is said about it
TIME_PARTS = 2
"""Separators in a length of time, at most: `1 d, 2 h, 30 min`."""
NO = {"", "no", "n", "false", "0", "-", "否", "不", "不可", "不可以"}
_PARTS = re.compile(r"\s*[,，、;；\n]\s*")
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")+)"|“([^”]+)”|([^,，、;；\n]*))\s*(?:[,，、;；\n]|$)')
_UNCLEAR = re.compile(r'[,，、;；\n]|^["“]')
_GROUPS = re.compile(r"[;；\n](?![^(（]*[)）])")


class Place(NamedTuple):
    """Where a cell stands, for the sentence about what cannot be read in it."""

    column: str
    row: int
    of: str
    """The task, resource or calendar of the row."""

    def refuse(self, key: str, text: str, **more: str) -> PlanError:
        """That the cell says `text`, which cannot be read."""
        value = text if len(text) <= 40 else text[:39] + "…"
        column = self.column.replace(" ", "-")
        return PlanError(key, column=column, row=self.row, task=self.of, value=value, **more)


def mark(text: str, assumed: bool) -> str:
    return f"{MARK} {text}".strip() if assumed else text


def unmark(cell: str) -> tuple[str, bool]:
    """The text of a cell, and whether it is marked as assumed."""
    text = cell.strip()
    return text.removeprefix(MARK).strip(), text.startswith(MARK)


def write_minutes(value: int | None, language: Language) -> str:
    return "" if value is None else span(value, language)


def minutes(text: str) -> int | None:
    """`90`, `1h30`, `2小时` as minutes; a bare number is minutes; None if it is none of these."""
    folded = fold(text).strip()
    if re.fullmatch(r"\d{1,7}", folded):
        return int(folded)
    found = duration(folded)
    whole = found is not None and (found.start, found.end) == (0, len(folded))
    return found.minutes if found and whole else None


def read_minutes(text: str, place: Place) -> int:
    """A duration in minutes.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    found = minutes(text)
    if found is None:
        raise place.refuse("page-bad-time", text)
    return found


def read_number(text: str, place: Place, least: int = 1) -> int:
    """A whole number, `least` or more; full-width digits too.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    found = re.fullmatch(r"(\d{1,9})(\.0+)?", fold(text).strip())
    if found is None or int(found[1]) < least:
        raise place.refuse("page-bad-number", text)
    return int(found[1])


def write_flag(value: bool, language: Language) -> str:
    return say("page-yes", language) if value else ""


def is_flag(text: str) -> bool:
    return fold(text).strip() in YES | NO


def read_flag(text: str, place: Place) -> bool:
    """`yes`, `no`, `是`, `否`; nothing means no.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    if not is_flag(text):
        raise place.refuse("page-bad-flag", text)
    return fold(text).strip() in YES


def read_value(text: str, place: Place) -> int | None:
    """What is lost if a task is left out; `no`: it may not be. That it may is not enough.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    if not is_flag(text) or text.isdecimal():
        return read_number(text, place)
    if read_flag(text, place):
        raise place.refuse("page-value-missing", text)
    return None


def write_names(names: Iterable[str]) -> str:
    return ", ".join(names)


def write_listed(names: Iterable[str]) -> str:
    """Names that nobody may know when they are read: those with a separator stand in quotes."""
    return ", ".join(_quoted(name) if _UNCLEAR.search(name) else name for name in names)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def read_listed(text: str) -> list[str]:
    """Names in their order, each once; what stands in quotes is one of them."""
    found = (
        straight.replace('""', '"') or curly or bare
        for straight, curly, bare in _ITEM.findall(text)
    )
    return list(dict.fromkeys(name.strip() for name in found if name.strip()))


def read_names(text: str, known: Iterable[str]) -> list[str]:
    """Names in their order, each once; a known name is taken whole even with a comma in it."""
    names = frozenset(known)
    return list(dict.fromkeys(items(text, lambda piece: piece in names, names)))


@lru_cache(maxsize=8)
def _most_parts(names: frozenset[str]) -> int:
    return 1 + max((len(_PARTS.findall(name)) for name in names), default=0)


def items(text: str, is_known: Callable[[str], bool], names: frozenset[str]) -> list[str]:
    """Pieces between separators; the longest run of pieces that is known stays one item.

    Args:
        names: those that a known item is made of; none has more pieces than the one with most, and
            a length of time beside it. So ten thousand names in a cell are read at once.
    """
    most = _most_parts(names) + TIME_PARTS
    found, at, last = [], 0, len(text)
    while at < last:
        ends = [cut.span() for cut in _PARTS.finditer(text, at, at + LONGEST)]
        if at + LONGEST >= last:
            ends.append((last, last))
        elif not ends:
            ends.append(cut.span() if (cut := _PARTS.search(text, at)) else (last, last))
        whole = next((end for end in reversed(ends[:most]) if is_known(text[at : end[0]])), ends[0])
        if piece := text[at : whole[0]].strip():
            found.append(piece)
        at = whole[1]
    return found


def groups(text: str) -> list[str]:
    """Pieces between `;` or lines; what stands in brackets stays together."""
    return [piece.strip() for piece in _GROUPS.split(text) if piece.strip()]
