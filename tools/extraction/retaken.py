"""A value that the next words put another in the place of: “2 people for 3 h, sorry, I meant 2 h”.
What is taken back is said of nobody, and the other is said of whomever it was said of."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.twice import Extract, Owned
from tools.extraction.values import Value

_CUE = re.compile(
    r"[\s,，.。;；(（…—–-]*"
    r"(?:(?:(?:no(?! more| less)|oh|er|uh|sorry|oops|wait|correction|scratch that|actually|"
    r"i meant?(?: to say)?|make (?:that|it)|rather|my mistake)(?![a-z])"
    r"|不对|(?:我?说|写|记|搞|弄)?错了|哦不|更正(?:一下)?|抱歉|不好意思|应该是|应为|我是说|改成|是)"
    r"(?:[\s,，.。:：…—–-]|that should be|it should be|it's)*)+",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\W*(?:是|oh|er|uh)?\W*", re.IGNORECASE)
"""Words that take nothing back by themselves."""
_KINDS = ("duration", "people")


def retaken(found: Extract, message: str) -> tuple[Extract, str]:
    """Without what is taken back, and the message without the words that do so."""
    said = sorted((v for each in found.owned for v in each.values), key=lambda v: v.start)
    owned, words = list(found.owned), message
    for old, new, start in _pairs(said, message):
        owned = list(_replaced(owned, old, new))
        words = words[:start] + " " * (new.start - start) + words[new.start :]
    return found._replace(owned=owned), words


def _pairs(said: Sequence[Value], message: str) -> Iterator[tuple[Value, Value, int]]:
    """What is taken back, what counts instead, and where the words begin that say so."""
    for at, new in enumerate(said):
        before = [each for each in said[:at] if each.kind in _KINDS and each.end <= new.start]
        if new.kind not in _KINDS or not before:
            continue
        start = max(each.end for each in before)
        cue = _CUE.fullmatch(message, start, new.start)
        old = next((each for each in reversed(before) if each.kind == new.kind), None)
        if cue and not _WEAK.fullmatch(cue[0]) and old is not None and old.key != new.key:
            yield old, new, start


def _replaced(owned: Sequence[Owned], old: Value, new: Value) -> Iterator[Owned]:
    theirs = next((each.shares for each in owned if old in each.values), None)
    for each in owned:
        left = [value for value in each.values if value != old]
        shares = each.shares
        if theirs and new in left:
            shares = [max(pair) for pair in zip(shares, theirs, strict=True)]
        if left:
            yield Owned(left, shares)
