"""What belongs to one customer becomes blanks: in a reply that is to be a template, and in the
message that it is found by. What this misses, people see: they are shown what is kept. It stores
nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from knowledge.language import HAN
from knowledge.numbers import fold
from knowledge.templates.slots import imported, kind_of
from tools.replies.facts import Fact, facts_of
from tools.replies.filling import ALIASES
from tools.replies.signing import customer_in
from tools.replies.stating import ABOUT, NEAR

Personal = Callable[[str], Iterable[tuple[str, str]]]
"""A text -> the words in it that are personal, each after the slot for it."""
Place = tuple[str, int, int]
"""Words, or the name of a slot, for what stands from here to there."""
CUSTOMER = "customer_name"
_SLOT = re.compile(r"\{[^{}]*\}")


def nothing(_: str) -> Iterable[tuple[str, str]]:
    """Knows nobody."""
    return ()


@dataclass(frozen=True)
class Origin:
    """Whose case a reply was written for."""

    message: str = ""
    """What the customer had written."""
    ticket: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    """Slot -> what stands for it in the reply."""
    personal: Personal = nothing
    quoted: tuple[str, ...] = ()
    """What the house's documents say in the reply: its rules, and nobody's values."""


def blanked(reply: str, origin: Origin) -> str:
    """A reply with slots in place of one customer's values.

    That is: every value of its origin, and what else looks like a number, an amount of money, an
    address or something personal. Days stay, unless the customer named them, and so does what is
    quoted.
    """
    return _with_slots(reply, origin, ("number", "amount", "address"), origin.quoted)


def cue_of(origin: Origin) -> str:
    """The customer's message with slots in place of the customer's values, and of all days."""
    return _with_slots(origin.message, origin, ("number", "amount", "address", "date"))


def _with_slots(
    text: str, origin: Origin, kinds: tuple[str, ...], quoted: tuple[str, ...] = ()
) -> str:
    text = imported(text)
    names = _Names()
    there = ((found[0], *found.span()) for found in _SLOT.finditer(text))
    stays = _placed(text, ((each, each) for each in quoted), exactly=True)
    found = chain(
        stays, _known_in(text, origin), _placed(text, origin.personal(text)), _facts_in(text, kinds)
    )
    return _rebuilt(text, chain(there, found), names.written)


def _rebuilt(text: str, places: Iterable[Place], written: Callable[[str, str], str]) -> str:
    """A text with other words at some places; of two that overlap the first counts.

    Args:
        written: what a place is called, and what stands there -> what is to stand there.
    """
    taken: list[Place] = []
    for name, start, end in places:
        if all(end <= first or start >= last for _, first, last in taken):
            taken.append((written(name, text[start:end]), start, end))
    parts, at = [], 0
    for words, start, end in sorted(taken, key=lambda each: each[1]):
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])


class _Names:
    """Two numbers do not share a slot: the second one gets a name of its own."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def written(self, name: str, words: str) -> str:
        """The slot for words; what is named by its own words stays, such as a slot."""
        if name == words:
            return words
        kind, said, wanted, number = kind_of(name), fold(words), name, 1
        while kind != "name" and self._held.setdefault(wanted, said) != said:
            number += 1
            wanted = f"{name}_{number}"
        return f"{{{wanted}}}" if kind_of(wanted) == kind else f"{{{wanted}: {kind}}}"


def _known_in(text: str, origin: Origin) -> Iterator[Place]:
    """Where the values of the case stand, the longest first."""
    values = sorted(_values(origin), key=lambda pair: -len(pair[1]))
    yield from _placed(text, values)
    for slot, value in values:
        if slot == CUSTOMER:
            yield from _placed(text, ((slot, part) for part in _names_in(value)), exactly=True)


def _values(origin: Origin) -> list[tuple[str, str]]:
    message = origin.message
    found = [*origin.values.items()]
    found += [(_slot_for(name), value.strip()) for name, value in origin.ticket.items()]
    if customer := customer_in(message):
        found.append((CUSTOMER, message[slice(*customer)]))
    found += origin.personal(message)
    found += [(slot, message[start:end]) for slot, start, end in _facts_in(message, _NAMED)]
    first: dict[str, str] = {}
    for slot, value in found:
        if value.strip():
            first.setdefault(value.strip(), slot)
    return [(slot, value) for value, slot in first.items()]


_NAMED = ("number", "amount", "address", "date")


def _slot_for(name: str) -> str:
    """The slot that a field of a ticket fills."""
    plain = name.strip().lower()
    slot = next((slot for slot, names in ALIASES.items() if plain in names), "")
    return slot or imported(f"{{{{{name}}}}}")[1:-1]


def _names_in(value: str) -> list[str]:
    """Ann Lee is Ann too. In their own letters only: a Will is no will."""
    parts = value.split()
    return [part for part in parts if len(part) > 1] if len(parts) > 1 else []


def _placed(
    text: str, values: Iterable[tuple[str, str]], *, exactly: bool = False
) -> Iterator[Place]:
    for slot, value in values:
        # A word of Latin letters is whole; Chinese writes no spaces, so its signs part words too.
        edges = (rf"(?<![^\W{HAN}])", rf"(?![^\W{HAN}])") if value.isascii() else ("", "")
        pattern = f"{edges[0]}{re.escape(value)}{edges[1]}"
        for found in re.finditer(pattern, text, 0 if exactly else re.IGNORECASE):
            yield slot, *found.span()


def exchanged(text: str, values: Iterable[tuple[str, str]]) -> str:
    """A text with other values, each after the one that it stands for."""
    new = dict(values)
    there = _placed(text, ((old, old) for old in sorted(new, key=len, reverse=True)), exactly=True)
    return _rebuilt(text, there, lambda old, _: new[old])


def _facts_in(text: str, kinds: tuple[str, ...]) -> Iterator[Place]:
    for fact in facts_of(text):
        if fact.kind in kinds and not _any_day(text, fact):
            yield f"{_about(text, fact.start)}{fact.kind}", fact.start, fact.end


def _any_day(text: str, fact: Fact) -> bool:
    """Today and Monday are nobody's."""
    return fact.kind == "date" and not re.search(r"\d", text[fact.start : fact.end])


def _about(text: str, start: int) -> str:
    """What a number is said to belong to, as the beginning of a slot's name."""
    # What stands before another number belongs to that one.
    before = re.split(r"\d", fold(text[max(0, start - NEAR) : start]))[-1]
    near: dict[int, str] = {}
    for name, words in ABOUT.items():
        for word in words:
            near.setdefault(before.rfind(word), name)
    last = max(near)
    return f"{near[last]}_" if last >= 0 else ""
