"""Tasks that have nothing but a letter for a name."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.prose.clock import Clock
from tools.prose.lettered import lettered

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("有三个任务：甲、乙、丙。甲2小时，乙1小时，丙30分钟，丙要等甲和乙做完。", ("甲", "乙")),
        ("甲 2小时 1人\n乙 1小时 2人\n丙 30分钟 1人，甲之后", ("甲",)),
        ("A、B、C三个活：A要2小时，B要1小时，C要半小时，C在A后面。", ("A",)),
        ("A：2小时，2人；B：1小时，1人；C：30分钟，1人，A和B之后。", ("A", "B")),
        (
            "A takes 2 hours, B takes 1 hour and C takes 30 minutes. C comes after A and B.",
            ("A", "B"),
        ),
    ],
)
def test_a_letter_that_takes_time_is_a_task(text, after):
    problem = read_tasks([], take_text(text), TUESDAY)
    assert [task.duration for task in problem.tasks] == [120, 60, 30]
    assert problem.tasks[2].after == after


@pytest.mark.parametrize(
    "text",
    [
        "A组2小时，B组1小时。",
        "甲方付款1小时，乙方签字20分钟。",
        "A 2小时。",
        "C 2小时，D 1小时。",
        "Picking order A takes 20 minutes, picking order B 30 minutes.",
    ],
)
def test_other_letters_are_none(text):
    assert not lettered(text)


def test_tasks_of_one_kind_are_told_apart_by_their_letter():
    text = "任务A 3小时，任务B 2小时，任务C 1小时。B等A，C等B。"
    problem = read_tasks([], take_text(text), TUESDAY)
    assert [task.after for task in problem.tasks] == [(), ("任务A",), ("任务B",)]
