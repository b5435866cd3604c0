"""A plan in a file -> Problem: JSON as `whyflow plan --schema` describes it, or a table as CSV or
XLSX whose first row names the columns in English or Chinese. It never runs a formula or a macro.

A CSV file holds the tasks. A workbook holds them on its first sheet, or on the one called `tasks`,
and may have sheets for `resources`, `calendars` and the `plan` as a whole.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from tools.phrases import Language, say
from tools.plan import MAX_TASKS, PEOPLE, Problem, Schedule
from tools.record import PlanError, short
from tools.table import RESOURCE_COLUMNS, headings
from tools.table import read_problem as read_tables
from tools.table.cells import Place, read_number
from tools.table.headings import meaning, meanings
from tools.telling import resource_name

MAX_BYTES = 10_000_000
MAX_SCHEDULE = 10 * MAX_BYTES
"""Bytes of a plan: as JSON with indents it is longer than what it plans."""
MAX_UNPACKED = 200_000_000
"""Bytes of a workbook, which is a packed folder of texts."""
MAX_COLUMNS = 200
ENCODINGS = ("utf-8-sig", "gb18030")

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # XML that is not well-formed
    RuntimeError,  # encrypted
    KeyError,
    ValueError,
    OSError,
    EOFError,
)
"""What reading a damaged workbook may raise."""

Table = list[list[str]]
Sheets = dict[str, Table]
"""By what they hold: tasks, resources, calendars, plan; the first row of each names the columns."""

CAPACITY = re.compile(r"[(（\[][^\d-]*(-?\d+)\D*[)）\]]")
"""A heading such as `people (15)` says how many there are."""


def read_problem(path: Path) -> Problem:
    """The problem in a file.

    Raises:
        PlanError: no such file, not a plan, or one that cannot be planned as asked.
    """
    return read_data(_bytes(path, MAX_BYTES), path.suffix.lower(), path.name)


def read_stream(stream: BinaryIO) -> Problem:
    """The problem in a stream, such as standard input: JSON or CSV.

    Raises:
        PlanError: too much, not a plan, or one that cannot be planned as asked.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise PlanError("file-too-large", file="-", size=f"{limit}+", limit=limit)
    return read_data(data, "", "-")


def read_schedule(path: Path) -> Schedule:
    """The plan in a JSON file, as `whyflow plan --json` prints it.

    Raises:
        PlanError: no such file, or not a plan.
    """
    return Schedule.read(_json(_bytes(path, MAX_SCHEDULE), path.name))


