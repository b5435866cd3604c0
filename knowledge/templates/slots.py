"""Texts with blanks: `Dear {customer_name}, ...`. It knows how a slot is written and what kind of
thing belongs into it; it knows no customers and no values.

    {order_number}            the kind follows from the name
    {colour: text}            the kind is said
    {{Order Number}}          as other programs write it; read as {order_number}
"""

import re
from typing import Literal, get_args

from knowledge.passage import KnowledgeError, Record

SlotKind = Literal["amount", "date", "name", "number", "count", "text"]
"""Money; a day or a moment; of a person; of an order, case, card, phone (any signs); how many;
anything else."""
KINDS: tuple[SlotKind, ...] = get_args(SlotKind)

_BRACE = re.compile(r"[{}]")
_NAME = re.compile(r"[^\W\d]\w*")
_WRITTEN = re.compile(r"\{[^{}]*\}")
_IMPORTED = re.compile(r"\{\{([^{}]*)\}{1,2}")
_BRACKETED = re.compile(r"\[([A-Z][\w/&' -]{2,40})\](?!\()")  # [Live Chat], but no Markdown link
_OPTIONAL_KIND = re.compile(r"\s*[:：]\s*")
_ENDINGS: tuple[tuple[SlotKind, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(number|id|code|digits|phone|reference|编号|单号|号|尾号|电话|代码)$")),
    ("amount", re.compile(r"(amount|price|fee|cost|total|balance|金额|价格|费用|余额)$")),
    ("date", re.compile(r"(date|time|times|deadline|until|day|hours|日期|时间|期限)$")),
    ("count", re.compile(r"(quantity|count|days|数量|天数)$")),
    ("name", re.compile(r"((customer|agent|officer|doctor|engineer|person|client)(_name)?|"
                        r"姓名|客服|医生)$")),
)  # fmt: skip


class Slot(Record):
    """A blank in a text."""

    name: str
    kind: SlotKind


Piece = str | Slot
"""A template is words and slots in turn."""


def kind_of(name: str) -> SlotKind:
    """What belongs into a slot of this name; `text` if the name does not say."""
    return next((kind for kind, ending in _ENDINGS if ending.search(name)), "text")


def pieces_of(text: str, source: str = "?") -> tuple[Piece, ...]:
    """A text cut into words and slots.

    Raises:
        KnowledgeError: `slot-open`, `slot-close`, `slot-name` or `slot-kind`, with the place.
    """
    found: list[Piece] = []
    at = 0
    while brace := _BRACE.search(text, at):
        start = brace.start()
        if brace.group() == "}":
            raise _wrong("slot-close", text, start, source, text[max(0, start - 20) : start + 1])
        end = _BRACE.search(text, start + 1)
        if end is None or end.group() == "{":
            piece = text[start : start + 20].splitlines()[0]
            raise _wrong("slot-open", text, start, source, piece)
        if start > at:
            found.append(text[at:start])
        found.append(_slot(text, start, end.end(), source))
        at = end.end()
    return (*found, text[at:]) if at < len(text) else tuple(found)


def slots_of(pieces: tuple[Piece, ...]) -> tuple[Slot, ...]:
    """The slots, each once, in the order of the text."""
    return tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, Slot)))


def without_slots(text: str, mark: str = " ") -> str:
    """`text` with a mark in place of each slot, well-formed or not: to compare and to show."""
    return _WRITTEN.sub(mark, text)


def imported(text: str) -> str:
    """`text` with the `{{Place Holders}}` of other programs as slots of ours.

    One that holds nothing but digits stands for a number that somebody forgot to blank.
    """
    for pattern in (_IMPORTED, _BRACKETED):
        text = pattern.sub(lambda found: f"{{{_name_from(found.group(1))}}}", text)
    return text


def _name_from(words: str) -> str:
    name = re.sub(r"\W+", "_", words.strip().lower()).strip("_")
    name = re.sub(r"_(anonymized|field)\b", "", name)
    if not name or name.isdigit():
        return "number"
    return name if _NAME.fullmatch(name) else f"number_{name}"


def _slot(text: str, start: int, end: int, source: str) -> Slot:
    inside = text[start + 1 : end - 1]
    name, *kind = _OPTIONAL_KIND.split(inside.strip(), maxsplit=1)
    if not _NAME.fullmatch(name):
        raise _wrong("slot-name", text, start, source, text[start:end])
    if not kind:
        return Slot(name=name, kind=kind_of(name))
    known = [each for each in KINDS if each == kind[0].lower()]
    if not known:
        raise _wrong("slot-kind", text, start, source, kind[0], known=", ".join(KINDS))
    return Slot(name=name, kind=known[0])


def _wrong(
    reason: str, text: str, at: int, source: str, piece: str, **values: str
) -> KnowledgeError:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    place = {"file": source, "line": line, "column": column, "piece": piece.strip()}
    right = {} if values else {"right": "{order_number}"}
    return KnowledgeError(reason, **place, **right, **values)
