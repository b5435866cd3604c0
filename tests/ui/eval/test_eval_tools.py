"""When an answer to a public tool-calling case is right."""

from typing import Any

import pytest

from ui.eval.toolcases import Answer, _allows, _expects, own_cases
from ui.eval.tools import _typed

GOLD = {"area": {"base": [10], "height": [5, 5.5], "unit": ["units", ""], "points": [[[1, 2]], ""]}}


@pytest.mark.parametrize(
    ("name", "arguments", "right"),
    [
        ("area", {"base": 10, "height": 5}, True),
        ("area", {"base": 10.0, "height": 5.5, "unit": "Units"}, True),
        ("area", {"base": 10, "height": 5, "points": [[1, 2]]}, True),
        ("area", {"base": 10}, False),
        ("area", {"base": 11, "height": 5}, False),
        ("area", {"base": 10, "height": 5, "colour": "red"}, False),
        ("volume", {"base": 10, "height": 5}, False),
        ("", {}, False),
    ],
)
def test_a_call_is_right_if_each_argument_is_allowed(
    name: str, arguments: dict[str, Any], right: bool
) -> None:
    assert _allows(GOLD)(Answer(name, arguments)) is right


def test_where_no_function_fits_only_words_are_right() -> None:
    assert _allows(None)(Answer(words="None does that."))
    assert not _allows(None)(Answer("area", {}))


@pytest.mark.parametrize(
    ("kind", "gold", "answer", "right"),
    [
        ("", {"f": {"a": {"b": "X y"}}}, Answer("f", {"a": {"b": "x-y"}}), True),
        ("", {"f": {"a": {"b": "X y"}}}, Answer("f", {"a": {}}), False),
        ("", {"f": {"a": [1, 2]}}, Answer("f", {"a": [1, 2]}), True),
        ("incomplete", {"f": ["dataRange"]}, Answer(words="To call f I need: dataRange."), True),
        ("incomplete", {"f": ["dataRange"]}, Answer(words="I need more."), False),
        ("incomplete", {"f": ["dataRange"]}, Answer("f", {}), False),
        ("error_param", {"id": ["12X"]}, Answer(words="f does not take id: 12X"), True),
        ("irrelevant", "none", Answer(words="Sorry."), True),
        ("irrelevant", "none", Answer("f", {}), False),
    ],
)
def test_of_a_special_case_it_is_right_to_say_what_is_wrong(
    kind: str, gold: Any, answer: Answer, right: bool
) -> None:
    assert _expects(kind, gold)(answer) is right


def test_types_get_the_names_of_json_schema() -> None:
    schema = {"type": "dict", "properties": {"a": {"type": "tuple", "items": {"type": "float"}}}}
    typed = {"type": "array", "items": {"type": "number"}}
    assert _typed(schema) == {"type": "object", "properties": {"a": typed}}


def test_our_own_cases_offer_the_function_that_is_right_and_say_when_none_is() -> None:
    cases = list(own_cases())
    assert len(cases) > 90
    for case, fits in cases:
        assert case.functions
        assert case.fits(Answer(words="None does that.")) is not fits
