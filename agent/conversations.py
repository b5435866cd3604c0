"""Conversations on disk, in one SQLite file: of each the latest state and no more, and apart from
it what was said in earlier turns. The state holds only the last turn, so that the next one costs
the same however long the conversation is.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from langchain_core.messages import AnyMessage
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver
from pydantic import TypeAdapter

from agent.steps import Message
from agent.watch import as_people_see, turns_of
from knowledge.database import open_database

STEPS = (
    """
    CREATE TABLE said (
        number INTEGER PRIMARY KEY,
        session TEXT NOT NULL,
        turn TEXT NOT NULL,
        messages TEXT NOT NULL,
        UNIQUE (session, turn)
    );
    """,
)
# Only these types of ours are read back; anything else in the file stays inert data.
RECORDS = (
    ("tools.plan.problem", "Problem"),
    ("tools.plan.schedule", "Schedule"),
    ("tools.plan", "Problem"),  # where they stood when older conversations were saved
    ("tools.plan", "Schedule"),
    ("tools.reasons.records", "Explanation"),
    ("tools.state", "Kept"),
    ("tools.replies.drafting", "Draft"),
    ("tools.handover", "Handover"),
    ("tools.wording.references", "Focus"),
    ("knowledge.passage", "Passage"),
)
SAID = TypeAdapter(tuple[Message, ...])


class Conversations(SqliteSaver):
    """A checkpointer whose file and whose work do not grow with the length of a conversation."""

    def __init__(self, file: Path | None) -> None:
        connection = open_database(file, STEPS)
        connection.isolation_level = "DEFERRED"  # the saver ends its transactions itself
        super().__init__(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=RECORDS))
        self.setup()

    def values(self, session: str) -> Mapping[str, Any]:
        """What the latest state of a conversation holds, by name. The graph says the same, but also
        works out what it could do next, which takes longer than to read."""
        saved = self.get_tuple(config(session))
        return saved.checkpoint["channel_values"] if saved else {}

    def put_by(self, session: str, messages: Sequence[AnyMessage]) -> None:
        """What the state holds is kept apart from it, so that it need not be held any more. What
        is kept already stays as it is."""
        rows = [
            (session, turn[0].id, SAID.dump_json(tuple(as_people_see(turn))).decode())
            for turn in turns_of(messages)
        ]
        with self._leisurely() as cursor:
            cursor.executemany(
                "INSERT OR IGNORE INTO said (session, turn, messages) VALUES (?, ?, ?)", rows
            )

    def said(self, session: str, last: Sequence[AnyMessage]) -> Iterator[Message]:
        """All that was said in a conversation.

        Args:
            last: what its state holds, which may be kept apart already.
        """
        held = {turn[0].id for turn in turns_of(last)}
        query = "SELECT turn, messages FROM said WHERE session = ? ORDER BY number"
        with self.cursor(transaction=False) as cursor:
            rows = cursor.execute(query, (session,)).fetchall()
        for turn, messages in rows:
            if turn not in held:
                yield from SAID.validate_json(messages)
        yield from as_people_see(last)

    def holds(self, session: str, turn: str) -> bool:
        """Was this turn put by?"""
        query = "SELECT 1 FROM said WHERE session = ? AND turn = ?"
        with self.cursor(transaction=False) as cursor:
            return cursor.execute(query, (session, turn)).fetchone() is not None

    def forget_last(self, session: str) -> str:
        """The last turn that was put by is gone; the message that began it, empty if there is
        none."""
        query = (
            "DELETE FROM said WHERE number = (SELECT max(number) FROM said WHERE session = ?) "
            "RETURNING messages"
        )
        with self.cursor() as cursor:
            found = cursor.execute(query, (session,)).fetchone()
        return SAID.validate_json(found[0])[0].text if found else ""

    def forget_past(self, session: str) -> None:
        """Drop every state of a conversation but its latest (17 MB in 260 turns otherwise)."""
        with self._leisurely() as cursor:
            for table in ("writes", "checkpoints"):
                cursor.execute(
                    f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id < "
                    "(SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ?)",
                    (session, session),
                )

    def delete_thread(self, thread_id: str) -> None:
        """Drop all of a conversation."""
        super().delete_thread(thread_id)
        with self.cursor() as cursor:
            cursor.execute("DELETE FROM said WHERE session = ?", (thread_id,))

    def latest(self, session: str) -> str:
        """The mark of a conversation's latest state; empty if there is none."""
        with self.cursor(transaction=False) as cursor:
            query = "SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ?"
            found = cursor.execute(query, (session,)).fetchone()
        return found[0] or ""

    def forget_since(self, session: str, mark: str) -> None:
        """Go back to the state that `latest` marked; with an empty mark to none at all."""
        with self.cursor() as cursor:
            for table, later in (("checkpoints", ">"), ("writes", ">=")):
                cursor.execute(
                    f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id {later} ?",
                    (session, mark),
                )

    @contextmanager
    def _leisurely(self) -> Iterator[sqlite3.Cursor]:
        """A transaction that nobody waits for: it reaches the disk with the next one. Until then
        a power cut undoes it, and it can be done again."""
        with self.cursor(transaction=False) as cursor:
            cursor.execute("PRAGMA synchronous = NORMAL")
            try:
                yield cursor
                self.conn.commit()
            finally:
                cursor.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        # A turn may still be running in its thread, and SQLite crashes under a closed connection.
        with self.lock:
            self.conn.close()


def config(session: str) -> RunnableConfig:
    """What LangGraph needs to find a conversation."""
    return {"configurable": {"thread_id": session}}
