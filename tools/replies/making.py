"""A good reply becomes a template: what belongs to one customer becomes blanks. It also says which
templates are nearly the same. It stores nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from knowledge.language import language_of
from knowledge.passage import Language
from knowledge.templates.record import Template
from knowledge.templates.slots import imported
from tools.replies.facts import facts_of
from tools.replies.filling import ABOUT, NEAR
from tools.replies.letters import Letters
from tools.wording.numbers import fold

NEARLY_THE_SAME = 0.8
"""Cosine of letters and words from which two templates count as nearly the same."""


def blanked(reply: str, values: Mapping[str, str]) -> str:
    """A reply with slots in place of one customer's values.

    Args:
        values: slot -> what stands for it in this reply; what else looks like a number of an
            order, an amount of money or an address becomes a slot by the words around it.
    """
    text = imported(reply)
    for slot, value in sorted(values.items(), key=lambda pair: -len(pair[1])):
        edges = (r"(?<![\w{])", r"(?![\w}])") if value.isascii() else ("", "")
        pattern = f"{edges[0]}{re.escape(value)}{edges[1]}"
        text = re.sub(pattern, f"{{{slot}}}", text, flags=re.IGNORECASE)
    return _blanked_facts(text)


def _blanked_facts(text: str) -> str:
    parts, at = [], 0
    for fact in facts_of(text):
        kind = {"number": "number", "amount": "amount", "address": "address"}.get(fact.kind)
        inside = text.rfind("{", 0, fact.start) > text.rfind("}", 0, fact.start)
        if kind is None or inside:
            continue
        parts += [text[at : fact.start], f"{{{_about(text, fact.start)}{kind}}}"]
        at = fact.end
    return "".join([*parts, text[at:]])


def _about(text: str, start: int) -> str:
    """What a number is said to belong to, as the beginning of a slot's name."""
    before = fold(text[max(0, start - NEAR) : start])
    near = {before.rfind(word): name for name, words in ABOUT.items() for word in words}
    last = max(near, default=-1)
    return f"{near[last]}_" if last >= 0 else ""


def template_from(
    reply: str, message: str, intent: str, values: Mapping[str, str], *, id: str, title: str = ""
) -> Template:
    """A template made of a reply that was sent.

    Args:
        message: what the customer had written; it becomes what the template is found by.
    """
    language: Language = language_of(reply)
    return Template(
        id=id,
        title=title or message[:80] or reply[:80],
        intent=intent,
        language=language,
        warm=blanked(reply, values),
        cues=(message,) if message else (),
        known=tuple(values.items()),
    )


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
