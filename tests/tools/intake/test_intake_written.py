"""What people write into tables, and what of a table nothing is read from."""

import io
from datetime import time

import pytest
from openpyxl import Workbook

from tools.files import read_data
from tools.intake.inputs import take
from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.record import PlanError
from tools.table import read_problem, resource_columns, resource_rows, task_rows
from tools.telling.intake import tell_notes


def taken(**sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return take(data.getvalue(), ".xlsx", "plan.xlsx")


def test_rows_of_the_plan_that_nobody_knows_are_told():
    rows = [["task", "duration"], ["Cut", 30]]
    found = taken(tasks=rows, plan=[["setting", "value"], ["start", "2026-11-24"], ["colour", 1]])
    assert tell_notes(found.notes, "en") == "Not read in the sheet of the plan: “colour”."
    assert "计划表里没有读的行：“colour”" in tell_notes(found.notes, "zh")
    assert not taken(tasks=rows, plan=[["start", "2026-11-24"]]).notes


def test_the_start_has_its_short_name_in_chinese_too():
    found = taken(
        任务=[["任务", "时长", "截止"], ["焊接", "2小时", "2026-11-24"]],
        计划=[["开始", "2026-11-24 08:00"]],
    )
    assert found.problem.tasks[0].deadline == 16 * 60
    assert not found.notes


def test_a_length_of_time_may_be_a_time_of_the_spreadsheet_and_midnight_ends_a_day():
    found = taken(
        tasks=[["task", "duration", "deadline"], ["Weld", time(1, 30), "2026-11-24 24:00"]],
        plan=[["start", "2026-11-24 08:00"]],
    )
    (weld,) = found.problem.tasks
    assert (weld.duration, weld.deadline) == (90, 16 * 60)


@pytest.mark.parametrize("text", ["task,duration\nCut,1:30", "task;duration\nCut;1,5 h"])
def test_a_length_of_time_has_a_colon_or_a_decimal_comma(text):
    assert read_data(text.encode(), ".csv", "plan.csv").tasks[0].duration == 90


@pytest.mark.parametrize("cell", ["yes", "是", "x"])
def test_that_a_task_is_optional_does_not_say_what_it_is_worth(cell):
    with pytest.raises(PlanError) as refused:
        read_data(f"task,duration,optional: value\nCut,30,{cell}".encode(), ".csv", "plan.csv")
    assert refused.value.key == "page-value-missing"
    told = [refused.value.say(language) for language in LANGUAGES]
    assert all("Cut" in each and cell in each and "10" in each for each in told)
    assert "(row 1)" in refused.value.say("en")


def test_a_task_that_is_not_optional_has_no_value():
    text = "task,duration,optional: value\nCut,30,no\nWeld,30,1\nPack,30,40"
    read = read_data(text.encode(), ".csv", "plan.csv")
    assert [each.value for each in read.tasks] == [None, 1, 40]


@pytest.mark.parametrize(
    "skill", ["weld, gas", "焊、接", 'say "hi"', '"quoted"', "“quoted”, twice", "a;b", "weld"]
)
def test_a_skill_with_a_separator_in_its_name_stays_one(skill):
    asked = Problem.read(
        {
            "tasks": [{"name": "Cut", "duration": 5, "skills": {skill: 1}}],
            "resources": [{"name": "Ann", "skills": ["drive", skill]}],
        }
    )
    columns = resource_columns(asked)
    for language in LANGUAGES:
        rows = task_rows(asked, language), resource_rows(asked, language, columns)
        assert read_problem(*rows, None, language, of_resources=columns) == asked


def test_skills_are_parted_by_commas_and_may_stand_in_quotes():
    rows = [["Ann", 'weld，护理、 "weld, gas"; “a, b”, weld']]
    read = read_problem([["A", "5"]], rows, None, "en", of_resources=("resource", "skills"))
    assert read.resources[0].skills == ("weld", "护理", "weld, gas", "a, b")
