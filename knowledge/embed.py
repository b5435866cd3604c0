"""Text becomes vectors, by multilingual-e5-small on the CPU. It knows no store, fetches nothing.

Use it instead of Chroma's default embedding, which downloads a model and knows no Chinese.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.passage import KnowledgeError

Vectors = NDArray[np.float32]

# Passages that go through the network together. Measured on 2 cores with passages of 250 tokens:
# 8 -> 10.9 passages/s, 32 -> 9.2: small batches stay in the processor's cache.
BATCH = 8


class Embeds(Protocol):
    """What a library needs of an embedder: one row of unit length a text."""

    def queries(self, texts: Sequence[str]) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


class Embedder:
    """A sentence-transformers folder of the e5 family, loaded at the first use.

    Threads may share it: the model is loaded once, and then only read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._encoder: Any = None
        self._loading = threading.Lock()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, shape (texts, 384), unit length."""
        return self._encode([f"query: {text}" for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages to be found, shape (texts, 384), unit length."""
        return self._encode([f"passage: {text}" for text in texts])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors: Vectors = self._loaded().encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors

    def _loaded(self) -> Any:
        with self._loading:
            if self._encoder is None:
                self._encoder = _load(self.folder)
            return self._encoder


def _load(folder: Path) -> Any:
    """The model, warm. Nothing is looked up on a hub: no environment variable is needed for that.

    Raises:
        KnowledgeError: `no-model`.
    """
    if not (folder / "modules.json").is_file():
        raise KnowledgeError("no-model", folder=folder)
    from sentence_transformers import SentenceTransformer  # takes 10 s
    from transformers.utils import logging

    # For the whole process, and harmless: it only drops the bar "Loading weights" from stderr.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    encoder = SentenceTransformer(
        str(folder),
        device="cpu",
        local_files_only=True,
        # e5 takes the mean of all tokens; BERT's own pooling layer would be random and unused.
        model_kwargs={"add_pooling_layer": False},
    )
    # The first call sets the tokenizer's padding and truncation, and a tokenizer that is being set
    # while another thread reads it panics ("Already borrowed"). After this call nothing sets it.
    encoder.encode(["query: "], show_progress_bar=False)
    return encoder
