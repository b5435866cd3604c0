"""What the desk is asked and what it answers: a case, and what could be said to it. It chooses
nothing."""

from collections.abc import Mapping

from pydantic import computed_field

from knowledge.passage import Passage
from knowledge.templates.slots import Slot
from tools.handover import Handover, short
from tools.record import Record
from tools.replies.answering import Answer
from tools.replies.drafting import Draft
from tools.replies.passing import owner_of
from tools.replies.questions import left_open


class Case(Record):
    """A customer who wants something."""

    message: str
    """What the customer wrote, all of it."""
    ticket: Mapping[str, str] = {}
    """Fields of the ticket, by their names."""

    @property
    def short(self) -> str:
        return short(self.message)


class Suggestion(Record):
    """A draft, and why it is suggested."""

    draft: Draft
    share: float
    """How likely it is that this is what the customer wants; 0 if it quotes documents."""
    choices: Mapping[str, tuple[str, ...]] = {}
    """Open slot -> values of which one could be meant."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def open(self) -> tuple[Slot, ...]:
        """The blanks that must be asked for."""
        return self.draft.open

    @computed_field  # type: ignore[prop-decorator]
    @property
    def text(self) -> str:
        """What may be sent; empty while a blank is open."""
        return "" if self.draft.open else self.draft.text


class Suggested(Record):
    """What Whyflow has to say to a case."""

    status: str
    """`recognised`, `unclear` or `outside`."""
    suggestions: tuple[Suggestion, ...] = ()
    """Best first. A draft that quotes documents is the last where it is clear what is wanted and
    nobody in danger, else the first: what stands in the documents is no guess."""
    answer: Answer | None = None
    handover: Handover | None = None
    passages: tuple[Passage, ...] = ()
    """What was found in the documents, best first."""

    @property
    def only_quotes(self) -> bool:
        """Is all there is to send a draft that quotes documents?"""
        return bool(self.suggestions) and all(each.draft.quoted for each in self.suggestions)

    def without_suggestions(self, message: str) -> "Suggested":
        """Once somebody has found that none fits: what the documents say, and a hand-over."""
        handover = self.handover or Handover(
            reason="no-template",
            summary=Case(message=message).short,
            open_questions=left_open(message, self.answer),
            suggested_owner=owner_of(self.passages),
        )
        return self.model_copy(update={"suggestions": (), "handover": handover})

    @property
    def may_help(self) -> tuple[Passage, ...]:
        """What somebody should read who has neither a reply nor an answer to go by."""
        return () if self.suggestions or self.answer else self.passages
