"""The parts of a message with values that were given to no task, as the user has written them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tools.prose.records import Reading

_CUT = re.compile(r"[，,；;。！!？?\n：（()）、]|:(?!\d)|\.(?=\s|$)|[—–]+|\.{3}|…")
_STOP = re.compile(r"[。；;！!？?\n.]\s*$")
BARE = 4
"""Signs beside a value, at most, of a part that says nothing without the one before it."""
LONGEST = 60
"""Characters of a part that are shown."""


def unread(read: Reading) -> tuple[str, ...]:
    """The parts, each once, in the order of the message."""
    if not read.left:
        return ()
    cuts = [cut.span() for cut in _CUT.finditer(read.message) if not _inside(cut, read.left)]
    stops = [(0, 0), *cuts, (len(read.message),) * 2]
    places = [(begin, end) for (_, begin), (end, _) in pairwise(stops)]
    parts: dict[int, str] = {}
    begin = 0
    for start, end in places:
        here = [(a, b) for a, b in read.left if start <= a and b <= end]
        sentence = _STOP.search(read.message[:start]) is not None
        if sentence or end - start - sum(b - a for a, b in here) > BARE:
            begin = start
        if here:
            parts[begin] = _quoted(read.message[begin:end], here[0][0] - begin)
    return tuple(dict.fromkeys(parts.values()))


def _quoted(part: str, place: int) -> str:
    """A part, or what of a long one stands around a value."""
    if len(part) > LONGEST:
        start = max(0, place - LONGEST // 2)
        lead = part.find(" ", start, place) + 1 if start else 0
        part = ("…" if start else "") + part[lead or start :]
    if len(part) > LONGEST:
        part = part[: max(part.rfind(" ", 0, LONGEST), LONGEST * 3 // 4)] + "…"
    return " ".join(part.split()).strip(" \t>*•-“”\"'")


def _inside(cut: re.Match[str], places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= cut.start() < end for start, end in places)
