"""An input of any kind -> what it holds. The page, the command line and the chat all come here.

What stands in a file, a document or a message is data: it is read for tasks, never obeyed."""

import re
from collections.abc import Sequence
from typing import Any

from knowledge.language import language_of
from tools.intake.cards import cards
from tools.intake.documents import Parts, read_docx, read_pdf
from tools.intake.grids import csv_rows, grids, holds_table
from tools.intake.mail import looks_like_mail, own_words, read_eml
from tools.intake.objects import json_within, tables_of
from tools.intake.plain import is_json, is_own, json_of, text_of
from tools.intake.sheets import problem_of, rows_of
from tools.intake.taken import Note, Table, Taken
from tools.intake.workbook import read_workbook
from tools.plan import Problem
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.wording.durations import durations

KINDS = (".json", ".csv", ".tsv", ".xlsx", ".docx", ".pdf", ".eml", ".txt", ".md")
_JSON = re.compile(r'\s*\{(?=[^{}\[\]]*"tasks"\s*:\s*\[)')
"""How a problem begins."""
_NAMES = {"en": "The table", "zh": "表格"}
"""How a table without a file is called in errors."""


def take(data: bytes, kind: str, name: str, clock: Clock | None = None) -> Taken:
    """What a file holds.

    Args:
        kind: one of `KINDS`; empty to tell JSON from CSV by its beginning.
        name: what to call it in errors.
        clock: when a plan begins that is made now.

    Raises:
        PlanError: it cannot be read, or what it says cannot be planned as asked.
    """
    if is_json(data, kind):
        return _of_json(json_of(data, name), "", name, clock)
    match kind:
        case ".csv" | ".tsv" | "":
            rows = rows_of(csv_rows(text_of(data, name), name), name)
            problem, notes = problem_of({"tasks": {name: rows}}, name, clock=clock)
            return Taken(problem, "", notes)
        case ".xlsx":
            sheets, notes = read_workbook(data, name)
            problem, more = problem_of(sheets, name, clock=clock)
            return Taken(problem, "", (*notes, *more))
        case ".docx":
            return _of_parts(read_docx(data, name), name, clock)
        case ".pdf":
            return _of_parts(read_pdf(data, name), name, clock)
        case ".eml":
            return _of_mail(data, name, clock)
        case ".txt" | ".md":
            return take_text(text_of(data, name), name, clock)
    raise PlanError("file-kind", file=name)


def holds_plan(text: str) -> bool:
    """Whether there is a table of tasks in `text`, or it is a problem as JSON: then no language
    model is needed to read it."""
    if _JSON.match(text) or holds_table(text) or cards(text):
        return True
    found = json_within(text)
    return found is not None and _is_plan(found.value)


def take_text(text: str, name: str = "", clock: Clock | None = None) -> Taken:
    """What a text holds: a problem as JSON, the table of tasks in it, or the words that its writer
    wrote.

    Args:
        clock: when a plan begins that is made now.

    Raises:
        PlanError: a table cannot be read, or what it says cannot be planned as asked.
    """
    found = json_within(text)
    if found is not None and _is_plan(found.value):
        return _of_json(_json(found.text, name), found.around, name or "JSON", clock)
    if _JSON.match(text):
        return _of_json(_json(text, name), "", name or "JSON", clock)
    notes: tuple[Note, ...] = ()
    if mail := looks_like_mail(text):
        text, notes = own_words(text)
    tables = grids(text) or cards(text)
    if not tables:
        return Taken(None, text.replace("\t", " "), notes, mail)
    around = text
    for grid in reversed(tables):
        around = around[: grid.start] + "\n" + around[grid.end :]
    called = name or _NAMES[language_of(text)]
    taken = _of_tables([grid.rows for grid in tables], around, called, clock)
    return taken._replace(notes=(*notes, *taken.notes))


def _json(text: str, name: str) -> Any:
    return json_of(text.encode(errors="replace"), name or "JSON")


def _is_plan(value: Any) -> bool:
    return is_own(value) or tables_of(value, "") is not None


def _of_json(value: Any, around: str, name: str, clock: Clock | None) -> Taken:
    """A problem as we write it, or the tables of others; what is neither is refused as the former."""
    tables = None if is_own(value) else tables_of(value, name)
    if tables is None:
        notes: tuple[Note, ...] = (Note("beside-plan"),) if any(map(str.isdigit, around)) else ()
        return Taken(Problem.read(value), "", notes)
    words = f"{tables.words}\n{around}"
    problem, notes = problem_of(tables.sheets, name, words, clock)
    beside = (Note("beside"),) if durations(around) else ()
    return Taken(problem, "", (*tables.notes, *notes, *beside))


def _of_tables(
    tables: Sequence[Table], around: str, name: str, clock: Clock | None = None
) -> Taken:
    """Tables with the same headings are one that was cut in pieces; of others the first counts."""
    heads, rows = tables[0][0], list(tables[0])
    for table in tables[1:]:
        if table[0] == heads:
            rows += table[1:]
    others = sum(table[0] != heads for table in tables)
    problem, notes = problem_of({"tasks": {name: rows_of(rows, name)}}, name, around, clock)
    left = [Note("other-tables", number=others)] if others else []
    left += [Note("beside")] if durations(around) else []
    return Taken(problem, "", (*notes, *left))


def _of_parts(parts: Parts, name: str, clock: Clock | None) -> Taken:
    if parts.tables:
        taken = _of_tables(parts.tables, parts.words, name, clock)
    else:
        taken = take_text(parts.words, name, clock)
    if taken.problem is None and not taken.words.strip():
        raise PlanError("file-empty", file=name)
    return taken._replace(notes=(*parts.notes, *taken.notes))


def _of_mail(data: bytes, name: str, clock: Clock | None) -> Taken:
    """A plan in the first attachment that holds one, else in the text."""
    text, files = read_eml(data, name)
    for title, attached in files:
        kind = "." + title.rpartition(".")[2].lower()
        if kind in KINDS and kind != ".eml":
            taken = take(attached, kind, title, clock)
            if taken.problem is not None:
                return taken._replace(notes=(Note("attached", (title,)), *taken.notes))
    words, notes = own_words(text)
    taken = take_text(words, name, clock)
    return taken._replace(notes=(*notes, *taken.notes), mail=True)
