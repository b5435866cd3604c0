"""The record `Handover`: what a colleague needs who takes a conversation over. An answer that
cannot be given honestly becomes one of these. It knows no tool and no page."""

from typing import Literal

from tools.phrases import Language, say
from tools.record import OneLine, Record

Reason = Literal[
    "outside", "unclear", "no-template", "unsupported", "contradiction", "risk", "asked"
]
"""Not our business; may mean two things; nobody has written what to say; the procedures do not
say it; they say two things; somebody may come to harm; a person was asked for."""
Urgency = Literal["low", "normal", "high", "now"]
SHORT = 160
"""Characters of a message that say what it is about."""


class Handover(Record):
    """A conversation that somebody else must answer."""

    reason: Reason
    summary: OneLine
    """What the customer wants, in the customer's own words where they are short."""
    open_questions: tuple[OneLine, ...] = ()
    """What nobody has said yet and the colleague will need."""
    suggested_owner: OneLine = ""
    """A team or role; empty if nobody is known."""
    urgency: Urgency = "normal"


def short(message: str) -> str:
    """What a message says, in one line that is not too long."""
    text = " ".join(message.split())
    return text if len(text) <= SHORT else text[: SHORT - 3] + "..."


def asked_for(message: str) -> Handover:
    """A person was asked for, and what for stands in the message, if anywhere."""
    return Handover(reason="asked", summary=short(message))


def tell_handover(handover: Handover, language: Language) -> str:
    """The record as a few lines of Markdown."""
    owner = handover.suggested_owner or say("handover-nobody", language)
    lines = [
        say("handover-head", language, owner=owner),
        say("handover-reason", language, reason=say(f"handover-{handover.reason}", language)),
        say("handover-summary", language, summary=handover.summary),
        say("handover-urgency", language, urgency=say(f"urgency-{handover.urgency}", language)),
    ]
    if handover.open_questions:
        lines.append(say("handover-questions", language))
    lines += [f"  - {question}" for question in handover.open_questions]
    return "\n".join(lines)
