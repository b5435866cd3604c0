"""A text as the letters and words in it, hashed into a row of numbers. It knows no meaning."""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from knowledge.numbers import fold

BUCKETS = 2**18

_WORD = re.compile(r"[a-z']+|[㐀-鿿]+|[?!]")
_NUMBERS = re.compile(r"[a-z]{0,3}[-#]?\d[\d.,:/-]*")


def parts_of(text: str) -> Iterator[str]:
    """Runs of one to three words and pieces of two to five letters; of Chinese one to four signs.

    A number counts as such, whichever it is.
    """
    words = _WORD.findall(_NUMBERS.sub(" zero ", fold(text)))
    units: list[str] = []
    for word in words:
        units += [*word] if "㐀" <= word[0] <= "鿿" else [word]
    for size in (1, 2, 3):
        for at in range(len(units) - size + 1):
            yield " ".join(units[at : at + size])
    for word in words:
        if word[0].isalpha() and word[0].isascii():
            framed = f"<{word}>"
            for size in (2, 3, 4, 5):
                yield from ("#" + framed[at : at + size] for at in range(len(framed) - size + 1))


class Letters:
    """Rows of unit length, weighted by how rare a part is in the texts it was made from."""

    def __init__(self, texts: Sequence[str]) -> None:
        held = Counter(bucket for text in texts for bucket in set(map(_bucket, parts_of(text))))
        self._weights = np.full(BUCKETS, math.log(1 + len(texts)) + 1, dtype=np.float32)
        for bucket, count in held.items():
            self._weights[bucket] = math.log((1 + len(texts)) / (1 + count)) + 1

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """Shape (texts, BUCKETS)."""
        indices: list[int] = []
        values: list[float] = []
        ends = [0]
        for text in texts:
            counts = Counter(map(_bucket, parts_of(text)))
            worth = {b: (1 + math.log(c)) * float(self._weights[b]) for b, c in counts.items()}
            length = math.sqrt(sum(w * w for w in worth.values())) or 1.0
            indices += worth
            values += (w / length for w in worth.values())
            ends.append(len(indices))
        shape = (len(texts), BUCKETS)
        return csr_matrix((np.array(values, dtype=np.float32), indices, ends), shape=shape)


def _bucket(part: str) -> int:
    return zlib.crc32(part.encode()) % BUCKETS
