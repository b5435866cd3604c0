"""Which templates are worth filling, and which of the filled ones are shown. It fills nothing."""

from collections.abc import Mapping, Sequence

from knowledge.templates.record import Template
from tools.phrases import Language
from tools.replies.drafting import Draft
from tools.replies.letters import Letters

SHOWN = 3
FILLED = 12
"""Templates of an intent that are tried."""
AGAIN = 0.5
"""What a second template of the same intent counts: three guesses should not be one."""
LEAST = 0.01
"""Share of an intent below which its replies are not offered beside a better one."""


def worth_offering(shares: Sequence[tuple[str, float]]) -> dict[str, float]:
    """The likeliest intent, and those that are more than a formality beside it; best first."""
    return {
        intent: share for place, (intent, share) in enumerate(shares) if not place or share >= LEAST
    }


def in_language(templates: Sequence[Template], language: Language) -> list[Template]:
    """Those in a language; of an intent that has none, those in the other one."""
    spoken = [each for each in templates if each.language == language]
    served = {each.intent for each in spoken}
    return spoken + [each for each in templates if each.intent not in served]


def alike_to(message: str, templates: Sequence[Template]) -> dict[str, float]:
    """How alike the message and what each template is found by are, 0 to 1."""
    if not templates:
        return {}
    texts = [" ".join((*each.found_by, each.title)) for each in templates]
    letters = Letters(texts)
    found = (letters.rows(texts) @ letters.rows([message]).T).toarray()[:, 0]
    return {each.id: float(score) for each, score in zip(templates, found, strict=True)}


def nearest(templates: Sequence[Template], alike: Mapping[str, float]) -> list[Template]:
    """Of each intent those that are most alike to the message: only these are filled."""
    counts: dict[str, int] = {}
    kept = []
    for each in sorted(templates, key=lambda each: -alike[each.id]):
        counts[each.intent] = counts.get(each.intent, 0) + 1
        if counts[each.intent] <= FILLED:
            kept.append(each)
    return kept


def ready(draft: Draft) -> float:
    """How much of what the customer said is used, and how much of a draft is filled."""
    used = sum(each.source.kind in ("message", "ticket") for each in draft.filled)
    slots = len(draft.filled) + len(draft.open)
    return 0.7 * min(used, 2) / 2 + 0.3 * (len(draft.filled) / slots if slots else 1.0)


def varied(worth: Mapping[str, float], intents: Mapping[str, str]) -> list[str]:
    """The most useful, where each further one of the same intent counts half."""
    left, chosen = dict(sorted(worth.items())), list[str]()
    while left and len(chosen) < SHOWN:
        best = max(left, key=lambda id: left[id])
        chosen.append(best)
        del left[best]
        left = {id: w * AGAIN if intents[id] == intents[best] else w for id, w in left.items()}
    return chosen
