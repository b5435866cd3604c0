"""What a message wants: a linear model over its letters and words, beside what code reads in it and,
where an embedding model is at hand, its sentence vector. It knows no plan, no names and no tools;
`tools/meaning.py` and the agent's router decide with it.

The weights are trained by `python -m ui.eval.training` on texts written for this
(`ui/eval/questions/`, `ui/eval/orders/practice/`), never on those that it is tested with.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from knowledge.numbers import fold
from tools.wording.durations import durations
from tools.wording.hints import hints
from tools.wording.questions import only_tells
from tools.wording.stories import is_over

Kind = Literal[
    "why", "overall", "order", "what_if", "not_then", "first_by", "in_time", "helps", "who",
    "together", "changed", "ask",
]  # fmt: skip
"""Questions about a plan; `ask` for one that cannot be answered as it is put."""
Aim = Literal["waiting", "makespan", "tardiness", "people", "cost", "balance"]
"""Orders to plan again, by their goal."""
Other = Literal["parse", "edit", "search", "draft", "none", "vague"]
"""New tasks; a change of those there are; something to look up; a text to write; nothing of ours;
an order that does not say what."""
Label = Kind | Aim | Other
KINDS: tuple[Kind, ...] = get_args(Kind)
AIMS: tuple[Aim, ...] = get_args(Aim)
LABELS: tuple[Label, ...] = (*KINDS, *AIMS, *get_args(Other))
WEIGHTS = Path(__file__).with_name("kinds.npz")
BUCKETS = 2**15
CUE = 0.3
"""What a cue of the code counts, beside all letters and words together."""
SENSE = 3.0
"""What a sentence vector counts."""

Vector = NDArray[np.float32]
Embed = Callable[[str], Vector]
"""The sentence vector of a text, of unit length."""

_WORD = re.compile(r"[a-z']+|[_@0]+|[㐀-鿿]+|[?!]")
_NUMBERS = re.compile(r"\d+(?:[.:]\d+)?")


def likely(
    text: str, cues: Iterable[str], vector: Vector | None = None
) -> list[tuple[Kind, float]]:
    """The kinds of questions with their probabilities, the likeliest first; for a message that is
    known to be one.

    Args:
        text: the message, names of tasks blanked by `_`, those of resources by `@`.
        cues: what code reads in it, such as `tasks=2`.
        vector: of the message as it was written.
    """
    shares = weighed(features(text, cues), vector)
    every = sum(shares[kind] for kind in KINDS)
    return sorted(((kind, shares[kind] / every) for kind in KINDS), key=lambda each: -each[1])


def weighed(
    found: Iterable[tuple[int, float]], vector: Vector | None = None
) -> Mapping[Label, float]:
    """All labels with their probabilities, by the buckets that count."""
    with_sense = vector is not None
    weights, bias = _model(with_sense)
    scores = bias.copy()
    for bucket, worth in found:
        scores += worth * weights[bucket]
    if vector is not None:
        sense, centre = _sense()
        scores += SENSE * (vector - centre) @ sense
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    return dict(zip(LABELS, map(float, shares), strict=True))


def features(text: str, cues: Iterable[str]) -> list[tuple[int, float]]:
    """(bucket, worth) of everything that counts."""
    parts = list(dict.fromkeys(_parts(text)))
    worth = 1 / max(1, len(parts)) ** 0.5
    cues = [*cues, *_shape(text), *(f"hint={name}" for name in hints(fold(text)))]
    return [(_bucket(part), worth) for part in parts] + [(_bucket(f"={c}"), CUE) for c in cues]


def _shape(text: str) -> Iterator[str]:
    """What tells work that is described from what is said about it, and what is only told from
    what is asked or wished."""
    yield f"asks={not only_tells(text)}"
    yield f"over={is_over(text)}"
    yield f"durations={min(3, len(durations(text)))}"
    yield f"long={min(4, len(text) // 60)}"
    yield f"lines={min(3, text.count(chr(10)))}"
    yield f"mark={text.rstrip()[-1:] in ('?', '？')}"


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
def _model(with_sense: bool) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights, shape (buckets, labels), and what each label has to begin with. Beside a sentence
    vector other weights are right than without one."""
    name = "beside" if with_sense else "alone"
    return _saved()[f"{name}_weights"].astype(np.float32), _saved()[f"{name}_bias"]


@cache
def _sense() -> tuple[NDArray[np.float32], Vector]:
    """Weights of a sentence vector, shape (its length, labels), and the mean of all vectors."""
    return _saved()["sense"].astype(np.float32), _saved()["centre"]


@cache
def _saved() -> Mapping[str, NDArray[Any]]:
    with np.load(WEIGHTS) as saved:
        return dict(saved)
