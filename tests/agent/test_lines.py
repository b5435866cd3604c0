"""Tool calls as lines: what is written can be read back, and the grammar admits nothing else."""

from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llama_cpp.llama_grammar import LlamaGrammar
from llguidance import LLMatcher, LLTokenizer, grammar_from
from pydantic import BaseModel

from agent.lines import Form, form, grammar, read_call
from agent.nested import LONGEST
from agent.view import examples
from tools.registry import TOOLS

BYTES = LLTokenizer("byte")


class Row(BaseModel):
    what: str
    count: int
    price: float = 0.0
    urgent: bool = False
    colour: Literal["red", "blue"] = "red"


def order_things(rows: list[Row]) -> None:
    """Order what is
    needed."""


def set_level(
    level: Literal["low", "high"], floor: int, note: str = "", night: bool = False
) -> None:
    """Set a level."""


def pick(size: Literal[1, 2]) -> None:
    """Pick a size."""


ORDER, LEVEL = form(order_things), form(set_level)
ALL = tuple(form(tool) for tool in TOOLS)


def accepts(rules: str, text: str) -> bool:
    matcher = LLMatcher(BYTES, grammar_from("gbnf", rules))
    assert not matcher.is_error(), matcher.get_error()
    written = list(text.encode())
    return matcher.try_consume_tokens(written) == len(written) and matcher.is_accepting()


def test_a_tool_is_described_by_its_docstring_and_its_cells() -> None:
    assert ORDER.describe() == (
        "order_things: Order what is needed. Write one line for each: "
        "what | count | price | urgent | red/blue"
    )
    assert LEVEL.describe() == (
        "set_level: Set a level. Write one line: low/high | floor | note | night"
    )


def test_rows_become_lines() -> None:
    rows = [{"what": "nails", "count": 3, "urgent": True}, {"what": "glue", "count": -1}]
    assert ORDER.write({"rows": rows}) == "order_things\nnails | 3 |  | true | \nglue | -1 |  |  | "


def test_an_argument_that_is_none_is_an_empty_cell() -> None:
    assert LEVEL.write({"level": "low", "floor": None}) == "set_level\nlow |  |  | "


CELL = st.text(alphabet="ab 焊\"\\'[]2", max_size=8).map(str.strip)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"what": CELL.filter(bool), "count": st.integers()},
        optional={
            "price": st.decimals(-999, 999, places=2).map(float),
            "urgent": st.booleans(),
            "colour": st.sampled_from(["red", "blue"]),
        },
    ),
    min_size=1,
    max_size=4,
)


@given(ROWS)
def test_written_rows_are_read_back(rows: list[dict[str, Any]]) -> None:
    assert read_call(ORDER.write({"rows": rows}), [LEVEL, ORDER]) == (
        "order_things",
        {"rows": rows},
    )


@settings(deadline=None)
@given(st.sampled_from(["low", "high"]), st.integers(), st.none() | CELL, st.none() | st.booleans())
def test_written_arguments_are_read_back(
    level: str, floor: int, note: str | None, night: bool | None
) -> None:
    arguments = {"level": level, "floor": floor, "note": note, "night": night}
    given = {name: value for name, value in arguments.items() if value not in (None, "")}
    given |= {"night": night} if night is not None else {}
    assert read_call(LEVEL.write(arguments), [ORDER, LEVEL]) == ("set_level", given)


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_the_grammar_admits_what_is_written(rows: list[dict[str, Any]]) -> None:
    message = " ".join(row["what"] for row in rows)
    rules = grammar([LEVEL, ORDER], message)
    LlamaGrammar.from_string(rules, verbose=False)
    whole = [{**row, "what": " ".join(row["what"].split())} for row in rows]
    assert accepts(rules, ORDER.write({"rows": whole}))


@pytest.mark.parametrize(
    "text",
    [
        "set_level\nmiddle | 3 |  | ",
        "set_level\nlow | three |  | ",
        "set_level\nlow | 3 | invented | ",
        "set_level\nlow | 3 |  | maybe",
        "set_level\nlow | 3",
        "set_level\nlow |  |  | ",
        "set_level\nlow | 3 |  | \nlow | 3 |  | ",
        "set_level",
        "drop_everything\n",
        "answer\n",
        "answer\ntwo\nlines",
        "nails",
    ],
)
def test_the_grammar_admits_nothing_else(text: str) -> None:
    assert not accepts(grammar([LEVEL, ORDER], "nails and glue"), text)


def test_own_words_are_one_line_under_their_label() -> None:
    assert accepts(grammar([LEVEL], "hi"), 'answer\nHello | 你好 [\\] "x"')
    assert not accepts(grammar([LEVEL], "hi", answer=False), "answer\nHello")


