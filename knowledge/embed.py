"""Text becomes vectors, by multilingual-e5-small on the CPU. It knows no store, fetches nothing.

Use it instead of Chroma's default embedding, which downloads a model and knows no Chinese.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from knowledge import ranking
from knowledge.passage import KnowledgeError
from knowledge.ranking import Vectors as Vectors

# Passages that go through the network together: small batches stay in the processor's cache. On one
# core, passages of 250 tokens: 8 -> 11.2 a second, 2 -> 13.8; in full precision, 8 -> 6.4.
BATCH = 4


class Embeds(Protocol):
    """Makes vectors: one row of unit length a text."""

    def queries(self, texts: Sequence[str]) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


class Framed(Embeds, Protocol):
    """What a library needs of an embedder."""

    @property
    def frame(self) -> ranking.Frame:
        """What is known about its vectors."""
        ...


class Embedder:
    """A sentence-transformers folder of the e5 family, loaded at the first use.

    Threads may share it: the model is loaded once, and then only read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._encoder: Any = None
        self._loading = threading.Lock()

    @property
    def frame(self) -> ranking.Frame:
        return ranking.e5()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, shape (texts, 384), unit length."""
        return self._encode([f"query: {text}" for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages to be found, shape (texts, 384), unit length."""
        return self._encode([f"passage: {text}" for text in texts])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        found = self._loaded().encode(
            list(texts), batch_size=BATCH, convert_to_tensor=True, show_progress_bar=False
        )
        rows = found.float().numpy()
        vectors: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return vectors

    def _loaded(self) -> Any:
        with self._loading:
            if self._encoder is None:
                self._encoder = _load(self.folder)
            return self._encoder


def _precision() -> Any:
    """Half of the bits where the processor computes with them: twice as fast, and the vectors have
    a cosine of 0.998 with those of full precision. Elsewhere it would be slower.

    The other way, eight bits, is a little faster still, but its vectors have a cosine of 0.98.
    """
    import torch

    able = torch.cpu.get_capabilities().get("avx512_bf16", False)
    return torch.bfloat16 if able else torch.float32


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
        model_kwargs={"add_pooling_layer": False, "dtype": _precision()},
    )
    # The first call sets the tokenizer's padding and truncation, and a tokenizer that is being set
    # while another thread reads it panics ("Already borrowed"). After this call nothing sets it.
    encoder.encode(["query: "], show_progress_bar=False)
    return encoder
