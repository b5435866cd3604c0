"""What is in the store, kept in memory: words and sources. It knows no files and no vectors.

Chroma on disk has no search by words, and is slow to find the passages of hundreds of sources.
"""

import threading
from collections import defaultdict
from collections.abc import Iterable

from knowledge.lexical import Lexical
from knowledge.passage import Passage


class Catalogue:
    """Ids by source and words by id. Threads may share it."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._lexical = Lexical()
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._lock = threading.Lock()
        self.add(passages)

    def add(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            with self._lock:
                self._ids[passage.source].add(passage.id)
                self._lexical.add(passage.id, searched_text(passage))

    def remove(self, ids: Iterable[str]) -> None:
        gone = set(ids)
        with self._lock:
            for id in gone:
                self._lexical.remove(id)
            for source in list(self._ids):
                self._ids[source] -= gone
                if not self._ids[source]:
                    del self._ids[source]

    def sources(self) -> frozenset[str]:
        with self._lock:
            return frozenset(self._ids)

    def ids(self, sources: Iterable[str]) -> set[str]:
        """The ids of all passages of these sources."""
        with self._lock:
            return {id for source in sources for id in self._ids.get(source, ())}

    def scores(self, question: str) -> dict[str, float]:
        """See `Lexical.scores`."""
        with self._lock:
            return self._lexical.scores(question)


def searched_text(passage: Passage) -> str:
    """What stands for a passage in both searches; title and heading say what the text is about."""
    return "\n".join(part for part in (passage.title, passage.heading, passage.text) if part)
