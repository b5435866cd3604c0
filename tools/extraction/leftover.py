"""Values that the network gives to no task. What stands right behind the name of a task that has
nothing of its kind is that task's; of the rest the user is told, since it may be missing in the
plan."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.units import Place
from tools.extraction.values import Value, key_of
from tools.prose.again import corrects, taken_back
from tools.prose.records import Row
from tools.prose.segments import segments

_CALLED = ("person", "trade")
_SIGNS = re.compile(r"\w")
_NO = re.compile(r"[\s,.…–—-]*no[:;.]", re.IGNORECASE)
_OF_THEM = re.compile(r"of (?:them|us)$|[俩仨]|^两人$")
BETWEEN = 4
"""Signs between the name of a task and what is its own, beside other values of it: “next, 2 h”."""
NEAR = 24
"""Signs behind a value, in which it may be taken back: “2 h, no, 3”."""
BESIDE = 3
"""Signs between a name and how many these are: “Ann and Bo, the two of them”."""


def leftover(
    said: Sequence[Value],
    given: Sequence[Value],
    counted: Sequence[Place],
    rows: Sequence[Row],
    message: str,
) -> list[Value]:
    """The values that no task has, in the order of the message.

    Args:
        counted: the places that only tell how many there are.
    """
    taken = [(each.start, each.end) for each in given] + list(counted)
    held = {key_of(name) for row in rows for name in row.held}
    names = [each.end for each in said if each.kind in _CALLED]
    return sorted(
        (
            each
            for each in said
            if each.kind != "limit"
            and not (each.kind == "people" and not each.key)
            and each.key not in held
            and not any(each.start < end and start < each.end for start, end in taken)
            and not corrects(message[each.end : each.end + NEAR])
            and not _NO.match(message, each.end)
            and not taken_back(message[: each.start])
            and not (each.kind == "people" and any(0 <= each.start - n <= BESIDE for n in names))
        ),
        key=lambda each: each.start,
    )


def settled(
    rows: Sequence[Row], left: Sequence[Value], words: str, message: str
) -> Iterator[tuple[Row, Value]]:
    """Which of them belong to which row.

    Args:
        rows: in the order of the message.
        words: the message folded, with blanks for values; as long as the message.
    """
    for row, part in zip(rows, segments(words, rows), strict=True):
        own = [
            each
            for each in left
            if part.behind <= each.start
            and each.end <= part.stop
            and len(_SIGNS.findall(words[part.behind : each.start])) <= BETWEEN
        ]
        times = [each for each in own if each.kind == "duration"]
        if row.duration is None and len({each.key for each in times}) == 1:
            yield row, times[0]
        if not row.staffed and not any(
            _OF_THEM.search(message[v.start : v.end].lower()) for v in own
        ):
            called = [each for each in own if each.kind in _CALLED]
            people = [each for each in own if each.kind == "people"]
            yield from ((row, each) for each in called or people[-1:])
