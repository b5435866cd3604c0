"""Does a function do what a message asks? By what both are about, by the words that they share, and
by how sure the language model is. Each alone is often wrong, and a small model that is offered a
function calls it. Knows no tool of ours."""

from math import sqrt
from typing import NamedTuple

from agent.lines import Form
from agent.said import content, parted, stems
from knowledge.nearness import Near

QUESTION = "Does this function do exactly what I asked for? Answer yes or no."
YES, NO = "Yes", "No"


class Signs(NamedTuple):
    """What speaks for a function."""

    nearness: float
    """Of what it is about to the message; 0 as near as what a search finds on average."""
    words: float
    """That it shares with the message, 0 to about 2."""
    called: float
    """How much likelier the language model began a call than words of its own, as a logarithm."""
    yes: float
    """How much likelier it says yes to `QUESTION` than no, as a logarithm."""


WEIGHTS = Signs(nearness=0.92, words=2.5, called=1.67, yes=3.8)
"""Fitted by `python -m ui.eval.calls.fitting`, of which the public collections are no part."""
BIAS = -17.71
MEDIAN = 0.36
"""Nearness, where nobody measures it."""


def nearness(form: Form, message: str, near: Near | None) -> float:
    """How near a message is to all that a function says of itself."""
    return near(message, [_about(form)])[0] if near else MEDIAN


def relevance(signs: Signs) -> float:
    """How likely a function does what is asked, as a logarithm of odds."""
    return sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True)) + BIAS


def _about(form: Form) -> str:
    arguments = ", ".join(cell.name for cell in form.cells)
    return f"{parted(form.tool)}: {form.purpose} {arguments}"


def shared(form: Form, message: str) -> float:
    """How much of what a function says it does stands in the message, 0 to about 2."""
    mine = content(form.tool) | content(form.purpose)
    return len(mine & set(stems(message))) / sqrt(len(mine)) if mine else 0.0
