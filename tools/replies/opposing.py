"""Sentences of documents that say the same with other figures, in one language or in two. Which of
them is right it cannot know; it searches nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple, Self

from knowledge.across import THINGS, Alike, across
from knowledge.glossary import things_in
from knowledge.measures import measures
from knowledge.passage import Passage
from tools.replies.asking import Wanted, content_of
from tools.replies.told import Told

ALIKE = 0.6
"""Share of the words of two sentences that both have, from which they speak of the same thing."""
PARALLEL = 0.5
"""Share from which two sentences are worded alike: what one of them lacks then sets them apart."""
LIKE = 0.85
"""Cosine (`nearness.Meaning.alike`), with the things that both speak of, from which two sentences
may say the same in other words."""
FARTHER = 0.45
"""Standard scores by which such a sentence may be farther from the question than the other. Of 30
pairs in other words 15 are found with both, and of 30 that only look so 3; of 1128 askings of the
practice questions 3 are told of a contradiction in one language that is none (2026-11-30)."""
_CODE = re.compile(r"[a-z]+-?\d+[a-z\d]*")


class Asked(NamedTuple):
    """What a customer asks, and how much sentences have to do with it."""

    shares: Mapping[Told, float]
    """Of what is asked, with what stands above each."""
    close: Mapping[Told, float]
    """By their meaning."""

    @classmethod
    def of(cls, wanted: Wanted, told: Sequence[Told], close: Sequence[float]) -> Self:
        """
        Args:
            close: how near each is to the question.
        """
        shares = {each: wanted.share(f"{each.above}\n{each.text}") for each in told}
        return cls(shares, dict(zip(told, close, strict=True)))

    def as_close(self, one: Told, other: Told) -> bool:
        """Is the other one about as near to the question?"""
        return self.close[other] >= self.close[one] - FARTHER


class Opposing:
    """What the sentences of passages say against each other. Two passages are compared once, when
    somebody asks about them."""

    def __init__(
        self,
        told: Sequence[Told],
        passages: Sequence[Passage],
        asked: Asked,
        alike: Alike | None = None,
    ) -> None:
        """
        Args:
            told: all sentences of the passages.
            alike: finds sentences that say the same in other words.
        """
        self._told, self._passages, self._asked, self._alike = told, passages, asked, alike
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
                    yield from (each for each in theirs if self._contradict(one, each))
                else:
                    pairs = self._between(one.number, number)
                    yield from (but for says, but in pairs if says == one.text)

    def _contradict(self, one: Told, other: Told) -> bool:
        if not _apart(one.text, other.text) or _named_apart(one, other):
            return False
        common = _common(one.text, other.text)
        if common >= PARALLEL and self._asked.shares[other] < self._asked.shares[one]:
            return False
        return common >= ALIKE or self._same_meaning(one, other)

    def _same_meaning(self, one: Told, other: Told) -> bool:
        if self._alike is None or not self._asked.as_close(one, other):
            return False
        cosine = self._alike([one.text], [other.text])[0][0]
        return cosine + THINGS * _common_things(one.text, other.text) >= LIKE

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


def _named_apart(one: Told, other: Told) -> bool:
    """Two models or two rooms are not the same."""
    return any(_CODE.fullmatch(word) for word in content_of(one.text) ^ content_of(other.text))


def _common(one: str, other: str) -> float:
    """The share of the words of two sentences that both have."""
    a, b = (content_of(text) for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def _common_things(one: str, other: str) -> float:
    """The share of the things that two sentences speak of that both do."""
    a, b = (things_in(text) for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def _apart(one: str, other: str) -> bool:
    """Is something that both measure quite different?"""
    mine, theirs = _measured(one), _measured(other)
    return any(mine[kind].isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def _measured(sentence: str) -> dict[str, set[Fraction]]:
    found = defaultdict[str, set[Fraction]](set)
    for each in measures(sentence):
        found[each.kind].add(each.value)
    return found
