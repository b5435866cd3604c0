"""Turns in which durations are asked for, and given."""

from collections.abc import Callable

import pytest
from scripted import call

from agent.assistant import Assistant
from agent.steps import Called, Finished

Make = Callable[..., Assistant]
KEY = "ann"
TEXT = {"en": "To do:\n1. weld\n2. paint\n3. pack", "zh": "任务：\n1. 焊接\n2. 喷涂\n3. 包装"}
NAMES = {"en": ("weld", "paint", "pack"), "zh": ("焊接", "喷涂", "包装")}


def ask(talk: Assistant, text: str) -> tuple[Finished, list[str]]:
    *steps, last = talk.turn(KEY, text, "en")
    assert isinstance(last, Finished)
    return last, [each.tool for each in steps if isinstance(each, Called)]


@pytest.mark.parametrize(
    ("language", "answer"),
    [("en", "2 hours, 30 minutes and a day"), ("zh", "2小时、30分钟和一天")],
)
def test_one_question_asks_for_all_of_them_and_one_answer_gives_them(
    assistant: Make, language: str, answer: str
) -> None:
    talk = assistant(call("parse_tasks", tasks=[]))
    asked, tools = ask(talk, TEXT[language])
    assert not asked.ok
    assert tools == ["parse_tasks"]
    assert all(name in asked.answer for name in NAMES[language])
    assert asked.answer.count("？" if language == "zh" else "?") == 1
    assert talk.snapshot(KEY).schedule is None
    done, tools = ask(talk, answer)
    assert done.ok
    assert tools == ["edit_tasks", "optimise_schedule"]
    plan = talk.snapshot(KEY)
    assert plan.problem is not None
    assert [task.duration for task in plan.problem.tasks] == [120, 30, 480]
    assert not plan.problem.untimed
    assert plan.schedule is not None
    assert plan.undoable


def test_if_some_are_said_it_is_planned_and_the_others_are_asked_for(assistant: Make) -> None:
    talk = assistant(call("parse_tasks", tasks=[{"name": "paint"}]))
    told, _ = ask(talk, "Weld the frame 2 hours, then paint it.")
    assert told.ok
    assert "How long does “paint” take?" in told.answer
    done, tools = ask(talk, "half an hour")
    assert done.answer.count("“paint”") == 1
    assert tools == ["edit_tasks", "optimise_schedule"]
    plan = talk.snapshot(KEY).problem
    assert plan is not None
    assert [task.duration for task in plan.tasks] == [120, 30]


def test_of_a_range_the_upper_end_is_planned_and_said(assistant: Make) -> None:
    talk = assistant(call("parse_tasks", tasks=[]))
    told, _ = ask(talk, "Welding takes 90 to 120 minutes.")
    assert "“Welding” is planned with 2 h (“90 to 120 minutes”)" in told.answer
