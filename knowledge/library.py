"""The library: documents go in, passages that answer a question come out. It reads no files.

What is known lies in SQLite (`register.py`); the vector index beside it can be made again from
there. A folder with an index in it has one owner at a time, across processes; anyone may open it
for reading meanwhile. With a Chroma server there is no owner, and any process may write.
"""

import os
import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Self

from knowledge import held, lock, ranking
from knowledge.adding import Adding, Progress, silent
from knowledge.catalogue import Asked, Catalogue, best
from knowledge.embed import Embeds
from knowledge.held import Held
from knowledge.language import language_of
from knowledge.passage import EVERYONE, Document, Kind, KnowledgeError, Language, Passage, Record
from knowledge.placing import Placing
from knowledge.register import Register
from knowledge.shelves import Chroma, Exact, Near, Shelves

CANDIDATES = 50  # by vector, and as many by words, of which the best are returned
ANYBODY = frozenset({EVERYONE})


class Added(Record):
    """What `Library.add` changed, in passages."""

    added: int
    unchanged: int
    removed: int
    """Of versions that were replaced; they are still found when the past is asked about."""


class Library:
    """Documents in a folder, to be searched. Threads may share it; `close` it, or use `with`."""

    def __init__(
        self,
        folder: Path,
        embedder: Embeds,
        *,
        reading: bool = False,
        server: str | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Opens a library, or starts one.

        Args:
            folder: where it is kept, and nothing else.
            embedder: the same for as long as the folder lives.
            reading: only search; possible while another process owns the folder.
            server: the address of the Chroma server that holds the vectors, instead of the folder.

        Raises:
            KnowledgeError: `in-use`, unless `reading` or with a server; `no-server`.
        """
        self.folder = folder
        self.embedder = embedder
        self._today = today
        self._lock: int | None = None
        if not reading:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = None if server else lock.own(folder)
        file = folder / "library.sqlite"
        self._register = Register(file if not reading or file.exists() else None)
        self._catalogue = Catalogue(self._register).refresh()
        self._shelves: Shelves
        self._adding: Adding | None = None
        if reading and not server:
            self._shelves = Exact(self._register, self._catalogue)
        else:
            chroma = Chroma(server or folder, self._catalogue, self._register.name, today())
            self._shelves = chroma
            if not reading:
                placing = Placing(self._register, chroma, today)
                placing.finish(server or "")
                self._adding = Adding(self._register, placing, embedder, today)
        self._changing = threading.Lock()

    def close(self) -> None:
        """Lets go of the folder; the library cannot be used afterwards."""
        self._shelves.close()
        self._register.close()
        if self._lock is not None:
            os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, documents: Iterable[Document], progress: Progress = silent) -> Added:
        """Takes documents in, each as a new version of what its source held before.

        What is there already costs nothing, so a run that was killed is simply repeated.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._changing:
            added, unchanged, removed = self._writer().add(list(documents), progress)
        return Added(added=added, unchanged=unchanged, removed=removed)

    def retire(self, sources: Iterable[str]) -> int:
        """Ends documents: from today they are only found when the past is asked about. Unknown
        sources are no error.

        Returns:
            How many passages that were.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._changing:
            return self._writer().retire(list(sources))

    def forget(self, sources: Iterable[str]) -> int:
        """Erases documents with all their versions, for instance because of personal data.

        Returns:
            How many passages that were.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._changing:
            return self._writer().forget(list(sources))

    def search(
        self,
        question: str,
        limit: int = 4,
        language: Language | None = None,
        kind: Kind | None = None,
        *,
        audiences: frozenset[str] = ANYBODY,
        on: date | None = None,
    ) -> list[Passage]:
        """The passages that answer a question, best first; none if nothing fits.

        Args:
            language: the asker's, which is preferred; found from the question when not given.
            kind: only passages of this kind.
            audiences: of the asker; nothing for others is looked at.
            on: as the rules were on this day; today when not given.
        """
        if not any(character.isalpha() for character in question):
            return []
        written = language_of(question)
        asked = Asked(audiences, on or self._today(), kind)
        self._catalogue.refresh()
        words = self._catalogue.scores(question)
        near = self._candidates(question, words, asked)
        languages = self._catalogue.languages([number for number, _ in near])
        ranked = []
        for (number, cosine), spoken in zip(near, languages, strict=True):
            lexical = float(words[number]) if number < len(words) else 0.0
            if ranking.fits(cosine, lexical, written, spoken):
                preferred = spoken == (language or written)
                ranked.append((-ranking.score(cosine, lexical, preferred), number))
        ranked.sort()
        found = held.passages(
            self._register, [number for _, number in ranked[:limit]], self._today()
        )
        return [
            found[number].model_copy(update={"score": -score})
            for score, number in ranked[:limit]
            if number in found
        ]

    def document(
        self, source: str, *, audiences: frozenset[str] = ANYBODY, on: date | None = None
    ) -> str:
        """A whole document as Markdown, to be opened from a citation.

        Raises:
            KnowledgeError: `no-source`.
        """
        day = on or self._today()
        for version in held.versions(self._register, source):
            if version.holds(day) and audiences & set(version.audience):
                return f"# {version.title}\n\n{held.text(self._register, version.number)}"
        raise KnowledgeError("no-source", source=source)

    def held(self, source: str | None = None) -> list[Held]:
        """All versions, also past ones, the latest of each document first; of one document, or of
        all."""
        return held.versions(self._register, source)

    def text(self, number: int) -> str:
        """The text of a version."""
        return held.text(self._register, number)

    def sources(self) -> frozenset[str]:
        """The documents of which a version holds today or will."""
        day = self._today().isoformat()
        rows = self._register.rows(
            "SELECT DISTINCT source FROM versions WHERE until IS NULL OR until >= ?", day
        )
        return frozenset(row[0] for row in rows)

    def count(self) -> int:
        """How many passages there are, of all versions."""
        return self._catalogue.refresh().count()

    def _candidates(self, question: str, words: ranking.Scores, asked: Asked) -> list[Near]:
        """Those that could be best, with their cosines: near by vector, or sharing most words."""
        vector = self.embedder.queries([question])[0]
        shown = self._catalogue.shown(asked)
        near = self._shelves.nearest(vector, CANDIDATES, asked)
        near = [each for each in near if each[0] < len(shown) and shown[each[0]]]
        seen = {number for number, _ in near}
        rest = [number for number in best(words, shown, CANDIDATES) if number not in seen]
        numbers, vectors = self._register.vectors(rest)
        cosines = vectors @ vector if numbers else []
        return near + [(n, float(cosine)) for n, cosine in zip(numbers, cosines, strict=True)]

    def _writer(self) -> Adding:
        if self._adding is None:
            raise KnowledgeError("read-only", folder=self.folder)
        return self._adding
