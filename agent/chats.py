"""Whose conversations there are, what they are called, and with whom they are shared. What was said
and planned in them is in `conversations.py`; here are only the words, to find them again: each text
once, in a row of its own, so that one more costs the same however many there are.
"""

import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.database import open_database
from tools.person import SOMEBODY, Person
from tools.phrases import SayableError

LONGEST = 80
"""Characters of a title."""
MOST = 200
"""Conversations that are listed."""
STEPS = (
    """
    CREATE TABLE chats (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        title TEXT NOT NULL,
        words TEXT NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX chats_by_owner ON chats (owner, updated);
    CREATE TABLE shares (
        chat TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
        audience TEXT NOT NULL,
        PRIMARY KEY (chat, audience)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE asked (
        turn TEXT NOT NULL UNIQUE,
        chat TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    );
    CREATE INDEX asked_in_chat ON asked (chat);
    """,
    "ALTER TABLE chats ADD COLUMN owner_name TEXT NOT NULL DEFAULT '';",
    """
    CREATE TABLE words (
        chat TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        PRIMARY KEY (chat, text)
    ) WITHOUT ROWID;
    INSERT INTO words SELECT id, words FROM chats;
    ALTER TABLE chats DROP COLUMN words;
    """,
)
_CHATS = """
    SELECT *, (SELECT json_group_array(audience) FROM shares WHERE chat = chats.id) AS audiences
    FROM chats
"""
_KEY = re.compile(r"[\w-]{43}", re.ASCII)
"""A random secret, which browsers made before conversations had owners."""


class ChatError(SayableError):
    """This person may not do this with this conversation, or there is no such conversation."""


@dataclass(frozen=True)
class Chat:
    """A conversation as its owner's list shows it."""

    id: str
    owner: str
    title: str
    created: datetime
    updated: datetime
    audiences: frozenset[str] = frozenset()
    """With whom it is shared: teams, or everyone."""
    owner_name: str = ""
    """What the owner was called when something was last said; empty in old conversations."""


@dataclass(frozen=True)
class Asked:
    """A message that was accepted and is not answered yet."""

    turn: str
    """The id of its turn, and of the message."""
    chat: str
    text: str


