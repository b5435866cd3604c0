"""When all work starts, as a message says of no task: "we start on 1 December at 8",
从明天早上8点开始."""

import re
from collections.abc import Sequence

from knowledge.numbers import fold
from tools.prose.records import Row
from tools.prose.shift import Shift
from tools.wording.starts import says_start

_SENTENCE = re.compile(r"(?:[^.。!！?？;；\n]|\.(?=\S))+")
_CLAUSE = re.compile(r"(?:[^,，、]|(?<=\d),(?=\d))+")
_ALL = re.compile(
    r"(?<![a-z])(?:we|all|everything|the (?:plan|project|work))(?![a-z])|我们|大家|全部|计划|项目|整个"
)


def beginning(text: str, rows: Sequence[Row], shift: Shift | None) -> str | None:
    """The words of it, folded; None if the message does not say.

    They stand before the tasks, beside the working hours, or speak of all; else they may well be
    of one task.
    """
    low = fold(text)
    first = min((row.start for row in rows), default=len(low))
    limits = [each.start for row in rows for each in row.limits.values()]
    for sentence in _SENTENCE.finditer(low):
        begin, end = sentence.span()
        if any(begin <= row.start < end for row in rows):
            continue
        hours = shift is not None and begin <= shift.start < end
        for clause in _CLAUSE.finditer(low, begin, end):
            words = clause[0].strip()
            of_all = begin < first or hours or _ALL.search(words)
            taken = any(clause.start() <= at < clause.end() for at in limits)
            if of_all and not taken and says_start(words):
                return words
    return None
