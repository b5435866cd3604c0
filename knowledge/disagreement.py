"""Two texts that say the same thing with other numbers: "within 7 days" and "within 14 days". It
reads words and numbers; which of the two is right it cannot know. Texts of different languages are
compared in `across.py`.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from knowledge.across import across
from knowledge.language import HAN
from knowledge.lexical import words
from knowledge.numbers import Span, fold, spans
from knowledge.passage import Passage

ALIKE = 0.6
"""Share of the words of two sentences that both have (Jaccard)."""
FEWEST = 4
"""Words of a sentence, without its numbers."""
MOST = 3
"""Contradictions that are told of; more would be a report, not an answer."""

_COUNTS = re.compile(r"\s?[个天日月年元块次张件小]")
"""What follows a Chinese numeral that counts: 一般 has no number in it."""
_ARTICLE = frozenset({"a", "an", "one", "half"})
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)、])\s*")


class Disagreement(NamedTuple):
    """What two passages say."""

    first: Passage
    says: str
    second: Passage
    but: str


def disagreements(passages: Sequence[Passage]) -> list[Disagreement]:
    """Where the first passage is contradicted by the others, from other documents: the first few,
    in the order of its sentences."""
    if not passages:
        return []
    first, *others = passages
    found = (
        Disagreement(first, says, second, but)
        for second in others
        if second.source != first.source
        for says, but in _between(first, second)
    )
    order = _sentences(first.text)
    return sorted(found, key=lambda each: order.index(each.says))[:MOST]


def _between(first: Passage, second: Passage) -> Iterator[tuple[str, str]]:
    mine, theirs = _sentences(first.text), _sentences(second.text)
    if first.language != second.language:
        yield from across(mine, theirs)
        return
    yield from ((says, but) for says in mine for but in theirs if _contradict(says, but))


def _contradict(one: str, other: str) -> bool:
    mine, others = _bare(one), _bare(other)
    if min(len(mine), len(others)) < FEWEST:
        return False
    alike = len(mine & others) / len(mine | others)
    numbers, theirs = _worth(one), _worth(other)
    return alike >= ALIKE and bool(numbers) and bool(theirs) and numbers != theirs


def _numbers(sentence: str) -> list[Span]:
    """What counts or measures something, by its worth: 七天 is no other time than 7 天."""
    found = []
    for span in spans(sentence):
        written = fold(sentence[span.start : span.end])
        chinese = re.match(f"[{HAN}]", written) and not _COUNTS.match(sentence, span.end)
        if not chinese and written not in _ARTICLE:
            found.append(span)
    return found


def _worth(sentence: str) -> list[Fraction]:
    return [span.value for span in _numbers(sentence)]


def _bare(sentence: str) -> set[str]:
    """Its words without its numbers; of Chinese the pairs, as single characters say little."""
    for span in reversed(_numbers(sentence)):
        sentence = f"{sentence[: span.start]} {sentence[span.end :]}"
    return {word for word in words(sentence) if len(word) > 1 or not re.match(f"[{HAN}]", word)}


def _sentences(text: str) -> list[str]:
    found = (_LIST.sub("", part).strip() for part in _SENTENCE.split(text))
    return [each for each in found if each and not each.startswith("#")]
