"""Durations that say by when, how often or since when, and not how long a task takes: "within 24
hours", "every 90 days", "5分钟后"."""

import re

from knowledge.numbers import fold
from tools.prose.records import Row

_BEFORE = re.compile(
    r"(?<![a-z])(?:within|every|each|per|after|in the next|for the next|by|in|last|past|delayed|late|open)\s*(?:about|another)?\s*$"
    r"|(?:每|限|晚点|延误|晚了|写了|开了|花了|过去|最近|未来)(?:隔|了)?$"
)
_AFTER = re.compile(
    r"\s?(?:之内|以内|内|之?后|以后|之?前|一[班次趟]|营业|ago(?![a-z])|late(?![a-z])|a (?:day|week|month|year)(?![a-z]))"
)


def is_term(row: Row, message: str) -> bool:
    """Whether the time that a row is given is no length of work."""
    if row.duration is None:
        return False
    text, words = fold(message), fold(row.duration.words)
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    if not places:
        return False
    at = min(places, key=lambda place: abs(place - row.start))
    return bool(_BEFORE.search(text[:at]) or _AFTER.match(text, at + len(words)))
