"""Who is signed in: random tokens in cookies, of which only hashes are kept on disk."""

import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from ui.accounts.users import Accounts, User


class Sessions:
    """The sessions of all accounts. They end by themselves, by signing out, when an account is
    disabled or its password is reset."""

    def __init__(
        self, accounts: Accounts, hours: float, clock: Callable[[], float] = time.time
    ) -> None:
        self._accounts, self._seconds, self._clock = accounts, hours * 3600, clock

    def begin(self, user: User, *, framed: bool = False, seconds: float | None = None) -> str:
        """Signs `user` in; the token for the cookie.

        Args:
            framed: in the panel of a widget, where an admin is no more than a manager.
            seconds: how long, if shorter than the settings allow.
        """
        token, now = secrets.token_urlsafe(32), self._clock()
        lasts = min(self._seconds, seconds or self._seconds)
        with self._accounts.transaction() as connection:
            connection.execute("DELETE FROM sessions WHERE expires <= ?", (now,))
            connection.execute(
                "INSERT INTO sessions (hash, user_id, expires, framed) VALUES (?, ?, ?, ?)",
                (_hash(token), user.id, now + lasts, int(framed)),
            )
        return token

    def whose(self, token: str) -> User | None:
        """Whose session it is; None if it is over, or its account is disabled."""
        query = "SELECT user_id, framed FROM sessions WHERE hash = ? AND expires > ?"
        found = self._accounts.row(query, _hash(token), self._clock())
        user = self._accounts.get(found["user_id"]) if found else None
        if found is None or user is None or user.disabled:
            return None
        lowered = bool(found["framed"]) and user.role == "admin"
        return replace(user, role="manager") if lowered else user

    def end(self, token: str) -> None:
        """Signs out here."""
        with self._accounts.transaction() as connection:
            connection.execute("DELETE FROM sessions WHERE hash = ?", (_hash(token),))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
