"""Which words stand in which passages, as segments that lie in the database and are never rebuilt.
It knows words by their hashes and no texts.

A segment is written with the passages it is about and never changed; eight of like size are merged
into one, so that there are few (a log-structured merge, O'Neil et al. 1996).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MERGED = 8
Numbers = NDArray[np.uint32]
"""Of passages."""
Counts = NDArray[np.uint8]


class Segment(NamedTuple):
    """Words -> passages. Row `i` of `words` stands in `numbers[starts[i]:starts[i + 1]]`."""

    words: NDArray[np.uint64]
    """Hashes, ascending."""
    starts: NDArray[np.uint32]
    numbers: Numbers
    """Ascending for each word."""
    counts: Counts
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

    def of(self, words: NDArray[np.uint64]) -> Iterator[tuple[int, Numbers, Counts]]:
        """The place of each word that stands here, the passages with it, and how often each has
        it."""
        at = np.searchsorted(self.words, words)
        at[at == len(self.words)] = 0
        for place in np.flatnonzero(self.words[at] == words) if len(self.words) else ():
            rows = slice(int(self.starts[at[place]]), int(self.starts[at[place] + 1]))
            yield int(place), self.numbers[rows], self.counts[rows]


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


def _segment(words: NDArray[np.uint64], numbers: Numbers, counts: Counts) -> Segment:
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
