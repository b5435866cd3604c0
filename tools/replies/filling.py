"""The blanks of a reply get their values, each with its source, or stay open. It reads what is
there and guesses nothing: where two values could be meant, the blank stays open.

In this order: what the staff typed, fields of the ticket, the customer's message, who is writing,
what they say each time, the procedure that was found.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge.numbers import fold
from knowledge.passage import Passage
from knowledge.templates.slots import Slot
from tools.phrases import LANGUAGES, Language
from tools.replies.drafting import DraftError, Filled, Source, check_value, shown_name
from tools.replies.signing import customer_in
from tools.replies.stating import HOUSE_SAYS, about, of_kind, stated

ALIASES = {
    "customer_name": ("customer", "name", "client", "客户", "姓名", "客户姓名"),
    "order_number": ("order", "order_id", "订单", "订单号"),
    "product_name": ("product", "item", "产品", "商品"),
    "refund_amount": ("amount", "refund", "金额", "退款金额"),
}
WRITER = ("agent_name", "agent", "your_name", "representative_name", "客服", "客服姓名")
"""Slots for the name of who is writing."""
_SENTENCE = re.compile(r"[^.!?。！？\n]+")


@dataclass(frozen=True)
class Known:
    """What is known about a case."""

    message: str
    """What the customer wrote."""
    ticket: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    """Who is writing the reply."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Slot -> what is said each time, such as a telephone number."""
    said_by: Literal["own", "house"] = "house"
    """Who says that: who is writing, or the house where nobody is known."""
    procedures: Sequence[Passage] = ()
    seen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Slot -> values it had in other replies."""


def fill(slots: Sequence[Slot], known: Known) -> tuple[Filled, ...]:
    """The slots that have exactly one value."""
    found = [_filled(slot, known) for slot in slots]
    return tuple(each for each in found if each is not None)


def candidates(slot: Slot, known: Known) -> list[str]:
    """Values in the message that could stand in an open slot, to choose from."""
    if about(slot) is None and slot.name not in known.seen:
        return []
    said = [known.message[fact.start : fact.end] for fact in of_kind(slot, known.message)]
    return list(dict.fromkeys(said))


def lasting(slot: Slot) -> bool:
    """May it be the same in every reply: neither what a customer says, nor what is found out for
    one, nor the name of anybody but the writer?"""
    if slot.kind == "name":
        return slot.name in WRITER
    return about(slot) is None and not HOUSE_SAYS.search(slot.name)


def _filled(slot: Slot, known: Known) -> Filled | None:
    value, source = (
        _from_ticket(slot, known)
        or _from_message(slot, known)
        or _from_writer(slot, known)
        or _from_procedures(slot, known)
        or ("", None)
    )
    if source is None:
        return None
    try:
        check_value(slot, value)
    except DraftError:
        return None
    return Filled(slot=slot.name, value=value, source=source)


Found = tuple[str, Source] | None


def _from_ticket(slot: Slot, known: Known) -> Found:
    """The field that is called as the form calls the slot; else one with another common name."""
    labels = (slot.name, *(shown_name(slot, language) for language in LANGUAGES))
    for names in (labels, ALIASES.get(slot.name, ())):
        wanted = {_plain(name) for name in names}
        for name, value in known.ticket.items():
            if _plain(name) in wanted and value.strip():
                return value.strip(), Source(kind="ticket", place=name)
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _from_message(slot: Slot, known: Known) -> Found:
    found = _seen_again(slot, known) or stated(slot, known.message) or _name(slot, known.message)
    if found is None:
        return None
    start, end = found
    value = known.message[start:end].strip(" .,，。")
    return value, Source(kind="message", quote=_around(known.message, start, end))


def _around(message: str, start: int, end: int) -> str:
    """The words about a place, none of them cut."""
    before, after = message[max(0, start - 26) : start], message[end : end + 26]
    if start > 26:
        before = re.sub(r"^\w*\s+", "", before)
    if end + 26 < len(message):
        after = re.sub(r"\s+\w*$", "", after)
    return " ".join(f"{before}{message[start:end]}{after}".split())


def _seen_again(slot: Slot, known: Known) -> tuple[int, int] | None:
    """A value that the slot had before and that the message names."""
    places = set()
    for value in known.seen.get(slot.name, ()):
        edges = (r"(?<!\w)", r"(?!\w)") if value.isascii() else ("", "")
        pattern = f"{edges[0]}{re.escape(fold(value))}{edges[1]}"
        places |= {match.span() for match in re.finditer(pattern, fold(known.message))}
    longest = [a for a in places if not any(_within(a, b) for b in places if b != a)]
    return longest[0] if len({known.message[a:b].lower() for a, b in longest}) == 1 else None


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _name(slot: Slot, message: str) -> tuple[int, int] | None:
    asked = slot.name in ("customer_name", "name", "client_name")
    return customer_in(message) if asked else None


def _from_writer(slot: Slot, known: Known) -> Found:
    """Nothing that was kept goes before a writer's own name."""
    if slot.name in WRITER and known.person:
        return known.person, Source(kind="person")
    if slot.name in known.said:
        return known.said[slot.name], Source(kind=known.said_by, place=slot.name)
    return None


def _from_procedures(slot: Slot, known: Known) -> Found:
    """“The amount of the fee is 120 yuan”: the one value in sentences that call the slot as the
    form does, in the document that fits the question best; what others say is about other things.
    """
    if slot.kind not in ("amount", "count", "text") or HOUSE_SAYS.search(slot.name):
        return None
    found: dict[str, tuple[str, Source]] = {}
    for passage in known.procedures:
        if passage.source != known.procedures[0].source:
            continue
        for sentence in _SENTENCE.findall(passage.text):
            named = _names(sentence, slot, passage.language)
            if named and (said := _value_said(slot, sentence)):
                where = Source(kind="procedure", place=passage.source, quote=sentence.strip())
                found.setdefault(fold(said), (said, where))
    return next(iter(found.values())) if len(found) == 1 else None


def _names(sentence: str, slot: Slot, language: Language) -> bool:
    """Whether a sentence calls the slot by its label; the value of a text stands behind a colon,
    and its label before it."""
    where = fold(sentence).replace("：", ":")
    where = where.partition(":")[0] if slot.kind == "text" else where
    labels = {fold(shown_name(slot, language)), fold(slot.name.replace("_", " "))}
    return any(
        re.search(rf"(?<![a-z]){re.escape(each)}(?![a-z])" if each.isascii() else each, where)
        for each in labels
    )


def _value_said(slot: Slot, sentence: str) -> str:
    if slot.kind == "text":
        _, colon, rest = sentence.replace("：", ":").partition(":")
        return rest.strip() if colon else ""
    said = [sentence[fact.start : fact.end] for fact in of_kind(slot, sentence)]
    return said[0] if len(said) == 1 else ""
