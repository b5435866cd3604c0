"""The stretch of a message that is about one task: its name, what leads to that, and what follows
up to the words that lead to the next one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tools.prose.records import Row

STOP = re.compile(r"[。！!？?\n；;]|\.(?=\s|$)")
_COMMA = re.compile(r"[,，、/]")
_OPENING = re.compile(
    r"(?:hi|hello|hey)?,? ?(?:(?:please|can you|could you)? ?(?:plan|schedule|arrange|organi[sz]e)"
    r"(?: the following)?|to-?do|tasks?|orders?|jobs?)[^,.;:\n]{0,20}: *"
    r"|请?(?:安排|排)(?:一?下)?[:：] *"
)
"""Words at the beginning that ask for a plan."""


class Segment(NamedTuple):
    """Where the words about a task stand."""

    start: int
    name: int
    """Where its name begins."""
    behind: int
    """Where its name ends."""
    stop: int
    """Where its sentence ends, or the words about it if that is sooner."""
    end: int

    def before(self, words: str) -> str:
        """What leads to the name."""
        return words[self.start : self.name]

    def after(self, words: str) -> str:
        """What follows the name in its sentence."""
        return words[self.behind : self.stop]

    def said(self, words: str) -> str:
        """Both."""
        return f"{self.before(words)} ; {self.after(words)}"


def segments(words: str, rows: Sequence[Row]) -> list[Segment]:
    """One for each of `rows`, which are in the order of the message.

    Args:
        words: the message folded, with blanks for values; as long as the message.
    """
    if not rows:
        return []
    head = rows[0].start
    opening = _OPENING.match(words, 0, head)
    leads = [_lead(words, before.end, row.start) for before, row in pairwise(rows)]
    starts = [_lead(words, opening.end() if opening else 0, head), *leads]
    found = []
    for row, start, end in zip(rows, starts, [*leads, len(words)], strict=True):
        stop = STOP.search(words, row.end, end)
        found.append(Segment(start, row.start, row.end, stop.start() if stop else end, end))
    return found


def _lead(words: str, start: int, end: int) -> int:
    """Where the words between two names begin that lead to the second."""
    stops = [each.end() for each in STOP.finditer(words, start, end)]
    commas = [each.end() for each in _COMMA.finditer(words, start, end)]
    return max(stops or commas, default=start)
