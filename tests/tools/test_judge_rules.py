"""Who judges the judge: for each rule a plan by hand that keeps it, and one that breaks only it."""

from typing import Any

import pytest
from plans import Row, by_hand, two

from tools.plan import Problem
from ui.eval.judge.checker import faults

NOON = {
    "start": "2026-05-04T08:00",
    "calendars": [
        {
            "name": "day",
            "hours": [
                {"days": ["mon"], "start": "08:00", "end": "12:00"},
                {"days": ["mon"], "start": "13:00", "end": "17:00"},
            ],
        }
    ],
}
"""A Monday: open in minutes 0 to 239 and 300 to 539."""


M: dict[str, int] = {"m": 1}
MACHINE = {"name": "m", "capacity": 1}
ON_M: dict[str, Any] = {"demands": M}
DAYS_ON_M = MACHINE | {"calendar": "day"}
ANN = {"name": "ann", "skills": ["weld"]}
BOB = {"name": "bob", "skills": ["weld", "paint"]}
WELD: dict[str, Any] = {"skills": {"weld": 1}}
BOTH: dict[str, Any] = {"skills": {"weld": 1, "paint": 1}}
CHANGING = MACHINE | {"setups": [{"before": "f", "after": "g", "minutes": 5}]}
FREE: tuple[int, int, dict[str, int]] = (0, 10, {})


def linked(kind: str, lag: int) -> Problem:
    return two({}, {"links": [{"task": "a", "kind": kind, "lag": lag}]})


