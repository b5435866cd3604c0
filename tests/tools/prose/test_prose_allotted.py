"""Times that are said of all tasks, or of one that is named again."""

from datetime import datetime

import pytest

from tools.plan import Problem
from tools.prose.clock import Clock
from tools.prose.problem import problem_of
from tools.prose.rows import read_rows

DAY = 24 * 60


def read(text: str) -> Problem:
    return problem_of(read_rows(text), Clock(datetime(2026, 11, 24, 8), "UTC"))


@pytest.mark.parametrize(
    "text",
    [
        "明天下午5点前全部完成：打印资料20分钟，布置会场40分钟。",
        "打印资料20分钟，布置会场40分钟。全部要在明天下午5点前做完。",
        "明天下午5点前：打印资料20分钟，布置会场40分钟。",
        "以下任务明天17点前完成：\n1. 打印资料 20分钟\n2. 布置会场 40分钟",
        "All must be done by tomorrow 17:00: print the forms 20 min, set the tables 40 min.",
    ],
)
def test_a_time_that_is_said_of_all_is_no_time_of_the_first_alone(text):
    assert [task.deadline for task in read(text).tasks] == [DAY + 9 * 60] * 2


def test_what_is_done_by_when_may_be_said_behind():
    problem = read("盘点2小时，报表1小时，打扫半小时。报表明天17点前交。")
    assert [task.deadline for task in problem.tasks] == [None, DAY + 9 * 60, None]


def test_each_heading_has_its_own_time():
    problem = read("今天17点前：盘点2小时。明天17点前：报表1小时。")
    assert [task.deadline for task in problem.tasks] == [9 * 60, DAY + 9 * 60]


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("老板说明天10点前洗菜（1小时），11点前切菜（1小时）。", [DAY + 120, DAY + 180]),
        # the plan begins on that day
        ("明天盘点安排如下：清点2小时；报告30分钟，下午5点前交。", [None, 540]),
        ("会议纪要，时间：明天。焊接2小时，17点前完成。喷漆1小时。", [540, None]),
        ("明早8点开会前要弄好：打印资料20分钟。", [DAY]),
    ],
)
def test_an_hour_alone_is_on_the_day_that_was_spoken_of(text, deadlines):
    assert [task.deadline for task in read(text).tasks] == deadlines


def test_work_that_is_announced_for_a_day_starts_when_people_come_on_it():
    problem = read("明天盘点安排如下：清点2小时，3人。我们早9点到晚6点上班。")
    assert problem.start == datetime(2026, 11, 25, 9)
