"""Passages and their vectors on disk, in Chroma. It knows no words, ranking, locks or model.

Chroma gets every vector from us (`embedding_function=None`): its default would download a model.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.embed import Vectors
from knowledge.passage import Kind, Passage

# Chroma's own settings (100, 100, 16) missed 1 neighbour in 5 on random vectors; these missed none.
HNSW: Any = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "max_neighbors": 32}
PAGE = 500  # ids or passages a call: SQLite limits the variables of one statement

_FIELDS = ("title", "heading", "source", "kind", "field", "language", "place")


Near = tuple[Passage, float]
"""A passage and the cosine between its vector and the question's."""


class Store:
    """One Chroma directory. Threads may share it; processes may not (see `lock.py`)."""

    def __init__(self, folder: Path) -> None:
        import chromadb  # takes 1.5 s
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        self._client: Any = chromadb.PersistentClient(path=str(folder), settings=settings)
        self._passages: Any = self._client.get_or_create_collection(
            "passages", embedding_function=None, configuration={"hnsw": HNSW}
        )

    def put(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Adds passages; an id that is there already is overwritten with the same content."""
        self._passages.upsert(
            ids=[passage.id for passage in passages],
            embeddings=vectors,
            documents=[passage.text for passage in passages],
            metadatas=[{name: getattr(passage, name) for name in _FIELDS} for passage in passages],
        )

    def drop(self, ids: Sequence[str]) -> None:
        """Removes passages by id."""
        for start in range(0, len(ids), PAGE):
            self._passages.delete(ids=list(ids[start : start + PAGE]))

    def count(self) -> int:
        return int(self._passages.count())

    def all(self) -> Iterator[Passage]:
        """Every passage, in no order that means anything."""
        for offset in range(0, self.count(), PAGE):
            yield from _passages(self._passages.get(limit=PAGE, offset=offset))

    def of(self, source: str) -> list[Passage]:
        """The passages of one document, in no order that means anything."""
        return _passages(self._passages.get(where={"source": source}))

    def nearest(self, vector: Vectors, count: int, kind: Kind | None) -> list[Near]:
        """The passages closest to a unit vector, with their cosine."""
        found = self._passages.query(
            query_embeddings=[vector],
            n_results=count,
            where={"kind": kind} if kind else None,
            include=["documents", "metadatas", "distances"],
        )
        first = {name: found[name][0] for name in ("ids", "documents", "metadatas")}
        cosines = [1 - distance for distance in found["distances"][0]]
        return list(zip(_passages(first), cosines, strict=True))

    def cosines(self, vector: Vectors, ids: Sequence[str]) -> list[Near]:
        """Passages by id, with their cosine to a unit vector; ids that are gone are left out."""
        if not ids:
            return []
        found = self._passages.get(ids=list(ids), include=["documents", "metadatas", "embeddings"])
        cosines = [float(row @ vector) for row in found["embeddings"]]
        return list(zip(_passages(found), cosines, strict=True))

    def close(self) -> None:
        self._client.close()


def _passages(found: Mapping[str, Any]) -> list[Passage]:
    columns = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
    return [Passage(id=id, text=text, **fields) for id, text, fields in columns]
