"""The life of documents: they come, change, are retired or erased. It knows no files and no search.

A version holds from one day to another. A new text of a document ends the version before it on the
day before it begins itself; nothing is overwritten, so that "what did the rule say in May?" has an
answer.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from knowledge.passage import Document
from knowledge.register import Register, marks, slices

ABOUT = ("label", "valid_from", "valid_until", "audience", "owner")
"""What may change without a new version of the text."""


def said_about(document: Document) -> str:
    """To be compared with the second value of `Register.digests`."""
    said = document.version, _iso(document.valid_from), _iso(document.valid_until)
    return json.dumps([*said, json.dumps(document.audience), document.owner])


def digests(register: Register, sources: Iterable[str]) -> dict[str, tuple[str, str]]:
    """source -> (digest of the text, digest of what is said about it), of the latest version
    unless it was retired."""
    found: dict[str, tuple[str, str]] = {}
    for some in slices(list(sources)):
        rows = register.rows(
            "SELECT v.*, d.audience, d.owner FROM versions v JOIN documents d USING (source) "
            f"WHERE source IN ({marks(some)}) AND number = "
            "(SELECT max(number) FROM versions w WHERE w.source = v.source)",
            *some,
        )
        for row in rows:
            found[row["source"]] = (
                "" if row["retired"] else row["digest"],
                json.dumps([row[name] for name in ABOUT]),
            )
    return found


def enter(
    register: Register, document: Document, digest: str, today: date, bringer: str
) -> int | None:
    """Notes a document as it is now; see `settle`.

    Args:
        bringer: the id of the person who brought it; empty for the house.

    Returns:
        The number of a new version; None if only what is said about its text has changed.
    """
    register.do(
        "INSERT INTO documents VALUES (?, ?, ?, ?) ON CONFLICT (source) DO UPDATE SET "
        "audience = excluded.audience, owner = excluded.owner, bringer = excluded.bringer",
        *(document.source, json.dumps(document.audience), document.owner, bringer),
    )
    last = register.do(
        "SELECT * FROM versions WHERE source = ? ORDER BY number DESC", document.source
    ).fetchone()
    said = (document.version, _iso(document.valid_from), _iso(document.valid_until))
    if last and last["digest"] == digest and not last["retired"]:
        register.do(
            "UPDATE versions SET label = ?, valid_from = ?, valid_until = ? WHERE number = ?",
            *(*said, last["number"]),
        )
        return None
    written = register.do(
        "INSERT INTO versions (source, digest, title, kind, field, language, text, label, "
        "valid_from, valid_until, added, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        *(document.source, digest, document.title, document.kind, document.field),
        *(document.language, document.text, *said, today.isoformat()),
    )
    return int(written.lastrowid or 0)


def retire(register: Register, source: str, today: date) -> int:
    """Ends a document yesterday.

    Returns:
        How many passages no longer hold.
    """
    held = "(valid_until IS NULL OR valid_until >= ?) AND retired IS NULL AND source = ?"
    count = register.do(
        f"SELECT count(*) FROM passages JOIN versions ON versions.number = version "
        f"WHERE {held} AND (until IS NULL OR until >= ?)",
        *(today.isoformat(), source, today.isoformat()),
    ).fetchone()[0]
    register.do(
        f"UPDATE versions SET retired = ? WHERE {held}",
        *(today.isoformat(), today.isoformat(), source),
    )
    settle(register, source)
    return int(count)


def settle(register: Register, source: str) -> None:
    """From when to when each version holds, worked out again.

    Each begins on the day that was written in it, else on the day it was taken in; the first
    one is taken to have always held. Each ends on its last day, and before the next begins;
    what was replaced on the day it came never held.
    """
    rows = register.do("SELECT * FROM versions WHERE source = ? ORDER BY number", source).fetchall()
    begun = [
        row["valid_from"] or (row["added"] if place else None) for place, row in enumerate(rows)
    ]
    order = sorted(range(len(rows)), key=lambda place: (begun[place] or "", place))
    next_begins = [begun[place] for place in order[1:]] + [None] * bool(order)
    for place, after in zip(order, next_begins, strict=True):
        row, since = rows[place], begun[place]
        ends = [row["valid_until"], _before(row["retired"]), _before(after)]
        until = min(filter(None, ends), default=None)
        register.do(
            "UPDATE versions SET since = ?, until = ?, changed = (SELECT tick FROM clock) "
            "WHERE number = ?",
            *(since, until, row["number"]),
        )


def forget(register: Register, source: str) -> int:
    """Erases all versions of a document, with their words and vectors."""
    count = register.do(
        "SELECT count(*) FROM passages JOIN versions ON versions.number = version WHERE source = ?",
        source,
    ).fetchone()[0]
    mine = register.do(
        "SELECT DISTINCT hash FROM passages JOIN versions ON versions.number = version "
        "WHERE source = ?",
        source,
    ).fetchall()
    register.do("DELETE FROM documents WHERE source = ?", source)
    for row in mine:
        register.do(
            "DELETE FROM vectors WHERE hash = ? AND hash NOT IN (SELECT hash FROM passages)",
            row["hash"],
        )
    register.do("UPDATE clock SET epoch = epoch + 1")
    return int(count)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _before(day: str | None) -> str | None:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else None
