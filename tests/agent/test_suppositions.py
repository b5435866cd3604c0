"""Common what-ifs, in a conversation in both languages, change nothing of the plan and hand nobody
over. There is no language model."""

from collections.abc import Callable

import pytest
from scripted import ScriptedChat

from agent.assistant import Assistant
from agent.steps import Finished
from tools.kinds import words
from tools.phrases import Language
from tools.plan import Problem
from tools.reasons.records import WhatIf
from ui.eval.texts import Reader

Make = Callable[..., Assistant]
KEY = "s" * 43
WEEK = ["mon", "tue", "wed", "thu", "fri"]
NAMES = {
    "en": ("welding", "painting", "Ann", "CNC", "Bob", "milling"),
    "zh": ("焊接", "喷漆", "小李", "数控机床", "老王", "铣削"),
}


def shop(language: Language) -> Problem:
    weld, paint, who, mill, other, cut = NAMES[language]
    day = {"calendar": "day"}
    return Problem.read(
        {
            "start": "2026-11-30T08:00",  # a Monday
            "tasks": [
                {"name": weld, "duration": 240, "demands": {"people": 3}},
                {"name": cut, "duration": 60, "demands": {other: 1}},
                {
                    "name": paint,
                    "duration": 360,
                    "demands": {"people": 2},
                    "after": [weld],
                    "alternatives": [{"duration": 400, "demands": {who: 1, mill: 1}}],
                },
            ],
            "resources": [
                {"name": "people", "capacity": 4, **day},
                {"name": who, "kind": "people", **day},
                {"name": other, "kind": "people", **day},
                {"name": mill, **day},
            ],
            "calendars": [
                {"name": "day", "hours": [{"days": WEEK, "start": "08:00", "end": "17:00"}]}
            ],
        }
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What happens without Ann?", "away"),
        ("And without the CNC?", "away"),
        ("How would we do without Ann?", "away"),
        ("Could we do it with three people?", "capacity"),
        ("Would 3 people be enough?", "capacity"),
        ("Imagine we lose one of the people on Tuesday.", "away"),
        ("What if we worked until 8 pm?", "shift"),
        ("What if Ann did the milling instead of Bob?", "assign"),
        ("没有小李会怎样", "away"),
        ("要是没有数控机床呢？", "away"),
        ("少了小李还行吗？", "away"),
        ("三个人够吗？", "capacity"),
        ("设想周二少一个人", "away"),
        ("如果加班到晚上八点呢？", "shift"),
        ("铣削换小李来做会怎么样？", "assign"),
    ],
)
def test_a_what_if_is_answered_beside_the_plan(assistant: Make, text: str, kind: str) -> None:
    language: Language = "en" if text.isascii() else "zh"
    made = assistant(ScriptedChat(script=[]), classify=words.scores, time_limit_seconds=5)
    made.replan(KEY, shop(language))
    before = made.snapshot(KEY)
    *_, last = made.turn(KEY, text, language)
    assert isinstance(last, Finished)
    assert last.handover is None
    held = made.snapshot(KEY)
    assert (held.problem, held.schedule) == (before.problem, before.schedule)
    assert held.explanation is not None, last.answer
    told = held.explanation.certificate
    assert isinstance(told, WhatIf)
    assert [change.kind for change in told.changes] == [kind]
    assert Reader(held.explanation, shop(language), language).unfounded(last.answer) == []


@pytest.mark.parametrize("text", ["What if Ann only works mornings?", "小李只上午上班会怎样？"])
def test_who_is_there_only_at_times_is_not_taken_to_be_away_then(
    assistant: Make, text: str
) -> None:
    language: Language = "en" if text.isascii() else "zh"
    made = assistant(ScriptedChat(script=[]), classify=words.scores)
    made.replan(KEY, shop(language))
    *_, last = made.turn(KEY, text, language)
    assert isinstance(last, Finished)
    assert not last.ok
    assert made.snapshot(KEY).explanation is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What happens without Ann?", "“welding”, “painting” ask for Ann by name."),
        ("没有小李会怎样", "“焊接”、“喷漆”点名要 小李。"),
    ],
)
def test_without_somebody_whom_tasks_ask_for_by_name_all_of_these_are_named(
    assistant: Make, text: str, told: str
) -> None:
    language: Language = "en" if text.isascii() else "zh"
    weld, paint, who, *_ = NAMES[language]
    tasks = [{"name": name, "duration": 60, "demands": {who: 1}} for name in (weld, paint)]
    made = assistant(ScriptedChat(script=[]), classify=words.scores)
    made.replan(KEY, Problem.read({"tasks": tasks, "resources": [{"name": who}]}))
    *_, last = made.turn(KEY, text, language)
    assert isinstance(last, Finished)
    assert last.handover is None
    assert told in last.answer
