"""Plans in files."""

import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import Workbook
from written import written_problems

from tools.files import MAX_BYTES, read_data, read_problem
from tools.phrases import LANGUAGES
from tools.record import PlanError
from tools.table import (
    CALENDAR_COLUMNS,
    COLUMNS,
    EXTRA_COLUMNS,
    EXTRA_RESOURCE_COLUMNS,
    RESOURCE_COLUMNS,
    calendar_headers,
    calendar_rows,
    columns,
    headers,
    headings,
    plan_rows,
    resource_columns,
    resource_headers,
    resource_rows,
    task_rows,
)
from tools.table.headings import meanings

PLAN = {
    "tasks": [
        {"name": "cut", "duration": 90, "demands": {"people": 3}, "priority": 2},
        {"name": "sew", "duration": 45, "demands": {"people": 4}, "after": ["cut"]},
    ],
    "resources": [{"name": "people", "capacity": 5}],
}
ENGLISH = "task,duration,people (5),priority,after\ncut,1h30,3,2,\nsew,45,4,1,cut\n"
CHINESE = "任务,时长,人数（共5人）,优先级,前置任务\ncut,1小时30分,3,2,\nsew,45分钟,4,1,cut\n"


def workbook(rows, resources=(), hidden=()) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if resources:
        sheet = book.create_sheet("resources")
        for row in resources:
            sheet.append(row)
    if hidden:
        sheet = book.create_sheet("secret", 0)
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def values(problem):
    return problem.model_dump(exclude={"assumed", "origins"})


EXPECTED = values(read_data(json.dumps(PLAN).encode(), ".json", "plan.json"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ENGLISH.encode(), ".csv"),
        (ENGLISH.replace(",", "\t").encode(), ".tsv"),
        (ENGLISH.replace(",", ";").encode("utf-8-sig"), ".csv"),
        (CHINESE.encode(), ".csv"),
        (CHINESE.encode("gb18030"), ".csv"),
        (CHINESE.encode(), ""),
        (json.dumps(PLAN).encode(), ""),
        (workbook([row.split(",") for row in ENGLISH.split("\n")[:3]]), ".xlsx"),
    ],
)
def test_the_same_plan_is_read_from_every_kind_of_file(data, kind):
    assert values(read_data(data, kind, "plan")) == EXPECTED


def test_numbers_of_a_spreadsheet_and_its_second_sheet_are_read():
    data = workbook(
        [["Task", "Minutes", "Machine"], ["press", 30.0, "press × 2"]],
        [["Resource", "How many"], ["press", 3]],
    )
    problem = read_data(data, ".xlsx", "plan.xlsx")
    assert problem.by_name["press"].duration == 30
    assert problem.capacity == {"press": 3}
    assert not problem.assumed


def test_hidden_sheets_are_not_read():
    data = workbook([["task", "duration"], ["seen", 10]], hidden=[["task", "duration"], ["no", 5]])
    assert [task.name for task in read_data(data, ".xlsx", "plan").tasks] == ["seen"]


def test_a_formula_is_never_computed():
    data = workbook([["task", "duration"], ["=1+1", 10]])
    with pytest.raises(PlanError):  # the stored value is empty, so the task has no name
        read_data(data, ".xlsx", "plan")


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"{broken", ".json", "plan is not JSON from line 1, column 2 on"),
        (b"\x00\x01\xff\xfe\x00", ".csv", "plan is not text in UTF-8"),
        (b"\xff\xfe\xfd", ".json", "not text"),
        (b"PK\x03\x04 half a zip", ".xlsx", "cannot be read"),
        (workbook([["task", "duration"], ["a", 1]])[:900], ".xlsx", "cannot be read"),
        (b"", ".csv", "nothing to plan"),
        (b"task,duration\n", ".csv", "nothing to plan"),
        (b"duration,people\n5,1\n", ".csv", "no column for Task"),
        (b"task,people\na,1\n", ".csv", "no column for Duration"),
        (b"task,duration\na,soon\n", ".csv", "soon"),
        (b"task,duration\na,10\na,20\n", ".csv", "Two tasks are called"),
        (b"task,duration,after\na,10,b\n", ".csv", "which is not one of the tasks"),
        (b"%PDF-1.4", ".pdf", "cannot be read"),
        (b"text", ".odt", "not a file I can read"),
        (b"Please do something.", ".txt", "no table of tasks"),
        (b"[" * 100_000, ".json", "cannot be read"),
        (b"[1, 2]", ".json", "problem"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, kind, says):
    with pytest.raises(PlanError) as error:
        read_data(data, kind, "plan")
    assert says in str(error.value)
    assert error.value.say("zh")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(PlanError, match=r"nowhere\.csv does not exist"):
        read_problem(tmp_path / "nowhere.csv")


