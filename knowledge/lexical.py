"""Which passages share words with a question, or have other words for the same in either language:
BM25 over the segments of `postings.py`. It knows no vectors.

Words are Han characters and pairs of them, and lower-cased Latin words and numbers. BM25 is from
Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 = 1.2 and b = 0.75.

All words for one thing count as one word (Pirkola, "The effects of query structure and dictionary
setups in dictionary-based cross-language information retrieval", 1998). For that nothing more is
kept of a passage.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.glossary import ways_to_say
from knowledge.language import HAN
from knowledge.postings import Segment, hashed

K1 = 1.2
B = 0.75
ENOUGH = 3
"""Things that a question must speak of before what passages say about them counts fully."""

_RUN = re.compile(f"[{HAN}]+|[a-z0-9]+")
_HAN_RUN = re.compile(f"[{HAN}]+")


def words(text: str) -> list[str]:
    """The words that are counted: `退货 Refund 30` -> 退, 货, 退货, refund, 30."""
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        if _HAN_RUN.fullmatch(run):
            found += [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
        else:
            found.append(run)
    return found


Phrase = Sequence[str]
"""Words that must all be there."""
Term = Sequence[Phrase]
"""Ways to say a thing."""
Holders = tuple[NDArray[Any], NDArray[Any]]
"""Passages, and how often each has something."""


Scores = NDArray[np.float32]
"""Of passages, by their numbers."""


class Shared(NamedTuple):
    """What passages share with a question, 0 to 1."""

    words: Scores
    """See `scores`."""
    things: Scores
    """See `things`."""

    def of(self, numbers: Sequence[int]) -> "Shared":
        """Of some of the passages."""
        return Shared(self.words[numbers], self.things[numbers])


def shared(
    question: str,
    segments: Sequence[Segment],
    lengths: NDArray[np.float32],
    alive: NDArray[np.bool_],
) -> Shared:
    """Both, as said there."""
    passages = _Passages(segments, lengths, alive)
    return Shared(_of_words(question, passages), _of_things(question, passages))


def scores(
    question: str,
    segments: Sequence[Segment],
    lengths: NDArray[np.float32],
    alive: NDArray[np.bool_],
) -> Scores:
    """BM25 of each passage for the words of a question; see `_scored`.

    Args:
        lengths: in words, by the number of the passage.
        alive: whether there is such a passage.
    """
    return _of_words(question, _Passages(segments, lengths, alive))


def things(
    question: str,
    segments: Sequence[Segment],
    lengths: NDArray[np.float32],
    alive: NDArray[np.bool_],
) -> Scores:
    """BM25 of each passage for what a question speaks of, by the glossary; low where that knows
    little of it. The rest as in `scores`."""
    return _of_things(question, _Passages(segments, lengths, alive))


class _Passages:
    """What is the same for all that they are scored for."""

    def __init__(
        self,
        segments: Sequence[Segment],
        lengths: NDArray[np.float32],
        alive: NDArray[np.bool_],
    ) -> None:
        self.segments, self.alive, self.count = segments, alive, int(alive.sum())
        average = max(float(lengths[alive].mean()), 1.0) if self.count else 1.0
        self.heavy = np.float32(K1) * (1 - B + B * lengths / average)
        """What divides the count of a word in each: k1 x (1 - b + b x length over the average)."""


def _of_words(question: str, passages: _Passages) -> Scores:
    return _scored([[[word]] for word in set(words(question))], passages)


def _of_things(question: str, passages: _Passages) -> Scores:
    terms = [[_phrase(each) for each in said] for said in ways_to_say(question)]
    known = min(1.0, len(terms) / ENOUGH)
    return _scored(terms, passages) * np.float32(known)


def _phrase(text: str) -> Phrase:
    """Of a Chinese word its pairs, which say where its characters stand."""
    found = words(text)
    return [word for word in found if len(word) > 1] or found


def _scored(terms: Sequence[Term], passages: _Passages) -> Scores:
    """BM25 of each passage, divided by what no passage can exceed: 0 to 1.

    One term contributes at most idf x (k1 + 1), so the bound is the sum of that over all terms,
    also those that stand in no passage: a question about unknown things scores low.
    """
    alive, count, heavy = passages.alive, passages.count, passages.heavy
    totals, bound = np.zeros(len(heavy), dtype=np.float32), 0.0
    if not count:
        return totals
    known = {word for term in terms for each in term for word in each}
    holders = _holders(known, passages.segments, alive)
    for term in terms:
        numbers, counts = _any_of(term, holders, len(alive))
        idf = np.log(1 + (count - len(numbers) + 0.5) / (len(numbers) + 0.5))
        bound += idf * (K1 + 1)
        totals[numbers] += idf * (K1 + 1) * counts / (counts + heavy[numbers])
    result: Scores = totals / max(bound, 1e-9)
    return result


def _any_of(term: Term, holders: Mapping[str, Holders], size: int) -> Holders:
    """The passages that say a thing in some way, and how often each does."""
    found = [_all_of(phrase, holders, size) for phrase in term if holders.keys() >= set(phrase)]
    if len(found) == 1:
        return found[0]
    totals = np.zeros(size, dtype=np.float32)
    for numbers, counts in found:
        totals[numbers] += counts
    there = np.flatnonzero(totals)
    return there, totals[there]


def _all_of(phrase: Phrase, holders: Mapping[str, Holders], size: int) -> Holders:
    numbers, counts = holders[phrase[0]]
    for word in phrase[1:]:
        before = np.zeros(size, dtype=np.float32)
        before[numbers] = counts
        numbers, counts = holders[word]
        counts = np.minimum(before[numbers], counts)
        numbers, counts = numbers[counts > 0], counts[counts > 0]
    return numbers, counts


def _holders(
    words: Iterable[str], segments: Sequence[Segment], alive: NDArray[np.bool_]
) -> dict[str, Holders]:
    """The passages with each word, and how often each has it; words that stand nowhere are left
    out."""
    found: defaultdict[str, list[Holders]] = defaultdict(list)
    known = list(words)
    hashes = np.array([hashed(word) for word in known], dtype=np.uint64)
    for segment in segments:
        for place, numbers, counts in segment.of(hashes):
            found[known[place]].append((numbers, counts))
    return {word: _alive(parts, alive) for word, parts in found.items()}


def _alive(parts: Sequence[Holders], alive: NDArray[np.bool_]) -> Holders:
    numbers = np.concatenate([each for each, _ in parts])
    counts = np.concatenate([each for _, each in parts])
    there = numbers < len(alive)  # what is younger than the list, or was erased, has no place in it
    there[there] = alive[numbers[there]]
    return numbers[there], counts[there].astype(np.float32)
