"""A plan taken away as a file can be read again by others and by us, and does nothing by itself."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from standin import plan, problem

from agent.steps import Message, Snapshot
from tools.files import read_data
from tools.phrases import LANGUAGES, SayableError
from tools.plan import Problem, Schedule
from ui.page.export import KINDS, exported

DATED = Problem.read(
    problem().model_dump() | {"start": "2026-11-24 08:00", "time_zone": "Asia/Shanghai"}
)


def held(wanted: Problem) -> Snapshot:
    talk = (Message("user", "plan *this*"), Message("assistant", "Done."))
    return Snapshot(messages=talk, problem=wanted, schedule=plan(wanted))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_is_read_back_as_the_same_problem(language):
    file = exported("xlsx", held(DATED), "Returns", language)
    again = read_data(file.data, ".xlsx", file.name)
    assert again.tasks == DATED.tasks
    assert again.resources == DATED.resources
    assert (again.start, again.time_zone) == (DATED.start, DATED.time_zone)


def test_a_table_has_a_row_for_each_task_with_dates():
    file = exported("csv", held(DATED), "Returns", "en")
    head, *rows = csv.reader(io.StringIO(file.data.decode("utf-8-sig")))
    assert head[:3] == ["Task", "Start", "End"]
    assert sorted(row[0] for row in rows) == sorted(task.name for task in DATED.tasks)
    assert ["Inspect", "2026-11-24 08:00", "2026-11-24 08:30"] in [row[:3] for row in rows]


def test_no_cell_is_a_formula_whatever_a_task_is_called():
    wanted = problem().model_copy(
        update={"tasks": (problem().tasks[0].model_copy(update={"name": "=HYPERLINK(0)"}),)}
    )
    table = exported("csv", held(wanted), "x", "en").data.decode("utf-8-sig")
    assert "\n'=HYPERLINK(0)" in table
    book = load_workbook(io.BytesIO(exported("xlsx", held(wanted), "x", "en").data))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_calendar_has_an_event_for_each_task_at_its_moment():
    calendar = Calendar.from_ical(exported("ics", held(DATED), "Returns", "en").data)
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {task.name for task in DATED.tasks}
    assert events["Inspect"]["dtstart"].dt == datetime(2026, 11, 24, 0, tzinfo=UTC)
    assert len({str(event["uid"]) for event in events.values()}) == len(events)


def test_a_calendar_without_dates_and_a_file_without_a_plan_are_refused_in_a_sentence():
    with pytest.raises(SayableError, match="Give the plan a start"):
        exported("ics", held(problem()), "x", "en")
    for kind in KINDS[1:]:
        if kind != "png":
            with pytest.raises(SayableError, match="no plan"):
                exported(kind, Snapshot(), "x", "en")


def test_json_is_the_problem_and_the_plan_unchanged():
    data = json.loads(exported("json", held(DATED), "x", "en").data)
    assert Problem.read(data["problem"]) == DATED
    assert Schedule.read(data["schedule"]) == plan(DATED)


def test_a_conversation_is_markdown_and_its_file_has_a_name_that_every_system_takes():
    file = exported("talk", held(problem()), '../a:b*"c" 退货', "zh")
    assert file.name == "a b c 退货.md"
    assert file.data.decode().startswith('# ../a:b*"c" 退货\n\n**您**\n\nplan *this*')
