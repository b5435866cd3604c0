"""Plans in files."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tools.files import MAX_BYTES, read_data, read_problem
from tools.record import PlanError

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
    return problem.model_dump(exclude={"assumed"})


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
        (b"{broken", ".json", "plan cannot be read"),
        (b"\x00\x01\xff\xfe\x00", ".csv", "cannot be read"),
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
        (b"%PDF-1.4", ".pdf", ".json, .csv or .xlsx"),
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
