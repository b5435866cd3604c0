"""The record `Template`: a reply with blanks, in up to three tones. It knows no store, no customer
and no language model."""

from datetime import date
from typing import Literal, get_args

from pydantic import field_validator

from knowledge.passage import Language, Record
from knowledge.templates.slots import Piece, Slot, pieces_of, slots_of, without_slots

Tone = Literal["warm", "formal", "brief"]
TONES: tuple[Tone, ...] = get_args(Tone)
EVERYONE = "everyone"
"""The audience of what anybody in the house may use (`tools.person.EVERYONE`)."""


class Template(Record):
    """What to say in one case, with blanks."""

    id: str
    """Stays the same through all versions, e.g. `retail-refund-request.en`."""
    title: str
    intent: str
    """What the customer wants, e.g. `refund-request`; templates in both languages share it."""
    language: Language
    field: str = ""
    warm: str
    """The text itself; the other tones are this one unless they are written out."""
    formal: str = ""
    brief: str = ""
    cues: tuple[str, ...] = ()
    """What customers say who need this reply."""
    known: tuple[tuple[str, str], ...] = ()
    """(slot, value) that were seen, such as the house's products; found again in messages."""
    checks: tuple[str, ...] = ()
    """What to look at before it is sent."""
    audience: tuple[str, ...] = (EVERYONE,)
    """The teams that may use it."""
    valid_from: date | None = None
    valid_until: date | None = None
    """The last day."""
    version: int = 1

    @field_validator("warm", "formal", "brief")
    @classmethod
    def _well_formed(cls, text: str) -> str:
        pieces_of(text)
        return text

    @property
    def found_by(self) -> tuple[str, ...]:
        """What it is recognised by: its cues, or, of one that has none, what it says itself."""
        own = (self.title, " ".join(without_slots(self.warm).split()))
        return self.cues or tuple(dict.fromkeys(filter(None, own)))

    def said(self, tone: Tone) -> str:
        """The text in a tone."""
        text: str = getattr(self, tone)
        return text or self.warm

    def pieces(self, tone: Tone) -> tuple[Piece, ...]:
        return pieces_of(self.said(tone), self.id)

    def slots(self, tone: Tone = "warm") -> tuple[Slot, ...]:
        return slots_of(self.pieces(tone))

    def usable(self, audiences: frozenset[str], day: date) -> bool:
        """May somebody of these teams use it on this day?"""
        begun = self.valid_from is None or self.valid_from <= day
        over = self.valid_until is not None and day > self.valid_until
        return begun and not over and not audiences.isdisjoint(self.audience)
