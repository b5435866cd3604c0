"""Questions that ask for a part of the plan, in conversations with follow-ups. There is no language
model: one that was asked would fail the turn."""

from collections.abc import Callable

import pytest
from scripted import ScriptedChat

from agent.assistant import Assistant
from agent.steps import Finished
from tools.kinds import words
from tools.phrases import Language, say
from tools.plan import Problem
from tools.reasons.records import WhatIf

Make = Callable[..., Assistant]
KEY = "p" * 43
NAMES = {
    "en": ("welding", "painting", "Ann", "Bob"),
    "zh": ("焊接", "喷漆", "小李", "老王"),
}


def shop(language: Language) -> Problem:
    """Ann welds from 8 to 10, Bob paints from 10 to 11; Eve could, but comes too late."""
    weld, paint, first, second = NAMES[language]
    return Problem.read(
        {
            "start": "2026-11-30T08:00",
            "tasks": [
                {"name": weld, "duration": 120, "demands": {first: 1}},
                {"name": paint, "duration": 60, "skills": {"paint": 1}, "after": [weld]},
            ],
            "resources": [
                {"name": first, "kind": "people"},
                {"name": second, "skills": ["paint"]},
                {"name": "Eve", "skills": ["paint"], "absences": [{"start": 0, "end": 200}]},
            ],
        }
    )


@pytest.fixture
def talk(assistant: Make) -> Callable[[Language], Assistant]:
    def make(language: Language) -> Assistant:
        made = assistant(ScriptedChat(script=[]), classify=words.scores, time_limit_seconds=5)
        made.replan(KEY, shop(language))
        return made

    return make


def ask(made: Assistant, text: str, language: Language) -> Finished:
    *_, last = made.turn(KEY, text, language)
    assert isinstance(last, Finished)
    return last


TURNS: tuple[tuple[Language, tuple[tuple[str, str], ...]], ...] = (
    (
        "en",
        (
            ("Which tasks does Bob have?", "Bob: 1 task:\n- **painting**: 10:00 to 11:00"),
            ("and Ann?", "Ann: 1 task:\n- **welding**: 08:00 to 10:00"),
            ("how about Friday?", "Ann: no task on Fri 4 Dec."),
            ("And Zoe?", "The plan has nobody and nothing called “Zoe”. It has: Ann, Bob, Eve."),
        ),
    ),
    (
        "en",
        (
            ("Which tasks are still to come?", "Still to begin, 2 in all:"),
            ("What about the second one?", "**painting**: 10:00 to 11:00, with Bob"),
        ),
    ),
    (
        "zh",
        (
            ("老王有哪些任务", "老王 有 1 项任务：\n- **喷漆**：10:00 到 11:00"),
            ("那小李呢", "小李 有 1 项任务：\n- **焊接**：08:00 到 10:00"),
            ("周五呢", "小李 12月4日周五没有任务。"),
            ("那小王呢", "计划里没有“小王”。计划里有：小李、老王、Eve。"),
        ),
    ),
    (
        "zh",
        (
            ("还有哪些任务没开始？", "还没开始的有 2 项："),
            ("第二个呢", "**喷漆**：10:00 到 11:00（老王）"),
        ),
    ),
)


@pytest.mark.parametrize(("language", "turns"), TURNS)
def test_follow_ups_ask_the_same_of_another_name_or_time(
    talk: Callable[[Language], Assistant], language: Language, turns: tuple[tuple[str, str], ...]
) -> None:
    made = talk(language)
    for text, answer in turns:
        assert ask(made, text, language).answer.startswith(answer)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "Who does the painting?", "and without him?"),
        ("en", "Who does the painting?", "What happens without Bob?"),
        ("zh", "喷漆谁来做", "没有他呢"),
        ("zh", "喷漆谁来做", "没有老王会怎样"),
    ],
)
def test_without_somebody_is_a_what_if_and_no_hand_over(
    talk: Callable[[Language], Assistant], language: Language, first: str, then: str
) -> None:
    made = talk(language)
    assert ask(made, first, language).ok
    before = made.snapshot(KEY).schedule
    answer = ask(made, then, language)
    assert answer.ok, answer.answer
    assert answer.handover is None
    told = made.snapshot(KEY).explanation
    assert told is not None
    assert isinstance(told.certificate, WhatIf)
    assert "Eve" in {name for row in told.alternative.assignments for name in row.resources}
    assert made.snapshot(KEY).schedule == before


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Which tasks does Bob have?"),
        ("en", "Who is free on Friday?"),
        ("en", "What is next?"),
        ("zh", "小李有哪些任务"),
        ("zh", "周五谁有空"),
        ("zh", "接下来做什么"),
    ],
)
def test_without_a_plan_it_is_said_that_there_is_none(
    assistant: Make, language: Language, text: str
) -> None:
    made = assistant(ScriptedChat(script=[]))
    assert ask(made, text, language).answer == say("no-plan-yet", language)


@pytest.mark.parametrize(
    ("language", "text", "answers"),
    [
        ("en", "Who does the painting, and when is Ann free?", ("painting", "Ann")),
        ("en", "Make welding 3 hours, and when does painting start?", ("3 h", "11:00 to 12:00")),
        ("en", "Make welding 3 hours, by the way, is Ann busy?", ("3 h", "Ann: 1 task")),
        ("en", "Make welding 1 hour, then tell me who does the painting", ("1 h", "with Bob")),
        ("zh", "喷漆谁来做？小李什么时候有空？", ("喷漆", "小李")),
        ("zh", "焊接改成3小时，另外喷漆几点开始？", ("3 小时", "11:00 到 12:00")),
        ("zh", "焊接改成3小时，顺便告诉我喷漆谁来做", ("3 小时", "（老王）")),
    ],
)
def test_two_wishes_in_one_message_are_both_served(
    talk: Callable[[Language], Assistant], language: Language, text: str, answers: tuple[str, ...]
) -> None:
    answer = ask(talk(language), text, language)
    assert answer.ok
    first, rest = answer.answer.split("\n\n", 1)
    assert answers[0] in first
    assert answers[1] in rest
