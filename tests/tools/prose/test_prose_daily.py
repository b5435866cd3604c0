"""Tasks under headings that are days, and priorities that are told of all in one place."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.plan import Problem
from tools.prose.clock import Clock

DAY = 24 * 60
TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))
"""Minute 0; the day ends 16 hours later."""


def read(text: str) -> Problem:
    return read_tasks([], take_text(text), TUESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday: welding 2 hours, painting 1 hour.\nFriday: packing 30 minutes.",
        "周三：焊接2小时，喷漆1小时；周五：打包30分钟。",
        "【周三】\n焊接2小时\n喷漆1小时\n【周五】\n打包30分钟",
        "WEDNESDAY\n- welding: 2 hours\n- painting: 1 hour\n\nFRIDAY\n- packing: 30 minutes",
    ],
)
def test_tasks_under_a_day_start_on_it_and_should_end_on_it(text):
    problem = read(text)
    times = [(task.release, task.due) for task in problem.tasks]
    wednesday, friday = (DAY, 2 * DAY - 480), (3 * DAY, 4 * DAY - 480)
    assert times == [wednesday, wednesday, friday]
    assumed = [each.task for each in problem.assumed if each.field == "release"]
    assert assumed == [task.name for task in problem.tasks]  # at which hour, nobody said


def test_a_weekday_is_the_next_one_after_the_heading_before_it():
    """On a Tuesday, “Monday ... Tuesday ...” was next Monday and today."""
    first, second = read("周一：点检1小时；周二：试产3小时。").tasks
    assert (first.release, second.release) == (6 * DAY, 7 * DAY)


def test_the_hours_of_work_say_when_a_day_begins():
    problem = read("We work 8:00 to 16:00. Today: welding 2 hours. Thursday: packing 1 hour.")
    assert [task.release for task in problem.tasks] == [0, 2 * DAY]
    assert not [each for each in problem.assumed if each.field == "release"]


def test_one_heading_alone_is_no_row_of_days():
    assert [task.due for task in read("周三：焊接2小时，喷漆1小时。").tasks] == [None, None]


@pytest.mark.parametrize(
    ("text", "priorities"),
    [
        (
            "处理投诉40分钟，退款审核30分钟，回访1小时。优先级：投诉9，退款7，其他3。",
            [9, 7, 3],
        ),
        (
            "Complaints: 40 min. Refunds: 30 min. Calls: 1 hour. "
            "Priorities: complaints 9, refunds 7, the rest 3.",
            [9, 7, 3],
        ),
        ("Complaints: 40 min. Refunds: 30 min. Priorities: complaints 900, refunds 7.", [1, 1]),
    ],
)
def test_priorities_may_be_told_of_all_in_one_place(text, priorities):
    assert [task.priority for task in read(text).tasks] == priorities