CASES: list[tuple[str, Problem, dict[str, Row], dict[str, Row]]] = [
    (
        "in minute 9",
        two(ON_M, ON_M, MACHINE),
        {"a": (0, 10, M), "b": (10, 20, M)},
        {"a": (0, 10, M), "b": (9, 19, M)},
    ),
    ("works 9 minutes", two({}, {}), {"a": FREE, "b": FREE}, {"a": FREE, "b": (0, 9, {})}),
    ("works 11 minutes", two({}, {}), {"a": FREE, "b": FREE}, {"a": FREE, "b": (0, 11, {})}),
    (
        "cannot be done with",
        two(ON_M, {}, MACHINE),
        {"a": (0, 10, M), "b": FREE},
        {"a": FREE} | {"b": FREE},
    ),
    (
        "cannot be done with",
        two(ON_M, {}, MACHINE),
        {"a": (0, 10, M), "b": FREE},
        {"a": (0, 10, M), "b": (10, 20, M)},
    ),
    ("not optional", two({"value": 3}, {}), {"b": FREE}, {"a": FREE}),
    ("no way 1", two({}, {}), {"a": FREE, "b": FREE}, {"a": FREE, "b": (0, 10, {}, 1)}),
    (
        "works 4 minutes, not 10",
        two({"alternatives": [{"duration": 4}]}, {}),
        {"a": (0, 4, {}, 1), "b": FREE},
        {"a": (0, 4, {}, 0), "b": FREE},
    ),
    (
        "before its release",
        two({"release": 5}, {}),
        {"a": (5, 15, {}), "b": FREE},
        {"a": (4, 14, {}), "b": FREE},
    ),
    (
        "after its deadline",
        two({"deadline": 15}, {}),
        {"a": (5, 15, {}), "b": FREE},
        {"a": (6, 16, {}), "b": FREE},
    ),
    (
        "as fixed",
        two({"fixed": 5}, {}),
        {"a": (5, 15, {}), "b": FREE},
        {"a": (6, 16, {}), "b": FREE},
    ),
    (
        "it is 5 already",
        two({"started": 0}, {}, now=5),
        {"a": FREE, "b": (5, 15, {})},
        {"a": FREE, "b": (4, 14, {})},
    ),
    (
        "it did at 3",
        two({"started": 3, "deadline": 4, "release": 9}, {}, now=5),
        {"a": (3, 13, {}), "b": (5, 15, {})},
        {"a": (5, 15, {}), "b": (5, 15, {})},
    ),
    (
        "it did at 8",
        two({"started": 3, "ended": 8}, {}, now=9),
        {"a": (3, 8, {}), "b": (9, 19, {})},
        {"a": (3, 13, {}), "b": (9, 19, {})},
    ),
    (
        "does not end at 13",
        two({"started": 3}, {}, now=20),
        {"a": (3, 20, {}), "b": (20, 30, {})},
        {"a": (3, 13, {}), "b": (20, 30, {})},
    ),
    (
        "changes its way",
        two({"started": 3, "alternatives": [{"duration": 4}]}, {}, now=3),
        {"a": (3, 13, {}), "b": (3, 13, {})},
        {"a": (3, 7, {}, 1), "b": (3, 13, {})},
    ),
    (
        "has started",
        two({"started": 3, "value": 1}, {}, now=3),
        {"a": (3, 13, {}), "b": (3, 13, {})},
        {"b": (3, 13, {})},
    ),
    (
        "finish-start, 3",
        linked("finish-start", 3),
        {"a": FREE, "b": (13, 23, {})},
        {"a": FREE, "b": (12, 22, {})},
    ),
    (
        "finish-start, -3",
        linked("finish-start", -3),
        {"a": FREE, "b": (7, 17, {})},
        {"a": FREE, "b": (6, 16, {})},
    ),
    (
        "start-start",
        linked("start-start", 3),
        {"a": FREE, "b": (3, 13, {})},
        {"a": FREE, "b": (2, 12, {})},
    ),
    (
        "finish-finish",
        linked("finish-finish", 3),
        {"a": FREE, "b": (3, 13, {})},
        {"a": FREE, "b": (2, 12, {})},
    ),
    (
        "overlap",
        two({"apart": ["b"]}, {}),
        {"a": FREE, "b": (10, 20, {})},
        {"a": FREE, "b": (9, 19, {})},
    ),
    (
        "overlap",
        two({}, {"apart": ["a"]}),
        {"a": FREE, "b": (10, 20, {})},
        {"a": FREE, "b": (9, 19, {})},
    ),
    (
        "no 5 minutes between a and b",
        two(ON_M | {"family": "f"}, ON_M | {"family": "g"}, CHANGING),
        {"a": (0, 10, M), "b": (15, 25, M)},
        {"a": (0, 10, M), "b": (14, 24, M)},
    ),
    (
        "5 of steel are used up, of 4",
        two(
            {"demands": {"steel": 3}},
            {"demands": {"steel": 2}, "alternatives": [{"duration": 9, "demands": {"steel": 1}}]},
            {"name": "steel", "kind": "stock", "capacity": 4},
        ),
        {"a": (0, 10, {"steel": 3}), "b": (50, 59, {"steel": 1}, 1)},
        {"a": (0, 10, {"steel": 3}), "b": (50, 60, {"steel": 2}, 0)},
    ),
    (
        "cannot be done with",
        two(WELD, {}, ANN, BOB),
        {"a": (0, 10, {"bob": 1}), "b": FREE},
        {"a": FREE, "b": FREE},
    ),
    (
        "cannot be done with",
        two(BOTH, {}, ANN, BOB),
        {"a": (0, 10, {"bob": 1, "ann": 1}), "b": FREE},
        {"a": (0, 10, {"bob": 1}), "b": FREE},
    ),
    (
        "cannot be done with",
        two({"skills": {"paint": 1}}, {}, ANN, BOB),
        {"a": (0, 10, {"bob": 1}), "b": FREE},
        {"a": (0, 10, {"ann": 1}), "b": FREE},
    ),
    (
        "2 of ann in minute 5, of 1",
        two(WELD, WELD, ANN, BOB),
        {"a": (0, 10, {"bob": 1}), "b": (5, 15, {"ann": 1})},
        {"a": (0, 10, {"ann": 1}), "b": (5, 15, {"ann": 1})},
    ),
    (
        "same people",
        two(WELD | {"same_people": ["b"]}, WELD, ANN, BOB),
        {"a": (0, 10, {"bob": 1}), "b": (10, 20, {"bob": 1})},
        {"a": (0, 10, {"bob": 1}), "b": (10, 20, {"ann": 1})},
    ),
    (
        "may not pause",
        two(ON_M, {}, DAYS_ON_M, **NOON),
        {"a": (300, 310, M), "b": FREE},
        {"a": (235, 305, M), "b": FREE},
    ),
    (
        "works 5 minutes",
        two(ON_M, {}, DAYS_ON_M, **NOON),
        {"a": (230, 240, M), "b": FREE},
        {"a": (235, 245, M), "b": FREE},
    ),
    (
        "works 9 minutes",
        two(ON_M | {"pausable": True}, {}, DAYS_ON_M, **NOON),
        {"a": (235, 305, M), "b": FREE},
        {"a": (235, 304, M), "b": FREE},
    ),
    (
        "not right after its work",
        two(ON_M | {"pausable": True}, {}, DAYS_ON_M, **NOON),
        {"a": (230, 240, M), "b": FREE},
        {"a": (230, 300, M), "b": FREE},
    ),
    (
        "when something it holds is closed",
        two(ON_M | {"pausable": True}, {}, DAYS_ON_M, **NOON),
        {"a": (300, 310, M), "b": FREE},
        {"a": (299, 310, M), "b": FREE},
    ),
    (  # a room that is open is held through the pause
        "2 of room in minute 250, of 1",
        two(
            {"demands": {"m": 1, "room": 1}, "pausable": True},
            {"demands": {"room": 1}},
            DAYS_ON_M,
            {"name": "room"},
            **NOON,
        ),
        {"a": (235, 305, {"m": 1, "room": 1}), "b": (305, 315, {"room": 1})},
        {"a": (235, 305, {"m": 1, "room": 1}), "b": (250, 260, {"room": 1})},
    ),
    (
        "2 of p in minute 3, of 1",
        two(
            {"demands": {"p": 2}},
            {},
            {"name": "p", "capacity": 2, "absences": [{"start": 3, "end": 7, "amount": 1}]},
        ),
        {"a": (7, 17, {"p": 2}), "b": FREE},
        {"a": (0, 10, {"p": 2}), "b": FREE},
    ),
    (
        "may not pause",
        two(ON_M, {}, MACHINE | {"absences": [{"start": 3, "end": 7}]}),
        {"a": (7, 17, M), "b": FREE},
        {"a": (0, 14, M), "b": FREE},
    ),
    (  # a fact overloads nobody, but nobody may join it
        "3 of p in minute 2, of 1",
        two(
            {"started": 0, "demands": {"p": 2}},
            {"demands": {"p": 1}},
            {"name": "p", "capacity": 2, "absences": [{"start": 0, "end": 4, "amount": 1}]},
            now=2,
        ),
        {"a": (0, 10, {"p": 2}), "b": (10, 20, {"p": 1})},
        {"a": (0, 10, {"p": 2}), "b": (2, 12, {"p": 1})},
    ),
]


