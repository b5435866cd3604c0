"""The tables of a library in SQLite, from which the vector index can be made again. It knows how
one writes while others read, and what is kept of a passage, not when a version holds
(`versions.py`).
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.chunks import Piece
from knowledge.database import open_database
from knowledge.embed import Vectors

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
    """
CREATE TABLE unwanted (source BLOB PRIMARY KEY, digest BLOB NOT NULL);
""",
    "ALTER TABLE documents ADD COLUMN bringer TEXT NOT NULL DEFAULT '';\n",
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
            for some in slices(list(hashes))
            for row in self.rows(f"SELECT hash FROM vectors WHERE hash IN ({marks(some)})", *some)
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
            for some in slices(list(numbers))
            for row in self.rows(
                "SELECT number, vector FROM passages JOIN vectors USING (hash) "
                f"WHERE number IN ({marks(some)}) ORDER BY number",
                *some,
            )
        ]
        return [row["number"] for row in rows], stacked(row["vector"] for row in rows)


def stacked(blobs: Iterable[bytes]) -> Vectors:
    """Stored vectors as rows."""
    rows = [np.frombuffer(blob, dtype=np.float16) for blob in blobs]
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, 0), dtype=np.float32)


def marks(values: Sequence[Any]) -> str:
    """As many question marks."""
    return ", ".join("?" * len(values))


def slices(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """A few at a time."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
