"""What keeps a small model's call from being made."""

from typing import Any

import pytest

from agent.gates import through_gates
from agent.lines import form

TRIP = form(
    {
        "name": "trips.book_train",
        "description": "Book a train ticket.",
        "parameters": {
            "type": "dict",
            "properties": {
                "city": {"type": "string", "description": "Where it goes."},
                "seats": {"type": "integer", "minimum": 1, "maximum": 9},
                "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
                "prices": {"type": "array", "items": {"type": "float"}},
                "window": {"type": "boolean"},
            },
            "required": ["city", "seats"],
        },
    }
)
MESSAGE = "A train to Paris for two, please."


@pytest.mark.parametrize(
    ("message", "arguments", "passed"),
    [
        (MESSAGE, {"city": "Paris", "seats": 2}, {"city": "Paris", "seats": 2}),
        (MESSAGE, {"city": "Paris", "seats": 5}, "To call trips.book_train I need: seats."),
        (MESSAGE, {"city": "London", "seats": 2}, "To call trips.book_train I need: city."),
        (MESSAGE, {"seats": 2}, "To call trips.book_train I need: city."),
        (
            "A train to Paris, 12 seats",
            {"city": "Paris", "seats": 12},
            "trips.book_train does not take these values: seats: 12.",
        ),
        (
            "train to Paris, 2 seats, code ab1",
            {"city": "Paris", "seats": 2, "code": "ab1"},
            "trips.book_train does not take these values: code: ab1.",
        ),
        (
            MESSAGE,
            {"city": "Paris", "seats": 2, "prices": [9.5], "window": True},
            {"city": "Paris", "seats": 2},
        ),
        (
            MESSAGE + " At the window.",
            {"city": "Paris", "seats": 2, "window": True},
            {"city": "Paris", "seats": 2, "window": True},
        ),
    ],
)
def test_only_what_the_message_gives_is_called(
    message: str, arguments: dict[str, Any], passed: object
) -> None:
    assert through_gates(TRIP, arguments, message) == passed


def test_a_function_that_does_not_do_what_is_asked_is_not_called() -> None:
    refused = through_gates(TRIP, {"city": "Paris", "seats": 2}, MESSAGE, fits=False)
    assert refused == "None of the functions does that."


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.05, "at 5% interest"),
        (1500, "1,500 euros"),
        (-3, "x squared minus 3x"),
        (20, "twenty people"),
        (1, "x² + 2x"),
    ],
)
def test_a_number_counts_however_it_is_written(value: float, message: str) -> None:
    shape = form(
        {
            "name": "f",
            "description": "",
            "parameters": {
                "type": "object",
                "properties": {"n": {"type": "number"}},
                "required": ["n"],
            },
        }
    )
    assert through_gates(shape, {"n": value}, message) == {"n": value}
