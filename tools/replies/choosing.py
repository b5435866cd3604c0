"""Which templates are worth filling, and which of the filled ones are shown. It fills nothing."""

import re
from collections.abc import Mapping, Sequence

from knowledge.numbers import fold
from knowledge.request import sentences
from knowledge.templates.record import Template
from tools.phrases import Language
from tools.replies.answering import Answer
from tools.replies.asking import Wanted, asks
from tools.replies.drafting import Draft
from tools.replies.filling import Known, candidates
from tools.replies.letters import Letters

SHOWN = 3
FILLED = 12
"""Templates of an intent that are tried."""
AGAIN = 0.5
"""What a second template of the same intent counts: three guesses should not be one."""
MUCH, MORE = 0.5, 1.5
"""Share of what is asked that a document must say, and how many times what a reply says of it, to
be shown before that."""
_REFUSES = re.compile(
    r"\b(?:can ?not|can't|(?:may|must|do|does|are|is|will) not|don't|doesn't|aren't|isn't|won't|"
    r"excluded|except(?:ed)?|no (?:refund|return|exchange)s?)\b|"
    r"不(?:能|可(?!或缺)|得|予|支持|接受|享受|提供|参加|办理|适用|退|包括|在.{0,8}范围)|概不|恕不|无法|除外"
)
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


def answers_better(message: str, answer: Answer, draft: Draft) -> bool:
    """Do sentences of documents answer a customer, and a reply does not say as much of it? Both
    are measured by what the customer asks: the share of an intent says what is wanted, and not
    whether the reply for it tells that. Where a value is asked for, an open blank is none. Nobody
    who asks is told yes before the rule that says no.
    """
    quoted = [each.text for each in answer.sentences]
    said = sentences(told(draft))
    if asks(message) and refuses(quoted[0]) and not any(map(refuses, said)):
        return True
    wanted = Wanted.of(message, [*quoted, *said])
    best, other = (max(map(wanted.worth, some), default=0.0) for some in (quoted, said))
    if wanted.values:
        return wanted.kinds(quoted) > wanted.kinds(said)
    return asks(message) and best >= max(MUCH, MORE * other)


def refuses(sentence: str) -> bool:
    """Does it say that something is not so, or not done?"""
    return bool(_REFUSES.search(fold(sentence)))


def told(draft: Draft) -> str:
    """What a draft says without its open blanks."""
    values = {slot: each.value for slot, each in draft.values.items()}
    parts = (p if isinstance(p, str) else values.get(p.name, "") for p in draft.pieces)
    return "".join(parts)


def seen_in(templates: Sequence[Template]) -> dict[str, list[str]]:
    """Slot -> values that it had in the replies of which the templates were made."""
    found: dict[str, dict[str, None]] = {}
    for template in templates:
        for slot, value in template.known:
            found.setdefault(slot, {})[value] = None
    return {slot: list(values) for slot, values in found.items()}


def choices_for(draft: Draft, known: Known) -> dict[str, tuple[str, ...]]:
    """Open slot -> values of which one could be meant."""
    found = {slot.name: tuple(candidates(slot, known)) for slot in draft.open}
    return {name: values for name, values in found.items() if values}


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
