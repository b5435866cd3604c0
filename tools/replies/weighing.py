"""How likely each sentence is to be the one that answers a customer, and how likely the best is
to answer at all. The first is a conditional logit (McFadden, "Conditional logit analysis of
qualitative choice behavior", 1974) over `SIGNALS`, the second a logistic regression over those of
the likeliest. Their weights were fitted by `ui/eval/replies/sentences`, on questions and documents
written for that. It searches nothing and chooses nothing.
"""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.glossary import places_in, things_in
from knowledge.language import language_of
from knowledge.nearness import Near
from knowledge.numbers import fold
from knowledge.passage import Language, Passage
from knowledge.ranking import BEHIND
from tools.replies.asking import Extent, Wanted, asked_of, extent
from tools.replies.procedures import is_step
from tools.replies.told import Told
from tools.replies.values import MEASURED, WORDED, Kind

FILE = Path(__file__).parent / "weights.json"
Numbers = NDArray[np.float64]
SIGNALS = (
    *("words", "words_above", "words_most", "things", "things_above", "names", "others"),
    *("near", "near_most", "near_other", "measured", "worded", "own", "passage", "passage_most"),
    *("step", "length"),
)
"""What `signals` returns of each sentence, in this order."""
BEST = (*SIGNALS, "share", "worth", "lead", "own_words", "own_anywhere", "asked", "letters")
"""What `of_best` returns."""
UNKNOWN = -1.0
"""How near sentences are where nobody can tell; what is farther has as little to do with it."""
NEAREST = 3.0
"""What is nearer is a copy of the question."""
WIDER = 0.5
"""What counts that speaks for a sentence when what was said before the question is heard as well,
beside what the question says by itself. Of 183 practised questions of letters, asked of documents
in both languages and in each, .5 finds 344 of 549 answers, 0 finds 322, 1 finds 342 (2026-12-01).
"""
_CODE = re.compile(r"(?<![a-z0-9])[a-z]{1,6}-?\d[a-z0-9]*")
_CALLED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}|(?<=[a-z㐀-鿿])\s?[B-HJ-Z](?![A-Za-z0-9'])")
_CALENDAR = re.compile(
    r"\w+day|january|february|march|april|may|june|july|august|\w+(?:em|o)ber|english|chinese"
)
"""Words that have capitals in English and are no names."""


class Sought(NamedTuple):
    """Words that were searched for, and what was found."""

    words: str
    passages: Sequence[Passage]


class Likely(NamedTuple):
    """What the sentences are worth."""

    shares: Sequence[float]
    """The probability of each to be the one that answers, if any does."""
    any: float
    """The probability that the likeliest does."""
    near: Sequence[float]
    """How near each is by its meaning."""


class Weights(NamedTuple):
    """What was fitted."""

    sentence: Numbers
    """Of the signals of a sentence."""
    best: Numbers
    """Of those of the likeliest, of its probability and of what it is worth."""
    bias: float


def likely(
    question: str,
    told: Sequence[Told],
    passages: Sequence[Passage],
    language: Language,
    near: Near | None = None,
    wider: Sought | None = None,
) -> Likely:
    """
    Args:
        told: sentences of the passages.
        language: the asker's.
        near: what sentences mean is left out of account if not given.
        wider: the question with what was said before it.
    """
    if not told:
        return Likely((), 0.0, ())
    weights = fitted()
    found = signals(question, told, passages, language, near)
    if wider is not None:
        scored = together(wider.passages, passages)
        numbers = {each.id: number for number, each in enumerate(scored, 1)}
        again = [each._replace(number=numbers[passages[each.number - 1].id]) for each in told]
        more = signals(wider.words, again, scored, language, near)
        found = (found + WIDER * more) / (1 + WIDER)
    shares = chosen(found, weights.sentence)
    best = of_best(found, weights.sentence, extent(question, told))
    logit = best @ weights.best + weights.bias
    any_ = float(1 / (1 + np.exp(-logit)))
    return Likely(shares.tolist(), any_, found[:, SIGNALS.index("near")].tolist())


def together(found: Sequence[Passage], more: Sequence[Passage]) -> list[Passage]:
    """What was found, and what was only found otherwise: that fits less than all of it."""
    known = {each.id for each in found}
    low = min((each.score for each in found), default=0.0) - BEHIND
    return [*found, *(p.model_copy(update={"score": low}) for p in more if p.id not in known)]


def chosen(found: Numbers, weights: Numbers) -> Numbers:
    """The probability of each sentence, of which one answers."""
    worth = found @ weights
    shares = np.exp(worth - worth.max())
    return np.asarray(shares / shares.sum())


def of_best(found: Numbers, weights: Numbers, asked: Extent) -> Numbers:
    """What speaks for and against that the likeliest sentence answers: words say more where they
    are those of the asker's language."""
    shares = chosen(found, weights)
    best = int(shares.argmax())
    row = dict(zip(SIGNALS, found[best], strict=True))
    near = np.sort(found[:, SIGNALS.index("near")])
    lead = row["near"] - near[-2] if len(near) > 1 else 0.0
    own = row["own"] * np.array([row["words"] + row["words_above"], asked.anywhere])
    return np.array(
        [*found[best], shares[best], found[best] @ weights, lead, *own, asked.words, asked.letters]
    )


@cache
def fitted() -> Weights:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    sentence, best = ([told[part][name] for name in names]
                      for part, names in (("sentence", SIGNALS), ("best", BEST)))  # fmt: skip
    return Weights(np.array(sentence), np.array(best), told["bias"])


def signals(
    question: str,
    told: Sequence[Told],
    passages: Sequence[Passage],
    language: Language,
    near: Near | None,
) -> Numbers:
    """What speaks for and against each sentence: a row each."""
    wanted = Wanted.of(question, [each.text for each in told])
    words = np.array([wanted.share(each.text) for each in told])
    above = np.array([wanted.share(f"{each.above}\n{each.text}") for each in told])
    close = _near(question, told, near)
    own = np.array([language_of(each.text) == language for each in told], dtype=float)
    scores = np.array([passages[each.number - 1].score for each in told])
    columns = (
        *(words, above - words, words - words.max()),
        *_things(question, told),
        *_names(question, told),
        *(close, close - close.max(), close * (1 - own)),
        *(_kinds(question, told, kinds) for kinds in (MEASURED, WORDED)),
        *(own, scores, scores - scores.max()),
        np.array([is_step(each.text) for each in told]),
        np.log([1 + len(each.text.encode()) for each in told]),
    )
    return np.column_stack([np.asarray(each, dtype=float) for each in columns])


def _near(question: str, told: Sequence[Told], near: Near | None) -> Numbers:
    if near is None:
        return np.full(len(told), UNKNOWN)
    found = near(asked_of(question), [f"{each.above}\n{each.text}".strip() for each in told])
    return np.clip(found, UNKNOWN, NEAREST)


def _things(question: str, told: Sequence[Told]) -> tuple[Numbers, Numbers]:
    """The share of the things that are asked about that a sentence speaks of, and of the others
    that stand above it."""
    asked = things_in(question)
    said = [things_in(each.text) for each in told]
    above = [things_in(each.above) - own for each, own in zip(told, said, strict=True)]
    most = max(1, len(asked))
    return (
        np.array([len(asked & each) / most for each in said]),
        np.array([len(asked & each) / most for each in above]),
    )


def _names(question: str, told: Sequence[Told]) -> tuple[Numbers, Numbers]:
    """The share of the names that are asked about that a sentence has, or what stands above it; and
    whether it has another model or place instead."""
    texts = [f"{each.above}\n{each.text}" for each in told]
    asked, said = frozenset(_CODE.findall(fold(question))), list(map(fold, texts))
    names = {name: re.compile(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])")
             for name in asked.union(_called(question))}  # fmt: skip
    held = [sum(bool(found.search(text)) for found in names.values()) for text in said]
    codes = [_another(asked, frozenset(_CODE.findall(text))) for text in said]
    places = [_another(places_in(question), places_in(text)) for text in texts]
    return np.array(held) / max(1, len(names)), np.logical_or(codes, places)


def _another(asked: frozenset[Any], said: frozenset[Any]) -> bool:
    return bool(asked and said and not asked & said)


def _called(question: str) -> Iterable[str]:
    """Names of products and places, in the way of English."""
    for found in _CALLED.findall(question):
        name = fold(found.strip())
        if not _CALENDAR.fullmatch(name):
            yield name


def _kinds(question: str, told: Sequence[Told], kinds: Sequence[Kind]) -> Numbers:
    """Of the kinds of values that are asked for, how many more a sentence has than it lacks."""
    asked = [kind.has for kind in kinds if kind.asks.search(fold(question))]
    return np.array([sum(1 if has(each.text) else -1 for has in asked) for each in told])
