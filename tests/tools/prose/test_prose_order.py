"""Who waits for whom, in wordings that were once read wrongly."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.plan import Problem
from tools.prose.clock import Clock

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def read(text: str) -> Problem:
    return read_tasks([], take_text(text), TUESDAY)


@pytest.mark.parametrize(
    ("text", "task", "after"),
    [
        # what is said outright stands above what only follows from "then"
        ("Wash 1h, dry 1h, paint 1h. Finally pack, 1h, after the wash.", "pack", ("Wash",)),
        ("Paint, 2 h. Cutting comes first, 1 h.", "Paint", ("Cutting",)),
        ("Cut, 1 h. Glue, 1 h. The polish, 1 h, comes last.", "polish", ("Cut", "Glue")),
        ("Cut, 1 h. Drill, 1 h. Once both are done: test, 20 min.", "test", ("Cut", "Drill")),
        ("(1) Lock, 10 min. (2) Count, 25 min, needs (1).", "Count", ("Lock",)),
        ("Load 1 h. Tidy 1 h, and, once it is loaded, drive 1 h.", "drive", ("Load",)),
        ("砌新墙一天；水电改造五小时，砌墙之前做完。", "砌新墙", ("水电改造",)),
        ("入库要等车削干完，二十分钟。车削三小时。", "入库", ("车削",)),
        ("征信15分钟；评估半天；出意见40分钟，征信和评估都回来再写。", "出意见", ("征信", "评估")),
        ("刷漆一个小时；晾干三小时，不用人，刷完漆以后。", "晾干", ("刷漆",)),
    ],
)  # fmt: skip
def test_a_task_waits_for_what_the_words_mean(text, task, after):
    assert read(text).task(task).after == after


def test_both_of_two_joined_tasks_wait():
    problem = read("Spin, 15 min. Chemistry and typing can both start after the spin, 1 h each.")
    assert [each.after for each in problem.tasks] == [(), ("Spin",), ("Spin",)]


@pytest.mark.parametrize(
    ("words", "minute"),
    [
        ("by the end of the month", 7 * 24 * 60 - 8 * 60),
        ("Friday noon at the latest", 3 * 24 * 60 + 4 * 60),
    ],
)
def test_the_last_day_of_a_month_and_a_latest_moment_are_deadlines(words, minute):
    assert read(f"Close the period, 5 min, {words}.").tasks[0].deadline == minute


def test_month_end_in_chinese_is_a_deadline():
    assert read("关账5分钟，月底前必须关掉。").tasks[0].deadline == 7 * 24 * 60 - 8 * 60
