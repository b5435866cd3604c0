"""Calls as a small model was trained to write them: what is written can be read, and the grammar
admits nothing else."""

import json
from typing import Any, Literal

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from llguidance import LLMatcher, LLTokenizer, grammar_from

from agent.lines import grammar, read_call
from agent.local import prompt
from agent.native import native_form

BYTES = LLTokenizer("byte")


def book_table(
    seats: int,
    day: str,
    kind: Literal["inside", "garden"] = "inside",
    dishes: list[str] | None = None,
) -> None:
    """Book a table."""


def now() -> None:
    """The time."""


TABLE, NOW = native_form(book_table), native_form(now)


def accepts(text: str) -> bool:
    rules = grammar([TABLE, NOW], "for two, on the 4th of May")
    matcher = LLMatcher(BYTES, grammar_from("gbnf", rules))
    assert not matcher.is_error(), matcher.get_error()
    written = list(text.encode())
    return matcher.try_consume_tokens(written) == len(written) and matcher.is_accepting()


@pytest.mark.parametrize(
    "arguments",
    [
        {"seats": 2, "day": "2025-05-04"},
        {"seats": 2, "day": "May 4", "kind": "garden"},
        {"seats": 2, "day": "4 {May}", "dishes": ["soup", "a }"]},
    ],
)
def test_a_call_is_json_and_words_its_values_freely(arguments: dict[str, Any]) -> None:
    text = TABLE.write(arguments)
    assert json.loads(text) == {"name": "book_table", "arguments": arguments}
    assert accepts(text)
    assert read_call(text, [NOW, TABLE]) == ("book_table", arguments)


def test_a_function_without_arguments_is_called_with_none() -> None:
    assert accepts('{"name": "now", "arguments": {}}')
    assert read_call('{"name": "now", "arguments": {}}', [TABLE, NOW]) == ("now", {})


@pytest.mark.parametrize(
    "arguments",
    [
        '{"seats": 2}',
        '{"seats": "two", "day": "x"}',
        '{"seats": 2, "day": "x", "kind": "roof"}',
        "{}",
    ],
)
def test_the_grammar_admits_no_call_with_something_missing_or_of_the_wrong_kind(
    arguments: str,
) -> None:
    assert not accepts(f'{{"name": "book_table", "arguments": {arguments}}}')


def test_a_call_that_breaks_off_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="Unterminated"):
        read_call('{"name": "book_table", "arguments": {"seats": 2, "day": "20', [TABLE])


def test_the_prompt_holds_the_whole_schema_of_each_function_and_earlier_calls_as_json() -> None:
    call = {"name": "book_table", "args": {"seats": 2, "day": "Monday"}, "id": "1"}
    turns = prompt(
        [SystemMessage("You choose."), HumanMessage("hi"), AIMessage("", tool_calls=[call])],
        [TABLE, NOW],
    )
    told = turns[0]["content"].split("<tools>\n")[1].split("\n</tools>")[0]
    functions = [json.loads(line)["function"] for line in told.splitlines()]
    assert [each["name"] for each in functions] == ["book_table", "now"]
    assert functions[0]["parameters"]["properties"]["kind"]["enum"] == ["inside", "garden"]
    assert json.loads(turns[2]["content"])["arguments"] == call["args"]
