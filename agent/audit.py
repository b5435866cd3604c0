"""The audit log: who asked what, what was called with what, what was changed and approved.

One SQLite file that is only ever added to: triggers refuse any change, and each entry holds a hash
over itself and the one before, so that a change made behind the triggers' back is found out by
`verify`. What is written holds no personal data (`masking.py`). It knows neither turns nor pages.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from agent.masking import masked_all
from knowledge.database import open_database
from tools.phrases import SayableError

Event = Literal[
    "asked",
    "called",
    "answered",
    "plan-edited",
    "plan-accepted",
    "plan-improved",
    "plan-undone",
    "plan-redone",
    "conversation-shared",
    "conversation-deleted",
    "documents-added",
    "document-retired",
    "document-erased",
    "template-saved",
    "template-retired",
    "template-restored",
    "template-erased",
    "templates-imported",
    "handover-given",
    "handover-taken",
    "handover-returned",
    "handover-closed",
    "handover-erased",
    "signed-in",
    "signed-out",
    "sign-in-failed",
    "password-changed",
    "session-ended",
    "account-changed",
    "key-added",
    "key-withdrawn",
    "restored",
]
EVENTS: tuple[Event, ...] = get_args(Event)
"""What can be in the log; `audit-did-...` is what each is called."""
STEPS = (
    """CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    moment TEXT NOT NULL,
    person TEXT NOT NULL,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER entries_stay_as_they_are BEFORE UPDATE ON entries BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries) BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
""",
)
SEARCHED = ("person", "subject", "detail")
START = "0" * 64
"""What the first entry's hash goes on from."""


class AuditError(SayableError):
    """The audit log was changed by something else than its program."""


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    number: int
    moment: str
    """In UTC, as ISO 8601."""
    person: str
    """The id of an account; empty before anybody is known."""
    event: str
    """What happened, such as `asked`, `called`, `plan-changed` or `signed-in`."""
    subject: str
    """The conversation or the account that it happened to."""
    detail: str
    """The rest, as JSON."""
    hash: str


@dataclass(frozen=True)
class Wanted:
    """Which entries somebody looks for; what is left empty leaves none out."""

    text: str = ""
    """Stands in whom or what they are about, or in the rest."""
    people: frozenset[str] = frozenset()
    """Ids of accounts whose entries fit `text` too, because they are called so."""
    event: str = ""
    since: datetime | None = None
    until: datetime | None = None
    """Before this moment."""

    def condition(self) -> tuple[str, list[str]]:
        """For SQL, with its values."""
        tests, values = ["1"], []
        if self.text:
            found = [f"instr(lower({column}), lower(?))" for column in SEARCHED]
            found.append("person IN (SELECT value FROM json_each(?))")
            tests.append(f"({' OR '.join(found)})")
            values += [self.text] * len(SEARCHED) + [json.dumps(sorted(self.people))]
        # Moments are written alike, so that their order is that of their texts.
        for test, value in (
            ("event = ?", self.event),
            ("moment >= ?", _in_utc(self.since)),
            ("moment < ?", _in_utc(self.until)),
        ):
            if value:
                tests.append(test)
                values.append(value)
        return " AND ".join(tests), values


EVERYTHING = Wanted()


class Audit:
    """The log in one file; safe to share between threads, and between processes."""

    def __init__(
        self, file: Path | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._clock = clock

    def write(self, person: str, event: Event, subject: str = "", **detail: Any) -> None:
        """Add an entry; when this returns it is on disk."""
        told = json.dumps(masked_all(detail), ensure_ascii=False, sort_keys=True, default=str)
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                number, before = self._last()
                line = (number + 1, self._clock().isoformat(), person, event, subject, told)
                self._connection.execute(
                    "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", (*line, _hash(before, line))
                )
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise

    def entries(self, after: int = 0, most: int = 1000, wanted: Wanted = EVERYTHING) -> list[Entry]:
        """The entries that follow number `after`, the oldest first."""
        condition, values = wanted.condition()
        query = f"SELECT * FROM entries WHERE number > ? AND {condition} ORDER BY number LIMIT ?"
        with self._lock:
            return [Entry(*row) for row in self._connection.execute(query, (after, *values, most))]

    def all(self, wanted: Wanted = EVERYTHING) -> Iterator[Entry]:
        """Every entry, the oldest first; read in parts, so that writing goes on meanwhile."""
        found = self.entries(wanted=wanted)
        while found:
            yield from found
            found = self.entries(found[-1].number, wanted=wanted)

    def latest(self, most: int, skipped: int = 0, wanted: Wanted = EVERYTHING) -> list[Entry]:
        """The newest entries, the newest first, without the `skipped` first of them."""
        condition, values = wanted.condition()
        query = f"SELECT * FROM entries WHERE {condition} ORDER BY number DESC LIMIT ? OFFSET ?"
        with self._lock:
            return [
                Entry(*row) for row in self._connection.execute(query, (*values, most, skipped))
            ]

    def count(self, wanted: Wanted = EVERYTHING) -> int:
        """How many entries there are."""
        condition, values = wanted.condition()
        query = f"SELECT count(*) FROM entries WHERE {condition}"
        with self._lock:
            return int(self._connection.execute(query, values).fetchone()[0])

    def verify(self, known: tuple[int, str] | None = None) -> tuple[int, str]:
        """Number and hash of the last entry. Whoever writes these two down elsewhere can later
        show that nothing up to there was replaced or cut off.

        Args:
            known: such a number and hash from before.

        Raises:
            AuditError: an entry was changed, taken out, or is not the one that is known.
        """
        number, before = 0, START
        for entry in self.all():
            line = (
                entry.number,
                entry.moment,
                entry.person,
                entry.event,
                entry.subject,
                entry.detail,
            )
            if entry.number != number + 1 or entry.hash != _hash(before, line):
                raise AuditError("audit-broken", number=str(number + 1))
            number, before = entry.number, entry.hash
            if known and number == known[0] and before != known[1]:
                raise AuditError("audit-replaced", number=str(number))
        if known and number < known[0]:
            raise AuditError("audit-short", number=str(number), known=str(known[0]))
        return number, before

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _last(self) -> tuple[int, str]:
        query = "SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1"
        row: sqlite3.Row | None = self._connection.execute(query).fetchone()
        return (row["number"], row["hash"]) if row else (0, START)


def as_data(entry: Entry) -> Mapping[str, Any]:
    """An entry for programs."""
    return {**asdict(entry), "detail": json.loads(entry.detail)}


def _in_utc(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat() if moment else ""


def _hash(before: str, line: tuple[object, ...]) -> str:
    text = json.dumps([before, *line], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
