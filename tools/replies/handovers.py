"""Conversations that were handed over, in SQLite: to whom, who has taken them, and what became of
them. It knows no page and no audit log.

What was handed over concerns whom it was handed to (a team, or a person by name), whoever handed it
over, and managers; nobody else is told that there is any.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from knowledge.database import open_database
from tools.handover import Handover, Urgency
from tools.person import Person
from tools.phrases import SayableError
from tools.record import Record

Stage = Literal["open", "taken", "done"]
STAGES: tuple[Stage, ...] = get_args(Stage)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)[::-1]
"""The most urgent first; their places are what is stored."""
MOST = 200
"""That are listed at once."""
LONGEST_NOTE = 2000
"""Characters."""
STEPS = (
    """
    CREATE TABLE handovers (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        record TEXT NOT NULL,
        urgency INTEGER NOT NULL,
        recipient TEXT NOT NULL COLLATE NOCASE,
        giver TEXT NOT NULL,
        giver_name TEXT NOT NULL,
        given TEXT NOT NULL,
        stage TEXT NOT NULL DEFAULT 'open',
        taker TEXT NOT NULL DEFAULT '',
        taker_name TEXT NOT NULL DEFAULT '',
        changed TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX handovers_by_stage ON handovers (stage, urgency, given);
    """,
)


class NoHandover(SayableError):
    """There is no such hand-over, or it does not concern this person."""


class HandedOver(Record):
    """A conversation that was handed over."""

    number: int
    handover: Handover
    message: str
    """What the customer wrote, all of it."""
    ticket: Mapping[str, str]
    """Fields of the ticket, by their names."""
    to: str
    """A team, the name of a person, or `everyone`."""
    by: str
    """The id of whoever handed it over, and their name."""
    by_name: str
    given: datetime
    stage: Stage
    taker: str = ""
    """The id of who looks after it, or did; empty while it is open."""
    taker_name: str = ""
    changed: datetime
    """When it was taken, given back or closed last."""
    note: str = ""
    """What became of it; empty before it is done."""


class Handovers:
    """Threads and processes may share it."""

    def __init__(
        self, file: Path | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """
        Args:
            file: None keeps everything in memory.
        """
        self._database = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._clock = clock

    def give(
        self,
        person: Person,
        handover: Handover,
        to: str,
        message: str = "",
        ticket: Mapping[str, str] | None = None,
    ) -> HandedOver:
        """Keeps a hand-over. The same once more, while it is open, is the one that is there.

        Args:
            to: a team, the name of a person, or `everyone`.

        Raises:
            SayableError: `handover-to`, nobody is named.
        """
        to = " ".join(to.split())
        if not to:
            raise SayableError("handover-to")
        told = {"handover": handover.model_dump(), "message": message, "ticket": dict(ticket or {})}
        record, now = json.dumps(told, ensure_ascii=False), self._clock().isoformat()
        with self._lock:
            same = self._database.execute(
                "SELECT * FROM handovers WHERE record = ? AND recipient = ? AND giver = ?"
                " AND stage = 'open'",
                [record, to, person.id],
            ).fetchone()
            row = (
                same
                or self._database.execute(
                    "INSERT INTO handovers"
                    " (record, urgency, recipient, giver, giver_name, given, changed)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *",
                    [
                        record,
                        URGENCIES.index(handover.urgency),
                        to,
                        person.id,
                        person.name,
                        now,
                        now,
                    ],
                ).fetchone()
            )
        return _read(row)

    def listed(self, person: Person, stage: Stage) -> list[HandedOver]:
        """What concerns a person: the most urgent first, then what has waited longest; of what is
        done, the latest first."""
        order = "changed DESC" if stage == "done" else "urgency, given, number"
        concerns, values = _concerns(person)
        with self._lock:
            rows = self._database.execute(
                f"SELECT * FROM handovers WHERE stage = ? AND {concerns}"
                f" ORDER BY {order} LIMIT {MOST}",
                [stage, *values],
            ).fetchall()
        return [_read(row) for row in rows]

    def counts(self, person: Person) -> dict[Stage, int]:
        """How many there are that concern a person, by their stages."""
        concerns, values = _concerns(person)
        with self._lock:
            rows = self._database.execute(
                f"SELECT stage, count(*) AS count FROM handovers WHERE {concerns} GROUP BY stage",
                values,
            ).fetchall()
        found = {row["stage"]: int(row["count"]) for row in rows}
        return {stage: found.get(stage, 0) for stage in STAGES}

    def get(self, number: int, person: Person) -> HandedOver:
        """
        Raises:
            NoHandover: there is none, or it does not concern this person.
        """
        concerns, values = _concerns(person)
        with self._lock:
            row = self._database.execute(
                f"SELECT * FROM handovers WHERE number = ? AND {concerns}", [number, *values]
            ).fetchone()
        if row is None:
            raise NoHandover("handover-unknown", number=str(number))
        return _read(row)

    def take(self, number: int, person: Person) -> HandedOver:
        """This person looks after it from now on.

        Raises:
            NoHandover: as `get` says.
            SayableError: `handover-gone`, somebody else was quicker, or it is done.
        """
        self.get(number, person)
        return self._move(number, person, "open", "taken", person)

    def give_back(self, number: int, person: Person) -> HandedOver:
        """It is open again, for others.

        Raises:
            NoHandover: as `get` says.
            SayableError: it is not theirs to give back, or is not taken.
        """
        self._own(number, person)
        return self._move(number, person, "taken", "open", None)

    def finish(self, number: int, person: Person, note: str) -> HandedOver:
        """It is done.

        Args:
            note: what became of it.

        Raises:
            NoHandover: as `get` says.
            SayableError: it is not theirs, or is not taken; the note is empty or too long.
        """
        if not note.strip() or len(note) > LONGEST_NOTE:
            raise SayableError("handover-note", most=str(LONGEST_NOTE))
        old = self._own(number, person)
        taker = Person(old.taker, old.taker_name)
        return self._move(number, person, "taken", "done", taker, note.strip())

    def erase(self, number: int, person: Person) -> None:
        """Nothing of it is left, for instance because of personal data.

        Raises:
            NoHandover: as `get` says.
            SayableError: `handover-not-yours`, they neither handed it over nor are a manager.
        """
        found = self.get(number, person)
        if found.by != person.id and not person.at_least("manager"):
            raise SayableError("handover-not-erased", number=str(number))
        with self._lock:
            self._database.execute("DELETE FROM handovers WHERE number = ?", [number])

    def close(self) -> None:
        self._database.close()

    def _own(self, number: int, person: Person) -> HandedOver:
        """What a person has taken; managers look after everybody's."""
        found = self.get(number, person)
        if found.taker not in ("", person.id) and not person.at_least("manager"):
            raise SayableError("handover-not-yours", number=str(number), name=found.taker_name)
        return found

    def _move(
        self,
        number: int,
        person: Person,
        old: Stage,
        new: Stage,
        taker: Person | None,
        note: str = "",
    ) -> HandedOver:
        """From one stage to the next, of two persons only one."""
        with self._lock:
            moved = self._database.execute(
                "UPDATE handovers SET stage = ?, taker = ?, taker_name = ?, note = ?, changed = ?"
                " WHERE number = ? AND stage = ? RETURNING *",
                [
                    new,
                    taker.id if taker else "",
                    taker.name if taker else "",
                    note,
                    self._clock().isoformat(),
                    number,
                    old,
                ],
            ).fetchone()
        if moved is None:
            now = self.get(number, person)
            raise SayableError(
                "handover-gone", number=str(number), stage=now.stage, name=now.taker_name or "?"
            )
        return _read(moved)


def _concerns(person: Person) -> tuple[str, list[str]]:
    """In SQL: does a hand-over concern a person?"""
    if person.at_least("manager"):
        return "1", []
    named = sorted(person.audiences | ({person.name} - {""}))
    marks = ", ".join("?" * len(named))
    return f"(giver = ? OR recipient IN ({marks}))", [person.id, *named]


def _read(row: sqlite3.Row) -> HandedOver:
    return HandedOver(
        number=row["number"],
        **json.loads(row["record"]),
        to=row["recipient"],
        by=row["giver"],
        by_name=row["giver_name"],
        given=datetime.fromisoformat(row["given"]),
        stage=row["stage"],
        taker=row["taker"],
        taker_name=row["taker_name"],
        changed=datetime.fromisoformat(row["changed"]),
        note=row["note"],
    )
