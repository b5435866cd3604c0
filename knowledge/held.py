"""What a library holds, as records: versions of documents and passages. Nothing changes here."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from knowledge.passage import Passage, Record
from knowledge.register import Register, marks

OURS = ("procedures/", "replies/")
"""What documents that came with Whyflow are called; those of others begin with a folder's name and
a hash of its place (`index.py`), or with the name of a file."""

MOST, BEGINNING = 300, 4000
"""Documents, and characters of each, that tell what a house's documents are about."""


class Held(Record):
    """A version of a document, as it is listed."""

    number: int
    source: str
    title: str
    kind: str
    field: str
    language: str
    version: str
    since: date | None
    """The first day on which it holds; None if it always did, as far as is known."""
    until: date | None
    """The last day; None while no end is known."""
    added: date
    owner: str
    audience: tuple[str, ...]
    passages: int

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def passages(register: Register, numbers: Sequence[int], today: date) -> dict[int, Passage]:
    """Passages by their numbers, without scores; those that are gone are left out."""
    found = {}
    for row in register.rows(f"{_PASSAGE} WHERE passages.number IN ({marks(numbers)})", *numbers):
        found[row["n"]] = _passage(row, today)
    return found


def versions(register: Register, source: str | None = None) -> list[Held]:
    """Versions, the latest of each document first; of one document, or of all."""
    chosen = "WHERE source = ?" if source is not None else ""
    rows = register.rows(
        "SELECT v.*, d.audience, d.owner, (SELECT count(*) FROM passages p WHERE p.version = "
        "v.number) AS passages, (SELECT count(*) FROM versions w WHERE w.source = v.source AND "
        "w.number <= v.number) AS ordinal FROM versions v JOIN documents d USING (source) "
        f"{chosen} ORDER BY source, number DESC",
        *([source] if source is not None else []),
    )
    return [_held(row) for row in rows]


def text(register: Register, number: int) -> str:
    """The text of a version; empty if it is gone."""
    rows = register.rows("SELECT text FROM versions WHERE number = ?", number)
    return str(rows[0][0]) if rows else ""


def sources(register: Register, today: date) -> frozenset[str]:
    """The documents of which a version holds today or will."""
    rows = register.rows(f"SELECT DISTINCT source FROM versions WHERE {_HOLDS}", today.isoformat())
    return frozenset(row[0] for row in rows)


def has_own(register: Register, today: date) -> bool:
    """Does one of these hold that did not come with Whyflow?"""
    asked = f"SELECT 1 FROM versions WHERE ({_HOLDS}) AND {_OWN} LIMIT 1"
    return bool(register.rows(asked, today.isoformat()))


def is_ours(source: str) -> bool:
    """Did a document come with Whyflow?"""
    return source.startswith(OURS)


def own_texts(register: Register, today: date) -> list[str]:
    """How documents begin that hold today or will and did not come with Whyflow."""
    asked = f"SELECT substr(text, 1, {BEGINNING}) FROM versions WHERE ({_HOLDS}) AND {_OWN}"
    return [str(row[0]) for row in register.rows(f"{asked} LIMIT {MOST}", today.isoformat())]


_HOLDS = "until IS NULL OR until >= ?"
_OWN = " AND ".join(f"source NOT LIKE '{folder}%'" for folder in OURS)
_PASSAGE = (
    'SELECT passages.number AS n, passages.id, place, heading, "start", "end", '
    'substr(v.text, "start" + 1, "end" - "start") AS words, v.*, d.audience, d.owner, '
    "(SELECT count(*) FROM versions w WHERE w.source = v.source AND w.number <= v.number) "
    "AS ordinal FROM passages JOIN versions v ON v.number = passages.version "
    "JOIN documents d USING (source)"
)


def _passage(row: Any, today: date) -> Passage:
    held = _held(row, 0)
    return Passage(
        id=row["id"],
        text=row["words"],
        heading=row["heading"],
        place=row["place"],
        start=row["start"],
        end=row["end"],
        valid_from=held.since,
        valid_until=held.until,
        current=held.holds(today),
        **held.model_dump(
            include={"source", "title", "kind", "field", "language", "version", "owner", "audience"}
        ),
    )


def _held(row: Any, passages: int | None = None) -> Held:
    return Held(
        since=_date(row["since"]),
        until=_date(row["until"]),
        added=date.fromisoformat(row["added"]),
        version=row["label"] or str(row["ordinal"]),
        audience=tuple(json.loads(row["audience"])),
        passages=row["passages"] if passages is None else passages,
        **{
            name: row[name]
            for name in ("number", "source", "title", "kind", "field", "language", "owner")
        },
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
