"""A draft: a template whose blanks are being filled. It cannot become a text to send while a blank
is open, whoever asks. It knows no search, no page and no language model."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from knowledge.language import HAN
from knowledge.templates.record import Template, Tone
from knowledge.templates.slots import Piece, Slot, pieces_of, slots_of
from tools.phrases import Language, SayableError, say
from tools.record import OneLine, Record

LONGEST = 500
"""Characters of a value."""


class DraftError(SayableError):
    """A draft cannot be used as asked: what is missing, or which value does not fit."""


class Source(Record):
    """Where a value comes from."""

    kind: Literal["message", "ticket", "procedure", "document", "person", "own", "house", "given"]
    """The customer's message; a field of the ticket; a procedure; a document, word for word; who is
    writing; what they say each time, or the house where nobody is known; typed in for this reply.
    """
    place: str = ""
    """The field or the document."""
    quote: str = ""
    """The words around it."""


class Filled(Record):
    """A blank that has its value."""

    slot: str
    value: OneLine
    source: Source


class Draft(Record):
    """A reply that is being written."""

    template: str
    """The id of the template, and its version; empty for a reply that quotes documents."""
    version: int
    title: str
    intent: str
    language: Language
    tone: Tone
    body: str
    """The text with its slots."""
    checks: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    spare: tuple[Filled, ...] = ()
    """Values that this tone has no blank for, and another one may have."""
    reworded: str = ""
    """The finished text with its courtesies in other words; empty if nobody asked for that."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces_of(self.body, self.template)

    @property
    def quoted(self) -> bool:
        """Does it quote documents, without a template?"""
        return not self.template

    @property
    def values(self) -> dict[str, Filled]:
        """Slot -> what stands in it."""
        return {each.slot: each for each in self.filled}

    @property
    def open(self) -> tuple[Slot, ...]:
        """The blanks that nobody has filled."""
        known = self.values
        return tuple(slot for slot in slots_of(self.pieces) if slot.name not in known)

    @property
    def text(self) -> str:
        """What may be copied and sent.

        Raises:
            DraftError: `draft-open`, while a blank is open.
        """
        if self.open:
            names = ", ".join(slot.name.replace("_", " ") for slot in self.open)
            raise DraftError("draft-open", slots=names)
        return self.reworded or self._joined()

    def _joined(self) -> str:
        known = self.values
        parts = [p if isinstance(p, str) else known[p.name].value for p in self.pieces]
        return "".join(parts)

    def with_values(self, given: Mapping[str, str]) -> "Draft":
        """The draft with what somebody typed in; empty values leave their blanks open.

        Raises:
            DraftError: `draft-value`, if a value cannot be what belongs there.
        """
        slots = {slot.name: slot for slot in slots_of(self.pieces)}
        typed = {name: " ".join(v.split()) for name, v in given.items() if name in slots}
        for name, value in typed.items():
            if value:
                check_value(slots[name], value)
        kept = [each for each in self.filled if each.slot not in typed]
        source = Source(kind="given")
        new = [Filled(slot=n, value=v, source=source) for n, v in typed.items() if v]
        return self.model_copy(update={"filled": (*kept, *new), "reworded": ""})


def draft_of(template: Template, tone: Tone, filled: tuple[Filled, ...]) -> Draft:
    """A template in a tone, with the values that are known for it."""
    body = template.said(tone)
    names = {slot.name for slot in template.slots(tone)}
    return Draft(
        template=template.id,
        version=template.version,
        title=template.title,
        intent=template.intent,
        language=template.language,
        tone=tone,
        body=body,
        checks=template.checks,
        filled=tuple(each for each in filled if each.slot in names),
        spare=tuple(each for each in filled if each.slot not in names),
    )


def check_value(slot: Slot, value: str) -> None:
    """
    Raises:
        DraftError: `draft-value`; a blank within a value would be sent as it is.
    """
    counted = slot.kind in ("amount", "count", "number")
    figures = re.search(r"[0-9零一二两三四五六七八九十百千万]|[a-z]{3}", value.lower())
    if len(value) > LONGEST or re.search(r"[{}\[\]]", value) or (counted and not figures):
        raise DraftError("draft-value", slot=slot.name.replace("_", " "), value=value[:60])


def shown_name(slot: Slot, language: Language) -> str:
    """A slot's name for people."""
    if re.search(f"[{HAN}]", slot.name):
        return slot.name
    key = f"slot-{slot.name.replace('_', '-')}"
    named, _, number = key.rpartition("-")
    for each in (key, *([named] if number.isdigit() else [])):
        with suppress(KeyError):
            return say(each, language, number=number)
    return slot.name.replace("_", " ")
