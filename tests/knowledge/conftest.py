"""What the tests of knowledge share: a library in a temporary folder, and two embedders."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from letters import LetterEmbedder

from knowledge.library import Library


@pytest.fixture
def embedder() -> LetterEmbedder:
    return LetterEmbedder()


@pytest.fixture
def library(tmp_path: Path, embedder: LetterEmbedder) -> Iterator[Library]:
    with Library(tmp_path / "library", embedder) as library:
        yield library


@pytest.fixture(scope="session")
def tau3_corpus() -> Path:
    corpus = Path(__file__).parents[3] / "shared" / "data" / "tau3_banking_kb" / "corpus.jsonl"
    if not corpus.is_file():
        pytest.skip(f"no corpus at {corpus}")
    return corpus
