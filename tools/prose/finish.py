"""What of the rows is a task in the end, and why the reading may be wrong."""

from collections.abc import Iterator, Sequence

from tools.prose.pieces import Pieces
from tools.prose.records import Row


def tasks_only(rows: Sequence[Row], pieces: Pieces) -> list[Row]:
    """The rows that are tasks; a time that stands with no task of its own is about the one before."""
    first = next((row for row in rows if row.stays), None)
    before: Row | None = None
    for row in rows:
        before = row if row.stays else before
        if not row.stays and (of := before or first) is not None:
            for kind, limit in row.limits.items():
                if before or not pieces.low.startswith("from ", limit.start):  # a date of a letter
                    of.limits.setdefault(kind, limit)
    listed = len(pieces.heads) > 1  # then what stands around the list is no task
    return [
        row
        for row in rows
        if (row.item if listed else row.stays)
        and not _is_topic(row, rows, pieces)
        and not _is_several(row, rows)
    ]


def _is_several(row: Row, rows: Sequence[Row]) -> bool:
    """Whether it only announces others: "count the shoes and count the hats"."""
    others = [r for r in rows if r is not row and r.duration is not None and r.low in row.low]
    return row.duration is None and not row.held and len(others) > 1


def _is_topic(row: Row, rows: Sequence[Row], pieces: Pieces) -> bool:
    """Whether it only heads a line about other tasks."""
    end = pieces.line_of(row.end)[1]
    others = any(row.end < other.start < end and other.duration is not None for other in rows)
    return row.item and row.duration is None and others


def doubts(rows: Sequence[Row], pieces: Pieces) -> Iterator[str]:
    """Why the rows may be wrong: nothing, if the rules are sure."""
    if not rows:
        yield "no task"
    yield from (f"no duration: {r.name}" for r in rows if r.duration is None and not r.item)
    given = sum(row.duration is not None for row in rows)
    left = sum(span.kind == "duration" for span in pieces.spans) - given
    if left > 0:
        yield f"durations without a task: {left}"
