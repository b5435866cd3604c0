"""Whether a message gives a value, however either is written."""

from typing import Any

import pytest

from agent.said import Said


def about(text: str) -> dict[str, Any]:
    return {"description": text}


@pytest.mark.parametrize(
    ("message", "value", "schema", "given"),
    [
        ("20 cm long", 0.2, {}, True),
        ("three hours", 180, {}, True),
        ("an hour and a half", 90, {}, True),
        ("2.4 million people", 2_400_000, {}, True),
        ("added monthly", 12, {}, True),
        ("at 6 pm", 18, {}, True),
        ("a charge of 1.6e-19 coulombs", 1.6e-19, {}, True),
        ("20 cm long", 0.7, {}, False),
        ("some people", 50, {}, False),
        ("on June 3rd, 2025", "2025-06-03", {}, True),
        ("in June", "2025-07-19", {}, False),
        ("at half past nine in the evening", "21:30", {}, True),
        ("x squared plus 3x", "x**2 + 3*x", {}, True),
        ("x squared plus 3x", "x**2 + 8*x", {}, False),
        ("150 euros", "EUR", about("Three-letter code of the currency."), True),
        ("150 euros", "Oslo", about("Name of the town."), False),
        ("a drawn game", 0.5, about("1 for a win, 0.5 for a draw"), True),
        ("how warm is it", "metric", about("'metric' or 'imperial'."), True),
        ("how warm is it", "Oslo", about("Name of the town, e.g. 'Oslo'."), False),
        ("how warm is it", 7, {"default": 7}, True),
        ("two and 5", [2, 5], {"items": {"type": "integer"}}, True),
        ("two and 5", [2, 9], {"items": {"type": "integer"}}, False),
    ],
)
def test_a_value_is_given_if_it_stands_in_the_message_or_follows_from_it(
    message: str, value: Any, schema: dict[str, Any], given: bool
) -> None:
    assert Said(message).gives(value, schema) is given


@pytest.mark.parametrize(
    ("message", "name", "value", "schema", "spoken"),
    [
        ("translate it politely", "formal", True, about("Use polite forms."), True),
        ("translate it", "formal", True, about("Use polite forms."), False),
        ("a large pot", "size", "large", {"enum": ["small", "large"]}, True),
        ("a pot", "size", "large", {"enum": ["small", "large"]}, False),
        ("in metres", "unit", "metres", {"default": "metres"}, False),
        ("list the books", "page", 1, {}, False),
        ("list 5 books", "limit", 5, {}, True),
        ("list the books", "unit", "J", about("'J' or 'kJ'."), False),
    ],
)
def test_what_may_be_left_out_is_given_only_if_the_message_speaks_of_it(
    message: str, name: str, value: Any, schema: dict[str, Any], spoken: bool
) -> None:
    assert Said(message).speaks_of(name, value, schema) is spoken
