"""Which passages share words with a question: BM25 in memory. It knows no vectors and no store.

Words are Han characters and pairs of them, and lower-cased Latin words and numbers. BM25 is from
Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 = 1.2 and b = 0.75.
"""

import math
import re
from collections import Counter, defaultdict

from knowledge.language import HAN

K1 = 1.2
B = 0.75

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


class Lexical:
    """Counts of words by passage. Not thread-safe: its owner holds a lock."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        self._length = 0  # words in all passages together

    def add(self, id: str, text: str) -> None:
        """Counts a passage; an id that is known is replaced."""
        self.remove(id)
        counts = Counter(words(text))
        self._counts[id] = counts
        self._length += counts.total()
        for word in counts:
            self._holders[word].add(id)

    def remove(self, id: str) -> None:
        """Forgets a passage; an unknown id is no error."""
        counts = self._counts.pop(id, Counter())
        self._length -= counts.total()
        for word in counts:
            self._holders[word].discard(id)
            if not self._holders[word]:
                del self._holders[word]

    def scores(self, question: str) -> dict[str, float]:
        """BM25 of each passage that shares a word, divided by what no passage can exceed.

        Returns:
            id -> 0 to 1. One word contributes at most idf x (k1 + 1), so the bound is the sum of
            that over the question's words, also those that stand in no passage: a question about
            unknown things scores low.
        """
        weights = {word: self._idf(word) for word in set(words(question))}
        bound = sum(weights.values()) * (K1 + 1)
        totals: defaultdict[str, float] = defaultdict(float)
        for word, weight in weights.items():
            for id in self._holders.get(word, ()):
                totals[id] += weight * self._saturated(id, word)
        return {id: total / bound for id, total in totals.items()}

    def _idf(self, word: str) -> float:
        holders = len(self._holders.get(word, ()))
        return math.log(1 + (len(self._counts) - holders + 0.5) / (holders + 0.5))

    def _saturated(self, id: str, word: str) -> float:
        counts = self._counts[id]
        relative = counts.total() * len(self._counts) / self._length  # length over the average
        return counts[word] * (K1 + 1) / (counts[word] + K1 * (1 - B + B * relative))
