"""Questions in other words, and what is not in the plan."""

import pytest

from tools.meaning import Question, meaning
from tools.plan import Problem
from tools.record import PlanError
from tools.wording.questions import asked, stranger, subject

SHOP = Problem.read(
    {
        "start": "2026-11-24T08:00",  # a Tuesday
        "tasks": [
            {"name": "paint doors", "duration": 60},
            {"name": "fit hinges", "duration": 60, "skills": {"fit": 1}},
            {"name": "final check", "duration": 30},
            {"name": "fire check", "duration": 30},
            {"name": "焊接", "duration": 60},
            {"name": "凭证扫描", "duration": 60},
        ],
        "resources": [{"name": "Ann", "skills": ["fit"]}, {"name": "Ben", "skills": ["fit"]}],
    }
)


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("why isnt fit hinges at 2pm?", "not_then"),
        ("What prevents paint doors from starting at ten o'clock?", "not_then"),
        ("Is there a reason fit hinges is not on Wednesday?", "not_then"),
        ("焊接为什么没安排在周三？", "not_then"),
        ("我想让焊接早上九点开始，有什么问题？", "not_then"),
        ("From what priority on would fit hinges come before everything else?", "first_by"),
        ("焊接的优先级给多少才能第一个做？", "first_by"),
        ("What would be needed so that everything is finished by Thursday noon?", "in_time"),
        ("能不能周四中午前全部完工？", "in_time"),
        ("If you could only change one thing, what would gain the most?", "helps"),
        ("哪里最拖后腿", "helps"),
        ("What has changed since the last plan?", "changed"),
        ("这次安排有哪些变化？", "changed"),
    ],
)
def test_it_is_recognised(message, subject):
    found = asked(message, SHOP)
    assert found is not None
    assert found.subject == subject


@pytest.mark.parametrize(
    "message",
    [
        "Fit hinges takes 2 hours and paint doors 3 hours; they cannot be done at the same time.",
        "Paint doors takes 2 hours, someone else does it.",
        "焊接2小时，凭证扫描3小时，不能同时做",
        "Fit hinges is not urgent, two hours on Wednesday.",
    ],
)
def test_a_statement_of_work_is_no_question(message):
    assert asked(message, SHOP) is None


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Why is the check so late?", "which-of"),
        ("Why is the varnishing so late?", "unknown-task"),
        ("为什么喷漆这么晚？", "unknown-task"),
        ("Why does fit hinges come before polishing?", "unknown-task"),
        ("What if painting the doors took longer?", "which-change"),
        ("What if Dr Brown is away?", "which-change"),
    ],
)
def test_what_is_not_in_the_plan_is_asked_back(message, key):
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question(message))
    assert caught.value.key == key


def test_a_day_or_all_others_are_no_strangers():
    assert stranger("Why does fit hinges come before everything else?") == ""
    assert stranger("Why is fit hinges before noon?") == ""
    assert stranger("焊接为什么排在其他任务前面？") == ""
    assert subject("Why does the whole plan take so long?") == ""
    assert subject("为什么要这么安排？") == ""
