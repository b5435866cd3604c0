"""Words that the network takes for a task, though they only speak of one again: of “ironing comes
after drying”, behind “iron 1 h”, the first word, and the rest of a verb in “has to be sent out”."""

import re
from collections.abc import Sequence

from tools.prose.records import Row
from tools.wording.names import mentioned

_NO_NAME = re.compile(
    r"be(?:en|ing)? |(?:the|an?|this|that|it|we|they|you|please|then|work(?:ing)?|"
    r"(?:working |opening )?hours)$"
    r"|(?:(?:through|over|into|from|with|for|by|on|in|at|to|of|and|the|an?|my|our|its|one|all) ?)+$"
    r"|[\u3400-\u9fff]$"
)
"""Words without which a name is none; and a single Chinese sign is cut out of a word."""


def echoes(rows: Sequence[Row]) -> set[int]:
    """The numbers of the rows that are no tasks, beside some that are given time."""
    timed = [row.name for row in rows if row.duration is not None]
    return {
        number
        for number, row in enumerate(rows)
        if timed and row.duration is None and (_NO_NAME.match(row.low) or _again(row, timed))
    }


def _again(row: Row, names: Sequence[str]) -> bool:
    """Whether it is one word that means one of the tasks, and nothing else is said of it."""
    said = row.held or row.limits or row.priority
    word = " " not in row.name and row.name.isascii()
    return word and not said and len(mentioned(row.name, names)) == 1
