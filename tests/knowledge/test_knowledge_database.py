"""SQLite files with a version."""

import sqlite3
from pathlib import Path

import pytest

from knowledge.database import open_database
from knowledge.passage import KnowledgeError

FIRST = "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n"
SECOND = """ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT '';
CREATE TRIGGER kept BEFORE DELETE ON notes BEGIN
    SELECT RAISE(ABORT, 'notes are kept');
END;
"""


def test_an_older_file_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    old = open_database(file, [FIRST])
    old.execute("INSERT INTO notes (text) VALUES ('weld')")
    old.close()
    new = open_database(file, [FIRST, SECOND])
    assert tuple(new.execute("SELECT text, author FROM notes").fetchone()) == ("weld", "")
    with pytest.raises(sqlite3.IntegrityError, match="notes are kept"):
        new.execute("DELETE FROM notes")
    new.close()


def test_a_newer_file_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    open_database(file, [FIRST, SECOND]).close()
    with pytest.raises(KnowledgeError, match="newer Whyflow"):
        open_database(file, [FIRST])
    open_database(file, [FIRST, SECOND]).close()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    open_database(file, [FIRST]).close()
    broken = "ALTER TABLE notes ADD COLUMN author TEXT;\nINSERT INTO nowhere VALUES (1);\n"
    with pytest.raises(sqlite3.OperationalError):
        open_database(file, [FIRST, broken])
    again = open_database(file, [FIRST, SECOND])
    assert again.execute("SELECT count(*) FROM notes").fetchone()[0] == 0
    again.close()
