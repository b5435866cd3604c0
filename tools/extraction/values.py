"""Values in a message that code finds and reads; whose they are is not decided here."""

import re
from collections.abc import Hashable, Iterator
from typing import Any, Literal, NamedTuple

from knowledge.numbers import fold
from tools.prose.limits import limits
from tools.prose.pieces import priorities
from tools.prose.totals import total_places
from tools.prose.workers import workers
from tools.wording.durations import bounded
from tools.wording.quantities import PEOPLE, is_people, singular

Named = Literal["person", "trade", "machine"]
"""What only the network finds."""
Kind = Literal["duration", "people", "priority", "limit"] | Named
KINDS: tuple[Kind, ...] = ("duration", "people", "priority", "limit", "person", "trade", "machine")


_UNTIL = re.compile(r"(?<![a-z])(?:until|till|sooner than|earlier than)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:after|later)(?![a-z])", re.IGNORECASE)


class Value(NamedTuple):
    """A value that may belong to tasks."""

    kind: Kind
    start: int
    end: int
    key: Hashable
    """The value itself: two places of one kind and key say the same."""
    worth: Any = None
    """What a row of a task takes, where that is not the key."""


def values(message: str) -> Iterator[Value]:
    """The durations, numbers of people, priorities and limits in a message."""
    for each in bounded(message):
        if _UNTIL.search(message, 0, each.start) and _AFTER.match(message, each.end):
            continue  # “not until 24 hours after”: no task takes so long
        yield Value("duration", each.start, each.end, each.minutes)
    totals = list(total_places(message))
    for worker in workers(message):
        if any(worker.start < end and start < worker.end for (start, end), _ in totals):
            continue  # how many there are, and no need of a task
        if is_people(worker.noun) or worker.noun == PEOPLE:
            yield Value("people", worker.start, worker.end, worker.amount)
    for start, end, urgency in priorities(fold(message)):
        yield Value("priority", start, end, urgency)
    for limit in limits(message):
        yield Value("limit", limit.start, limit.end, (limit.kind, limit.words, limit.start), limit)


def named(kind: Named, message: str, start: int, end: int) -> Value:
    """A person, trade or machine that stands in a place."""
    words = message[start:end]
    key = fold(words).removeprefix("the ").strip() if _is_name(message, start, words) else None
    return Value(kind, start, end, key or key_of(words))


def key_of(words: str) -> str:
    """One of it, as it is called in a plan."""
    return singular(fold(words)).removeprefix("the ").strip()


def _is_name(message: str, start: int, words: str) -> bool:
    """A capital amid a sentence: “on the Haas” is not one of several haas."""
    return words.split()[-1][:1].isupper() and message[:start].rstrip(" ")[-1:].isalpha()
