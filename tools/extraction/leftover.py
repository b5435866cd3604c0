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
from tools.wording.names import mentions

_CALLED = ("person", "trade")
_SIGNS = re.compile(r"\w")
_NO = re.compile(r"[\s,.…–—-]*no[:;.]", re.IGNORECASE)
_OF_THEM = re.compile(r"of (?:them|us)$|[俩仨]|^两人$")
BETWEEN = 4
"""Signs between the name of a task and what is its own, beside other values of it: “next, 2 h”."""
_CUT = re.compile(r"[,，;；。!！?？\n]|\.(?=\s)")
_NEEDS = re.compile(
    r"^\s*(?:[:：]|(?:is|are|needs?|uses?|takes?|requires?|goes to|go to|go through|by|on)"
    r"(?![a-z])|"
    r"都?(?:需要?|要|用|得用|占用?|由|归|交给|是|在|上|非)|$)"
)
"""What stands between a task and what it needs."""
_LEADS = re.compile(r"[\s:：)）\].,，、–-]*(?:(?:the|a|an|to|please)\s+)?", re.IGNORECASE)
_HEADS = re.compile(r"(?:^|[\n。；;.!！?？,，、•*-])\s*[(（\[]?\s*$")
"""Before what stands at the head of a sentence or of an item."""
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
        if row.priority is None and (rank := _leading(row, left, message)) is not None:
            yield row, rank
        times = [each for each in own if each.kind == "duration"]
        if row.duration is None and len({each.key for each in times}) == 1:
            yield row, times[0]
        if not row.staffed and not any(
            _OF_THEM.search(message[v.start : v.end].lower()) for v in own
        ):
            called = [each for each in own if each.kind in _CALLED]
            people = [each for each in own if each.kind == "people"]
            yield from ((row, each) for each in called or people[-1:])
    yield from _named_again(rows, left, message)


def _leading(row: Row, left: Sequence[Value], message: str) -> Value | None:
    """The priority that heads the words about a row: “P1 fix the login”, “P2：更换路灯”."""
    for each in left:
        leads = each.kind == "priority" and _LEADS.fullmatch(message, each.end, row.start)
        if leads and _HEADS.search(message, 0, each.start):
            return each
    return None


def _named_again(
    rows: Sequence[Row], left: Sequence[Value], message: str
) -> Iterator[tuple[Row, Value]]:
    """What a clause beside the tasks says that one of them needs: “压制占一台压榨机”, “the desks
    need the caretaker”."""
    names = {row.name: row for row in rows}
    for value in left:
        if value.kind == "duration" or value.kind == "priority":
            continue
        begin = max((cut.end() for cut in _CUT.finditer(message, 0, value.start)), default=0)
        if any(begin < row.end and row.start < value.start for row in rows):
            continue
        said = message[begin : value.start].lower()
        found = mentions(said, list(names))
        if len({each.name for each in found}) == 1 and _NEEDS.search(said[found[-1].end :]):
            yield names[found[0].name], value
