"""Who is signed in: random tokens in cookies, of which only hashes are kept on disk."""

import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from tools.phrases import SayableError
from ui.accounts.users import Accounts, User

LONGEST_PLACE = 200
"""Characters that are kept of where somebody signed in."""
_OPEN = (
    "FROM sessions JOIN users ON users.id = user_id WHERE expires > ? "
    "AND (instr(lower(name), lower(?)) OR instr(lower(place), lower(?)))"
)


@dataclass(frozen=True)
class Session:
    """What is known of a session; not its token."""

    id: str
    """The hash of its token, which opens nothing."""
    user: User
    begun: datetime
    """In UTC, as `expires`."""
    expires: datetime
    framed: bool
    place: str
    """The address and the browser from which it was begun; empty if nobody knows."""


class Sessions:
    """The sessions of all accounts. They end by themselves, by signing out, when somebody ends them
    from elsewhere, when an account is disabled or its password is reset."""

    def __init__(
        self, accounts: Accounts, hours: float, clock: Callable[[], float] = time.time
    ) -> None:
        self._accounts, self._seconds, self._clock = accounts, hours * 3600, clock

    def begin(
        self, user: User, place: str = "", *, framed: bool = False, seconds: float | None = None
    ) -> str:
        """Signs `user` in; the token for the cookie.

        Args:
            place: from where, in words for people.
            framed: in the panel of a widget, where an admin is no more than a manager.
            seconds: how long, if shorter than the settings allow.
        """
        token, now = secrets.token_urlsafe(32), self._clock()
        lasts = min(self._seconds, seconds or self._seconds)
        with self._accounts.transaction() as connection:
            connection.execute("DELETE FROM sessions WHERE expires <= ?", (now,))
            connection.execute(
                "INSERT INTO sessions (hash, user_id, expires, framed, begun, place) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (id_of(token), user.id, now + lasts, int(framed), now, place[:LONGEST_PLACE]),
            )
        return token

    def whose(self, token: str) -> User | None:
        """Whose session it is; None if it is over, or its account is disabled."""
        query = "SELECT user_id, framed FROM sessions WHERE hash = ? AND expires > ?"
        found = self._accounts.row(query, id_of(token), self._clock())
        user = self._accounts.get(found["user_id"]) if found else None
        if found is None or user is None or user.disabled:
            return None
        lowered = bool(found["framed"]) and user.role == "admin"
        return replace(user, role="manager") if lowered else user

    def open(self, user: User | None = None) -> list[Session]:
        """The sessions of `user`, or of everybody, the latest first."""
        query = (
            "SELECT * FROM sessions WHERE expires > ? AND (? IS NULL OR user_id = ?) "
            "ORDER BY begun DESC, hash"
        )
        of = user.id if user else None
        rows = self._accounts.rows(query, self._clock(), of, of)
        return [found for row in rows if (found := self._session(row))]

    def count(self, text: str = "") -> int:
        """How many are open; with `text`, where the name or the place holds it."""
        found = self._accounts.row(f"SELECT count(*) {_OPEN}", self._clock(), text, text)
        return int(found[0]) if found else 0

    def found(self, text: str, most: int, skipped: int) -> list[Session]:
        """These sessions, the latest first, without the `skipped` first of them."""
        query = f"SELECT sessions.* {_OPEN} ORDER BY begun DESC, hash LIMIT ? OFFSET ?"
        rows = self._accounts.rows(query, self._clock(), text, text, most, skipped)
        return [found for row in rows if (found := self._session(row))]

    def revoke(self, id: str, user: User | None = None) -> Session:
        """Ends a session from elsewhere; one of `user`, or anybody's. What it was.

        Raises:
            SayableError: there is no such session, or no more.
        """
        found = next((each for each in self.open(user) if each.id == id), None)
        if found is None:
            raise SayableError("session-unknown")
        self._delete(id)
        return found

    def end(self, token: str) -> None:
        """Signs out here."""
        self._delete(id_of(token))

    def _delete(self, id: str) -> None:
        with self._accounts.transaction() as connection:
            connection.execute("DELETE FROM sessions WHERE hash = ?", (id,))

    def _session(self, row: sqlite3.Row) -> Session | None:
        user = self._accounts.get(row["user_id"])
        begun, expires = (datetime.fromtimestamp(row[key], UTC) for key in ("begun", "expires"))
        return user and Session(
            row["hash"], user, begun, expires, bool(row["framed"]), row["place"]
        )


def id_of(token: str) -> str:
    """The id of the session with this token."""
    return sha256(token.encode()).hexdigest()
