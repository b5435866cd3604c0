"""The words that the network takes for names of tasks, made whole: a code is one word (T2, BUG-12),
no part of a number of hours or people belongs to a name, and where tasks are called by nothing but
letters and codes, those that it has not seen are found by where they stand."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.units import Place, Units
from tools.extraction.values import Value

BEGINS, GOES_ON = 1, 2
"""The tags of a task's units."""
_CODE = re.compile(
    r"(?<![\w.&/-])(?:[A-Z]{1,5}-?\d{1,4}[a-z]?|[A-Z]{2,5}(?:-\d{1,4}){2}|[a-z]\d{1,2})"
    r"(?![A-Za-z\d]|[-&]\w)"
)
_LETTER = re.compile(r"(?<![A-Za-z\d.&/-])[A-Z](?![A-Za-z]|[-&]\w)")
_HEAD = re.compile(
    r"(?:^|[\n,，;；.。:：、(（|]|->|→|(?<![a-z])(?:and|then|first|next|finally|task|step|job)|[和先再])"
    r"[\s*•–-]*$",
    re.IGNORECASE,
)
"""What stands before the name of a task that is told."""
_SAID = re.compile(
    r"\s*(?:[:：=(（|,，–-]|->|→)?\s*"
    r"(?:(?:will |also )?(?:needs?|takes?|requires?|lasts?|is|uses?|by|with|for)(?![a-z])"
    r"|需要?|要|用|由|占)?\s*\0"
)
"""What stands behind it: a value, here as a zero."""
_VALUES = ("duration", "people")
Found = Sequence[tuple[Value, Place]]


def whole(message: str, units: Units, spans: Sequence[Place], found: Found) -> list[Place]:
    """The spans of tasks as they are meant.

    Args:
        spans: first and last unit of each, in the order of the message.
        found: the values in the message, with their units.
    """
    codes = list(_codes(message, units, found))
    kept = [each for span in spans if (each := _without(span, found)) is not None]
    kept = [_with_code(message, units, span, codes) for span in kept]
    if all(span in codes for span in kept):
        told = _told(message, units, codes, found)
        kept = [span for span in kept if message[slice(*units.place(span))] not in told]
        kept += told.values()
    return sorted(_joined(kept))


def tagged(tags: Sequence[int], tasks: Sequence[Place]) -> list[int]:
    """The tags of units with these tasks in them, and no others."""
    told = [0 if tag in (BEGINS, GOES_ON) else tag for tag in tags]
    for first, last in tasks:
        told[first : last + 1] = [BEGINS, *[GOES_ON] * (last - first)]
    return told


def _without(span: Place, found: Found) -> Place | None:
    """What is left of a span without the values that go beyond it; None if nothing is. A number
    inside a name is part of that: “24-hour service”."""
    first, last = span
    for value, (begin, end) in found:
        if value.kind in _VALUES:
            if begin <= first and last <= end:
                return None
            if begin < first <= end:
                first = end + 1
            elif begin <= last < end:
                last = begin - 1
    return first, last


def _codes(message: str, units: Units, found: Found) -> Iterator[Place]:
    """The codes and single letters in a message that are no value."""
    seen: set[int] = set()
    for match in (*_CODE.finditer(message), *_LETTER.finditer(message)):
        place = units.covering(*match.span())
        if place is None or place[0] in seen:
            continue
        if not any(begin <= place[1] and place[0] <= end for _, (begin, end) in found):
            seen.add(place[0])
            yield place


def _with_code(message: str, units: Units, span: Place, codes: Sequence[Place]) -> Place:
    """The span with the whole of a code in it, or that leads it: “BUG-12 fix login”."""
    first, last = span
    for begin, end in codes:
        if begin <= last and first <= end:
            first, last = min(first, begin), max(last, end)
        elif end + 1 == first and _numbered(message, units, begin, end):
            first = begin
    return first, last


def _numbered(message: str, units: Units, begin: int, end: int) -> bool:
    """Whether a code with a number stands where the name of a task may."""
    start, stop = units.place((begin, end))
    return end > begin and _HEAD.search(message, 0, start) is not None and stop > start


def _told(message: str, units: Units, codes: Sequence[Place], found: Found) -> dict[str, Place]:
    """The codes of which something is told, by name; none, if that is but one."""
    words = list(message)
    for value, _ in found:
        if value.kind in (*_VALUES, "limit", "priority"):
            words[value.start : value.end] = "\0" * (value.end - value.start)
    text = "".join(words)
    told: dict[str, Place] = {}
    for place in codes:
        start, end = units.place(place)
        if _HEAD.search(message, 0, start) and _SAID.match(text, end):
            told.setdefault(message[start:end], place)
    return told if len(told) > 1 else {}


def _joined(spans: Sequence[Place]) -> set[Place]:
    """Each span once; what a code has made one is one."""
    joined: list[Place] = []
    for first, last in sorted(set(spans)):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return set(joined)
