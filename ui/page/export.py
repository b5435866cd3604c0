"""A conversation or a plan as a file to take away. Pure: values in, bytes out."""

import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from agent.steps import Message, Snapshot
from knowledge.passage import Passage
from tools.phrases import Language, SayableError, say
from tools.plan import Problem, Schedule
from tools.plan.dates import moment_of
from tools.table import (
    calendar_headers,
    calendar_rows,
    columns,
    headers,
    plan_rows,
    resource_columns,
    resource_headers,
    resource_rows,
    task_rows,
)
from tools.telling import reading, tell_people
from ui.page.marks import newest_only
from ui.spreadsheet import csv_lines

Table = list[list[str]]
Write = Callable[[Problem, Schedule, Language], bytes]
KINDS = ("talk", "xlsx", "csv", "ics", "png", "json")
"""What is offered; `png` is drawn by the browser, which has the chart."""
SHEETS = {"en": ("tasks", "resources", "calendars", "plan"), "zh": ("任务", "资源", "日历", "计划")}
"""Names that `tools/files.py` reads back."""


class File(NamedTuple):
    """Something to download."""

    name: str
    type: str
    data: bytes


def exported(kind: str, snapshot: Snapshot, title: str, language: Language) -> File:
    """The conversation (`talk`) or its plan.

    Raises:
        SayableError: there is no plan, or a calendar is wanted of a plan without dates.
    """
    if kind == "talk":
        text = talk(snapshot.messages, snapshot.passages, title, language)
        return File(_name(title, "md"), "text/markdown", text.encode())
    if snapshot.problem is None or snapshot.schedule is None:
        raise SayableError("export-nothing")
    type_, write = WRITERS[kind]
    data = write(snapshot.problem, snapshot.schedule, language)
    return File(_name(title, kind), type_, data)


def talk(
    messages: Sequence[Message], passages: Sequence[Passage], title: str, language: Language
) -> str:
    """A conversation as Markdown, with the sources that it cites."""
    names = {
        "user": say("export-user", language),
        "assistant": say("export-whyflow", language),
    }
    parts = [f"# {title}"]
    for message in newest_only(messages, passages):
        parts.append(f"**{names[message.role]}**\n\n{message.text}")
    if passages:
        lines = [_source(place, each) for place, each in enumerate(passages, 1)]
        parts += [f"## {say('page-passages', language)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _source(place: int, passage: Passage) -> str:
    where = " › ".join(filter(None, (passage.title, passage.heading)))
    return f"- [{place}] {where} ({passage.source})"


def schedule_table(problem: Problem, schedule: Schedule, language: Language) -> Table:
    """A row for each task of the plan, the earliest first."""
    head = [
        say("page-column-name", language),
        *(say(f"export-{key}", language) for key in ("start", "end", "who")),
    ]
    rows = sorted(schedule.assignments, key=lambda row: (row.start, row.end, row.task))
    return [head] + [
        [
            row.task,
            *(_moment(minute, problem, language) for minute in (row.start, row.end)),
            tell_people(problem, row, language),
        ]
        for row in rows
    ]


def _moment(minute: int, problem: Problem, language: Language) -> str:
    if problem.start is not None:
        return f"{moment_of(minute, problem):%Y-%m-%d %H:%M}"
    return reading(minute, language, problem)


def _csv(problem: Problem, schedule: Schedule, language: Language) -> bytes:
    return b"".join(csv_lines(schedule_table(problem, schedule, language)))


def _xlsx(problem: Problem, schedule: Schedule, language: Language) -> bytes:
    from openpyxl import Workbook  # type: ignore[import-untyped]  # 0.3 s

    tasks, resources, calendars, plan = SHEETS[language]
    of_tasks, of_resources = columns(problem), resource_columns(problem)
    calendar = calendar_rows(problem, language)
    sheets = {
        say("export-sheet", language): schedule_table(problem, schedule, language),
        tasks: [headers(language, of_tasks), *task_rows(problem, language, of_tasks)],
        resources: [
            resource_headers(language, of_resources),
            *resource_rows(problem, language, of_resources),
        ],
        calendars: [calendar_headers(language), *calendar],
        plan: plan_rows(problem, language),
    }
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        _fill(book.create_sheet(title), rows)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: object, rows: Table) -> None:
    for at, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(at, place, str(value))  # type: ignore[attr-defined]
            cell.data_type = "s"  # never a formula, whatever a task is called


def _ics(problem: Problem, schedule: Schedule, language: Language) -> bytes:
    from icalendar import Calendar, Event

    if problem.start is None:
        raise SayableError("export-no-start")
    calendar = Calendar()
    calendar.add("prodid", "-//Whyflow//EN")
    calendar.add("version", "2.0")
    for row in schedule.assignments:
        event = Event()
        event.add("uid", f"{sha256(row.task.encode()).hexdigest()[:24]}@whyflow")
        event.add("dtstamp", moment_of(row.start, problem).astimezone(UTC))
        event.add("summary", row.task)
        event.add("description", tell_people(problem, row, language))
        for name, minute in (("dtstart", row.start), ("dtend", row.end)):
            event.add(name, _utc(minute, problem))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _utc(minute: int, problem: Problem) -> datetime:
    return moment_of(minute, problem).astimezone(UTC)


def _json(problem: Problem, schedule: Schedule, _: Language) -> bytes:
    both = {
        "problem": problem.model_dump(mode="json", exclude_defaults=True),
        "schedule": schedule.model_dump(mode="json", exclude_defaults=True),
    }
    return json.dumps(both, ensure_ascii=False, indent=2).encode()


WRITERS: dict[str, tuple[str, Write]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "csv": ("text/csv", _csv),
    "ics": ("text/calendar", _ics),
    "json": ("application/json", _json),
}


def _name(title: str, ending: str) -> str:
    """A file name that every system takes."""
    plain = " ".join(re.sub(r"[^\w\- ]", " ", title).split())[:60].strip()
    return f"{plain or 'whyflow'}.{ending}"
