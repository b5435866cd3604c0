"""Sentences of documents that say the same with other figures, in one language or in two. Which of
them is right it cannot know; it searches nothing."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from knowledge.across import across
from knowledge.passage import Passage
from tools.replies.asking import content_of
from tools.replies.facts import facts_of

ALIKE = 0.6
"""Share of words from which two sentences speak of the same thing."""
Told = tuple[str, int]
"""A sentence, and the number of its passage from 1."""


def against(
    chosen: Sequence[Told], told: Sequence[Told], passages: Sequence[Passage]
) -> list[Told]:
    """The sentences of documents in another language that contradict those that were chosen, and
    are not among them: who looks for words of one language finds none of the other.

    Args:
        told: all sentences of the passages.
    """
    found = (other for each in chosen for other in _across(each, told, passages))
    return [each for each in dict.fromkeys(found) if each not in chosen]


def contradicting(
    chosen: Sequence[Told], told: Sequence[Told], passages: Sequence[Passage]
) -> bool:
    """Do two documents say the same with other figures?"""
    return any(
        _contradict(one, other) if _language(one, passages) == _language(other, passages)
        else other in _across(one, told, passages)
        for one, other in combinations(chosen, 2)
        if _source(one, passages) != _source(other, passages)
    )  # fmt: skip


def _across(one: Told, told: Sequence[Told], passages: Sequence[Passage]) -> Iterator[Told]:
    """The sentences in another language that contradict one. Its whole passage is compared, as a
    figure may be known for the other one's by those around it."""
    mine = [text for text, number in told if number == one[1]]
    for number, passage in enumerate(passages, 1):
        if passage.current and passage.language != _language(one, passages):
            theirs = [text for text, place in told if place == number]
            yield from ((but, number) for says, but in across(mine, theirs) if says == one[0])


def _language(told: Told, passages: Sequence[Passage]) -> str:
    return passages[told[1] - 1].language


def _source(told: Told, passages: Sequence[Passage]) -> str:
    return passages[told[1] - 1].source


def _contradict(one: Told, other: Told) -> bool:
    return _same_subject(one[0], other[0]) and _figures(one[0]) != _figures(other[0])


def _same_subject(one: str, other: str) -> bool:
    a, b = (content_of(text) for text in (one, other))
    return len(a & b) >= ALIKE * max(1, min(len(a), len(b)))


def _figures(sentence: str) -> list[str]:
    return [sentence[fact.start : fact.end].lower() for fact in facts_of(sentence)]
