"""Sentences of documents that say the same with other figures, in one language or in two. Which of
them is right it cannot know; it searches nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from knowledge.across import Alike, across
from knowledge.measures import measures
from knowledge.passage import Passage
from tools.replies.asking import content_of
from tools.replies.told import Told

ALIKE = 0.6
"""Share of the words of two sentences that both have, from which they speak of the same thing."""
_CODE = re.compile(r"[a-z]+-?\d+[a-z\d]*")


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
        self._compared: dict[tuple[int, int], list[tuple[str, Told]]] = {}

    def against(self, chosen: Sequence[Told]) -> list[Told]:
        """The sentences of other documents that contradict those that were chosen, and are not
        among them: who looks for words of one language finds none of the other."""
        found = (other for each in chosen for other in self._opposed(each))
        return [each for each in dict.fromkeys(found) if each not in chosen]

    def contradicting(self, chosen: Sequence[Told]) -> bool:
        """Do two documents say the same with other figures?"""
        return any(other in self._opposed(one) for one, other in combinations(chosen, 2))

    def _opposed(self, one: Told) -> Iterator[Told]:
        """The sentences of other documents that contradict one. Of a passage in another language
        all is compared, as a figure may be known for the other one's by those around it."""
        for number, passage in enumerate(self._passages, 1):
            if passage.current and file_of(passage) != file_of(self._of(one)):
                if passage.language == self._of(one).language:
                    theirs = [each for each in self._told if each.number == number]
                    yield from (each for each in theirs if _contradict(one, each))
                else:
                    pairs = self._between(one.number, number)
                    yield from (but for says, but in pairs if says == one.text)

    def _between(self, one: int, other: int) -> list[tuple[str, Told]]:
        if (one, other) not in self._compared:
            mine, theirs = ([t for t in self._told if t.number == n] for n in (one, other))
            pairs = across([t.text for t in mine], [t.text for t in theirs], self._alike)
            told = {each.text: each for each in theirs}
            self._compared[one, other] = [(says, told[but]) for says, but in pairs]
        return self._compared[one, other]

    def _of(self, told: Told) -> Passage:
        return self._passages[told.number - 1]


def file_of(passage: Passage) -> str:
    """The rows of a table are documents of their own, and say different things of the same kind."""
    return passage.source.partition("#")[0]


def _contradict(one: Told, other: Told) -> bool:
    return _same_subject(one.text, other.text) and _apart(one.text, other.text)


def _same_subject(one: str, other: str) -> bool:
    """Two models or two rooms are not the same."""
    a, b = (content_of(text) for text in (one, other))
    named = any(_CODE.fullmatch(word) for word in a ^ b)
    return not named and len(a & b) >= ALIKE * max(1, len(a | b))


def _apart(one: str, other: str) -> bool:
    """Is something that both measure quite different?"""
    mine, theirs = _measured(one), _measured(other)
    return any(mine[kind].isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def _measured(sentence: str) -> dict[str, set[Fraction]]:
    found = defaultdict[str, set[Fraction]](set)
    for each in measures(sentence):
        found[each.kind].add(each.value)
    return found
