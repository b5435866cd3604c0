"""When a customer is handed over: why, and to whom. It keeps nothing."""

from collections.abc import Sequence

from knowledge.passage import Passage
from tools.handover import Reason
from tools.replies.answering import Answer
from tools.replies.intents import Recognised

DANGER = "healthcare-emergency-redirect"
ALARMING = 0.25
"""Share of `DANGER` from which somebody must be told at once."""


def dangerous(heard: Recognised) -> bool:
    """May somebody be harmed, whatever this house has replies for?"""
    return heard.status != "outside" and dict(heard.shares).get(DANGER, 0.0) >= ALARMING


def reason_for(
    told: Recognised, suggested: bool, answer: Answer | None, danger: bool
) -> Reason | None:
    """Why somebody else must answer; None if there is something to send."""
    if danger:
        return "risk"
    if answer is not None and answer.contradicting:
        return "contradiction"
    if (told.status == "recognised" and suggested) or answer is not None:
        return None
    if told.status == "unclear" and suggested:
        return "unclear"
    return "outside" if told.status == "outside" else "no-template"


def owner_of(procedures: Sequence[Passage]) -> str:
    """Who answers for what was found; empty if nobody is named."""
    return next((each.owner for each in procedures if each.owner), "")