def test_a_folder_is_no_plan(tmp_path: Path):
    with pytest.raises(PlanError):
        read_problem(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(PlanError, match="may have up to 10 MB"):
        read_problem(path)


def sheets(**tables) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in tables.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


CALENDAR = [["日历", "工作时间"], ["早班", "周一至周五 06:00-14:00"]]


@pytest.mark.parametrize(
    "titles",
    [
        ("tasks", "resources", "calendars", "plan"),
        ("任务", "资源", "日历", "计划"),
        ("Sheet1", "Sheet2", "calendars", "Plan"),
    ],
)
def test_a_workbook_has_sheets_for_everything(titles):
    tables = (
        [["Task", "Minutes", "Needs", "Deadline"], ["press", 30, "press", datetime(2026, 11, 24)]],
        [["资源", "数量", "日历"], ["press", 3, "早班"]],
        CALENDAR,
        [["start", datetime(2026, 11, 24, 6)], ["时区", "Asia/Shanghai"], ["goals", "cost"]],
    )
    data = sheets(**dict(zip(titles, tables, strict=True)))
    problem = read_data(data, ".xlsx", "plan.xlsx")
    assert problem.tasks[0].deadline == 18 * 60
    assert problem.resources[0].calendar == "早班"
    assert problem.calendars[0].hours[0].end == "14:00"
    assert (problem.time_zone, problem.goals) == ("Asia/Shanghai", ("cost",))


def test_sheets_may_stand_in_any_order():
    data = sheets(calendars=CALENDAR, tasks=[["Task", "Time"], ["a", timedelta(minutes=90)]])
    problem = read_data(data, ".xlsx", "plan.xlsx")
    assert problem.tasks[0].duration == 90
    assert problem.calendars[0].name == "早班"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_of_the_page_are_read_in_files(language):
    tasks = (*COLUMNS, *EXTRA_COLUMNS)
    assert meanings(headers(language, tasks), headings.TASKS) == list(tasks)
    pools = (*RESOURCE_COLUMNS, *EXTRA_RESOURCE_COLUMNS)
    assert meanings(resource_headers(language, pools), headings.RESOURCES) == list(pools)
    assert meanings(calendar_headers(language), headings.CALENDARS) == list(CALENDAR_COLUMNS)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(wanted=written_problems())
def test_what_the_page_shows_can_be_kept_in_a_workbook(wanted, language):
    shown, of_pools = columns(wanted), resource_columns(wanted)
    data = sheets(
        tasks=[headers(language, shown), *task_rows(wanted, language, shown)],
        resources=[
            resource_headers(language, of_pools),
            *resource_rows(wanted, language, of_pools),
        ],
        calendars=[calendar_headers(language), *calendar_rows(wanted, language)],
        plan=plan_rows(wanted, language),
    )
    read = read_data(data, ".xlsx", "plan.xlsx")
    assert read.model_copy(update={"origins": ()}) == wanted


def test_a_table_of_text_has_every_column():
    text = (
        "task;duration;needs;or;may pause;fixed start;not with;family\n"
        "cut;1 h;saw;30 min, laser;yes;;;oak\n"
        "sand;1 h;;;;2 h;cut;\n"
    )
    cut, sand = read_data(text.encode(), ".csv", "plan.csv").tasks
    assert (cut.alternatives[0].demands, cut.pausable, cut.family) == ({"laser": 1}, True, "oak")
    assert (sand.fixed, sand.apart) == (120, ("cut",))
