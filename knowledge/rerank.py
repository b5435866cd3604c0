"""The last word on the order of what was found, by a cross-encoder that the user supplies: it reads
question and passage together. It knows no store and fetches nothing."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from knowledge.passage import KnowledgeError


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