@pytest.mark.parametrize(("sentence", "problem", "right", "wrong"), CASES)
def test_each_rule_is_judged(sentence, problem, right, wrong):
    assert faults(problem, by_hand(problem, right)) == []
    assert any(sentence in fault for fault in faults(problem, by_hand(problem, wrong))), faults(
        problem, by_hand(problem, wrong)
    )


STARTED: dict[str, Any] = WELD | {"started": 0}


def test_nobody_runs_two_tasks_while_somebody_else_could():
    problem = two(STARTED, STARTED, ANN, BOB, now=3)
    ann, bob = (0, 10, {"ann": 1}), (0, 10, {"bob": 1})
    both, apart = (by_hand(problem, {"a": ann, "b": each}) for each in (ann, bob))
    assert faults(problem, apart) == []
    assert "ann serves a, but is busy" in faults(problem, both)[0]
    assert faults(problem, both, before=both) == []  # it is known that ann does
    alone = two(STARTED, STARTED, ANN, now=3)
    assert faults(alone, by_hand(alone, {"a": ann, "b": ann})) == []


def test_a_running_task_keeps_the_way_of_the_plan_before():
    problem = two({"started": 0, "alternatives": [{"duration": 4}]}, {}, now=3)
    own = by_hand(problem, {"a": (0, 10, {}), "b": (3, 13, {})})
    other = by_hand(problem, {"a": (0, 4, {}, 1), "b": (3, 13, {})})
    assert faults(problem, own) == faults(problem, other, before=other) == []
    assert "changes its way to 0" in faults(problem, own, before=other)[0]


def test_what_is_left_out_breaks_no_link_and_no_stock():
    steel = {"name": "steel", "kind": "stock", "capacity": 2}
    problem = two(
        {"value": 3, "demands": {"steel": 2}},
        {"after": ["a"], "apart": ["a"], "demands": {"steel": 1}},
        steel,
    )
    assert faults(problem, by_hand(problem, {"b": (0, 10, {"steel": 1})}, goal="value")) == []


def test_a_running_task_may_run_while_its_machine_is_closed():
    problem = two({"started": 0, "duration": 250} | ON_M, {}, DAYS_ON_M, **NOON)
    assert faults(problem, by_hand(problem, {"a": (0, 250, M), "b": FREE})) == []


def test_setups_are_judged_only_between_neighbours():
    tasks = [
        {"name": name, "duration": 1, "demands": M, "family": family}
        for name, family in (("a", "f"), ("b", "x"), ("c", "g"))
    ]
    problem = Problem.read({"tasks": tasks, "resources": [CHANGING]})
    between = {"a": (0, 1, M), "b": (1, 2, M), "c": (2, 3, M)}
    assert faults(problem, by_hand(problem, between)) == []
    after = {"a": (0, 1, M), "c": (1, 2, M), "b": (2, 3, M)}
    rows = {name: after[name] for name in "abc"}
    assert "no 5 minutes between a and c" in faults(problem, by_hand(problem, rows))[0]
