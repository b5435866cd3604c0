"""A good reply becomes a template. It also says which templates are nearly the same. It stores
nothing."""

from collections.abc import Iterator, Sequence

import numpy as np

from knowledge.language import language_of
from knowledge.passage import Language
from knowledge.templates.record import Template
from knowledge.templates.slots import without_slots
from tools.replies.blanking import Origin, blanked, cue_of
from tools.replies.letters import Letters
from tools.replies.questions import questions_in

NEARLY_THE_SAME = 0.8
"""Cosine of letters and words from which two templates count as nearly the same."""
LONGEST_TITLE = 80


def template_from(reply: str, origin: Origin, intent: str, *, id: str, title: str = "") -> Template:
    """A template made of a reply that was sent, with nothing in it of whom it was sent to."""
    text, cue = blanked(reply, origin), cue_of(origin)
    language: Language = language_of(text)
    return Template(
        id=id,
        title=title or title_for(cue) or title_of(text),
        intent=intent,
        language=language,
        warm=text,
        cues=(cue,) if cue else (),
    )


def title_of(text: str) -> str:
    """The beginning of a text with blanks, on one line."""
    return " ".join(without_slots(text, "…").split())[:LONGEST_TITLE]


def title_for(cue: str) -> str:
    """The first thing that a customer asks; the beginning of a message that asks nothing."""
    return title_of(questions_in(cue)[0].words) if cue else ""


def near_duplicates(
    text: str, templates: Sequence[Template], language: Language
) -> Iterator[tuple[Template, float]]:
    """Templates in a language that say nearly the same, with how alike they are, nearest first."""
    same = [each for each in templates if each.language == language]
    if not same:
        return
    letters = Letters([each.warm for each in same])
    alike = (letters.rows([each.warm for each in same]) @ letters.rows([text]).T).toarray()[:, 0]
    for place in np.argsort(-alike):
        if alike[place] < NEARLY_THE_SAME:
            return
        yield same[place], float(alike[place])
