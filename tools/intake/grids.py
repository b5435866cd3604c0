"""Tables in a text: pasted from a spreadsheet (tabs), Markdown, CSV with any separator, columns of a
PDF. A table begins with a line that names a column for tasks and one for durations, or the columns
of tickets; it knows no other kind of table."""

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.numbers import fold
from tools.intake.columns import ALSO, find_heads
from tools.intake.taken import Table
from tools.record import PlanError
from tools.table.headings import TASKS
from tools.tickets import TELLING, are_tickets

SEPARATORS = "\t|;,，"
LONGEST = 4000  # characters of a line with headings
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?\s*")
"""The line under the headings of a Markdown table."""
_HEADINGS = re.compile("|".join(map(re.escape, f"{TASKS['duration']} {ALSO['duration']}".split())))
"""A word that names a column for durations; letters only, as headings are compared."""
_PIECE = re.compile(r"\S+(?: \S+)*")


class Grid(NamedTuple):
    """A table found in a text, and where."""

    rows: Table
    start: int
    end: int


def grids(text: str) -> list[Grid]:
    """The tables of tasks or tickets in `text`, from left to right."""
    return list(_grids(text))


def holds_table(text: str) -> bool:
    """Whether there is a table of tasks or tickets in `text`."""
    return next(_grids(text), None) is not None


def _grids(text: str) -> Iterator[Grid]:
    lines = text.splitlines(keepends=True)
    at = place = 0
    while at < len(lines):
        found = _table_at(lines, at)
        if found is None:
            place += len(lines[at])
            at += 1
            continue
        rows, count = found
        length = sum(map(len, lines[at : at + count]))
        yield Grid(rows, place, place + length)
        place += length
        at += count


def _table_at(lines: list[str], at: int) -> tuple[Table, int] | None:
    """The table whose headings are line `at`, and how many lines it has."""
    folded = fold(lines[at])
    if len(folded) > LONGEST or not (_HEADINGS.search(folded) or TELLING.search(folded)):
        return None
    for separator in SEPARATORS:
        if separator not in lines[at]:
            continue
        heads = cells(lines[at], separator)
        if len(heads) < 2 or not (are_tickets(heads) or find_heads([heads]) is not None):
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines[end], separator):
            end += 1
        body = [line for line in lines[at:end] if not _RULE.fullmatch(line.rstrip())]
        rows = _rows(body, separator)
        if len(rows) > 1:
            return rows, end - at
    return None


def _goes_on(line: str, separator: str) -> bool:
    return separator in line and bool(line.strip())


def _rows(lines: list[str], separator: str) -> Table:
    if separator == "|":
        return [cells(line, separator) for line in lines]
    return [row for row in _parted("".join(lines), separator) if row]


def _parted(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of CSV. A quotation mark that nothing closes is a letter: all rows behind it would
    be in its cell."""
    lines = io.StringIO(text, newline=None)
    if _is_open(text, separator):
        return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=separator)


def _is_open(text: str, separator: str) -> bool:
    """Whether a cell that begins with a quotation mark goes on to the end."""
    if text.count('"') % 2 == 0:
        return False
    try:
        for _ in csv.reader(io.StringIO(text), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def cells(line: str, separator: str) -> list[str]:
    """The cells of one line; bars around a Markdown row part nothing."""
    if separator == "|":
        line = re.sub(r"^\s*\||\|\s*$", "", line)
        parts = [part.replace("\\|", "|") for part in re.split(r"(?<!\\)\|", line)]
        return [re.sub(r"\*\*|__|`|<br ?/?>", " ", part).strip() for part in parts]
    return [part.strip() for part in line.split(separator)]


def columns_of(text: str) -> str:
    """Text of a page whose columns stand apart by blanks: the cells of a table of tasks are parted
    by tabs, each below the heading that it overlaps most, so that an empty one stays empty."""
    starts: list[int] = []
    lines = []
    for line in text.splitlines():
        pieces = list(_PIECE.finditer(line))
        if len(pieces) > 1 and find_heads([[piece[0] for piece in pieces]]) is not None:
            starts = [piece.start() for piece in pieces]
        if not pieces:
            lines.append("")
            continue
        lines.append("\t".join(_below(starts, pieces)) if starts else line.strip())
    return "\n".join(lines)


def _below(starts: list[int], pieces: list[re.Match[str]]) -> list[str]:
    found = [""] * len(starts)
    for piece in pieces:
        ends = [*starts[1:], 10**9]
        shared = [
            min(piece.end(), end) - max(piece.start(), start)
            for start, end in zip([0, *starts[1:]], ends, strict=True)
        ]
        at = shared.index(max(shared))
        found[at] = f"{found[at]} {piece[0]}".strip()
    return found


def csv_rows(text: str, name: str) -> Iterator[list[str]]:
    """All rows of a CSV text; the separator is the commonest one of the line with the headings.

    Raises:
        PlanError: it is no CSV.
    """
    text = text.lstrip()
    heading = text.partition("\n")[0]
    for line in text.splitlines()[:20]:
        heads = (cells(line.rstrip(f"{each} \r"), each) for each in ",;\t，|" if each in line)
        if any(find_heads([each]) is not None for each in heads):
            heading = line
            break
    separator = max(",;\t，|", key=heading.count)
    if separator == "|":
        yield from (cells(line, "|") for line in text.splitlines() if not _RULE.fullmatch(line))
        return
    try:
        yield from _parted(text, separator)
    except csv.Error as error:
        raise PlanError("file-corrupt", file=name) from error
