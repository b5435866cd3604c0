"""A plan in a file -> Problem: JSON as `whyflow plan --schema` describes it, or a table as CSV or
XLSX whose first row names the columns in English or Chinese. It never runs a formula or a macro."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem
from tools.record import PlanError
from tools.table import COLUMNS
from tools.table import read_problem as read_tables

MAX_BYTES = 10_000_000
ENCODINGS = ("utf-8-sig", "gb18030")

HEADINGS = {
    "name": "task name title activity job work 任务 名称 任务名称 工作 工序 事项",
    "duration": "duration time minutes length takes 时长 工期 用时 耗时 时间 分钟",
    "needs": "needs resources resource machine 需要 资源 设备",
    "people": "people persons staff workers headcount crew 人数 人员 人",
    "priority": "priority weight urgency 优先级 权重 紧急程度",
    "after": "after predecessors predecessor depends dependency waits 前置任务 前置 依赖 之后 紧前",
    "release": "release earliest notbefore 最早开始 最早 释放",
    "due": "due duedate 应完成 期望完成 到期",
    "deadline": "deadline latest mustend 截止 截止时间 最晚完成 期限",
}
"""Words of a heading, without spaces; the first that fits counts."""

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
        return _table(_csv(data, name), (), name)
    if kind == ".xlsx":
        return _table(*_xlsx(data, name), name)
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


def _xlsx(data: bytes, name: str) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of the first visible sheet, and of a second one, which may list the resources."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 0.3 s

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        tables = [_cells(sheet.iter_rows(values_only=True)) for sheet in sheets[:2]]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error
    tables += [[], []]
    return tables[0], tables[1][1:]


def _cells(rows: Any) -> list[list[str]]:
    return [["" if value is None else _plain(value) for value in row] for row in rows]


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _table(
    rows: Sequence[Sequence[str]], capacities: Sequence[Sequence[str]], name: str
) -> Problem:
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise PlanError("no-tasks")
    heads = [_column(cell) for cell in rows[0]]
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]", "".join(rows[0])) else "en"
    for needed in ("name", "duration"):
        if needed not in heads:
            found = ", ".join(cell for cell in rows[0] if cell.strip())
            column = say(f"page-column-{needed}", language)
            raise PlanError("file-no-column", file=name, column=column, found=found)
    totals = [total[1] for cell in rows[0] if (total := CAPACITY.search(cell))]
    tasks = [_row(dict(zip(heads, row, strict=False))) for row in rows[1:]]
    return read_tables(
        tasks,
        [*([PEOPLE, total] for total in totals[:1]), *(list(row) for row in capacities)],
        None,
        "en",
    )


def _column(heading: str) -> str:
    """What a heading means; the heading itself if it is unknown."""
    plain = re.sub(r"[(（\[].*|[^a-z\u4e00-\u9fff]", "", heading.casefold())
    for column, words in HEADINGS.items():
        if plain in words.split():
            return column
    return heading


def _row(cells: dict[str, str]) -> list[str]:
    """One row in the order of the task table; a number of people becomes a need."""
    people = cells.get("people", "").strip()
    needs = [cells.get("needs", "").strip(), f"{PEOPLE} × {people}" if people else ""]
    cells = cells | {"needs": ", ".join(need for need in needs if need)}
    return [cells.get(column, "") for column in COLUMNS]
