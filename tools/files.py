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
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem
from tools.record import PlanError
from tools.table import RESOURCE_COLUMNS, headings
from tools.table import read_problem as read_tables
from tools.table.headings import meaning, meanings
from tools.telling import resource_name

MAX_BYTES = 10_000_000
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

CAPACITY = re.compile(r"[(（\[]\D*(\d{1,7})\D*[)）\]]")
"""A heading such as `people (15)` says how many there are."""


def read_problem(path: Path) -> Problem:
    """The problem in a file.

    Raises:
        PlanError: no such file, not a plan, or one that cannot be planned as asked.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise PlanError("file-missing", file=path.name) from error
    if data is None:
        size = f"{path.stat().st_size / 1e6:.0f}"
        raise PlanError("file-too-large", file=path.name, size=size, limit=MAX_BYTES // 1_000_000)
    return read_data(data, path.suffix.lower(), path.name)


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
        return _problem({"tasks": _filled(_csv(data, name))}, name)
    if kind == ".xlsx":
        return _problem(_xlsx(data, name), name)
    raise PlanError("file-kind", file=name)


def _json(data: bytes, name: str) -> Any:
    text = _text(data, name)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error


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
        return list(csv.reader(io.StringIO(text.lstrip()), delimiter=separator))
    except csv.Error as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error


def _xlsx(data: bytes, name: str) -> Sheets:
    """The visible sheets by what they hold; the first two without a telling name are the tasks and
    the resources."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 0.3 s

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        kinds = [meaning(sheet.title, headings.SHEETS) for sheet in sheets]
        left = iter(kind for kind in ("tasks", "resources") if kind not in kinds)
        found = {
            kind or next(left, sheet.title): _cells(sheet.iter_rows(values_only=True))
            for sheet, kind in zip(sheets, kinds, strict=True)
        }
    except BROKEN as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error
    return {kind: _filled(rows) for kind, rows in found.items()}


def _cells(rows: Any) -> list[list[str]]:
    return [["" if value is None else _plain(value) for value in row] for row in rows]


def _plain(value: object) -> str:
    """A cell as somebody would type it: a day has no time, a length of time is in minutes."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        return str(-(-value // timedelta(minutes=1)))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _filled(rows: Table) -> Table:
    """Rows in which something is written."""
    return [row for row in rows if any(cell.strip() for cell in row)]


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
    if "people" in heads:
        heads, tasks = _with_people(heads, tasks, language)
    calendars = sheets.get("calendars", [])
    return read_tables(
        tasks[1:],
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
        PlanError: there is none for names, or none for durations.
    """
    columns = meanings(heads, headings.TASKS)
    for needed in ("name", "duration"):
        if needed not in columns:
            found = ", ".join(cell for cell in heads if cell.strip())
            column = say(f"page-column-{needed}", language)
            raise PlanError("file-no-column", file=name, column=column, found=found)
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
    for row in rows:
        filled = [*row, *[""] * len(heads)][: len(heads)]
        count = filled[people].strip()
        said = [filled[needs] if needs is not None else "", f"{everybody} × {count}" * bool(count)]
        lines.append([*filled, ", ".join(need for need in said if need)])
    return [*("" if head == "needs" else head for head in heads), "needs"], lines
