"""Where a message speaks of no task: of how many there are, of when all work, of what somebody can
do, and the words of a time. What the network marks there is none, and needs nobody."""

import re

from knowledge.numbers import fold
from tools.extraction.units import Place
from tools.extraction.values import Value
from tools.prose.headline import closing
from tools.prose.limits import limits
from tools.prose.pieces import Pieces

_UNTIL = re.compile("截止|截至|为止")


class Aside:
    """The places in `message` that are about no task."""

    def __init__(self, message: str) -> None:
        pieces = Pieces(message)
        self._skilled: list[Place] = [(each.start, each.end) for each in pieces.able]
        self._skilled += [(each.start, each.end) for each in pieces.asked]
        self._skilled += [(each.start, each.end) for each in closing(message)]
        self._places = [
            *self._skilled,
            *((span.start, span.end) for span in pieces.spans if span.kind == "total"),
            *_times(message),
            *(match.span() for match in _UNTIL.finditer(message)),
        ]

    def covers(self, start: int, end: int) -> bool:
        """Whether all of a stretch of the message is about no task."""
        return any(first <= start and end <= last for first, last in self._places)

    def of_skill(self, value: Value) -> bool:
        """Whether words for somebody only say what one can do or must be able to do, or how many
        there are."""
        held = value.kind in ("people", "person", "trade", "machine")
        return held and any(
            value.start < last and first < value.end for first, last in self._skilled
        )


def _times(message: str) -> list[Place]:
    low = fold(message)
    found = []
    for limit in limits(message):
        start = low.find(limit.words, limit.start, limit.end)
        if start >= 0:
            found.append((start, start + len(limit.words)))
    return found
