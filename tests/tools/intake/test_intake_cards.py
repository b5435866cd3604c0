"""Tasks whose lines say one thing each."""

import pytest

from tools.intake.inputs import holds_plan, take_text
from tools.telling.intake import tell_notes

CARDS = {
    "blocks": """Hi team,
please plan:

Task: sand the frame
Time: 40 min
Who: Ann

Task: paint the frame
Time: 1 hour
Who: Bob
After: sand the frame

Thanks, Kim""",
    "bullets": """1. **Task:** sand the frame
   - Duration: 40 min
   - Assignee: Ann
2. **Task:** paint the frame
   - Duration: 1 h
   - Assignee: Bob
   - Depends on: sand the frame""",
    "numbers": """Task 1: sand the frame
Duration: 40 min
Who: Ann
Task 2: paint the frame
Duration: 60 min
Who: Bob
Starts after: Task 1""",
    "lines": """任务：sand the frame；时长：40分钟；负责人：Ann
任务：paint the frame；时长：1小时；负责人：Bob；前置：sand the frame""",
}


@pytest.mark.parametrize("kind", CARDS)
def test_cards_are_read_like_a_table(kind):
    taken = take_text(CARDS[kind])
    assert taken.problem is not None
    assert [(t.name, t.duration, dict(t.demands), t.after) for t in taken.problem.tasks] == [
        ("sand the frame", 40, {"Ann": 1}, ()),
        ("paint the frame", 60, {"Bob": 1}, ("sand the frame",)),
    ]
    assert holds_plan(CARDS[kind])


def test_a_line_that_no_column_has_is_named_as_not_read():
    taken = take_text("Task: sand\nTime: 40 min\nNotes: fine paper\nTask: paint\nTime: 1 h")
    assert taken.problem is not None
    assert [task.duration for task in taken.problem.tasks] == [40, 60]
    assert "Not read: “Notes”." in tell_notes(taken.notes, "en")


@pytest.mark.parametrize(
    "text",
    [
        "项目：年会筹备\n时间：2天\n人员：20人\n1. 布置会场2小时\n2. 彩排1小时",
        "Project: party\nTime: 5 December\nWhat: the stage, 2 hours; the lights, 1 hour",
        "Task: sand the frame, 40 min\nTask: paint the frame, 1 hour",
    ],
)
def test_a_heading_above_other_work_is_no_card(text):
    assert take_text(text).problem is None
