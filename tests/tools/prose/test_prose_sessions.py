"""Work between two times of day, and what had to be done before today."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.prose.clock import Clock

MONDAY = Clock(datetime(2026, 11, 30, 9), "Asia/Shanghai")


def read(text: str) -> Problem:
    return read_tasks([], take_text(text), MONDAY)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Tomorrow training from 14:00 to 16:00; tests from 16:00 to 18:00.", ["1 14", "30 16"]),
        ("Friday, training from 14:00 to 16:00 and tests from 16:00 to 18:00.", ["4 14", "4 16"]),
        ("明天培训14:00到16:00；考试16:00到18:00。", ["1 14", "30 16"]),
        ("周五，培训14:00到16:00，考试16:00到18:00。", ["4 14", "4 16"]),
    ],
)  # fmt: skip
def test_the_day_that_begins_a_sentence_holds_for_all_of_it(text: str, starts: list[str]) -> None:
    problem = read(text)
    assert [task.name for task in problem.tasks] in (["training", "tests"], ["培训", "考试"])
    moments = [moment_of(task.fixed or 0, problem) for task in problem.tasks]
    assert [f"{each.day} {each.hour}" for each in moments] == starts


@pytest.mark.parametrize(
    "text",
    [
        "Cleaning from 22:00 to 6:00; welding 2 hours.",
        "清洁从22:00到次日6:00；焊接2小时。",
        "清洁22:00到6:00；焊接2小时。",
    ],
)
def test_work_may_go_on_through_the_night(text: str) -> None:
    problem = read(text)
    assert [(task.duration, task.fixed) for task in problem.tasks] == [(480, 780), (120, None)]
    assert problem.tasks[1].release == 0


def test_from_a_time_to_the_same_time_is_no_length() -> None:
    (task,) = read("Meeting from 9:00 to 9:00; welding 1 hour.").tasks
    assert task.name == "welding"


@pytest.mark.parametrize(
    "text",
    [
        "Welding 2 hours, due yesterday; painting 1 hour.",
        "Welding takes 2 hours and was due last Friday. Painting takes 1 hour.",
        "焊接2小时，昨天就该完成；喷漆1小时。",
        "焊接2小时，应在上周五完成；喷漆1小时。",
    ],
)
def test_what_was_due_yesterday_is_still_to_be_done(text: str) -> None:
    assert [task.duration for task in read(text).tasks] == [120, 60]


@pytest.mark.parametrize(
    "text",
    [
        "We finished welding yesterday, in 2 hours. Painting takes 1 hour.",
        "昨天焊接用了2小时。喷漆1小时。",
    ],
)
def test_what_was_done_yesterday_is_not(text: str) -> None:
    assert [task.duration for task in read(text).tasks] == [60]
