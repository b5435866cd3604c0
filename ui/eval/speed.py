"""How fast the search is over many passages, and how fast texts become vectors beside plain
sentence-transformers. What is found is not looked at.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from knowledge.embed import Embedder, Vectors
from knowledge.index import built_in
from knowledge.library import Library
from knowledge.passage import EVERYONE, Document
from knowledge.ranking import Frame
from ui.eval import Asked
from ui.eval.rows import Row

LIMITS = {10_000: 0.040, 100_000: 0.120}
"""Passages -> seconds, 95th percentile."""
QUESTIONS = 200
TEAMS = ("sales", "service", "store", "finance", EVERYONE)
TEXTS = 96
"""To be made into vectors, in each way."""
TWICE = 2.0


class Made:
    """Vectors drawn around those of real passages, because 100,000 real ones take an hour."""

    def __init__(self, embedder: Embedder, real: Vectors) -> None:
        self.frame: Frame = embedder.frame
        self.queries = embedder.queries
        self._real = real
        self._random = np.random.default_rng(1)

    def passages(self, texts: Sequence[str]) -> Vectors:
        rows = self._real[self._random.integers(0, len(self._real), len(texts))]
        noise = self._random.normal(0, 0.02, rows.shape)
        moved = (rows + noise).astype(np.float32)
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def speeds(embedder: Embedder, asked: Asked) -> Iterator[Row]:
    """Rows of seconds, and one that compares."""
    documents = built_in()
    yield _indexing(embedder, [each.text for each in documents][:TEXTS])
    made = Made(embedder, embedder.passages([each.text for each in documents]))
    for size, reach in LIMITS.items():
        # The large one takes minutes to build, so it is left out where only a part is asked for.
        if size == min(LIMITS) or asked.share == 1:
            with TemporaryDirectory(prefix="whyflow-eval-") as folder:
                yield _searching(made, documents, size, reach, Path(folder))


def _searching(
    made: Made, documents: Sequence[Document], size: int, reach: float, folder: Path
) -> Row:
    """The 95th percentile of a search by somebody who may see two teams' texts and everyone's."""
    copies = [
        documents[number % len(documents)].model_copy(
            update={
                "source": f"{number}",
                "kind": "reply",  # stays whole: as many passages as documents
                "title": f"{documents[number % len(documents)].title} {number}",
                "audience": (TEAMS[number % len(TEAMS)],),
            }
        )
        for number in range(size)
    ]
    audiences = frozenset({TEAMS[0], TEAMS[1], EVERYONE})
    with Library(folder, made) as library:
        library.add(copies)
        seconds = []
        for number in range(QUESTIONS + 5):
            question = f"{documents[number % len(documents)].title} {number}?"
            begun = time.perf_counter()
            library.search(question, audiences=audiences)
            seconds.append(time.perf_counter() - begun)
    # The first ones load what later ones find loaded.
    value = float(np.quantile(seconds[5:], 0.95))
    return Row(f"retrieval-seconds:{size:,}, n = {QUESTIONS}", value, "seconds", reach, most=True)


def _indexing(embedder: Embedder, texts: Sequence[str]) -> Row:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(
        str(embedder.folder),
        device="cpu",
        local_files_only=True,
        model_kwargs={"add_pooling_layer": False},
    )
    prefixed = [f"passage: {text}" for text in texts]
    plain.encode(prefixed[:2], show_progress_bar=False)
    begun = time.perf_counter()
    plain.encode(prefixed, normalize_embeddings=True, show_progress_bar=False)
    theirs = time.perf_counter() - begun
    embedder.passages(texts[:2])
    begun = time.perf_counter()
    embedder.passages(texts)
    ours = time.perf_counter() - begun
    name = f"retrieval-indexing:{len(texts) / ours:.1f} / s : {len(texts) / theirs:.1f} / s"
    return Row(name, theirs / ours, "count", TWICE)
