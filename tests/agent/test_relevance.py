"""Whether a function does what a message asks."""

from collections.abc import Sequence

import pytest

from agent.native import native_form
from agent.relevance import Signs, nearness, relevance, shared


def paint_needed(width: float, height: float) -> None:
    """Work out how many litres of paint a wall needs."""


PAINT = native_form(paint_needed)
FITS, OTHER = "How many litres of paint for a wall of 3 by 2?", "Who was the first king of Spain?"


def test_words_in_common_speak_for_a_function() -> None:
    assert shared(PAINT, FITS) > shared(PAINT, "Who paints a wall?") > shared(PAINT, OTHER) == 0


def test_nearness_is_asked_about_all_that_a_function_says_of_itself() -> None:
    asked: list[tuple[str, Sequence[str]]] = []

    def near(question: str, texts: Sequence[str]) -> list[float]:
        asked.append((question, texts))
        return [1.25]

    assert nearness(PAINT, FITS, near) == 1.25
    about = "paint needed: Work out how many litres of paint a wall needs. width, height"
    assert asked == [(FITS, [about])]


LIKELY = Signs(nearness=1.5, words=0.9, called=12.0, yes=0.3)
UNLIKELY = Signs(nearness=-1.0, words=0.0, called=9.5, yes=-0.6)


@pytest.mark.parametrize("name", Signs._fields)
def test_every_sign_speaks_for_a_function(name: str) -> None:
    more = LIKELY._replace(**{name: getattr(LIKELY, name) + 1})
    assert relevance(UNLIKELY) < 0 < relevance(LIKELY) < relevance(more)


def test_without_sentence_vectors_the_other_signs_decide() -> None:
    medium = nearness(PAINT, FITS, None)
    assert relevance(UNLIKELY._replace(nearness=medium)) < 0
    assert relevance(LIKELY._replace(nearness=medium)) > 0
