"""A linear model over the letters, words and cues of a message.

The weights are trained by `python -m ui.eval.kinds.words` on texts written for this
(`ui/eval/questions/`, `ui/eval/orders/practice/`), never on those that it is tested with.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.numbers import fold
from tools.kinds.labels import Scores
from tools.kinds.signs import Signs

WEIGHTS = Path(__file__).with_name("words.npz")
BUCKETS = 2**15
CUE = 0.3
"""What a cue counts, beside all letters and words together."""

_WORD = re.compile(r"[a-z']+|[_@0]+|[㐀-鿿]+|[?!]")
_NUMBERS = re.compile(r"\d+(?:[.:]\d+)?")


def scores(signs: Signs) -> Scores:
    """What letters, words and cues say for each label."""
    weights, bias = _model()
    total = bias.copy()
    for bucket, worth in features(signs):
        total += worth * weights[bucket]
    return total


def features(signs: Signs) -> list[tuple[int, float]]:
    """(bucket, worth) of everything that counts."""
    parts = list(dict.fromkeys(_parts(signs.text)))
    worth = 1 / max(1, len(parts)) ** 0.5
    cues = [(_bucket(f"={cue}"), CUE) for cue in signs.cues]
    return [(_bucket(part), worth) for part in parts] + cues


def _bucket(part: str) -> int:
    return zlib.crc32(part.encode()) % BUCKETS


def _parts(text: str) -> Iterator[str]:
    """Runs of one to three words; of a word, pieces of three to five letters; of Chinese, one to
    four characters."""
    words = [_plain(word) for word in _WORD.findall(_NUMBERS.sub("0", fold(text)))]
    units: list[str] = []
    for word in words:
        units += [*word] if "㐀" <= word[0] <= "鿿" else [word]
    yield from _runs(units, 4, " ")
    for word in words:
        if word[0].isascii() and word[0].isalpha():
            yield from _pieces(f"<{word}>")


def _plain(word: str) -> str:
    """A blank is one sign, however long the name was."""
    return word[0] if word[0] in "_@0" else word


def _runs(units: Sequence[str], longest: int, glue: str) -> Iterator[str]:
    whole = ["^", *units, "$"]
    for size in range(1, longest + 1):
        for at in range(len(whole) - size + 1):
            yield glue.join(whole[at : at + size])


def _pieces(word: str) -> Iterator[str]:
    for size in (3, 4, 5):
        for at in range(len(word) - size + 1):
            yield f"#{word[at : at + size]}"


@cache
def _model() -> tuple[NDArray[np.float32], Scores]:
    """Weights, shape (buckets, labels), and what each label has to begin with."""
    with np.load(WEIGHTS) as saved:
        return saved["weights"].astype(np.float32), saved["bias"]
