"""Which shelf each version stands on: the register says where it belongs, Chroma where it is. It
knows no documents and no search.

Chroma takes no part in the register's transactions, so a note is left before both change and taken
away together with the change: whoever opens the library and finds a note puts the shelves in order.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import numpy as np

from knowledge.catalogue import ALWAYS, NEVER
from knowledge.embed import Vectors
from knowledge.held import is_ours
from knowledge.register import Register, stacked
from knowledge.shelves import Chroma, Place, place_of

LAYOUT = " 2"
"""Behind the address of the shelves: which versions belong on which has changed once, so that those
of an older Whyflow are put in order."""


class Placing:
    """Keeps the shelves as the register says."""

    def __init__(self, register: Register, shelves: Chroma, today: Callable[[], date]) -> None:
        self._register = register
        self._shelves = shelves
        self._today = today

    def finish(self, where: str) -> None:
        """Puts the shelves in order if a process was killed while it changed them, or if they are
        somewhere else than last time.

        Args:
            where: the address of their server; empty for the folder.
        """
        where += LAYOUT
        notes = self._register.rows("SELECT begun FROM placing")
        stood = self._register.rows("SELECT shelves FROM library")[0][0]
        if not notes and stood == where:
            return
        with self._register.writing():
            self._register.do("DELETE FROM placing")
            self._register.do("UPDATE library SET shelves = ?", where)
            self._put_in_order()

    def _put_in_order(self) -> None:
        standing = self._shelves.standing()
        wanted: dict[str, set[str]] = {name: set() for name in standing}
        missing: list[Any] = []
        for row in self.versions():
            place, ids = self._wanted(row), self.ids(row["number"])
            for name in place.shelves:
                wanted.setdefault(name, set()).update(ids)
            there = all(standing.get(name, set()).issuperset(ids) for name in place.shelves)
            # The days that stand beside a vector may be wrong as well.
            if not there or (place.since, place.until) != (ALWAYS, NEVER):
                missing.append(row)
        self._move(missing, new_only=True)
        for name, ids_there in standing.items():
            self._shelves.remove(sorted(ids_there - wanted[name]), name)

    def changing(self) -> "_Changing":
        """A transaction in which the shelves change too."""
        return _Changing(self._register)

    def place(self, sources: Sequence[str]) -> None:
        self._move([row for source in sources for row in self.versions(source)])

    def _move(self, rows: Sequence[Any], *, new_only: bool = False) -> None:
        """Puts versions where they belong, together those that go the same way.

        Args:
            new_only: forget where they are said to stand.
        """
        ways: dict[tuple[Place | None, Place], list[int]] = {}
        for row in rows:
            old, new = None if new_only else _place(row["placed"]), self._wanted(row)
            if old != new:
                ways.setdefault((old, new), []).append(row["number"])
        for (old, new), numbers in ways.items():
            ids = [id for number in numbers for id in self.ids(number)]
            vectors = np.concatenate([self._vectors(number) for number in numbers])
            self._shelves.place(ids, vectors, old, new)
            self._note(numbers, new)

    def _note(self, versions: Sequence[int], place: Place) -> None:
        """That versions stand there now."""
        for number in versions:
            self._register.do(
                "UPDATE versions SET placed = ? WHERE number = ?", json.dumps(place), number
            )

    def _wanted(self, row: Any) -> Place:
        since, until = (date.fromisoformat(d) if d else None for d in (row["since"], row["until"]))
        audience = json.loads(row["audience"])
        ours = is_ours(row["source"])
        return place_of(audience, row["kind"], since, until, self._today(), ours=ours)

    def versions(self, source: str | None = None) -> list[Any]:
        chosen = "WHERE source = ?" if source is not None else ""
        values = [source] if source is not None else []
        return self._register.do(
            "SELECT number, source, kind, since, until, placed, audience FROM versions "
            f"JOIN documents USING (source) {chosen}",
            *values,
        ).fetchall()

    def ids(self, version: int) -> list[str]:
        rows = self._register.do(
            "SELECT id FROM passages WHERE version = ? ORDER BY place", version
        )
        return [row[0] for row in rows.fetchall()]

    def _vectors(self, version: int) -> Vectors:
        rows = self._register.do(
            "SELECT vector FROM passages JOIN vectors USING (hash) WHERE version = ? "
            "ORDER BY place",
            version,
        )
        return stacked(row[0] for row in rows.fetchall())

    def clear(self, source: str) -> None:
        """Takes all versions of a document from their shelves."""
        for row in self.versions(source):
            place = _place(row["placed"])
            for name in place.shelves if place else ():
                self._shelves.remove(self.ids(row["number"]), name)


class _Changing:
    """A transaction with a note that outlives a kill."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._inside = register.writing()

    def __enter__(self) -> None:
        now = datetime.now().isoformat()
        self._note = self._register.do("INSERT INTO placing VALUES (?)", now).lastrowid
        self._inside.__enter__()

    def __exit__(self, *raised: Any) -> Any:
        if raised[0] is None:
            self._register.do("DELETE FROM placing WHERE rowid = ?", self._note)
        return self._inside.__exit__(*raised)


def _place(placed: str) -> Place | None:
    known = json.loads(placed)
    return Place(tuple(known[0]), known[1], known[2]) if known else None
