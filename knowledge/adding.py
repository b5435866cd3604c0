"""How a library changes: documents become versions and passages with vectors, and vectors find
their shelves. It knows no search.

A kill loses nothing that was told as done and leaves nothing half. Vectors are kept by the hash of
their text as soon as they are made; a document is then entered, with its words and its places on
the shelves, in one transaction. Chroma takes no part in that transaction, so a note is left before
and taken away with it: whoever opens the library and finds one puts the shelves in order.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import numpy as np

from knowledge.catalogue import ALWAYS, NEVER
from knowledge.chunks import Piece, pieces_of, searched_text
from knowledge.embed import Embeds, Vectors
from knowledge.lexical import Segment, merged, segment_of, to_merge, words
from knowledge.passage import Document
from knowledge.register import Register, said_about, stacked
from knowledge.shelves import Chroma, Place, place_of

BATCH = 32
"""Passages whose vectors a killed process loses at most."""
GROUP = 256
"""Passages that become findable together."""

Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all)."""


def silent(done: int, total: int) -> None:
    """For those who do not watch."""


class Cut(NamedTuple):
    """A document with its passages."""

    document: Document
    digest: str
    pieces: list[Piece]
    texts: list[str]
    """What stands for each piece in both searches."""
    hashes: list[bytes]
    """Of the texts."""