def _bytes(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= limit else None
    except OSError as error:
        raise PlanError("file-missing", file=path.name) from error
    if data is None:
        size, limit = round(size / 1e6), limit // 1_000_000
        raise PlanError("file-too-large", file=path.name, size=size, limit=limit)
    return data


def read_data(data: bytes, kind: str, name: str) -> Problem:
    """The problem in `data`.

    Args:
        kind: `.json`, `.csv`, `.tsv` or `.xlsx`; empty to tell JSON from CSV by its beginning.
        name: what to call it in errors.
    """
    if kind == "":
        kind = ".json" if data.lstrip()[:1] in (b"{", b"[") else ".csv"
    if kind == ".json":
        return Problem.read(_json(data, name))
    if kind in (".csv", ".tsv", ".txt"):
        return _problem({"tasks": _csv(data, name)}, name)
    if kind == ".xlsx":
        return _problem(_xlsx(data, name), name)
    raise PlanError("file-kind", file=name)


def _json(data: bytes, name: str) -> Any:
    text = _text(data, name)
    try:
        return json.loads(text, object_pairs_hook=partial(_once, name=name))
    except PlanError:
        raise
    except (json.JSONDecodeError, RecursionError) as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error
    except ValueError as error:  # Python reads no number of 4300 digits and more
        raise PlanError("file-digits", file=name) from error


def _once(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """One JSON object; of a key that stands there twice, one value would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise PlanError("file-key-twice", file=name, twice=short(twice))
    return found


def _text(data: bytes, name: str) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise PlanError("file-corrupt", file=name, why="not text in UTF-8 or GB18030")


def _csv(data: bytes, name: str) -> list[list[str]]:
    text = _text(data, name)
    heading = text.lstrip().partition("\n")[0]
    separator = max(",;\t，", key=heading.count)
    try:
        return _rows(csv.reader(io.StringIO(text.lstrip()), delimiter=separator), name)
    except csv.Error as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error


def _xlsx(data: bytes, name: str) -> Sheets:
    """The visible sheets by what they hold; the first two without a telling name are the tasks and
    the resources."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 0.3 s

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _check_unpacked(sum(part.file_size for part in parts.infolist()), name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        kinds = [meaning(sheet.title, headings.SHEETS) for sheet in sheets]
        left = iter(kind for kind in ("tasks", "resources") if kind not in kinds)
        held = {kind or next(left, None): at for at, kind in enumerate(kinds)}
        return {kind: _rows(_cells(sheets[at]), name) for kind, at in held.items() if kind}
    except PlanError:
        raise
    except BROKEN as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error


def _check_unpacked(size: int, name: str) -> None:
    if size > MAX_UNPACKED:
        limit = MAX_UNPACKED // 1_000_000
        raise PlanError("file-unpacked", file=name, size=size // 1_000_000, limit=limit)


def _cells(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1):
        if row.count(None) < len(row):  # a sheet may have a million empty rows
            yield ["" if value is None else _plain(value) for value in row]


def _plain(value: object) -> str:
    """A cell as somebody would type it: a day has no time, a length of time is in minutes."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        return str(-(-value // timedelta(minutes=1)))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _rows(lines: Iterable[list[str]], name: str) -> Table:
    """Rows in which something is written; the first one names the columns.

    Raises:
        PlanError: there are too many columns or rows.
    """
    filled = (line for line in lines if any(cell and not cell.isspace() for cell in line))
    heads = next(filled, [])
    while heads and not heads[-1].strip():
        heads.pop()
    if len(heads) > MAX_COLUMNS:
        raise PlanError("file-too-many-columns", file=name, limit=MAX_COLUMNS)
    rows = [line[:MAX_COLUMNS] for line in islice(filled, MAX_TASKS + 1)]
    if len(rows) > MAX_TASKS:
        raise PlanError("file-too-many-rows", file=name, limit=MAX_TASKS)
    return [heads, *rows] if heads else []


def _problem(sheets: Sheets, name: str) -> Problem:
    tasks = sheets.get("tasks", [])
    if not tasks:
        raise PlanError("no-tasks")
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]", "".join(tasks[0])) else "en"
    heads = _task_columns(tasks[0], language, name)
    pools, of_pools = _resources(sheets.get("resources", []))
    totals = [total[1] for cell in tasks[0] if (total := CAPACITY.search(cell))]
    if totals and "people" in heads:
        everybody = {"resource": resource_name(PEOPLE, language), "capacity": totals[0]}
        pools = [[everybody.get(column, "") for column in of_pools], *pools]
    rows = tasks[1:]
    if "people" in heads:
        heads, rows = _with_people(heads, rows, language)
    calendars = sheets.get("calendars", [])
    return read_tables(
        rows,
        pools,
        None,
        language,
        shown=heads,
        of_resources=of_pools,
        calendars=calendars[1:],
        of_calendars=meanings(calendars[0], headings.CALENDARS) if calendars else (),
        plan=sheets.get("plan"),
    )


def _task_columns(heads: Sequence[str], language: Language, name: str) -> list[str]:
    """What the columns of the tasks mean.

    Raises:
        PlanError: there is none for names, none for durations, or two for the same.
    """
    columns = meanings(heads, headings.TASKS)
    for needed in ("name", "duration"):
        if needed not in columns:
            found = ", ".join(cell for cell in heads if cell.strip())
            column = say(f"page-column-{needed}", language)
            raise PlanError("file-no-column", file=name, column=column, found=found)
    double = next((each for each in headings.TASKS if columns.count(each) > 1), None)
    if double is not None:
        found = ", ".join(heads[at] for at, each in enumerate(columns) if each == double)
        raise PlanError("file-double-column", file=name, found=found)
    return columns


def _resources(rows: Table) -> tuple[Table, list[str]]:
    """The resources and what their columns mean: names and numbers, if no heading says so."""
    if not rows:
        return [], list(RESOURCE_COLUMNS)
    columns = meanings(rows[0], headings.RESOURCES)
    if "resource" not in columns:
        columns = [*RESOURCE_COLUMNS, *columns[2:]]
    return rows[1:], columns


def _with_people(heads: list[str], rows: Table, language: Language) -> tuple[list[str], Table]:
    """A number of people becomes a need."""
    people, everybody = heads.index("people"), resource_name(PEOPLE, language)
    needs = heads.index("needs") if "needs" in heads else None
    lines = []
    for at, row in enumerate(rows, start=1):
        filled = [*row, *[""] * len(heads)][: len(heads)]
        place = Place("people", at, filled[heads.index("name")].strip())
        count = read_number(filled[people], place, least=0) if filled[people].strip() else 0
        said = [filled[needs] if needs is not None else "", f"{everybody} × {count}" * bool(count)]
        lines.append([*filled, ", ".join(need for need in said if need)])
    return [*("" if head == "needs" else head for head in heads), "needs"], lines