class Chats:
    """The list of conversations, in one SQLite file."""

    def __init__(
        self, file: Path | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._clock = clock

    def permit(self, chat: str, person: Person, *, change: bool = False) -> None:
        """The one check before anything is read or done in a conversation. Its owner may do all;
        those with whom it is shared may read. A key that nobody used yet is the caller's own; so is
        one from before there were accounts, because to have it was all it took.

        Raises:
            ChatError: `chat-unknown`, or `chat-shared` if it may be read and not changed.
        """
        found = self._find(chat)
        if found is None:
            if person != SOMEBODY and not _KEY.fullmatch(chat):
                raise ChatError("chat-unknown")
        elif found.owner not in (person.id, SOMEBODY.id):
            if not found.audiences & person.audiences:
                raise ChatError("chat-unknown")  # not that there is one
            if change:
                raise ChatError("chat-shared", title=found.title)

    def known(self, chat: str, person: Person, *, change: bool = False) -> None:
        """As `permit`, and it has begun.

        Raises:
            ChatError: as `permit` says; `chat-unknown` also if it has not.
        """
        self.permit(chat, person, change=change)
        if self._find(chat) is None:
            raise ChatError("chat-unknown")

    def find(self, chat: str, person: Person) -> Chat | None:
        """The conversation, if it has begun.

        Raises:
            ChatError: this person may not read it.
        """
        self.permit(chat, person)
        return self._find(chat)

    def listed(self, person: Person, search: str = "") -> list[Chat]:
        """What `person` may read, the latest first; with `search`, where every word of it stands in
        the title or was said."""
        marks = ", ".join("?" * len(person.audiences))
        query = (
            f"{_CHATS} WHERE (owner = ? OR id IN "
            f"(SELECT chat FROM shares WHERE audience IN ({marks})))"
        )
        words = search.casefold().split()
        said = "EXISTS (SELECT 1 FROM words WHERE chat = chats.id AND instr(text, ?))"
        query += f" AND (instr(lower(title), ?) OR {said})" * len(words)
        values = [person.id, *sorted(person.audiences), *(word for word in words for _ in "12")]
        with self._lock:
            rows = self._connection.execute(
                f"{query} ORDER BY updated DESC LIMIT {MOST}", values
            ).fetchall()
        return [_chat(row) for row in rows]

    def note(self, chat: str, person: Person, title: str, said: Iterable[str] = ()) -> None:
        """Something was said or planned. The first time gives the conversation its owner and title.

        Raises:
            ChatError: it is not this person's own.
        """
        self.permit(chat, person, change=True)
        with self._lock, self._transaction():
            self._note(chat, person, title, said)

    def ask(self, turn: str, chat: str, person: Person, text: str) -> None:
        """A message was accepted: from here on it outlives this process, and is `unanswered`.

        Raises:
            ChatError: it is not this person's own.
        """
        self.permit(chat, person, change=True)
        with self._lock, self._transaction():
            self._note(chat, person, text, [text])
            self._connection.execute("INSERT INTO asked VALUES (?, ?, ?)", (turn, chat, text))

    def answer(self, turn: str, words: str = "") -> None:
        """The message has its answer, which is saved; `words` is what it says. Nothing happens if
        the conversation was deleted meanwhile."""
        with self._lock, self._transaction():
            query = "DELETE FROM asked WHERE turn = ? RETURNING chat"
            for (chat,) in self._connection.execute(query, (turn,)).fetchall():
                self._connection.execute(
                    "UPDATE chats SET updated = ? WHERE id = ?", (self._clock().isoformat(), chat)
                )
                self._add(chat, [words])

    def unanswered(self) -> list[Asked]:
        """What was accepted and not answered, in any conversation, the oldest first."""
        with self._lock:
            rows = self._connection.execute("SELECT * FROM asked ORDER BY rowid").fetchall()
        return [Asked(**row) for row in rows]

    def rename(self, chat: str, person: Person, title: str) -> None:
        """Call it something else.

        Raises:
            ChatError: it is not this person's own, or the title is empty.
        """
        if not title.strip():
            raise ChatError("chat-no-title")
        self.known(chat, person, change=True)
        with self._lock:
            self._connection.execute(
                "UPDATE chats SET title = ? WHERE id = ?", (_title(title), chat)
            )

    def share(self, chat: str, person: Person, audiences: Iterable[str]) -> None:
        """Let these read it, and nobody else.

        Raises:
            ChatError: it is not this person's own, or they are not in one of these teams.
        """
        self.known(chat, person, change=True)
        wanted = set(audiences)
        if strange := sorted(wanted - person.audiences):
            raise ChatError("chat-team", team=strange[0])
        with self._lock, self._transaction():
            self._connection.execute("DELETE FROM shares WHERE chat = ?", (chat,))
            self._connection.executemany(
                "INSERT INTO shares VALUES (?, ?)", [(chat, each) for each in sorted(wanted)]
            )

    def forget(self, chat: str, person: Person) -> None:
        """Take it off the list; what it holds is deleted by whoever keeps that.

        Raises:
            ChatError: it is not this person's own.
        """
        self.known(chat, person, change=True)
        with self._lock:
            self._connection.execute("DELETE FROM chats WHERE id = ?", (chat,))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Everything inside, or nothing of it."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def _note(self, chat: str, person: Person, title: str, said: Iterable[str]) -> None:
        now = self._clock().isoformat()
        self._connection.execute(
            "INSERT INTO chats VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "updated = excluded.updated, "
            f"owner_name = iif(owner IN ('{SOMEBODY.id}', excluded.owner), "
            "excluded.owner_name, owner_name), "
            f"owner = iif(owner = '{SOMEBODY.id}', excluded.owner, owner)",
            (chat, person.id, _title(title), now, now, person.name),
        )
        self._add(chat, said)

    def _add(self, chat: str, texts: Iterable[str]) -> None:
        """What can be searched for."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO words VALUES (?, ?)",
            [(chat, text.casefold()) for text in texts if text],
        )

    def _find(self, chat: str) -> Chat | None:
        with self._lock:
            row = self._connection.execute(f"{_CHATS} WHERE id = ?", (chat,)).fetchone()
        return _chat(row) if row else None


def _chat(row: sqlite3.Row) -> Chat:
    return Chat(
        row["id"],
        row["owner"],
        row["title"],
        datetime.fromisoformat(row["created"]),
        datetime.fromisoformat(row["updated"]),
        frozenset(json.loads(row["audiences"])),
        row["owner_name"],
    )


def _title(text: str) -> str:
    """The first line, cut at a word where there are words."""
    line = " ".join(next(filter(str.strip, text.splitlines()), "…").split())
    if len(line) <= LONGEST:
        return line
    head = line[: LONGEST - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[LONGEST // 2 :] else head).rstrip() + "…"
