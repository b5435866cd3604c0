"""Documents, their versions and passages, in SQLite: what the library knows to be so. The vector
index can be made again from here. It knows no files, no ranking and no embedding model.

A version holds from one day to another. A new text of a document ends the version before it on the
day before it begins itself; nothing is overwritten, so that "what did the rule say in May?" has an
answer.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.chunks import Piece
from knowledge.database import open_database
from knowledge.embed import Vectors
from knowledge.passage import Document, Passage, Record

MANY = 500
"""Values in one statement; SQLite limits them."""

STEPS = (
    """
CREATE TABLE documents (source TEXT PRIMARY KEY, audience TEXT NOT NULL, owner TEXT NOT NULL);
CREATE TABLE versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    added TEXT NOT NULL,
    retired TEXT,
    since TEXT,
    until TEXT,
    placed TEXT NOT NULL DEFAULT '[]',
    changed INTEGER NOT NULL
);
CREATE INDEX versions_of ON versions (source, number);
CREATE INDEX versions_changed ON versions (changed);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    place INTEGER NOT NULL,
    heading TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words INTEGER NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX passages_of ON passages (version, place);
CREATE INDEX passages_hash ON passages (hash);
CREATE TABLE vectors (hash BLOB PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE segments (number INTEGER PRIMARY KEY, size INTEGER NOT NULL, postings BLOB NOT NULL);
CREATE TABLE clock (tick INTEGER NOT NULL, epoch INTEGER NOT NULL);
INSERT INTO clock VALUES (0, 0);
CREATE TABLE placing (begun TEXT NOT NULL);
CREATE TABLE library (name TEXT NOT NULL, shelves TEXT NOT NULL);
INSERT INTO library VALUES (lower(hex(randomblob(8))), '');
""",
)


class Held(Record):
    """A version of a document, as it is listed."""

    number: int
    source: str
    title: str
    kind: str
    field: str
    language: str
    version: str
    since: date | None
    """The first day on which it holds; None if it always did, as far as is known."""
    until: date | None
    """The last day; None while no end is known."""
    added: date
    owner: str
    audience: tuple[str, ...]
    passages: int

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Register:
    """The tables of one library. Threads may share it: one writes, the others read what was last
    committed."""

    def __init__(self, file: Path | None) -> None:
        self._writer = open_database(file, STEPS)
        # A connection of its own, because within a transaction one sees what is half done.
        self._reader = open_database(file, STEPS) if file else self._writer
        self._writing = threading.RLock()
        self._reading = threading.RLock()

    def close(self) -> None:
        self._reader.close()
        self._writer.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything inside happens, or nothing; other processes wait."""
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                self._writer.execute("UPDATE clock SET tick = tick + 1")
                yield
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    def do(self, statement: str, *values: Any) -> sqlite3.Cursor:
        """A statement of the one who writes."""
        with self._writing:
            return self._writer.execute(statement, values)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """What was committed."""
        with self._reading:
            return self._reader.execute(statement, values).fetchall()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Everything that is read inside is of one moment."""
        with self._reading:
            self._reader.execute("BEGIN")
            try:
                yield
            finally:
                self._reader.execute("COMMIT")

    @property
    def name(self) -> str:
        """Tells this library from others, also after its folder was moved."""
        return str(self.rows("SELECT name FROM library")[0][0])

    # -- documents and their versions

    def digests(self, sources: Iterable[str]) -> dict[str, tuple[str, str]]:
        """source -> (digest of the text, digest of what is said about it), of the latest version
        unless it was retired."""
        found: dict[str, tuple[str, str]] = {}
        for some in _slices(list(sources)):
            rows = self.rows(
                "SELECT v.*, d.audience, d.owner FROM versions v JOIN documents d USING (source) "
                f"WHERE source IN ({_marks(some)}) AND number = "
                "(SELECT max(number) FROM versions w WHERE w.source = v.source)",
                *some,
            )
            for row in rows:
                found[row["source"]] = (
                    "" if row["retired"] else row["digest"],
                    json.dumps([row[name] for name in ABOUT]),
                )
        return found

    def enter(self, document: Document, digest: str, today: date) -> int | None:
        """Notes a document as it is now; see `settle`.

        Returns:
            The number of a new version; None if only what is said about its text has changed.
        """
        self.do(
            "INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (source) DO UPDATE SET "
            "audience = excluded.audience, owner = excluded.owner",
            *(document.source, json.dumps(document.audience), document.owner),
        )
        last = self.do(
            "SELECT * FROM versions WHERE source = ? ORDER BY number DESC", document.source
        ).fetchone()
        said = (document.version, _iso(document.valid_from), _iso(document.valid_until))
        if last and last["digest"] == digest and not last["retired"]:
            self.do(
                "UPDATE versions SET label = ?, valid_from = ?, valid_until = ? WHERE number = ?",
                *(*said, last["number"]),
            )
            return None
        written = self.do(
            "INSERT INTO versions (source, digest, title, kind, field, language, text, label, "
            "valid_from, valid_until, added, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            *(document.source, digest, document.title, document.kind, document.field),
            *(document.language, document.text, *said, today.isoformat()),
        )
        return int(written.lastrowid or 0)

    def retire(self, source: str, today: date) -> int:
        """Ends a document yesterday.

        Returns:
            How many passages no longer hold.
        """
        held = "(valid_until IS NULL OR valid_until >= ?) AND retired IS NULL AND source = ?"
        count = self.do(
            f"SELECT count(*) FROM passages JOIN versions ON versions.number = version "
            f"WHERE {held} AND (until IS NULL OR until >= ?)",
            *(today.isoformat(), source, today.isoformat()),
        ).fetchone()[0]
        self.do(
            f"UPDATE versions SET retired = ? WHERE {held}",
            *(today.isoformat(), today.isoformat(), source),
        )
        self.settle(source)
        return int(count)

    def settle(self, source: str) -> None:
        """From when to when each version holds, worked out again.

        Each begins on the day that was written in it, else on the day it was taken in; the first
        one is taken to have always held. Each ends on its last day, and before the next begins;
        what was replaced on the day it came never held.
        """
        rows = self.do("SELECT * FROM versions WHERE source = ? ORDER BY number", source).fetchall()
        begun = [
            row["valid_from"] or (row["added"] if place else None) for place, row in enumerate(rows)
        ]
        order = sorted(range(len(rows)), key=lambda place: (begun[place] or "", place))
        next_begins = [begun[place] for place in order[1:]] + [None] * bool(order)
        for place, after in zip(order, next_begins, strict=True):
            row, since = rows[place], begun[place]
            ends = [row["valid_until"], _before(row["retired"]), _before(after)]
            until = min(filter(None, ends), default=None)
            self.do(
                "UPDATE versions SET since = ?, until = ?, changed = (SELECT tick FROM clock) "
                "WHERE number = ?",
                *(since, until, row["number"]),
            )

    def forget(self, source: str) -> int:
        """Erases all versions of a document, with their words and vectors."""
        count = self.do(
            "SELECT count(*) FROM passages JOIN versions ON versions.number = version "
            "WHERE source = ?",
            source,
        ).fetchone()[0]
        mine = self.do(
            "SELECT DISTINCT hash FROM passages JOIN versions ON versions.number = version "
            "WHERE source = ?",
            source,
        ).fetchall()
        self.do("DELETE FROM documents WHERE source = ?", source)
        for row in mine:
            self.do(
                "DELETE FROM vectors WHERE hash = ? AND hash NOT IN (SELECT hash FROM passages)",
                row["hash"],
            )
        self.do("UPDATE clock SET epoch = epoch + 1")
        return int(count)

    # -- passages and vectors

    def add_passage(
        self, version: int, place: int, piece: Piece, id: str, words: int, hash: bytes
    ) -> int:
        """Notes a passage and returns its number, which is larger than any before."""
        written = self.do(
            'INSERT INTO passages (id, version, place, heading, "start", "end", words, hash) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(id, version, place, piece.heading, piece.start, piece.end, words, hash),
        )
        return int(written.lastrowid or 0)

    def known(self, hashes: Sequence[bytes]) -> set[bytes]:
        """Those of which there is a vector."""
        return {
            row[0]
            for some in _slices(list(hashes))
            for row in self.rows(f"SELECT hash FROM vectors WHERE hash IN ({_marks(some)})", *some)
        }

    def keep_vectors(self, hashes: Sequence[bytes], vectors: Vectors) -> None:
        """From here on a kill loses nothing of them."""
        with self.writing():
            for hash, vector in zip(hashes, vectors.astype(np.float16), strict=True):
                self.do("INSERT OR REPLACE INTO vectors VALUES (?, ?)", hash, vector.tobytes())

    def vectors(self, numbers: Sequence[int]) -> tuple[list[int], Vectors]:
        """The passages' numbers and vectors, in order of the numbers; those that are gone are left
        out."""
        rows = [
            row
            for some in _slices(list(numbers))
            for row in self.rows(
                "SELECT number, vector FROM passages JOIN vectors USING (hash) "
                f"WHERE number IN ({_marks(some)}) ORDER BY number",
                *some,
            )
        ]
        return [row["number"] for row in rows], stacked(row["vector"] for row in rows)

    def passages(self, numbers: Sequence[int], today: date) -> dict[int, Passage]:
        """Passages by their numbers, without scores; those that are gone are left out."""
        found = {}
        for row in self.rows(f"{_PASSAGE} WHERE passages.number IN ({_marks(numbers)})", *numbers):
            found[row["n"]] = _passage(row, today)
        return found

    def held(self, source: str | None = None) -> list[Held]:
        """Versions, the latest of each document first; of one document, or of all."""
        chosen = "WHERE source = ?" if source is not None else ""
        rows = self.rows(
            "SELECT v.*, d.audience, d.owner, (SELECT count(*) FROM passages p WHERE p.version = "
            "v.number) AS passages, (SELECT count(*) FROM versions w WHERE w.source = v.source AND "
            "w.number <= v.number) AS ordinal FROM versions v JOIN documents d USING (source) "
            f"{chosen} ORDER BY source, number DESC",
            *([source] if source is not None else []),
        )
        return [_held(row) for row in rows]

    def text(self, number: int) -> str:
        """The text of a version; empty if it is gone."""
        rows = self.rows("SELECT text FROM versions WHERE number = ?", number)
        return str(rows[0][0]) if rows else ""


ABOUT = ("label", "valid_from", "valid_until", "audience", "owner")
"""What may change without a new version of the text."""


def said_about(document: Document) -> str:
    """To be compared with the second value of `Register.digests`."""
    said = document.version, _iso(document.valid_from), _iso(document.valid_until)
    return json.dumps([*said, json.dumps(document.audience), document.owner])


def stacked(blobs: Iterable[bytes]) -> Vectors:
    """Stored vectors as rows."""
    rows = [np.frombuffer(blob, dtype=np.float16) for blob in blobs]
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, 0), dtype=np.float32)


_PASSAGE = (
    'SELECT passages.number AS n, passages.id, place, heading, "start", "end", '
    'substr(v.text, "start" + 1, "end" - "start") AS words, v.*, d.audience, d.owner, '
    "(SELECT count(*) FROM versions w WHERE w.source = v.source AND w.number <= v.number) "
    "AS ordinal FROM passages JOIN versions v ON v.number = passages.version "
    "JOIN documents d USING (source)"
)


def _passage(row: Any, today: date) -> Passage:
    held = _held(row, 0)
    return Passage(
        id=row["id"],
        text=row["words"],
        heading=row["heading"],
        place=row["place"],
        start=row["start"],
        end=row["end"],
        valid_from=held.since,
        valid_until=held.until,
        current=held.holds(today),
        **held.model_dump(
            include={"source", "title", "kind", "field", "language", "version", "owner", "audience"}
        ),
    )


def _held(row: Any, passages: int | None = None) -> Held:
    return Held(
        since=_date(row["since"]),
        until=_date(row["until"]),
        added=date.fromisoformat(row["added"]),
        version=row["label"] or str(row["ordinal"]),
        audience=tuple(json.loads(row["audience"])),
        passages=row["passages"] if passages is None else passages,
        **{
            name: row[name]
            for name in ("number", "source", "title", "kind", "field", "language", "owner")
        },
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _before(day: str | None) -> str | None:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else None


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _slices(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