def test_an_integer_that_has_few_values_is_read_as_an_integer() -> None:
    sizes = form(pick)
    assert accepts(grammar([sizes], ""), "pick\n2")
    assert not accepts(grammar([sizes], ""), "pick\n3")
    assert read_call("pick\n2", [sizes]) == ("pick", {"size": 2})


@pytest.mark.parametrize("text", ["", "\n", "hello", "set_levels\nlow | 1", "nails | 3"])
def test_what_names_no_tool_is_no_call(text: str) -> None:
    assert read_call(text, [LEVEL, ORDER]) is None


@pytest.mark.parametrize("text", ["set_level\nlow | three", "set_level\nlow | | ", "pick\n"])
def test_a_cell_of_the_wrong_kind_is_refused_or_left_out(text: str) -> None:
    forms = [LEVEL, form(pick)]
    if text == "pick\n":
        assert read_call(text, forms) == ("pick", {})
    else:
        with pytest.raises(ValueError, match="int"):
            read_call(text, forms)


def test_a_call_that_breaks_off_keeps_its_whole_cells() -> None:
    text = "order_things\nnails | 3 | 1.5 | true | blue\nglue | 1"
    rows = [
        {"what": "nails", "count": 3, "price": 1.5, "urgent": True, "colour": "blue"},
        {"what": "glue", "count": 1},
    ]
    assert read_call(text, [ORDER]) == ("order_things", {"rows": rows})


def names(texts: list[str]) -> None:
    """A list of plain strings."""


def both(rows: list[Row], note: str) -> None:
    """A list and more."""


def nested(row: Row) -> None:
    """An object."""


def perhaps(count: int | None = None) -> None:
    """Two types."""


def measure(width: int, height: int, unit: str = "", days: list[str] | None = None) -> None:
    """Measure it."""


@pytest.mark.parametrize(
    ("tool", "line", "arguments"),
    [
        (names, 'texts: ["a", "b c"]', {"texts": ["a", "b c"]}),
        (
            both,
            'rows: [{"what": "a", "count": 1}] | note: x',
            {"rows": [{"what": "a", "count": 1}], "note": "x"},
        ),
        (
            nested,
            'row: {"what": "a", "count": 1, "urgent": true}',
            {"row": {"what": "a", "count": 1, "urgent": True}},
        ),
        (perhaps, "5", {"count": 5}),
        (measure, "width: 1 | height: 2", {"width": 1, "height": 2}),
        (
            measure,
            'width: 1 | height: 2 | unit: cm | days: ["Monday"]',
            {"width": 1, "height": 2, "unit": "cm", "days": ["Monday"]},
        ),
    ],
)
def test_lists_objects_and_many_numbers_have_their_names_before_them(
    tool: Any, line: str, arguments: dict[str, Any]
) -> None:
    shape = form(tool)
    text = f"{tool.__name__}\n{line}"
    assert accepts(grammar([shape], "x, cm and 5"), text)
    assert read_call(text, [shape]) == (tool.__name__, arguments)
    assert shape.write(arguments) == text


def test_a_list_ends_also_where_a_model_repeats_itself() -> None:
    def text(count: int) -> str:
        return "names\ntexts: [" + ", ".join(['"a"'] * count) + "]"

    rules = grammar([form(names)], "x")
    assert accepts(rules, text(LONGEST))
    assert not accepts(rules, text(LONGEST + 1))


def test_an_object_without_required_fields_may_hold_any_of_them() -> None:
    schema = {"type": "dict", "properties": {"a": {"type": "float"}, "b": {"enum": ["x"]}}}
    shape = form({"name": "f", "description": "F.", "parameters": {
        "type": "object", "properties": {"o": schema}, "required": ["o"]}})  # fmt: skip
    for value in ('{"a": 1.5}', '{"b": "x"}', "{}", '{"a": 1, "b": "x"}'):
        assert accepts(grammar([shape], ""), f"f\no: {value}")
    assert not accepts(grammar([shape], ""), 'f\no: {"b": "y"}')


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_lines_can_carry_every_tool(tool: Any) -> None:
    assert form(tool).cells


def calls() -> list[tuple[str, dict[str, Any]]]:
    messages = examples()
    return [
        (call["name"], call["args"])
        for each in messages
        for call in getattr(each, "tool_calls", ())
    ]


@pytest.mark.parametrize(("tool", "arguments"), calls())
def test_every_example_can_be_written_and_read(tool: str, arguments: dict[str, Any]) -> None:
    by_name: dict[str, Form] = {each.tool: each for each in ALL}
    assert read_call(by_name[tool].write(arguments), ALL) == (tool, arguments)
