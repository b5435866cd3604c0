"""Tasks out of a text, without a conversation."""

from datetime import datetime

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from scripted import ScriptedChat, call

from agent.reading import read_text
from agent.view import fixed_start
from tools.prose.clock import Clock
from tools.record import PlanError

TUESDAY = Clock(datetime(2026, 11, 24, 8))
SURE = "Weld 2 hours, paint 3 hours after welding."
TEXT = "For 2 hours weld it and the other 3 hours go to paint."
"""Rules are in doubt about it."""


def rows(*pairs: tuple[str, str]) -> AIMessage:
    return call("parse_tasks", tasks=[{"name": name, "duration": words} for name, words in pairs])


def nobody() -> BaseChatModel:
    raise AssertionError("no language model is needed")


def test_what_the_rules_are_sure_of_is_read_without_a_language_model() -> None:
    problem = read_text(nobody, SURE, TUESDAY)
    assert {task.name: task.duration for task in problem.tasks} == {"Weld": 120, "paint": 180}
    assert problem.by_name["paint"].after == ("Weld",)


def test_the_words_that_were_copied_fill_what_the_rules_left_out() -> None:
    llm = ScriptedChat(script=[rows(("weld", "2 hours"), ("paint", "3 hours"))])
    problem = read_text(lambda: llm, TEXT, TUESDAY)
    assert [task.duration for task in problem.tasks] == [120, 180]
    assert problem.tasks[1].name == "paint"


def test_the_prompt_begins_like_that_of_a_turn_so_that_what_is_kept_is_used() -> None:
    llm = ScriptedChat(script=[rows(("weld", "2 hours"), ("paint", "3 hours"))])
    read_text(lambda: llm, TEXT.replace("weld", "we\x00ld"), TUESDAY)
    assert llm.seen[0][:-1] == fixed_start()
    assert llm.seen[0][-1].text == TEXT
    assert llm.offered == [["parse_tasks"]]


@pytest.mark.parametrize(
    "answer",
    [
        AIMessage("Hello."),
        call("parse_tasks", tasks=[]),
        call("parse_tasks", tasks=[{"duration": "2 hours"}]),
        call("parse_tasks", tasks=[5]),
        call("parse_tasks", tasks=5),
        call("parse_tasks", tasks=None),
        call("parse_tasks"),
    ],
)
def test_a_text_without_tasks_is_refused_with_an_example(answer: AIMessage) -> None:
    with pytest.raises(PlanError, match="Packing takes 2 hours"):
        read_text(lambda: ScriptedChat(script=[answer] * 3), "How is the weather?", TUESDAY)
