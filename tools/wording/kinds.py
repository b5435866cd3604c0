"""Which kind of question about a plan a message asks: a linear model over its letters and words,
beside what code reads in it. It knows no plan and no names; `tools/meaning.py` decides with it.

The weights are trained by `python -m ui.eval.training` on questions written for this
(`ui/eval/questions/`), never on those that it is tested with.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from tools.wording.numbers import fold

Kind = Literal[
    "why", "overall", "order", "what_if", "not_then", "first_by", "in_time", "helps", "who",
    "together", "changed", "ask",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
WEIGHTS = Path(__file__).with_name("kinds.npz")
BUCKETS = 2**16
CUE = 0.3
"""What a cue of the code counts, beside all letters and words together."""

_WORD = re.compile(r"[a-z']+|[_@0]+|[㐀-鿿]+|[?!]")
_NUMBERS = re.compile(r"\d+(?:[.:]\d+)?")


def likely(text: str, cues: Iterable[str]) -> list[tuple[Kind, float]]:
    """All kinds with their probabilities, the likeliest first.

    Args:
        text: the message, names of tasks blanked by `_`, those of resources by `@`.
        cues: what code reads in it, such as `tasks=2`.
    """
    return ranked(features(text, cues))


def ranked(found: Iterable[tuple[int, float]]) -> list[tuple[Kind, float]]:
    """The kinds by the buckets that count."""
    weights, bias = _model()
    scores = bias.copy()
    for bucket, worth in found:
        scores += worth * weights[bucket]
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    kinds = [(kind, float(share)) for kind, share in zip(KINDS, shares, strict=True)]
    return sorted(kinds, key=lambda each: -each[1])


def features(text: str, cues: Iterable[str]) -> list[tuple[int, float]]:
    """(bucket, worth) of everything that counts."""
    parts = list(dict.fromkeys(_parts(text)))
    worth = 1 / max(1, len(parts)) ** 0.5
    return [(_bucket(part), worth) for part in parts] + [(_bucket(f"={c}"), CUE) for c in cues]


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
def _model() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights, shape (buckets, kinds), and what each kind has to begin with."""
    with np.load(WEIGHTS) as saved:
        found: dict[str, Any] = dict(saved)
    return found["weights"].astype(np.float32), found["bias"].astype(np.float32)
