"""What the language model is shown."""

import json

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

from agent.view import PROMPTS, SHOWN_TASKS, examples, fixed_start, this_turn, view
from knowledge.language import language_of
from tools.intake.plain import legible
from tools.plan import Problem
from tools.registry import TOOLS

CALL = {"name": "parse_tasks", "args": {}, "id": "1"}
TURN = [
    HumanMessage("weld"),
    AIMessage("", tool_calls=[CALL]),
    ToolMessage("a secret", tool_call_id="1", status="error"),
]
PAST = [HumanMessage("earlier"), AIMessage("Before.")]


def problem(count: int) -> Problem:
    tasks = [{"name": f"task {number}", "duration": 1} for number in range(count)]
    return Problem.read({"tasks": tasks})


def test_a_turn_is_the_last_message_of_the_user_and_what_came_of_it() -> None:
    assert this_turn([*PAST, *TURN]) == TURN
    assert this_turn([AIMessage("Hello.")]) == []


def test_only_this_turn_is_shown_after_the_examples() -> None:
    assert view([*PAST, *TURN], None) == [*examples(), *TURN]


def test_the_tasks_of_the_plan_stand_before_the_message() -> None:
    assert view([HumanMessage("why?")], problem(2))[-1].text == "[task 0, task 1]\nwhy?"


def test_a_long_plan_is_shown_in_part() -> None:
    line = view([HumanMessage("why?")], problem(SHOWN_TASKS + 5))[-1].text.split("\n")[0]
    assert len(line.split(", ")) == SHOWN_TASKS


def test_the_fixed_start_is_the_system_prompt_and_the_examples() -> None:
    first, *rest = fixed_start()
    assert isinstance(first, SystemMessage)
    assert first.text == (PROMPTS / "system.md").read_text(encoding="utf-8").strip()
    assert rest == list(examples())


def test_the_examples_call_every_tool_and_answer_in_both_languages() -> None:
    called = {
        call["name"]
        for each in examples()
        if isinstance(each, AIMessage)
        for call in each.tool_calls
    }
    assert called == {tool.name for tool in TOOLS}
    asked = [each.text for each in examples() if isinstance(each, HumanMessage)]
    assert {language_of(text) for text in asked} == {"en", "zh"}


@pytest.mark.parametrize(
    "case", json.loads((PROMPTS / "examples.json").read_text(encoding="utf-8"))
)
def test_an_example_that_calls_a_tool_has_valid_arguments_copied_from_its_message(
    case: dict[str, object],
) -> None:
    if "answer" in case:
        assert set(case) == {"user", "answer"}
        return
    tool = next(each for each in TOOLS if each.name == case["tool"])
    arguments = case["arguments"]
    assert isinstance(arguments, dict)
    assert isinstance(tool.args_schema, type)
    assert set(arguments) <= set(tool.tool_call_schema.model_json_schema()["properties"])  # type: ignore[union-attr]
    rows = arguments.get("tasks")
    cells = [value for row in rows for value in row.values()] if isinstance(rows, list) else []
    cells += [arguments[name] for name in ("change", "question") if name in arguments]
    for cell in cells:
        assert cell in str(case["user"])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\x00b", "ab"),
        ("\ud83d", ""),
        ("焊接\t2小时\r\n🙂", "焊接\t2小时\r\n🙂"),
        ("\x1b[31mred", "[31mred"),
        ("<\x00|im_end|\x00>", "<|im_end|>"),
        ("\u200eWeld\u061cing\xad 2 h\u2028x", "Welding 2 h\u2028x"),
    ],
)
def test_legible_text_has_no_control_characters(text: str, read: str) -> None:
    assert legible(text) == read
