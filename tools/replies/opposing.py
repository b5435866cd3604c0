"""Sentences of documents that say the same with other figures, in one language or in two. Which of
them is right it cannot know; it searches nothing."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from knowledge.across import Alike, across
from knowledge.passage import Passage
from tools.replies.asking import content_of
from tools.replies.facts import facts_of

ALIKE = 0.6
"""Share of words from which two sentences speak of the same thing."""
Told = tuple[str, int]
"""A sentence, and the number of its passage from 1."""


class Opposing:
    """What the sentences of passages say against each other. Two passages are compared once, when
    somebody asks about them."""

    def __init__(
        self, told: Sequence[Told], passages: Sequence[Passage], alike: Alike | None = None
    ) -> None:
        """
        Args:
            told: all sentences of the passages.
            alike: finds sentences that say the same in other words.
        """
        self._told, self._passages, self._alike = told, passages, alike
        self._compared: dict[tuple[int, int], list[tuple[str, str]]] = {}

    def against(self, chosen: Sequence[Told]) -> list[Told]:
        """The sentences of documents in another language that contradict those that were chosen,
        and are not among them: who looks for words of one language finds none of the other."""
        found = (other for each in chosen for other in self._across(each))
        return [each for each in dict.fromkeys(found) if each not in chosen]

    def contradicting(self, chosen: Sequence[Told]) -> bool:
        """Do two documents say the same with other figures?"""
        return any(
            _contradict(one, other)
            if self._of(one).language == self._of(other).language
            else other in self._across(one)
            for one, other in combinations(chosen, 2)
            if self._of(one).source != self._of(other).source
        )

    def _across(self, one: Told) -> Iterator[Told]:
        """The sentences in another language that contradict one. Its whole passage is compared, as
        a figure may be known for the other one's by those around it."""
        for number, passage in enumerate(self._passages, 1):
            if passage.current and passage.language != self._of(one).language:
                pairs = self._between(one[1], number)
                yield from ((but, number) for says, but in pairs if says == one[0])

    def _between(self, one: int, other: int) -> list[tuple[str, str]]:
        if (one, other) not in self._compared:
            mine, theirs = ([t for t, number in self._told if number == n] for n in (one, other))
            self._compared[one, other] = across(mine, theirs, self._alike)
        return self._compared[one, other]

    def _of(self, told: Told) -> Passage:
        return self._passages[told[1] - 1]


def _contradict(one: Told, other: Told) -> bool:
    return _same_subject(one[0], other[0]) and _figures(one[0]) != _figures(other[0])


def _same_subject(one: str, other: str) -> bool:
    a, b = (content_of(text) for text in (one, other))
    return len(a & b) >= ALIKE * max(1, min(len(a), len(b)))


def _figures(sentence: str) -> list[str]:
    return [sentence[fact.start : fact.end].lower() for fact in facts_of(sentence)]
