"""Conversations on disk: one SQLite file, the latest state of each conversation and no more."""

import sqlite3
from pathlib import Path

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver

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


class Conversations(SqliteSaver):
    """A checkpointer whose file does not grow with the length of a conversation."""

    def __init__(self, file: Path | None) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(
            str(file) if file else ":memory:", check_same_thread=False, timeout=30
        )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        super().__init__(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=RECORDS))
        self.setup()

    def forget_past(self, session: str) -> None:
        """Drop every state of a conversation but its latest (17 MB in 260 turns otherwise)."""
        with self.cursor() as cursor:
            for table in ("writes", "checkpoints"):
                cursor.execute(
                    f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id < "
                    "(SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ?)",
                    (session, session),
                )

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

    def close(self) -> None:
        # A turn may still be running in its thread, and SQLite crashes under a closed connection.
        with self.lock:
            self.conn.close()


def config(session: str) -> RunnableConfig:
    """What LangGraph needs to find a conversation."""
    return {"configurable": {"thread_id": session}}
