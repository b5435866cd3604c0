"""The library: documents go in, passages that answer a question come out. It reads no files.

What is known lies in SQLite (`register.py`); the vector index beside it can be made again from
there. A folder with an index in it has one owner at a time, across processes; anyone may open it
for reading meanwhile. With a Chroma server there is no owner, and any process may write.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

from knowledge import held, lock, owning, ranking
from knowledge.adding import Added, Adding, Progress, silent
from knowledge.catalogue import Asked, Catalogue, best
from knowledge.embed import Framed, Vectors
from knowledge.held import Held
from knowledge.language import language_of
from knowledge.lexical import Shared, words
from knowledge.owning import HOUSE, Bringer
from knowledge.passage import EVERYONE, Document, Kind, KnowledgeError, Language, Passage
from knowledge.placing import Placing
from knowledge.ranking import Candidate
from knowledge.register import Register
from knowledge.request import LONG, looked_up
from knowledge.rerank import Reranks, reranked
from knowledge.shelves import Chroma, Exact, Shelves

CANDIDATES = 50  # by vector, by words and by things; the best are returned
ANYBODY = frozenset({EVERYONE})


class Looked(NamedTuple):
    """What a search found."""

    candidates: list[Candidate]
    """Best first."""
    probability: float
    """That the first of them answers the question."""
    fits: bool


class Library:
    """Documents in a folder, to be searched. Threads may share it; `close` it, or use `with`."""

    def __init__(
        self,
        folder: Path,
        embedder: Framed,
        *,
        reading: bool = False,
        server: str | None = None,
        reranker: Reranks | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Opens a library, or starts one.

        Args:
            folder: where it is kept, and nothing else.
            embedder: the same for as long as the folder lives.
            reading: only search; possible while another process owns the folder.
            reranker: has the last word on the order.
            server: the address of the Chroma server that holds the vectors, instead of the folder.

        Raises:
            KnowledgeError: `in-use`, unless `reading` or with a server; `no-server`.
        """
        self.folder = folder
        self.embedder = embedder
        self._reranker = reranker
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

    def add(
        self,
        documents: Iterable[Document],
        progress: Progress = silent,
        *,
        wanted: bool = True,
        by: Bringer = HOUSE,
    ) -> Added:
        """Takes documents in, each as a new version of what its source held before.

        What is there already costs nothing, so a run that was killed is simply repeated.

        Args:
            wanted: somebody chose these documents, so that what a person retired or erased comes
                back; else it stays out for as long as its text is the same.
            by: who brings them, and may replace only what is theirs.

        Raises:
            KnowledgeError: `read-only`; `taken` or `taken-unowned`, see `check`.
        """
        with self._changing:
            return self._writer().add(list(documents), progress, wanted=wanted, by=by)

    def check(self, file: str, by: Bringer) -> None:
        """May a file be taken in as what it is called?

        Raises:
            KnowledgeError: `taken` or `taken-unowned`: it, or a row of it, is somebody else's.
        """
        owning.check(self._register, file, by)

    def retire(self, sources: Iterable[str], *, wanted: bool = False) -> int:
        """Ends documents: from today they are only found when the past is asked about. Unknown
        sources are no error.

        Args:
            wanted: only their files are gone, and they come back with them; else a person does not
                want them.

        Returns:
            How many passages that were.

        Raises:
            KnowledgeError: `read-only`.
        """
        with self._changing:
            return self._writer().retire(list(sources), wanted=wanted)

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
        kinds: Sequence[Kind] = (),
        *,
        audiences: frozenset[str] = ANYBODY,
        on: date | None = None,
        doubtful: bool = False,
        own: bool = False,
    ) -> list[Passage]:
        """The passages that answer a question, best first; none if nothing fits. Behind them stand
        the best of the other language, if they fit about as well. A long text is looked up by its
        sentences.

        Args:
            language: the asker's, which is preferred; found from the question when not given.
            kinds: only passages of documents of these sorts; any when not given.
            audiences: of the asker; nothing for others is looked at.
            on: as the rules were on this day; today when not given.
            doubtful: what is nearest also where nothing fits, marked as such.
            own: only what did not come with Whyflow.
        """
        chosen = {"audiences": audiences, "on": on, "own": own}
        look = partial(self.look, language=language, kinds=kinds, **chosen)
        others, fits = [], True
        if len(question) < LONG:
            looked = look(question)
            found, fits = looked.candidates if looked.fits or doubtful else [], looked.fits
            others = ranking.counterparts(found) if found else []
            scored = [(each.number, each.score) for each in found]
        else:
            scored = looked_up(question, look)
        best = ranking.leading(scored[:limit], others)
        there = self.passages([number for number, _ in best])
        known = [(there[number], score) for number, score in best if number in there]
        return [p.model_copy(update={"score": s, "doubtful": not fits}) for p, s in known]

    def look(
        self,
        question: str,
        language: Language | None = None,
        kinds: Sequence[Kind] = (),
        *,
        audiences: frozenset[str] = ANYBODY,
        on: date | None = None,
        own: bool = False,
    ) -> Looked:
        """What a search found, with what speaks for each; see `search`."""
        if not any(character.isalpha() for character in question):
            return Looked([], 0.0, False)
        written, frame = language_of(question), self.embedder.frame
        asked = Asked(audiences, on or self._today(), kinds, own)
        shared = self._catalogue.refresh().shared(question, asked)
        vector = self.embedder.queries([question])[0]
        numbers = self._candidates(frame.centred(vector, written), shared, asked)
        numbers, vectors = self._register.vectors(numbers)
        if not numbers:
            return Looked([], 0.0, False)
        languages = self._catalogue.languages(numbers)
        found = frame.candidates(
            vector, written, language or written, numbers, languages, vectors, shared.of(numbers)
        )
        signals = frame.signals(vector, written, len(words(question)), found)
        probability = frame.probability(signals)
        if self._reranker is not None:
            found = reranked(self._reranker, question, found, self.passages)
        return Looked(found, probability, probability >= frame.cut)

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by their numbers, as they are today; those that are gone are left out."""
        return held.passages(self._register, numbers, self._today())

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
        """All versions, the latest of each document first; of one document, or of all."""
        return held.versions(self._register, source)

    def text(self, number: int) -> str:
        """The text of a version."""
        return held.text(self._register, number)

    def sources(self) -> frozenset[str]:
        """The documents of which a version holds today or will."""
        return held.sources(self._register, self._today())

    def has_own(self) -> bool:
        """Does a document hold today or later that did not come with Whyflow?"""
        return held.has_own(self._register, self._today())

    def own_texts(self) -> list[str]:
        return held.own_texts(self._register, self._today())

    def count(self) -> int:
        """How many passages there are, of all versions."""
        return self._catalogue.refresh().count()

    def _candidates(self, asked_for: Vectors, shared: Shared, asked: Asked) -> list[int]:
        """Those that could be best: near by vector, or sharing most words."""
        shown = self._catalogue.shown(asked)
        near = self._shelves.nearest(asked_for, CANDIDATES, asked)
        numbers = {n for n, _ in near if n < min(len(shown), len(shared.words)) and shown[n]}
        return sorted(numbers.union(*(best(each, shown, CANDIDATES) for each in shared)))

    def _writer(self) -> Adding:
        if self._adding is None:
            raise KnowledgeError("read-only", folder=self.folder)
        return self._adding
