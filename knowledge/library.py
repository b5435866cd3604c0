"""The library: documents go in, passages that answer a question come out. It reads no documents.

A folder has one owner at a time, across processes. Anyone may open it for reading meanwhile and
gets the library as it is at that moment, as a copy in a temporary folder (`lock.py` says why).
"""

import heapq
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from knowledge import lock, ranking
from knowledge.catalogue import Catalogue, searched_text
from knowledge.chunks import passages_of, text_from
from knowledge.embed import Embeds
from knowledge.language import language_of
from knowledge.passage import Document, Kind, KnowledgeError, Language, Passage, Record
from knowledge.store import Near, Store

BATCH = 32  # passages that a killed process loses at most
CANDIDATES = 50  # by vector, and as many by words, of which the best are returned

Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all)."""


class Added(Record):
    """What `Library.add` changed, in passages."""

    added: int
    unchanged: int
    removed: int


class Library:
    """Documents in a folder, to be searched. Threads may share it; `close` it, or use `with`."""

    def __init__(self, folder: Path, embedder: Embeds, *, reading: bool = False) -> None:
        """Opens a library, or starts one.

        Args:
            folder: where it is kept, and nothing else.
            embedder: the same for as long as the folder lives.
            reading: only search; possible while another process owns the folder.

        Raises:
            KnowledgeError: `in-use`, unless `reading`.
        """
        self.folder = folder
        self.embedder = embedder
        self._adding = threading.Lock()
        self._cataloguing = threading.Lock()
        self._catalogue: Catalogue | None = None
        self._copy: TemporaryDirectory[str] | None = None
        self._owner: int | None = None
        self._store = self._open_copy() if reading else self._open()

    def _open(self) -> Store:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._owner = lock.own(self.folder)
        with lock.writing(self.folder):
            return Store(self.folder)

    def _open_copy(self) -> Store:
        self._copy = TemporaryDirectory(prefix="whyflow-library-")
        if self.folder.is_dir():
            with lock.copying(self.folder):
                ignored = shutil.ignore_patterns("*.lock")
                shutil.copytree(self.folder, self._copy.name, ignore=ignored, dirs_exist_ok=True)
        return Store(Path(self._copy.name))

    def close(self) -> None:
        """Lets go of the folder; the library cannot be used afterwards."""
        self._store.close()
        if self._owner is not None:
            os.close(self._owner)
        if self._copy is not None:
            self._copy.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, documents: Iterable[Document], progress: Progress | None = None) -> Added:
        """Takes documents in, in place of what their sources held before.

        Passages that are there already cost nothing, so a run that was killed is simply repeated.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._adding:
            self._check_owner()
            documents = list(documents)
            wanted = {p.id: p for document in documents for p in passages_of(document)}
            known = self._contents().ids({document.source for document in documents})
            new = [passage for id, passage in wanted.items() if id not in known]
            self._put(new, progress or _silent)
            stale = known - wanted.keys()
            self._drop(stale)
        return Added(added=len(new), unchanged=len(wanted) - len(new), removed=len(stale))

    def remove(self, sources: Iterable[str]) -> int:
        """Forgets documents; unknown sources are no error.

        Returns:
            How many passages that were.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._adding:
            self._check_owner()
            ids = self._contents().ids(sources)
            self._drop(ids)
        return len(ids)

    def search(
        self,
        question: str,
        limit: int = 4,
        language: Language | None = None,
        kind: Kind | None = None,
    ) -> list[Passage]:
        """The passages that answer a question, best first; none if nothing fits.

        Args:
            language: the asker's, which is preferred; found from the question when not given.
            kind: only passages of this kind.
        """
        if not any(character.isalpha() for character in question):
            return []
        written = language_of(question)
        words = self._contents().scores(question)
        ranked: list[Passage] = []
        for passage, cosine in self._candidates(question, words, kind):
            lexical = words.get(passage.id, 0.0)
            if ranking.fits(cosine, lexical, written, passage.language):
                preferred = passage.language == (language or written)
                score = ranking.score(cosine, lexical, preferred)
                ranked.append(passage.model_copy(update={"score": score}))
        # By id as well, so that equals come in the same order each time.
        return heapq.nlargest(limit, ranked, key=lambda passage: (passage.score, passage.id))

    def document(self, source: str) -> str:
        """A whole document as Markdown, to be opened from a citation.

        Raises:
            KnowledgeError: `no-source`.
        """
        passages = self._store.of(source)
        if not passages:
            raise KnowledgeError("no-source", source=source)
        return text_from(passages)

    def sources(self) -> frozenset[str]:
        """The documents that are in the library."""
        return self._contents().sources()

    def count(self) -> int:
        """How many passages there are."""
        return self._store.count()

    def _candidates(self, question: str, words: dict[str, float], kind: Kind | None) -> list[Near]:
        """(passage, cosine) of those that could be best: near by vector, or sharing most words."""
        vector = self.embedder.queries([question])[0]
        near = self._store.nearest(vector, CANDIDATES, kind)
        seen = {passage.id for passage, _ in near}
        worded = heapq.nlargest(CANDIDATES, words, key=words.__getitem__)
        rest = self._store.cosines(vector, [id for id in worded if id not in seen])
        return near + [pair for pair in rest if kind in (None, pair[0].kind)]

    def _put(self, passages: Sequence[Passage], progress: Progress) -> None:
        # Of like length, because a batch costs as much as its longest text times its size.
        ordered = sorted(passages, key=lambda passage: (passage.language, len(passage.text)))
        progress(0, len(ordered))
        for start in range(0, len(ordered), BATCH):
            batch = ordered[start : start + BATCH]
            vectors = self.embedder.passages([searched_text(passage) for passage in batch])
            with lock.writing(self.folder):
                self._store.put(batch, vectors)
            self._contents().add(batch)
            progress(start + len(batch), len(ordered))

    def _drop(self, ids: Iterable[str]) -> None:
        gone = sorted(ids)
        if not gone:
            return
        with lock.writing(self.folder):
            self._store.drop(gone)
        self._contents().remove(gone)

    def _contents(self) -> Catalogue:
        with self._cataloguing:
            if self._catalogue is None:
                self._catalogue = Catalogue(self._store.all())
            return self._catalogue

    def _check_owner(self) -> None:
        if self._owner is None:
            raise KnowledgeError("read-only", folder=self.folder)


def _silent(done: int, total: int) -> None:
    pass
