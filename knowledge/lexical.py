"""Which passages share words with a question: BM25 over segments that lie in the database and are
never rebuilt. It knows no vectors and no texts.

Words are Han characters and pairs of them, and lower-cased Latin words and numbers. BM25 is from
Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 = 1.2 and b = 0.75.

A segment is written with the passages it is about and never changed; eight of like size are merged
into one, so that there are few (a log-structured merge, O'Neil et al. 1996).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.language import HAN

K1 = 1.2
B = 0.75
MERGED = 8

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


class Segment(NamedTuple):
    """Words -> passages. Row `i` of `words` stands in `numbers[starts[i]:starts[i + 1]]`."""

    words: NDArray[np.uint64]
    """Hashes, ascending."""
    starts: NDArray[np.uint32]
    numbers: NDArray[np.uint32]
    """Of passages, ascending for each word."""
    counts: NDArray[np.uint8]
    """How often the word stands there, at most 255."""

    def to_bytes(self) -> bytes:
        sizes = np.array([len(self.words), len(self.numbers)], dtype=np.uint64)
        return b"".join(part.tobytes() for part in (sizes, *self))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Segment":
        kinds, held = np.frombuffer(data, np.uint64, 2).astype(int)
        starts = 16 + 8 * kinds
        numbers = starts + 4 * (kinds + 1)
        return cls(
            np.frombuffer(data, np.uint64, kinds, 16),
            np.frombuffer(data, np.uint32, kinds + 1, starts),
            np.frombuffer(data, np.uint32, held, numbers),
            np.frombuffer(data, np.uint8, held, numbers + 4 * held),
        )

    def of(self, word: int) -> slice:
        """Where the passages with a word stand."""
        at = int(np.searchsorted(self.words, np.uint64(word)))
        if at == len(self.words) or self.words[at] != word:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))


def segment_of(texts: Mapping[int, Sequence[str]]) -> Segment:
    """The segment of some passages: their numbers -> their words."""
    rows = [
        (hashed(word), number, min(count, 255))
        for number, found in texts.items()
        for word, count in Counter(found).items()
    ]
    columns = np.array(rows, dtype=np.uint64).reshape(-1, 3).T
    return _segment(columns[0], columns[1].astype(np.uint32), columns[2].astype(np.uint8))


def merged(segments: Iterable[Segment]) -> Segment:
    """One segment that says the same."""
    segments = list(segments)
    words = [np.repeat(each.words, np.diff(each.starts)) for each in segments]
    numbers, counts = zip(*((each.numbers, each.counts) for each in segments), strict=True)
    return _segment(np.concatenate(words), np.concatenate(numbers), np.concatenate(counts))


def _segment(
    words: NDArray[np.uint64], numbers: NDArray[np.uint32], counts: NDArray[np.uint8]
) -> Segment:
    order = np.lexsort((numbers, words))
    kinds, starts = np.unique(words[order], return_index=True)
    ends = np.append(starts, len(words)).astype(np.uint32)
    return Segment(kinds, ends, numbers[order], counts[order])


def hashed(word: str) -> int:
    """64 bits: among a million words two collide with a chance of 1 in 37 million."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def to_merge(sizes: Mapping[int, int]) -> list[int]:
    """Of segments by number with their sizes in passages, those to merge next; perhaps none."""
    tiers: dict[int, list[int]] = {}
    for number, size in sizes.items():
        tiers.setdefault(max(size, 1).bit_length() // 3, []).append(number)
    return next((same for same in tiers.values() if len(same) >= MERGED), [])


def scores(
    question: str,
    segments: Sequence[Segment],
    lengths: NDArray[np.float32],
    alive: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """BM25 of each passage, divided by what no passage can exceed: 0 to 1.

    One word contributes at most idf x (k1 + 1), so the bound is the sum of that over the question's
    words, also those that stand in no passage: a question about unknown things scores low.

    Args:
        lengths: in words, by the number of the passage.
        alive: whether there is such a passage.
    """
    totals = np.zeros(len(lengths), dtype=np.float32)
    count, bound = int(alive.sum()), 0.0
    if not count:
        return totals
    # What divides the count of a word in a passage: k1 x (1 - b + b x length over the average).
    heavy = np.float32(K1) * (1 - B + B * lengths / max(float(lengths[alive].mean()), 1.0))
    for word in set(words(question)):
        numbers, counts = _holders(hashed(word), segments, alive)
        idf = np.log(1 + (count - len(numbers) + 0.5) / (len(numbers) + 0.5))
        bound += idf * (K1 + 1)
        totals[numbers] += idf * (K1 + 1) * counts / (counts + heavy[numbers])
    result: NDArray[np.float32] = totals / max(bound, 1e-9)
    return result


def _holders(
    word: int, segments: Sequence[Segment], alive: NDArray[np.bool_]
) -> tuple[NDArray[Any], NDArray[np.float32]]:
    """The passages with a word, and how often each has it."""
    empty = np.zeros(0, dtype=np.uint32)
    places = [(each, each.of(word)) for each in segments]
    numbers = np.concatenate([empty, *(each.numbers[place] for each, place in places)])
    counts = np.concatenate([empty, *(each.counts[place] for each, place in places)])
    there = numbers < len(alive)  # what is younger than the list, or was erased, has no place in it
    there[there] = alive[numbers[there]]
    return numbers[there], counts[there].astype(np.float32)
