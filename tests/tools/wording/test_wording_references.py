"""Words that refer back to what was spoken of."""

from datetime import datetime

import pytest

from tools.plan import Problem
from tools.wording.references import Focus, focus_after, resolved

PLAN = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 3}},
            {"name": "painting", "duration": 60, "after": ["welding"]},
            {"name": "packing", "duration": 60},
            {"name": "焊接", "duration": 60},
        ],
        "resources": [
            {"name": "people", "capacity": 5},
            {"name": "Ann", "kind": "people"},
            {"name": "李强", "kind": "people"},
        ],
    }
)
FOCUS = Focus(
    question="why is welding so late?",
    person="Ann",
    task="welding",
    listed=("painting", "packing"),
)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("and if he is away on Tuesday?", "and if Ann is away on Tuesday?"),
        ("what if she's ill", "what if Ann's ill"),
        ("要是他周二不在呢？", "要是 Ann 周二不在呢？"),
        ("why is it so late?", "why is welding so late?"),
        ("它为什么这么晚？", " welding 为什么这么晚？"),
        ("why is the second one not first?", "why is packing not first?"),
        ("第一个为什么这么晚", " painting 为什么这么晚"),
        ("drop the last one", "drop packing"),
        ("and painting?", "why is painting so late?"),
        ("what about packing?", "why is packing so late?"),
        ("那焊接呢？", "why is 焊接 so late?"),
        ("and the second one?", "why is packing so late?"),
        ("第二个呢？", "why is packing so late?"),
    ],
)
def test_names_take_the_place_of_what_refers_to_them(message: str, meant: str) -> None:
    assert resolved(message, FOCUS, PLAN) == meant


@pytest.mark.parametrize(
    "message",
    [
        "why is packing after it?",  # names a task of its own: which is "it"?
        "what if 李强 and she are away?",
        "why is the fifth one so late?",
        "the others are fine, 其他人呢",
        "is this the best plan?",
        "why not the first thing on Tuesday?",
        "What would it take to finish by 3 pm?",
        "is it possible to finish earlier?",
        "",
    ],
)
def test_what_is_not_sure_is_left(message: str) -> None:
    assert resolved(message, FOCUS, PLAN) == message


def test_of_what_may_be_about_something_else_only_a_bare_time_refers_back() -> None:
    focus = FOCUS.model_copy(update={"question": "welding为什么不在周三做"})
    plan = PLAN.model_copy(update={"start": datetime(2026, 11, 24, 8)})
    assert resolved("那周四呢", focus, plan, freely=False) == "welding为什么不在周四做"
    assert resolved("is it done?", focus, plan, freely=False) == "is it done?"


def test_nothing_refers_to_what_nobody_spoke_of() -> None:
    for message in ("and if he is away?", "why is it late?", "the second one", "and painting?"):
        assert resolved(message, Focus(), PLAN) == message


def test_the_focus_is_what_was_asked_about_and_what_the_answer_lists() -> None:
    found = focus_after(Focus(), "why does Ann do welding?", "packing, then painting.", PLAN)
    assert found == Focus(
        question="why does Ann do welding?",
        person="Ann",
        task="welding",
        listed=("packing", "painting"),
    )


def test_the_focus_stays_until_something_else_is_spoken_of() -> None:
    found = focus_after(FOCUS, "thanks", "You are welcome.", PLAN)
    assert (found.person, found.task, found.listed) == ("Ann", "welding", FOCUS.listed)


def test_an_answer_about_one_task_is_no_list() -> None:
    found = focus_after(FOCUS, "what if Ann is away?", "welding asks for Ann.", PLAN)
    assert found.listed == FOCUS.listed


def test_who_is_gone_from_the_plan_is_gone_from_the_focus() -> None:
    other = Problem.read({"tasks": [{"name": "packing", "duration": 5}]})
    found = focus_after(FOCUS, "hm", "", other)
    assert (found.person, found.task, found.listed) == (None, None, ("packing",))


def test_the_one_that_is_meant_of_several_answers_what_was_asked_back() -> None:
    plan = Problem.read(
        {"tasks": [{"name": f"paint the {it}", "duration": 60} for it in ("door", "fence")]}
    )
    asked = "why does paint start so late?"
    focus = focus_after(Focus(), asked, "Which: paint the door, paint the fence?", plan)
    for message in ("the second one", "第二个", "paint the fence"):
        assert resolved(message, focus, plan) == f"{asked} paint the fence"
