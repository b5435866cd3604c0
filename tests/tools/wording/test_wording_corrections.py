"""Corrections that name nothing: they are about what the last edit set."""

import pytest

from tools.edit import edited
from tools.plan import Problem
from tools.wording.corrections import corrected, corrects
from tools.wording.edits import edits

PLAN = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 3}},
            {"name": "painting", "duration": 60, "after": ["welding"]},
            {"name": "packing", "duration": 30, "after": ["painting"]},
        ],
        "resources": [{"name": "people", "capacity": 5}],
    }
)
ZH = Problem.read(
    {
        "tasks": [
            {"name": "焊接", "duration": 120, "demands": {"people": 3}},
            {"name": "喷漆", "duration": 60, "after": ["焊接"]},
        ],
        "resources": [{"name": "people", "capacity": 5}],
    }
)


@pytest.mark.parametrize(
    ("edit", "message", "order"),
    [
        ("make welding 4 hours", "no, 3 hours", "welding takes 3 hours"),
        ("make welding 4 hours", "make that 2 hours", "welding takes 2 hours"),
        ("make welding 4 hours", "no, make that three", "welding takes three hours"),
        ("make welding 2 hours", "oops, I meant 90 minutes", "welding takes 90 minutes"),
        ("make welding 4 hours", "that should be 3 hours", "welding takes 3 hours"),
        ("make welding 4 hours", "sorry, 3 hours please", "welding takes 3 hours"),
        ("welding needs 4 people", "no, make that three", "welding needs three people"),
        ("welding needs 4 people", "make that 2 hours", "welding takes 2 hours"),
        ("packing an hour after painting", "no, 2 hours", "packing starts 2 hours after painting"),
        ("we have 9 people", "no, 8 people", "we have 8 people in all"),
        ("priority of welding to 5", "I meant 6", "priority of welding to 6"),
        ("welding and painting take 2 hours", "no, 3 hours",
         "welding and painting takes 3 hours"),
        ("焊接改成4小时", "说错了，是3小时", "焊接改成3小时"),
        ("焊接改成4小时", "不对，3小时", "焊接改成3小时"),
        ("焊接改成4小时", "哦不对，是3", "焊接改成3小时"),
        ("焊接改成4小时", "改成5小时吧", "焊接改成5小时"),
        ("焊接需要4个人", "应该是两个人", "焊接需要两个人"),
    ],
)  # fmt: skip
def test_a_correction_names_what_the_last_edit_set(edit: str, message: str, order: str) -> None:
    problem = PLAN if edit.isascii() else ZH
    assert corrected(message, problem, edited(problem, edits(edit, problem), edit)) == order


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ("make welding 4 hours, packing 50 minutes", "no, 3 hours"),
        ("swap welding and painting", "no, 3 hours"),
        ("drop packing", "no, 3 hours"),
        ("make welding 4 hours", "why 3 hours?"),
        ("make welding 4 hours", "no, packing takes 3 hours"),
        ("make welding 4 hours", "no"),
        ("make welding 4 hours", "wait 3 hours"),
        ("make welding 4 hours", "wait, 3 hours?"),
        ("make welding 4 hours", "no, half"),
        ("make welding 4 hours", "no, -3 hours"),
        ("make welding 4 hours", "no, 3 hours and 4 people"),
        ("packing after welding", "no, 3 hours"),
        ("welding and painting at the same time", "no, 3 hours"),
    ],
)
def test_what_could_be_about_several_things_or_says_more_is_left(edit: str, message: str) -> None:
    changed = edited(PLAN, edits(edit, PLAN), edit)
    assert corrected(message, PLAN, changed) == message


def test_without_an_edit_before_it_a_correction_is_left() -> None:
    assert corrected("no, 3 hours", None, PLAN) == "no, 3 hours"
    assert corrects("no, 3 hours")
    assert not corrects("3 hours")
    assert not corrects("make it 3 hours")  # what “it” is the talk before it may say
