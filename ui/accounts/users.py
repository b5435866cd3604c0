"""The accounts on disk: who there is, in which role and teams, and with which password.

It knows no requests and no pages. Whoever signs in elsewhere (OpenID Connect, a proxy) has an
account too, without a password, under the name of the source that vouches for them.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from knowledge.database import open_database
from tools.person import EVERYONE, ROLES, Person, Role
from tools.phrases import SayableError
from ui.accounts.names import cleaned, cleaned_all, fit
from ui.accounts.passwords import Passwords, check_password, one_time

STEPS = (
    """CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL CHECK (role IN ('staff', 'manager', 'admin')),
    source TEXT NOT NULL,
    subject TEXT NOT NULL,
    password TEXT,
    temporary INTEGER NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (source, subject)
);
CREATE TABLE members (
    user_id TEXT NOT NULL REFERENCES users (id),
    team TEXT NOT NULL,
    PRIMARY KEY (user_id, team)
);
CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    expires REAL NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);
""",
    "ALTER TABLE sessions ADD COLUMN framed INTEGER NOT NULL DEFAULT 0;\n",
    """ALTER TABLE sessions ADD COLUMN begun REAL NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
""",
)
LOCAL = "local"
"""The source of accounts with a password of ours."""


@dataclass(frozen=True)
class User:
    """One account."""

    id: str
    name: str
    role: Role
    teams: frozenset[str]
    source: str
    temporary: bool
    """The password was made by us, and must be changed before anything else."""
    disabled: bool

    @property
    def person(self) -> Person:
        return Person(self.id, self.name, self.role, self.teams)


class Accounts:
    """All accounts; safe to share between threads, and between processes."""

    def __init__(self, file: Path | None, passwords: Passwords | None = None) -> None:
        self._connection = open_database(file, STEPS)
        self._lock = threading.RLock()
        self._passwords = passwords or Passwords()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside, or nothing of it."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        with self._lock:
            found: sqlite3.Row | None = self._connection.execute(query, values).fetchone()
        return found

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def users(self) -> list[User]:
        """All, by name."""
        return [self._user(row) for row in self.rows("SELECT * FROM users ORDER BY name")]

    def addressees(self) -> list[str]:
        """The teams and the names of all who may sign in."""
        there = [user for user in self.users() if not user.disabled]
        teams = sorted({team for user in there for team in user.teams})
        return [*teams, *(user.name for user in there)]

    def get(self, id: str) -> User | None:
        row = self.row("SELECT * FROM users WHERE id = ?", id)
        return self._user(row) if row else None

    def named(self, name: str) -> User:
        """
        Raises:
            SayableError: nobody is called that.
        """
        row = self.row("SELECT * FROM users WHERE name = ?", name.strip())
        if row is None:
            raise SayableError("account-unknown", name=name)
        return self._user(row)

    def add(self, name: str, role: Role = "staff", teams: Iterable[str] = ()) -> tuple[User, str]:
        """A new account with a password, which is the second value and works until it is changed.

        Raises:
            SayableError: the name or a team cannot be called that, or the name is taken.
        """
        password = one_time()
        kept = self._passwords.kept(password)
        with self.transaction():
            user = self._insert(fit(name), role, LOCAL, kept)
            self._write_teams(user, teams)
        return self._now(user.id), password

    def first_admin(self) -> str | None:
        """Makes the account `admin` where there is no admin at all; its one-time password."""
        if self.row("SELECT 1 FROM users WHERE role = 'admin'"):
            return None
        return self.add("admin", "admin")[1]

    def vouched(
        self,
        source: str,
        subject: str,
        name: str,
        teams: Iterable[str] | None = None,
        *,
        admin: bool = False,
    ) -> User:
        """The account of somebody who signed in elsewhere; made when they first come.

        Args:
            subject: who it is at `source`: names may change, this does not.
            teams: as `source` says; None if it says nothing of teams.
            admin: whether the settings call them an admin.
        """
        given = None if teams is None else cleaned_all(teams) - {EVERYONE}
        query = "SELECT * FROM users WHERE source = ? AND subject = ?"
        row = self.row(query, source, subject)
        user = self._user(row) if row else None
        if user and not (admin and user.role != "admin") and given in (None, user.teams):
            return user
        with self.transaction():
            row = self.row(query, source, subject)
            user = self._user(row) if row else self._insert_vouched(source, subject, name)
            if admin:
                self._write(user, role="admin")
            if given is not None:
                self._write_teams(user, given)
        return self._now(user.id)

    def authenticated(self, name: str, password: str) -> User | None:
        """Whose name and password these are. Takes as long for a name that nobody has."""
        row = self.row("SELECT * FROM users WHERE name = ?", name.strip())
        right = self._passwords.match(row["password"] if row else None, password)
        return self._user(row) if row and right and not row["disabled"] else None

    def change_password(self, user: User, old: str, new: str) -> None:
        """
        Raises:
            SayableError: the old one is wrong, or the new one is too weak.
        """
        if self.authenticated(user.name, old) is None:
            raise SayableError("account-wrong-password")
        check_password(new, old, user.name)
        kept = self._passwords.kept(new)
        with self.transaction():
            self._write(user, password=kept, temporary=0)

    def reset_password(self, user: User) -> str:
        """A new one-time password; the old one, and all sessions, end.

        Raises:
            SayableError: the account has no password of ours.
        """
        if user.source != LOCAL:
            raise SayableError("account-elsewhere", name=user.name)
        password = one_time()
        kept = self._passwords.kept(password)
        with self.transaction():
            self._write(user, password=kept, temporary=1)
            self._end_sessions(user)
        return password

    def set_role(self, user: User, role: str) -> None:
        """
        Raises:
            SayableError: there is no such role, or no admin would be left.
        """
        if role not in ROLES:
            raise SayableError("account-role", role=role, known=", ".join(ROLES))
        with self.transaction():
            self._write(user, role=role)

    def set_teams(self, user: User, teams: Iterable[str]) -> None:
        """
        Raises:
            SayableError: a team cannot be called that.
        """
        with self.transaction():
            self._write_teams(user, teams)

    def set_disabled(self, user: User, disabled: bool) -> None:
        """Nobody can sign in to a disabled account, and its sessions end.

        Raises:
            SayableError: no admin would be left.
        """
        with self.transaction():
            self._write(user, disabled=int(disabled))
            if disabled:
                self._end_sessions(user)

    def end_sessions(self, user: User) -> None:
        """Signs out everywhere."""
        with self.transaction():
            self._end_sessions(user)

    def _end_sessions(self, user: User) -> None:
        self._connection.execute("DELETE FROM sessions WHERE user_id = ?", (user.id,))

    def _insert_vouched(self, source: str, subject: str, name: str) -> User:
        """Never the account of somebody else who happens to be called the same."""
        name = cleaned(name) or token_hex(8)
        taken = self.row("SELECT 1 FROM users WHERE name = ?", name)
        return self._insert(
            f"{name} ({token_hex(3)})" if taken else name, "staff", source, None, subject
        )

    def _insert(
        self, name: str, role: Role, source: str, password: str | None, subject: str = ""
    ) -> User:
        id = token_hex(8)
        try:
            self._connection.execute(
                "INSERT INTO users (id, name, role, source, subject, password, temporary) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (id, name, role, source, subject or id, password, int(password is not None)),
            )
        except sqlite3.IntegrityError:
            raise SayableError("account-taken", name=name) from None
        return self._now(id)

    def _write(self, user: User, **values: object) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        self._connection.execute(
            f"UPDATE users SET {columns} WHERE id = ?", (*values.values(), user.id)
        )
        left = self.row("SELECT 1 FROM users WHERE role = 'admin' AND NOT disabled")
        if user.role == "admin" and not left:
            raise SayableError("account-last-admin", name=user.name)

    def _write_teams(self, user: User, teams: Iterable[str]) -> None:
        self._connection.execute("DELETE FROM members WHERE user_id = ?", (user.id,))
        self._connection.executemany(
            "INSERT INTO members (user_id, team) VALUES (?, ?)",
            [(user.id, team) for team in {fit(team) for team in teams} - {EVERYONE}],
        )

    def _now(self, id: str) -> User:
        row = self.row("SELECT * FROM users WHERE id = ?", id)
        assert row is not None, "accounts are never deleted"
        return self._user(row)

    def _user(self, row: sqlite3.Row) -> User:
        query = "SELECT team FROM members WHERE user_id = ?"
        with self._lock:
            teams = frozenset(team for (team,) in self._connection.execute(query, (row["id"],)))
        flags = {name: bool(row[name]) for name in ("temporary", "disabled")}
        return User(row["id"], row["name"], row["role"], teams, row["source"], **flags)
