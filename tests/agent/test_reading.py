"""Tasks out of a text, without a conversation."""

import pytest
from langchain_core.messages import AIMessage
from scripted import ScriptedChat, call

from agent.reading import read_text
from agent.view import fixed_start
from tools.record import PlanError

TEXT = "Weld 2 hours, paint 3 hours after welding."


def rows(*pairs: tuple[str, str]) -> AIMessage:
    return call("parse_tasks", tasks=[{"name": name, "duration": words} for name, words in pairs])


def test_the_words_become_a_problem() -> None:
    problem = read_text(
        ScriptedChat(script=[rows(("Weld", "2 hours"), ("paint", "3 hours"))]), TEXT
    )
    assert {task.name: task.duration for task in problem.tasks} == {"Weld": 120, "paint": 180}
    assert problem.by_name["paint"].after == ("Weld",)


def test_tasks_that_were_left_out_are_read_from_the_rest() -> None:
    llm = ScriptedChat(script=[rows(("Weld", "2 hours")), rows(("paint", "3 hours"))])
    assert [task.name for task in read_text(llm, TEXT).tasks] == ["Weld", "paint"]
    assert llm.seen[1][-1].text == " paint 3 hours after welding."


def test_the_prompt_begins_like_that_of_a_turn_so_that_what_is_kept_is_used() -> None:
    llm = ScriptedChat(script=[rows(("Weld", "2 hours"))])
    read_text(llm, "Weld\x00 2 hours")
    assert llm.seen[0][:-1] == fixed_start()
    assert llm.seen[0][-1].text == "Weld 2 hours"
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
        read_text(ScriptedChat(script=[answer] * 3), TEXT)
