"""Answers to the question for durations that nobody said."""

import pytest

from tools.plan import Problem
from tools.record import PlanError
from tools.wording.followups import is_edit
from tools.wording.gaps import filled

EN = Problem.read(
    {
        "tasks": [{"name": name, "duration": 60} for name in ("weld", "paint the door", "pack")],
        "assumed": [{"field": "duration", "task": name} for name in ("paint the door", "pack")]
        + [{"field": "duration", "task": "weld"}],
    }
)
ZH = Problem.read(
    {
        "tasks": [{"name": name, "duration": 60} for name in ("焊接", "喷涂", "包装")],
        "assumed": [{"field": "duration", "task": name} for name in ("喷涂", "包装")],
    }
)


def times(message: str, problem: Problem) -> dict[str, int]:
    return {each.task: each.minutes for each in filled(message, problem)}


@pytest.mark.parametrize(
    ("message", "minutes"),
    [
        ("2 hours, 30 minutes and a day", [120, 30, 480]),
        ("about 2 hours, then 30 min, then roughly an hour and a half.", [120, 30, 90]),
        ("2, 3 and 1 hours", [120, 180, 60]),
        ("15/20/45 minutes", [15, 20, 45]),
        ("2 hours each", [120, 120, 120]),
        ("they all take half an hour", [30, 30, 30]),
        ("weld 2h, paint the door 3h, pack 20 min", [120, 180, 20]),
        ("2 hours for the weld, 3 hours for painting and 20 minutes for packing", [120, 180, 20]),
        ("weld: 2 h\npaint the door: 3 h\npack: 20 min", [120, 180, 20]),
        ("weld takes 2 hours, the rest 45 minutes", [120, 45, 45]),
    ],
)  # fmt: skip
def test_all_are_filled_by_one_message(message: str, minutes: list[int]) -> None:
    expected = dict(zip(("weld", "paint the door", "pack"), minutes, strict=True))
    assert times(message, EN) == expected
    assert is_edit(message, EN)


@pytest.mark.parametrize(
    ("message", "minutes"),
    [
        ("都是两小时", [120, 120]),
        ("各半小时吧", [30, 30]),
        ("大概两个半小时和40分钟", [150, 40]),
        ("2小时、30分钟。", [120, 30]),
        ("2、3小时", [120, 180]),
        ("喷涂3小时，包装一刻钟", [180, 15]),
        ("喷涂要3小时，其余一小时", [180, 60]),
        ("包装20分钟，喷涂1小时", [60, 20]),
    ],
)
def test_chinese_answers_too(message: str, minutes: list[int]) -> None:
    assert times(message, ZH) == dict(zip(("喷涂", "包装"), minutes, strict=True))
    assert is_edit(message, ZH)


@pytest.mark.parametrize(
    "message",
    [
        "it must be done within 2 hours",
        "add a final check, 20 minutes",
        "why does it take 2 hours?",
        "cleaning takes 2 hours, 3 people",
        "thanks",
        "weld needs two people",
    ],
)
def test_what_says_anything_else_is_no_answer(message: str) -> None:
    assert not times(message, EN)


@pytest.mark.parametrize("message", ["2 hours", "2 hours, 30 minutes"])
def test_times_that_fit_no_task_are_asked_back(message: str) -> None:
    with pytest.raises(PlanError, match="3 tasks"):
        filled(message, EN)
    assert is_edit(message, EN)


def test_where_nothing_is_missing_a_time_fills_nothing() -> None:
    plan = Problem.read(EN.model_dump() | {"assumed": []})
    assert not times("2 hours each", plan)
