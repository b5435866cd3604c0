"""What became of suggestions: accepted, edited, rejected, by team, in SQLite. It counts; what to
make of the counts is not known here."""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import Literal

from knowledge.database import open_database

Outcome = Literal["accepted", "edited", "rejected"]

STEPS = (
    """
    CREATE TABLE outcomes (
        number INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        team TEXT NOT NULL,
        person TEXT NOT NULL,
        intent TEXT NOT NULL,
        template TEXT NOT NULL,
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        worth REAL NOT NULL,
        difference TEXT NOT NULL
    );
    CREATE INDEX outcomes_by_team ON outcomes (team, intent);
    """,
    # What was passed over and what was rejected were the same word. The rows of one list follow
    # each other: their number less their position is the number of the first.
    """
    ALTER TABLE outcomes ADD COLUMN suggestion TEXT NOT NULL DEFAULT '';
    CREATE INDEX outcomes_by_suggestion ON outcomes (suggestion);
    UPDATE outcomes SET outcome = 'passed' WHERE outcome = 'rejected' AND number - position IN
        (SELECT number - position FROM outcomes WHERE outcome != 'rejected');
    """,
)

LOOKED = (1.0, 0.75, 0.55)
"""How likely somebody looks at the first, second, third suggestion at all: the position-based model
of Craswell et al. (WSDM 2008), with shares like those found for lists of three."""


@dataclass(frozen=True)
class Tally:
    """How often a template was looked at, as far as positions tell, and what it was worth."""

    looked: float = 0.0
    worth: float = 0.0


@dataclass(frozen=True)
class Use:
    """What became of a template in the whole house."""

    sent: int
    """As it was, or changed."""
    rejected: int
    kept: float
    """Share of its text that was sent as it stood, 0 to 1, on average over all these times."""


class Feedback:
    """Threads and processes may share it."""

    def __init__(self, file: Path | None) -> None:
        self._database = open_database(file, STEPS)
        self._lock = threading.Lock()

    def keep(
        self,
        *,
        team: str,
        person: str,
        intent: str,
        shown: Sequence[tuple[str, int]],
        chosen: int | None,
        before: str = "",
        after: str = "",
        suggestion: str = "",
    ) -> Outcome:
        """Remembers what somebody did with a list of suggestions.

        Args:
            suggestion: names the list, of which only the last outcome counts; empty for one that
                nobody can come back to.
            shown: (template, version) in the order of the page.
            chosen: the place of the one that was used; None if all were rejected.
            before: its text, and `after` what was sent; the difference is kept.
        """
        outcome: Outcome = (
            "rejected" if chosen is None else "accepted" if before == after else "edited"
        )
        day = datetime.now(UTC).date().isoformat()
        rows = []
        for position, (template, version) in enumerate(shown):
            mine = position == chosen
            kept = outcome if mine else "rejected" if chosen is None else "passed"
            worth = SequenceMatcher(None, before, after).ratio() if mine else 0.0
            told = _difference(before, after) if mine else ""
            rows.append((day, team, person, intent, template, version, position, kept, worth, told))
        self._write([(*row, suggestion) for row in rows], suggestion)
        return outcome

    def _write(self, rows: Sequence[tuple[object, ...]], suggestion: str) -> None:
        """All of them, in place of what is there of the same suggestion; or nothing."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                self._database.execute(
                    "DELETE FROM outcomes WHERE suggestion = ? AND suggestion != ''", [suggestion]
                )
                self._database.executemany(
                    "INSERT INTO outcomes (day, team, person, intent, template, version, position,"
                    " outcome, worth, difference, suggestion)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows,
                )
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def tallies(self, team: str, intents: Sequence[str]) -> Mapping[str, Tally]:
        """Template -> how it did for a team, where one of these was wanted.

        One that was used, or rejected with all others, was certainly looked at; one that was passed
        over only as likely as its position says.
        """
        marks = ", ".join("?" * len(intents))
        with self._lock:
            rows = self._database.execute(
                f"SELECT template, position, worth, outcome FROM outcomes WHERE team = ? AND intent"
                f" IN ({marks})",
                [team, *intents],
            ).fetchall()
        found: defaultdict[str, Tally] = defaultdict(Tally)
        for row in rows:
            passed = row["outcome"] == "passed"
            looked = LOOKED[min(row["position"], len(LOOKED) - 1)] if passed else 1.0
            old = found[row["template"]]
            found[row["template"]] = Tally(old.looked + looked, old.worth + row["worth"])
        return found

    def uses(self) -> dict[str, Use]:
        """Template -> what became of it; none for one of which nothing is known yet."""
        with self._lock:
            rows = self._database.execute(
                "SELECT template, sum(outcome != 'rejected') AS sent, sum(outcome = 'rejected') AS"
                " rejected, avg(worth) AS kept FROM outcomes WHERE outcome != 'passed'"
                " GROUP BY template"
            ).fetchall()
        return {row["template"]: Use(row["sent"], row["rejected"], row["kept"]) for row in rows}

    def differences(self, team: str, template: str) -> list[str]:
        """What a team changed in a template's text before sending it, the latest first."""
        with self._lock:
            rows = self._database.execute(
                "SELECT difference FROM outcomes WHERE team = ? AND template = ?"
                " AND difference != '' ORDER BY number DESC",
                [team, template],
            ).fetchall()
        return [row["difference"] for row in rows]

    def close(self) -> None:
        self._database.close()


def _difference(before: str, after: str) -> str:
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1))
