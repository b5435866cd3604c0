"""Keys with which programs come in: each belongs to somebody, may do what its scopes say and no
more than its owner may, and can be withdrawn. Only hashes are kept.
"""

import json
import secrets
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from knowledge.database import open_database
from tools.phrases import SayableError

Scope = Literal["plan", "search", "reply", "chat", "metrics"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
START = "wf_"
"""So that a key is known for one where it was left by mistake."""
LONGEST = 100
"""Characters of a name."""
STEPS = (
    """CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created REAL NOT NULL,
    expires REAL
);
""",
)

_FITTING = (
    "FROM keys WHERE instr(lower(name), lower(?)) OR instr(scopes, lower(?)) "
    "OR owner IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True)
class Key:
    """What is known of a key; not the key."""

    id: str
    name: str
    owner: str
    """`Person.id` of whom it belongs to."""
    scopes: frozenset[str]
    created: float
    """Seconds since 1970, as `expires`."""
    expires: float | None

    @property
    def made(self) -> datetime:
        return datetime.fromtimestamp(self.created, UTC)

    @property
    def ends(self) -> datetime | None:
        return datetime.fromtimestamp(self.expires, UTC) if self.expires else None


class Keys:
    """All keys; safe to share between threads, and between processes."""

    def __init__(self, file: Path | None, clock: Callable[[], float] = time.time) -> None:
        self._connection = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._clock = clock

    def add(
        self, owner: str, name: str, scopes: Collection[str], days: float | None = None
    ) -> tuple[Key, str]:
        """A new key, which is the second value and is shown this once.

        Raises:
            SayableError: no scope, an unknown one, or a name that nothing can have.
        """
        name = name.strip()
        if not name or len(name) > LONGEST or not name.isprintable():
            raise SayableError("key-name", name=name, limit=LONGEST)
        if strange := sorted(set(scopes) - set(SCOPES)):
            raise SayableError("key-scope", scope=strange[0], known=", ".join(SCOPES))
        if not scopes:
            raise SayableError("key-no-scope", known=", ".join(SCOPES))
        text, now = START + secrets.token_urlsafe(32), self._clock()
        expires = now + days * 86_400 if days else None
        key = Key(secrets.token_hex(6), name, owner, frozenset(scopes), now, expires)
        self._do(
            "INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key.id, _hash(text), name, owner, " ".join(sorted(scopes)), now, expires),
        )
        return key, text

    def find(self, text: str) -> Key | None:
        """The key that is written so; None if there is none, or its time is over."""
        rows = self._do("SELECT * FROM keys WHERE hash = ?", (_hash(text),))
        found = next(map(_key, rows), None)
        return None if found is None or self.over(found) else found

    def of(self, owner: str) -> list[Key]:
        """Somebody's keys, the latest first."""
        query = "SELECT * FROM keys WHERE owner = ? ORDER BY created DESC"
        return [_key(row) for row in self._do(query, (owner,))]

    def count(self, text: str = "", owners: Collection[str] = ()) -> int:
        """How many there are of everybody; with `text`, which it fits, or which `owners` have."""
        query = f"SELECT count(*) AS count {_FITTING}"
        (row,) = self._do(query, (text, text, json.dumps(sorted(owners))))
        return int(str(row["count"]))

    def found(self, text: str, owners: Collection[str], most: int, skipped: int) -> list[Key]:
        """These keys, the latest first, without the `skipped` first of them."""
        query = f"SELECT keys.* {_FITTING} ORDER BY created DESC, id LIMIT ? OFFSET ?"
        values = (text, text, json.dumps(sorted(owners)), most, skipped)
        return [_key(row) for row in self._do(query, values)]

    def withdraw(self, id: str, owner: str) -> None:
        """It opens nothing any more.

        Raises:
            SayableError: this person has no such key.
        """
        query = "DELETE FROM keys WHERE id = ? AND owner = ? RETURNING id"
        if not self._do(query, (id, owner)):
            raise SayableError("key-unknown", id=id)

    def over(self, key: Key) -> bool:
        """Has its time come?"""
        return key.expires is not None and key.expires <= self._clock()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _do(self, query: str, values: tuple[object, ...]) -> list[dict[str, object]]:
        with self._lock:
            return [dict(row) for row in self._connection.execute(query, values).fetchall()]


def _key(row: dict[str, object]) -> Key:
    values = {name: value for name, value in row.items() if name != "hash"}
    return Key(**{**values, "scopes": frozenset(str(row["scopes"]).split())})  # type: ignore[arg-type]


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