class Adding:
    """The one who writes in a library. Its owner lets one thread in at a time."""

    def __init__(
        self, register: Register, shelves: Chroma, embedder: Embeds, today: Callable[[], date]
    ) -> None:
        self._register = register
        self._shelves = shelves
        self._embedder = embedder
        self._today = today

    def add(self, documents: Sequence[Document], progress: Progress) -> tuple[int, int, int]:
        """See `Library.add`.

        Returns:
            Passages added, unchanged and replaced.
        """
        known = self._register.digests({each.source for each in documents})
        cuts, unchanged, total = [], 0, 0
        for cut in map(cut_up, {each.source: each for each in documents}.values()):
            digest, said = known.get(cut.document.source, ("", ""))
            total += len(cut.pieces)
            unchanged += len(cut.pieces) if digest == cut.digest else 0
            if (digest, said) != (cut.digest, said_about(cut.document)):
                cuts.append(cut)
        replaced, done = 0, 0
        todo = sum(len(cut.pieces) for cut in cuts)
        progress(0, todo)
        for group in _groups(cuts):
            for ready in self._embed(group):
                progress(done + ready, todo)
            replaced += self._enter(group)
            done += sum(len(cut.pieces) for cut in group)
        return total - unchanged, unchanged, replaced

    def retire(self, sources: Sequence[str]) -> int:
        """See `Library.retire`."""
        with self._placing():
            count = sum(self._register.retire(source, self._today()) for source in sources)
            self._place(sources)
        return count

    def forget(self, sources: Sequence[str]) -> int:
        """See `Library.forget`."""
        with self._placing():
            for source in sources:
                for row in self._versions(source):
                    for name in _place(row["placed"]).shelves:
                        self._shelves.remove(self._ids(row["number"]), name)
            return sum(self._register.forget(source) for source in sources)

    def finish(self, where: str) -> None:
        """Puts the shelves in order if a process was killed while it changed them, or if they are
        somewhere else than last time.

        Args:
            where: the address of their server; empty for the folder.
        """
        notes = self._register.rows("SELECT begun FROM placing")
        stood = self._register.rows("SELECT shelves FROM library")[0][0]
        if not notes and stood == where:
            return
        with self._register.writing():
            self._register.do("DELETE FROM placing")
            self._register.do("UPDATE library SET shelves = ?", where)
            self._put_in_order()

    def _put_in_order(self) -> None:
        standing = self._shelves.standing()
        wanted: dict[str, set[str]] = {name: set() for name in standing}
        missing: list[Any] = []
        for row in self._versions():
            place, ids = self._wanted(row), self._ids(row["number"])
            for name in place.shelves:
                wanted.setdefault(name, set()).update(ids)
            there = all(standing.get(name, set()).issuperset(ids) for name in place.shelves)
            # The days that stand beside a vector may be wrong as well.
            if not there or (place.since, place.until) != (ALWAYS, NEVER):
                missing.append(row)
        self._move(missing, new_only=True)
        for name, ids_there in standing.items():
            self._shelves.remove(sorted(ids_there - wanted[name]), name)

    # -- taking documents in

    def _embed(self, group: Sequence[Cut]) -> Iterator[int]:
        """Makes the vectors that are missing; tells how many passages have theirs."""
        texts = {h: t for cut in group for h, t in zip(cut.hashes, cut.texts, strict=True)}
        missing = texts.keys() - self._register.known(list(texts))
        # Of like length, because a batch costs as much as its longest text times its size.
        ordered = sorted(missing, key=lambda hash: (len(texts[hash]), hash))
        held = sum(len(cut.hashes) for cut in group) - len(missing)
        if not missing:
            yield held
        for start in range(0, len(ordered), BATCH):
            batch = ordered[start : start + BATCH]
            vectors = self._embedder.passages([texts[hash] for hash in batch])
            self._register.keep_vectors(batch, vectors)
            yield held + start + len(batch)

    def _enter(self, group: Sequence[Cut]) -> int:
        """Enters documents; tells how many passages they replace."""
        today, counted, replaced = self._today(), dict[int, list[str]](), 0
        sources = [cut.document.source for cut in group]
        with self._placing():
            for cut in group:
                source = cut.document.source
                before = self._passages_today(source)
                version = self._register.enter(cut.document, cut.digest, today)
                if version is not None:
                    counted |= self._enter_passages(version, cut)
                    replaced += before
                self._register.settle(source)
            if counted:
                self._keep_segment(segment_of(counted), len(counted))
            self._place(sources)
        return replaced

    def _enter_passages(self, version: int, cut: Cut) -> dict[int, list[str]]:
        ordinal = len(self._versions(cut.document.source))
        found = {}
        for place, (piece, text, hash) in enumerate(
            zip(cut.pieces, cut.texts, cut.hashes, strict=True)
        ):
            # The same in a run that is repeated after a kill, so that Chroma keeps no orphans.
            content = json.dumps([cut.document.source, ordinal, place, cut.digest])
            id = hashlib.sha256(content.encode()).hexdigest()[:24]
            counted = words(text)
            number = self._register.add_passage(version, place, piece, id, len(counted), hash)
            found[number] = counted
        return found

    def _passages_today(self, source: str) -> int:
        day = self._today().isoformat()
        row = self._register.do(
            "SELECT count(*) FROM passages JOIN versions ON versions.number = version WHERE "
            "source = ? AND (until IS NULL OR until >= ?) AND (since IS NULL OR since <= ?)",
            *(source, day, day),
        ).fetchone()
        return int(row[0])

    def _keep_segment(self, segment: Segment, size: int) -> None:
        self._register.do(
            "INSERT INTO segments (size, postings) VALUES (?, ?)", size, segment.to_bytes()
        )
        rows = self._register.do("SELECT number, size FROM segments").fetchall()
        sizes = {row["number"]: row["size"] for row in rows}
        while together := to_merge(sizes):
            parts = [self._segment(number) for number in together]
            whole, size = merged(parts), sum(sizes.pop(number) for number in together)
            for number in together:
                self._register.do("DELETE FROM segments WHERE number = ?", number)
            written = self._register.do(
                "INSERT INTO segments (size, postings) VALUES (?, ?)", size, whole.to_bytes()
            )
            sizes[int(written.lastrowid or 0)] = size

    def _segment(self, number: int) -> Segment:
        row = self._register.do("SELECT postings FROM segments WHERE number = ?", number).fetchone()
        return Segment.from_bytes(row[0])

    # -- the shelves

    def _placing(self) -> Any:
        """A transaction in which the shelves change too."""
        return _Placing(self._register)

    def _place(self, sources: Sequence[str]) -> None:
        self._move([row for source in sources for row in self._versions(source)])

    def _move(self, rows: Sequence[Any], *, new_only: bool = False) -> None:
        """Puts versions where they belong, together those that go the same way.

        Args:
            new_only: forget where they are said to stand.
        """
        ways: dict[tuple[Place | None, Place], list[int]] = {}
        for row in rows:
            old, new = None if new_only else _place(row["placed"]), self._wanted(row)
            if old != new:
                ways.setdefault((old, new), []).append(row["number"])
        for (old, new), numbers in ways.items():
            ids = [id for number in numbers for id in self._ids(number)]
            vectors = np.concatenate([self._vectors(number) for number in numbers])
            self._shelves.place(ids, vectors, old, new)
            self._note(numbers, new)

    def _note(self, versions: Sequence[int], place: Place) -> None:
        """That versions stand there now."""
        for number in versions:
            self._register.do(
                "UPDATE versions SET placed = ? WHERE number = ?", json.dumps(place), number
            )

    def _wanted(self, row: Any) -> Place:
        since, until = (date.fromisoformat(d) if d else None for d in (row["since"], row["until"]))
        audience = json.loads(row["audience"])
        return place_of(audience, row["kind"], since, until, self._today())

    def _versions(self, source: str | None = None) -> list[Any]:
        chosen = "WHERE source = ?" if source is not None else ""
        values = [source] if source is not None else []
        return self._register.do(
            "SELECT number, kind, since, until, placed, audience FROM versions "
            f"JOIN documents USING (source) {chosen}",
            *values,
        ).fetchall()

    def _ids(self, version: int) -> list[str]:
        rows = self._register.do(
            "SELECT id FROM passages WHERE version = ? ORDER BY place", version
        )
        return [row[0] for row in rows.fetchall()]

    def _vectors(self, version: int) -> Vectors:
        rows = self._register.do(
            "SELECT vector FROM passages JOIN vectors USING (hash) WHERE version = ? "
            "ORDER BY place",
            version,
        )
        return stacked(row[0] for row in rows.fetchall())


class _Placing:
    """A transaction with a note that outlives a kill."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._inside = register.writing()

    def __enter__(self) -> None:
        now = datetime.now().isoformat()
        self._note = self._register.do("INSERT INTO placing VALUES (?)", now).lastrowid
        self._inside.__enter__()

    def __exit__(self, *raised: Any) -> Any:
        if raised[0] is None:
            self._register.do("DELETE FROM placing WHERE rowid = ?", self._note)
        return self._inside.__exit__(*raised)


def cut_up(document: Document) -> Cut:
    """A document in its pieces."""
    pieces = pieces_of(document)
    texts = [
        searched_text(document.title, piece.heading, document.text[piece.start : piece.end])
        for piece in pieces
    ]
    content = document.model_dump(include={"title", "text", "kind", "field", "language"})
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return Cut(document, digest, pieces, texts, [_hash(text) for text in texts])


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _groups(cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    group: list[Cut] = []
    size = 0
    for cut in cuts:
        group.append(cut)
        size += len(cut.pieces)
        if size >= GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _place(placed: str) -> Place | None:
    known = json.loads(placed)
    return Place(tuple(known[0]), known[1], known[2]) if known else None
