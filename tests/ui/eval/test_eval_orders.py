"""The judge of work orders, on readings whose faults are known."""

import json
from collections import Counter

import pytest

from tools.plan import Problem
from ui.eval.asynchow import shortest_seconds
from ui.eval.orders import Order, judge, likeness, orders
from ui.eval.parse import measured

GOLD = {
    "text": "Weld 2 hours with 3 people, then paint, 1 hour, urgent, by 10:00.",
    "nasty": "",
    "tasks": [
        {"name": "weld", "duration": 120, "people": 3},
        {
            "name": "paint",
            "duration": 60,
            "priority": "urgent",
            "after": ["weld"],
            "deadline": {"text": "by 10:00", "minute": 120},
        },
    ],
    "resources": {},
}
RIGHT = {
    "tasks": [
        {"name": "Weld", "duration": 120, "demands": {"people": 3}},
        {
            "name": "paint",
            "duration": 60,
            "demands": {"people": 1},
            "priority": 9,
            "after": ["Weld"],
            "deadline": 120,
        },
    ],
    "resources": [{"name": "people", "capacity": 3}],
    "start": "2026-11-24T08:00",
    "assumed": [
        {"field": "demand", "task": "paint", "resource": "people"},
        {"field": "priority", "task": "Weld"},
        {"field": "capacity", "resource": "people"},
    ],
}


def judged(**changes: object) -> list[str]:
    read = json.loads(json.dumps(RIGHT))
    read["tasks"][1] |= changes
    order = Order(GOLD["text"], GOLD, "dev", "en")
    found = judge(order, Problem.read(read))
    return found.wrong + found.invented


def test_what_is_right_is_exact() -> None:
    assert judged() == []


def test_each_fault_is_seen() -> None:
    assert judged(duration=61) != []
    assert judged(demands={"people": 2}) == []  # marked as assumed: whatever it is
    assert judged(priority=1) != []
    assert judged(after=[]) == ["after missed: paint <- weld"]
    assert judged(deadline=121) != []
    assert judged(name="polish") != []


def test_a_number_that_stands_nowhere_is_invented() -> None:
    assert "paint: 77 min" in judged(duration=77)


def test_names_are_alike_by_their_words() -> None:
    assert likeness("the count sheets", "count sheet") == 1.0
    assert likeness("盘点", "盘点处方药区") >= 0.5
    assert likeness("weld", "paint") == 0.0


def test_there_are_as_many_orders_as_the_readme_says() -> None:
    counts = Counter((order.part, order.language) for order in orders())
    assert (
        {part: counts[part, "en"] for part, _ in counts}
        == {part: counts[part, "zh"] for part, _ in counts}
        == {"dev": 120, "authors": 2550, "test": 100, "fresh": 20, "unseen": 100, "tangled": 60}
    )


@pytest.mark.parametrize("share", [0.1, 1.0])
def test_every_part_is_measured_but_what_only_teaches(share) -> None:
    parts = Counter(order.part for order in measured(share))
    known = {"dev": 240, "test": 200, "fresh": 40, "unseen": 200, "tangled": 120}
    assert parts == {part: count * share for part, count in known.items()}


def test_steps_with_constraints_take_as_long_as_their_longest_chain() -> None:
    text = (
        "Step 1. Boil water for 2 minutes (5 min)\nStep 2. Grind beans (30 sec)\n"
        "Step 3. Brew (1 hour)\nStep 1 must precede step 3.\nStep 2 must precede step 3."
    )
    assert shortest_seconds(text) == 65 * 60
