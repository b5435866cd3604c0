"""Four ways to rank the same texts with the same vectors: Whyflow's library, words alone, vectors
alone, and Chroma as it comes. Each ranks documents for a question; which are right it knows not.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from knowledge.chunks import cut_up
from knowledge.embed import Framed, Vectors
from knowledge.lexical import scores, words
from knowledge.library import Library, Looked
from knowledge.passage import Document, Passage
from knowledge.postings import segment_of
from knowledge.ranking import Frame
from knowledge.request import LONG, looked_up

SYSTEMS = ("Whyflow", "BM25", "e5", "Chroma")
DEEP = 50
"""Passages that are ranked; a document may have several."""


@dataclass
class Remembering:
    """An embedder that makes each vector once, because four ways ask for the same."""

    embedder: Framed
    kept: dict[tuple[str, str], Vectors] = field(default_factory=dict)

    @property
    def frame(self) -> Frame:
        return self.embedder.frame

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._made("query", texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._made("passage", texts)

    def _made(self, kind: str, texts: Sequence[str]) -> Vectors:
        new = list(dict.fromkeys(text for text in texts if (kind, text) not in self.kept))
        if new:
            made = self.embedder.queries(new) if kind == "query" else self.embedder.passages(new)
            self.kept |= {(kind, text): row for text, row in zip(new, made, strict=True)}
        return np.stack([self.kept[kind, text] for text in texts])


class Ranked:
    """Documents, to be ranked in each of the four ways."""

    def __init__(self, documents: Sequence[Document], embedder: Framed, folder: Path) -> None:
        self._embedder = embedder
        self.library = Library(folder / "library", embedder)
        self.library.add(documents)
        cuts = [cut_up(document) for document in documents]
        self._sources = [cut.document.source for cut in cuts for _ in cut.texts]
        texts = [text for cut in cuts for text in cut.texts]
        counted = [words(text) for text in texts]
        self._segment = segment_of(dict(enumerate(counted)))
        self._lengths = np.array([len(each) for each in counted], dtype=np.float32)
        self._vectors = embedder.passages(texts)
        self._chroma = self._as_it_comes(folder / "chroma")

    def _as_it_comes(self, folder: Path) -> Any:
        import chromadb
        from chromadb.config import Settings

        self._client = chromadb.PersistentClient(
            path=str(folder), settings=Settings(anonymized_telemetry=False)
        )
        shelf = self._client.create_collection("default", embedding_function=None)
        for start in range(0, len(self._vectors), 5000):
            rows = range(start, min(start + 5000, len(self._vectors)))
            shelf.add(ids=[str(row) for row in rows], embeddings=self._vectors[rows])
        return shelf

    def documents(self, system: str, question: str) -> list[str]:
        """The sources of the documents, best first."""
        if system == "Whyflow":
            return [each.source for each in self.passages(question)]
        if system == "BM25":
            alive = np.ones(len(self._lengths), dtype=bool)
            worth = scores(question, [self._segment], self._lengths, alive)
        else:
            vector = self._embedder.queries([question])[0]
            if system == "Chroma":
                found = self._chroma.query(query_embeddings=[vector], n_results=DEEP, include=[])
                return self._once(map(int, found["ids"][0]))
            worth = self._vectors @ vector
        return self._once(np.argsort(-worth, kind="stable")[:DEEP])

    def look(self, question: str) -> Looked:
        return self.library.look(question)

    def passages(self, question: str) -> list[Passage]:
        """What the library finds, of each document the best."""
        if len(question) >= LONG:
            numbers = [number for number, _ in looked_up(question, self.look)]
        else:
            numbers = [each.number for each in self.look(question).candidates]
        held = self.library.passages(numbers[:DEEP])
        best = dict[str, Passage]()
        for number in numbers[:DEEP]:
            if number in held:
                best.setdefault(held[number].source, held[number])
        return list(best.values())

    def _once(self, rows: Any) -> list[str]:
        return list(dict.fromkeys(self._sources[row] for row in rows))

    def close(self) -> None:
        self.library.close()
        self._client.close()


@contextmanager
def ranked(documents: Sequence[Document], embedder: Framed) -> Iterator[Ranked]:
    """Documents in a library of their own, for as long as they are asked about."""
    with TemporaryDirectory(prefix="whyflow-eval-") as folder:
        made = Ranked(documents, embedder, Path(folder))
        try:
            yield made
        finally:
            made.close()
