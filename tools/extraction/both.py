"""What two tasks hold that were told side by side: “milling and deburring, **both** by Otto”,
钻孔和铣削**都**在加工中心上."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.values import Value
from tools.prose.records import Row

_BOTH = re.compile(
    r"(?:(?<![a-z])both(?: of (?:them|these|which))?(?: (?:tasks|jobs|steps))?"
    r"(?: (?:are|is|runs?|goe?s?|needs?|uses?|done|happen|take place|must|have|to|be|only|can|"
    r"require|by|on|in|at|with|using|for|the|an?|one|our))+"
    r"|(?<![其])都(?:要|需要?|得|在|用|由|占用?|归|是|让|使|交给?|一[台个名位])+)\s*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;!?](?=\s|$)|[。；！？\n]")
HELD = ("person", "trade", "machine", "people")


def shared(rows: Sequence[Row], said: Sequence[Value], message: str) -> Iterator[tuple[Row, Value]]:
    """What belongs to the last two rows of a sentence that tells of no other.

    Args:
        rows: in the order of the message.
    """
    called = [each for each in said if each.kind in ("person", "trade", "machine")]
    for value in said:
        if value.kind not in HELD or not _BOTH.search(message, 0, value.start):
            continue
        if value.kind == "people" and any(
            each.start < value.end and value.start < each.end for each in called
        ):
            continue
        begin = max((stop.end() for stop in _STOP.finditer(message, 0, value.start)), default=0)
        before = [row for row in rows if begin <= row.start < value.start]
        if len(before) == 2:
            yield from ((row, value) for row in before)
