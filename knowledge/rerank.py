"""The last word on the order of what was found, by a cross-encoder that the user supplies: it reads
question and passage together. It knows no store and fetches nothing."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from knowledge.chunks import searched_text
from knowledge.passage import KnowledgeError, Passage
from knowledge.ranking import Candidate

RERANKED = 20
"""Candidates of which a cross-encoder has the last word."""


class Reranks(Protocol):
    """What a library needs of a cross-encoder."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers; only the order counts."""
        ...


class CrossEncoder:
    """A folder as sentence-transformers saves it, loaded at the first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._encoder: Any = None
        self._loading = threading.Lock()

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """
        Raises:
            KnowledgeError: `no-reranker`.
        """
        with self._loading:
            if self._encoder is None:
                self._encoder = self._load()
        pairs = [(question, text) for text in texts]
        found = self._encoder.predict(pairs, show_progress_bar=False)
        return [float(score) for score in found]

    def _load(self) -> Any:
        if not (self.folder / "config.json").is_file():
            raise KnowledgeError("no-reranker", folder=self.folder)
        from sentence_transformers import CrossEncoder as Encoder

        return Encoder(str(self.folder), device="cpu", local_files_only=True)


def reranked(
    reranker: Reranks,
    question: str,
    found: Sequence[Candidate],
    passages: Callable[[Sequence[int]], Mapping[int, Passage]],
) -> list[Candidate]:
    """The first ones in the order of the cross-encoder, then the rest.

    Args:
        passages: those of some numbers that are still there.
    """
    first, rest = found[:RERANKED], found[RERANKED:]
    there = passages([each.number for each in first])
    known = [each for each in first if each.number in there]
    texts = [searched_text(p.title, p.heading, p.text) for p in (there[c.number] for c in known)]
    said = reranker.scores(question, texts)
    order = sorted(range(len(known)), key=lambda place: -said[place])
    return [*(known[place] for place in order), *rest]
