"""Accounts found by a piece of their name or of a team's, and by role."""

from ui.accounts.users import Accounts, User

_FITTING = (
    "FROM users WHERE (? = '' OR role = ?) AND (instr(lower(name), lower(?)) OR EXISTS ("
    "SELECT 1 FROM members WHERE user_id = users.id AND instr(lower(team), lower(?))))"
)


def count_users(accounts: Accounts, text: str = "", role: str = "") -> int:
    """How many fit."""
    found = accounts.row(f"SELECT count(*) {_FITTING}", role, role, text, text)
    return int(found[0]) if found else 0


def find_users(accounts: Accounts, text: str, role: str, most: int, skipped: int) -> list[User]:
    """Those who fit, by name, without the `skipped` first of them."""
    query = f"SELECT id {_FITTING} ORDER BY name LIMIT ? OFFSET ?"
    rows = accounts.rows(query, role, role, text, text, most, skipped)
    return [user for row in rows if (user := accounts.get(row["id"]))]


def ids_named(accounts: Accounts, text: str) -> frozenset[str]:
    """The ids of accounts whose name holds `text`."""
    rows = accounts.rows("SELECT id FROM users WHERE instr(lower(name), lower(?))", text)
    return frozenset(row["id"] for row in rows)


def teams_of_all(accounts: Accounts) -> dict[str, int]:
    """Every team, and how many are in it."""
    rows = accounts.rows("SELECT team, count(*) AS size FROM members GROUP BY team ORDER BY team")
    return {row["team"]: row["size"] for row in rows}
