"""What a customer wants: one of the intents that examples are known for, `unclear`, or `outside`.
It knows no templates and no store.

Kernel ridge regression on one-hot targets, which is the mean of a Gaussian process (Rasmussen and
Williams, "Gaussian Processes for Machine Learning", 2006, ch. 2 and 6.5). Two texts are alike by
their letters and words (`letters.py`) and by their vectors of multilingual-e5. Everything that is
chosen besides (how sharp the shares are, where "outside" begins) comes from the predictions for
examples that were left out, which have a closed form (ch. 5.4.2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from knowledge.embed import Embeds, Vectors
from knowledge.language import language_of
from knowledge.passage import Language
from tools.replies.letters import Letters

OUTSIDE = "outside"
"""The intent of examples that are none of our business."""
RIDGE = 0.15
LETTERS, NEAR = 0.5, 1.0
"""What counts how much: letters and words; vectors, as a neighbourhood."""
WIDTH = 2.0
"""How quickly a neighbourhood ends: exp(-WIDTH x (1 - cosine))."""
UNCLEAR = 0.45
"""The share that the likeliest intent needs."""
CLOSE = 1.6
"""How many times the second one the likeliest intent must be."""
TOLD = 5

Matrix = NDArray[Any]
"""Numbers in single precision: thousands of examples make large squares."""
Example = tuple[str, str]
"""A text and its intent."""


@dataclass(frozen=True)
class Recognised:
    """What a text asks for."""

    status: Literal["recognised", "unclear", "outside"]
    shares: tuple[tuple[str, float], ...]
    """Intents and how likely they are, the likeliest first."""
    outside: float
    """How likely it is none of them."""

    @property
    def intent(self) -> str:
        """The likeliest one; empty if it is none of our business."""
        return "" if self.status == "outside" else self.shares[0][0]


class Intents:
    """Knows its examples by heart; about a second for a thousand of them."""

    def __init__(
        self, examples: Sequence[Example], embedder: Embeds, vectors: Vectors | None = None
    ) -> None:
        """Learns.

        Args:
            examples: of every intent some, and of `OUTSIDE`.
            vectors: `embedder.queries` of the texts, if they are known already.
        """
        places = _once(examples)
        examples = [examples[place] for place in places]
        texts = [text for text, _ in examples]
        self._embedder = embedder
        self.intents = sorted({intent for _, intent in examples if intent != OUTSIDE})
        known = np.asarray(embedder.queries(texts) if vectors is None else vectors[places])
        self._centres = _centres(texts, known)
        self._letters = Letters(texts)
        self._rows, self._near = self._letters.rows(texts), self._centred(texts, known)
        self._learn([intent for _, intent in examples])

    def recognise(self, text: str) -> Recognised:
        """What `text` asks for."""
        return self.recognise_all([text])[0]

    def recognise_all(
        self, texts: Sequence[str], vectors: Vectors | None = None
    ) -> list[Recognised]:
        """What each text asks for; `vectors` as in the constructor."""
        shares, outside = self.judge(texts, vectors)
        return [self._told(row, float(out)) for row, out in zip(shares, outside, strict=True)]

    def judge(self, texts: Sequence[str], vectors: Vectors | None = None) -> tuple[Matrix, Matrix]:
        """Shares, shape (texts, intents), in the order of `intents`; and how likely each text is
        outside, shape (texts,)."""
        found = np.asarray(self._embedder.queries(texts) if vectors is None else vectors)
        kernel = self._kernel(self._letters.rows(texts), self._centred(texts, found))
        scores = kernel @ self._weights
        spread = self._itself - np.einsum("ij,ij->i", kernel @ self._inverse, kernel)
        return self._shares(scores), self._outside(scores, spread)

    def _learn(self, intents: Sequence[str]) -> None:
        from scipy.linalg import lapack  # type: ignore[import-untyped]

        columns = [*self.intents, OUTSIDE]
        wanted = np.zeros((len(intents), len(columns)), dtype=np.float32)
        wanted[np.arange(len(intents)), [columns.index(intent) for intent in intents]] = 1
        kernel = self._kernel(self._rows, self._near)
        self._itself = LETTERS + NEAR + RIDGE
        kernel[np.diag_indices(len(kernel))] = self._itself
        factor, _ = lapack.spotrf(kernel, lower=True, overwrite_a=True)
        inverse, _ = lapack.spotri(factor, lower=True, overwrite_c=True)
        self._inverse: Matrix = np.tril(inverse) + np.tril(inverse, -1).T
        self._weights = self._inverse @ wanted
        # What each example would get if it were not among the examples.
        diagonal = np.diag(self._inverse)
        left_out = wanted - self._weights / diagonal[:, None]
        self._sharpness = _sharpness(left_out[:, :-1], wanted[:, :-1])
        signals = self._signals(left_out, 1 / diagonal)
        self._border = _logistic(signals, wanted[:, -1])

    def _kernel(self, rows: Any, near: Matrix) -> Matrix:
        cosines = near @ self._near.T
        alike = (rows @ self._rows.T).toarray()
        found: Matrix = LETTERS * alike + NEAR * np.exp(WIDTH * (cosines - 1))
        return found

    def _centred(self, texts: Sequence[str], vectors: Vectors) -> Matrix:
        """Without what all texts of a language share, which is most of an e5 vector."""
        moved = np.array(
            [v - self._centres[language_of(t)] for t, v in zip(texts, vectors, strict=True)]
        )
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        found: Matrix = (moved / np.maximum(lengths, 1e-6)).astype(np.float32)
        return found

    def _shares(self, scores: Matrix) -> Matrix:
        return _softmax(self._sharpness * scores[:, :-1])

    def _outside(self, scores: Matrix, spread: Matrix) -> Matrix:
        weights, bias, mean, scale = self._border
        signals = (self._signals(scores, spread) - mean) / scale
        found: Matrix = 1 / (1 + np.exp(-np.clip(signals @ weights + bias, -30, 30)))
        return found

    def _signals(self, scores: Matrix, spread: Matrix) -> Matrix:
        """Shape (texts, 4): the best score, its lead, the score of `OUTSIDE`, how far from all
        examples the text is."""
        best = np.sort(scores[:, :-1], axis=1)
        second = best[:, -2] if best.shape[1] > 1 else np.zeros(len(best))
        return np.stack([best[:, -1], best[:, -1] - second, scores[:, -1], spread], axis=1)

    def _told(self, shares: Matrix, outside: float) -> Recognised:
        order = np.argsort(-shares, kind="stable")[:TOLD]
        told = tuple((self.intents[place], float(shares[place])) for place in order)
        close = len(told) > 1 and told[0][1] < CLOSE * told[1][1]
        unclear = told[0][1] < UNCLEAR or close
        status: Literal["recognised", "unclear", "outside"]
        status = "outside" if outside > 0.5 else "unclear" if unclear else "recognised"
        return Recognised(status, told, outside)


def _once(examples: Sequence[Example]) -> list[int]:
    """The places of examples that repeat no earlier one. A cue of a template often is an example as
    well, and one that is left out while its double stays tells nothing about new texts: these would
    seem to lie further off than anything that is known, and so outside."""
    first: dict[Example, int] = {}
    for place, example in enumerate(examples):
        first.setdefault(example, place)
    return list(first.values())


def _centres(texts: Sequence[str], vectors: Vectors) -> Mapping[Language, Matrix]:
    languages = np.array([language_of(text) for text in texts])
    whole = vectors.mean(axis=0)
    both: tuple[Language, ...] = ("en", "zh")
    return {
        language: vectors[languages == language].mean(axis=0) if language in languages else whole
        for language in both
    }


def _softmax(scores: Matrix) -> Matrix:
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Matrix = shares / shares.sum(axis=1, keepdims=True)
    return found


def _sharpness(scores: Matrix, wanted: Matrix) -> float:
    """The factor under which the right intents get the most likely shares."""
    inside = wanted.sum(axis=1) > 0
    scores, right = scores[inside], wanted[inside].argmax(axis=1)

    def loss(factor: float) -> float:
        shares = _softmax(factor * scores)[np.arange(len(right)), right]
        return float(-np.log(np.maximum(shares, 1e-9)).mean())

    factors: list[float] = [2.0 ** (power / 4) for power in range(21)]
    return min(factors, key=loss)


def _logistic(
    signals: Matrix, wanted: Matrix, rounds: int = 30
) -> tuple[Matrix, float, Matrix, Matrix]:
    """Weights, bias, mean and scale of a logistic regression (Newton's method, both sides counted
    as equally many)."""
    mean, scale = signals.mean(axis=0), np.maximum(signals.std(axis=0), 1e-6)
    rows = np.hstack([(signals - mean) / scale, np.ones((len(signals), 1))]).astype(np.float64)
    weights = np.zeros(rows.shape[1])
    if not 0 < wanted.sum() < len(wanted):
        weights[-1] = -10.0  # no example is outside: nothing ever is
        return weights[:-1].astype(np.float32), -10.0, mean, scale
    counts = np.where(wanted > 0, 0.5 / wanted.mean(), 0.5 / (1 - wanted.mean()))
    for _ in range(rounds):
        shares = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (shares - wanted)) + 0.01 * weights
        curve = (rows * (counts * shares * (1 - shares))[:, None]).T @ rows
        weights -= np.linalg.solve(curve + 0.01 * np.eye(len(weights)), slope)
    return weights[:-1].astype(np.float32), float(weights[-1]), mean, scale
