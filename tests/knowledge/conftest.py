"""What the tests of knowledge share: a library in a temporary folder, and two embedders."""

import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.embed import Vectors
from knowledge.library import Library


class LetterEmbedder:
    """Stands in for the embedding model: texts that share runs of letters are near each other, and
    as with e5 even those that share nothing have a cosine of 0.8."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts])

    passages = queries

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(511, dtype=np.float32)
        for size in (2, 3):
            for start in range(len(text)):
                vector[zlib.crc32(text[start : start + size].lower().encode()) % 511] += 1
        common = 2 * np.linalg.norm(vector)
        whole = np.append(vector, common).astype(np.float32)
        return whole / np.linalg.norm(whole)


@pytest.fixture
def embedder() -> LetterEmbedder:
    return LetterEmbedder()


@pytest.fixture
def library(tmp_path: Path, embedder: LetterEmbedder) -> Iterator[Library]:
    with Library(tmp_path / "library", embedder) as library:
        yield library


@pytest.fixture(scope="session")
def e5_folder() -> Path:
    cache = Path(os.environ.get("WHYFLOW_CACHE") or Path.home() / ".cache" / "whyflow")
    folder = cache.expanduser() / "multilingual-e5-small"
    if not (folder / "modules.json").is_file():
        pytest.skip(f"no embedding model in {folder}")
    return folder


@pytest.fixture(scope="session")
def tau3_corpus() -> Path:
    corpus = Path(__file__).parents[3] / "shared" / "data" / "tau3_banking_kb" / "corpus.jsonl"
    if not corpus.is_file():
        pytest.skip(f"no corpus at {corpus}")
    return corpus
