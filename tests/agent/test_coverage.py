"""Tasks that the model left out are read from the rest of the message."""

from typing import Any

import pytest
from langchain_core.messages import AIMessage
from scripted import call

from agent.coverage import MOST_READINGS, complete, unread

ENGLISH = "Weld 2 hours, paint 3 hours, pack 1 hour."


def row(name: str, duration: str) -> dict[str, Any]:
    return {"name": name, "duration": duration}


WELD, PAINT, PACK = row("Weld", "2 hours"), row("paint", "3 hours"), row("pack", "1 hour")


def reader(*answers: AIMessage) -> tuple[list[str], Any]:
    left, asked = list(answers), []

    def read_rest(rest: str) -> AIMessage:
        asked.append(rest)
        return left.pop(0)

    return asked, read_rest


@pytest.mark.parametrize(
    ("text", "rows", "rest"),
    [
        (ENGLISH, [WELD], " paint 3 hours, pack 1 hour."),
        (ENGLISH, [WELD, PAINT], " pack 1 hour."),
        (ENGLISH, [WELD, PAINT, PACK], ""),
        (ENGLISH, [], ""),
        ("焊接2小时，喷漆3小时。", [row("焊接", "2小时")], "喷漆3小时。"),
        ("weld 2 hours, then some rest", [WELD], ""),
        ("weld 2 hours, paint 2 hours", [WELD], " paint 2 hours"),
        ("weld 2 hours, paint 2 hours", [WELD, row("paint", "2 hours")], ""),
        ("weld 1.5 hours, paint 1 hour", [row("weld", "1.5 hours")], " paint 1 hour"),
    ],
)
def test_what_follows_the_last_duration_that_was_read_is_unread(
    text: str, rows: list[dict[str, Any]], rest: str
) -> None:
    assert unread(text, rows) == rest


def test_rows_of_the_rest_are_added() -> None:
    asked, read_rest = reader(call("parse_tasks", tasks=[PAINT, PACK]))
    message = complete(call("parse_tasks", tasks=[WELD]), ENGLISH, read_rest)
    assert asked == [" paint 3 hours, pack 1 hour."]
    assert message.tool_calls[0]["args"] == {"tasks": [WELD, PAINT, PACK]}


def test_a_call_that_is_complete_is_left_as_it_is() -> None:
    asked, read_rest = reader()
    first = call("parse_tasks", tasks=[WELD, PAINT, PACK])
    assert complete(first, ENGLISH, read_rest).tool_calls == first.tool_calls
    assert asked == []


def test_a_message_is_read_a_limited_number_of_times() -> None:
    text = "; ".join(f"task {number} takes {number} hours" for number in range(1, 9))
    again = [call("parse_tasks", tasks=[row(f"task {n}", f"{n} hours")]) for n in range(2, 9)]
    asked, read_rest = reader(*again)
    message = complete(call("parse_tasks", tasks=[row("task 1", "1 hours")]), text, read_rest)
    assert len(asked) == MOST_READINGS - 1
    assert len(message.tool_calls[0]["args"]["tasks"]) == MOST_READINGS


@pytest.mark.parametrize("rest", [AIMessage("Hello."), call("parse_tasks", tasks="weld")])
def test_nonsense_about_the_rest_adds_nothing(rest: AIMessage) -> None:
    asked, read_rest = reader(rest)
    message = complete(call("parse_tasks", tasks=[WELD]), ENGLISH, read_rest)
    assert message.tool_calls[0]["args"] == {"tasks": [WELD]}
    assert len(asked) == 1


@pytest.mark.parametrize(
    "message",
    [
        AIMessage("Hello."),
        call("search_knowledge", question="2 hours, 3 hours"),
        call("parse_tasks", tasks="all of them"),
        call("parse_tasks"),
    ],
)
def test_other_messages_pass_unchanged(message: AIMessage) -> None:
    asked, read_rest = reader()
    assert complete(message, ENGLISH, read_rest).tool_calls == message.tool_calls
    assert asked == []
