"""SQLite files that know their version: opened, brought up to date, and refused if they are newer
than this program. It knows no tables."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.passage import KnowledgeError


def open_database(file: Path | None, steps: Sequence[str]) -> sqlite3.Connection:
    """A connection in autocommit mode that threads may share under a lock of their owner.

    What was committed survives the end of the process, however it ends (write-ahead log,
    `synchronous = FULL`).

    Args:
        file: None keeps everything in memory.
        steps: SQL scripts, each from one version of the tables to the next, a statement ending with
            its line; the version of a file is how many it has seen. A published step is never
            changed; another one follows it.

    Raises:
        KnowledgeError: `newer-data`, the file was written by a newer Whyflow.
    """
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(
        str(file) if file else ":memory:",
        check_same_thread=False,
        timeout=30,
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    try:
        _bring_up(connection, file, steps)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up(connection: sqlite3.Connection, file: Path | None, steps: Sequence[str]) -> None:
    """The steps that are missing, together or not at all; of two processes one waits."""
    if _version(connection) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)  # under the lock: another process may have been quicker
    if version > len(steps):
        raise KnowledgeError("newer-data", file=str(file), version=version, known=len(steps))
    for statement in _statements(steps[version:]):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(steps)}")
    connection.execute("COMMIT")


def _statements(steps: Sequence[str]) -> Iterator[str]:
    """One by one, because `executescript` would end the transaction; a trigger stays whole."""
    for step in steps:
        statement = ""
        for line in step.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        assert not statement.strip(), f"a step ends without a semicolon: {statement!r}"


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
