"""How near texts are by what they mean, in either language. It knows no store, and what is near
enough is for others to say."""

from collections.abc import Callable, Sequence

import numpy as np

from knowledge.embed import Framed, Vectors
from knowledge.language import language_of

Near = Callable[[str, Sequence[str]], Sequence[float]]
"""A question and texts -> how near each is by its meaning; `Meaning.near` is one."""
KEPT = 5000
"""Sentences of documents whose vectors are kept: the same documents answer many customers."""


class Meaning:
    """Compares texts by the vectors of one model. Threads may share it."""

    def __init__(self, embedder: Framed) -> None:
        self._embedder = embedder
        self._kept: dict[str, Vectors] = {}

    def near(self, question: str, texts: Sequence[str]) -> list[float]:
        """How near each text is to `question`.

        Returns:
            Standard scores among the nearest passages that searches found, right or wrong: 0 is as
            near as those are on average, 1 a standard deviation nearer.
        """
        if not texts:
            return []
        frame = self._embedder.frame
        asked = frame.centred(self._embedder.queries([question])[0], language_of(question))
        languages = [language_of(text) for text in texts]
        near = frame.near(asked, languages, self._vectors(texts))
        return [float(each) for each in (near - frame.middle[0]) / frame.spread[0]]

    def alike(self, ones: Sequence[str], others: Sequence[str]) -> list[list[float]]:
        """How alike each text is to each of others: cosines without what all passages of a language
        have in common, -1 to 1."""
        if not ones or not others:
            return [[] for _ in ones]
        mine, theirs = (self._centred(texts) for texts in (ones, others))
        return [[float(each) for each in row] for row in mine @ theirs.T]

    def _centred(self, texts: Sequence[str]) -> Vectors:
        means = np.stack([self._embedder.frame.passages[language_of(text)] for text in texts])
        moved = self._vectors(texts) - means
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        return np.asarray(moved / np.maximum(lengths, 1e-9), dtype=np.float32)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        kept = self._kept
        new = [text for text in dict.fromkeys(texts) if text not in kept]
        found = dict(zip(new, self._embedder.passages(new), strict=True)) if new else {}
        rows = np.stack([found[text] if text in found else kept[text] for text in texts])
        self._kept = {} if len(kept) + len(found) > KEPT else kept | found
        return rows
