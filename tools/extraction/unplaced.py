"""Times that the network gives to no task, or to one of those that they are said of: “Deadline for
packing: tomorrow 5 pm” is said in a sentence that names one, “a call at 10:00 for half an hour” is
when that task starts, and “by noon: ...” heads all that follow."""

import re
from collections.abc import Iterable, Sequence

from tools.prose.limits import Limit
from tools.prose.records import Row
from tools.prose.segments import STOP, segments
from tools.wording.names import mentioned

_AT = re.compile(
    r"^(?:[\0\s,()]|(?<![a-z])(?:takes place|happens|is|will be|for|with|and|an?|the)(?![a-z]))"
    r"{0,80}"
    r"(?P<time>(?<![a-z])at (?:\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon))"
    r"(?![\w:])"
)


_HEADS = re.compile(r"[^.;!?\n:]{0,30}:\s*(?:[-*•]|1[.)])?\s*")
"""Between a time and the first task: it is said of all, “By Friday noon at the latest: ...”."""
_ENDS = ("due", "deadline")


def place(rows: Sequence[Row], words: str, said: Iterable[Limit]) -> None:
    """Rows take the limits that are nobody's and stand in a sentence that names only them.

    Args:
        words: the message folded; as long as the message.
        said: all limits in it.
    """
    for limit in said:
        if rows and _HEADS.fullmatch(words, limit.end, rows[0].start) and limit.kind in _ENDS:
            for row in rows:
                row.limits.setdefault(limit.kind, limit)
    taken = {limit.start for row in rows for limit in row.limits.values()}
    names = {row.name: row for row in rows}
    for limit in said:
        if limit.start not in taken:
            begin, end = _sentence(words, limit)
            named = mentioned(words[begin:end], list(names))
            if len(named) == 1:
                names[named[0]].limits.setdefault(limit.kind, limit)


def appoint(rows: Sequence[Row], words: str) -> None:
    """Rows start when it is said right behind their names.

    Args:
        words: the message folded, with blanks for values; as long as the message.
    """
    for row, part in zip(rows, segments(words, rows), strict=True):
        said = part.after(words)
        if (match := _AT.match(said)) and not row.limits:
            start, end = (part.behind + each for each in match.span("time"))
            row.limits["fixed"] = Limit(start, end, "fixed", match["time"].removeprefix("at "))


def _sentence(words: str, limit: Limit) -> tuple[int, int]:
    begin = max((stop.end() for stop in STOP.finditer(words, 0, limit.start)), default=0)
    stop = STOP.search(words, limit.end)
    return begin, stop.start() if stop else len(words)
