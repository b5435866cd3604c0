"""Persons, trades and machines that the network has marked, as they are called: marks that broke a
name in two are joined, what leads to a name is left out, and "nurse" in "nurse Ida" is a title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from tools.extraction.units import Place, Units
from tools.extraction.values import Named, Value, named
from tools.prose.callings import CAPITAL, NAME
from tools.prose.workers import is_anybody, trade

_LATIN = re.compile(r"[A-Za-z]")
_WHAT_HE_IS = re.compile(rf"(?:[a-z][a-z-]* )+(?={CAPITAL})")
"""Before a name, inside one mark: "electrician Rob"."""
_OWNERS = re.compile(r"['’]s$")
_LEADS = re.compile(r"[占用由让请归](?=[\u3400-\u9fff]{2})")
_NAME = re.compile(NAME)
_TITLE_BEHIND = re.compile("师傅|干事|主任|老师|经理|医生|阿姨|律师|会计|师|姐|哥")
_TOGETHER = ("一起", "一块", "一同", "一道")
"""Words behind names of which a mark may take the first sign: 李娜 in 李娜一起装货."""
_OF_ONE_SIGN = frozenset("车窑泵灶锅炉船秤")
"""Machines; any other Chinese sign alone is a piece of a word."""
_FARTHEST = 3
"""Signs by which the name of a Chinese trade is made whole."""


def named_in(
    message: str, units: Units, spans: Mapping[Named, Sequence[Place]]
) -> list[tuple[Value, Place]]:
    """Everybody and everything that is marked, with its units.

    Args:
        spans: the marks of each kind, first and last unit.
    """
    found: list[tuple[Value, Place]] = []
    for kind in get_args(Named):
        for mark in _joined(message, units, spans[kind]):
            start, end = _whole(message, kind, *units.place(mark))
            place = units.covering(start, end)
            if place is not None and _is_name(message[start:end], kind):
                found.append((named(kind, message, start, end), place))
    persons = [value for value, _ in found if value.kind == "person"]
    return [(value, place) for value, place in found if not _is_title(message, value, persons)]


def _joined(message: str, units: Units, marks: Sequence[Place]) -> Iterator[Place]:
    """Marks that stand side by side are one: "spiral", "kneader"."""
    last: Place | None = None
    for mark in marks:
        if last is not None:
            between = message[units.place(last)[1] : units.place(mark)[0]]
            if between in ("", " ") and not _ends_name(message[slice(*units.place(last))]):
                last = last[0], mark[1]
                continue
            yield last
        last = mark
    if last is not None:
        yield last


def _ends_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None


def _whole(message: str, kind: Named, start: int, end: int) -> Place:
    """Where the name itself stands that a mark means."""
    words = message[start:end]
    if _LATIN.match(words):
        if kind == "person":
            lead, owner = _WHAT_HE_IS.match(words), _OWNERS.search(words)
            start += lead.end() if lead else 0
            end -= len(owner[0]) if owner else 0
        return start, end
    if lead := _LEADS.match(words):
        start += lead.end()
    if kind == "person":
        return _whole_person(message, start, end)
    return _whole_trade(message, start, end) if kind == "trade" else (start, end)


def _whole_person(message: str, start: int, end: int) -> Place:
    for match in _NAME.finditer(message, max(0, start - 1), end + 2):
        if match.start() <= start < match.end():
            start, end = match.span()
            break
    if message[end - 1 : end + 1] in _TOGETHER:
        end -= 1
    title = _TITLE_BEHIND.match(message, max(start + 1, end - 1))
    return (start, max(end, title.end())) if title and title.start() == start + 1 else (start, end)


def _whole_trade(message: str, start: int, end: int) -> Place:
    """A mark that is no trade, but would be with a few more signs, lacks them."""
    for more in range(_FARTHEST + 1):
        for left in range(more + 1):
            first, last = start - left, end + more - left
            if first >= 0 and trade(message[first:last]) is not None:
                return first, last
    return start, end


def _is_name(words: str, kind: Named) -> bool:
    """One Chinese sign names no person, no trade and few machines, one letter nothing; anybody is
    no trade."""
    if kind == "trade" and is_anybody(words):
        return False
    return len(words) > 1 or (kind == "machine" and words in _OF_ONE_SIGN)


def _is_title(message: str, value: Value, persons: Sequence[Value]) -> bool:
    """Whether a trade is only what the persons behind it are: "nurse Ida", "cooks Al and Bo"."""
    return value.kind == "trade" and any(
        0 <= person.start - value.end <= 1 and not message[value.end : person.start].strip()
        for person in persons
    )
