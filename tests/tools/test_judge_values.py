"""The judge counts every goal, every bound and every move right."""

from typing import Any

import pytest
from plans import Row, by_hand, two

from tools.plan import Problem, Reached, Schedule
from ui.eval.judge.checker import faults
from ui.eval.judge.values import value

ANN = {"name": "ann", "skills": ["weld"]}
BOB = {"name": "bob", "skills": ["weld", "paint"]}
WELD: dict[str, Any] = {"skills": {"weld": 1}}
FREE: tuple[int, int, dict[str, int]] = (0, 10, {})

ALL = Problem.read(
    {
        "tasks": [
            {"name": "a", "duration": 30, "priority": 2, "skills": {"weld": 1}, "due": 20},
            {"name": "b", "duration": 60, "priority": 3, "demands": {"people": 2, "steel": 4}},
            {"name": "c", "duration": 15, "value": 7},
            {"name": "d", "duration": 15, "started": 0, "ended": 5, "demands": {"people": 2}},
        ],
        "resources": [
            {"name": "people", "capacity": 4, "cost": 6},
            ANN | {"cost": 10},
            {"name": "steel", "kind": "stock", "capacity": 9, "cost": 5},
        ],
        "now": 5,
    }
)
ROWS: dict[str, Row] = {
    "a": (10, 40, {"ann": 1}),
    "b": (20, 80, {"people": 2, "steel": 4}),
    "d": (0, 5, {"people": 2}),
}


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("waiting", 2 * 10 + 3 * 20),
        ("makespan", 80),
        ("tardiness", 2 * 20),
        ("completion", 2 * 40 + 3 * 80 + 5),
        ("people", 2 + 1),
        ("cost", 30 * 10 + 2 * 60 * 6 + 4 * 5 * 60 + 2 * 15 * 6),
        ("balance", (2 * 60 + 2 * 15 + 3) // 4),
        ("value", 7),
        ("moves", 0),
    ],
)
def test_goals_count_what_they_should(goal, expected):
    schedule = by_hand(ALL, ROWS, goal=goal)
    assert schedule.objective == expected
    assert faults(ALL, schedule) == []
    off = schedule.model_copy(update={"objective": expected + 1})
    assert faults(ALL, off) == [f"The {goal} is {expected}, not {expected + 1}."]
    then = (Reached(goal=goal, value=expected + 1),)
    first = by_hand(ALL, ROWS, goal="waiting" if goal != "waiting" else "makespan", then=then)
    assert faults(ALL, first) == [f"The {goal} is {expected}, not {expected + 1}."]


def test_bounds_may_not_lie_above_values_and_optimal_means_no_gap():
    rows: dict[str, Row] = {"a": FREE, "b": (5, 15, {})}
    problem = two({}, {})
    assert faults(problem, by_hand(problem, rows, bound=5)) == []
    assert faults(problem, by_hand(problem, rows, bound=4)) == []
    assert "above" in faults(problem, by_hand(problem, rows, bound=6))[0]
    assert "Optimal" in faults(problem, by_hand(problem, rows, bound=4, status="optimal"))[0]
    assert "Optimal" in faults(problem, by_hand(problem, rows, status="optimal"))[0]
    assert "infeasible" in faults(problem, Schedule(status="infeasible"))[0]
    twice = (Reached(goal="waiting", value=5),)
    assert "twice" in faults(problem, by_hand(problem, rows, then=twice))[0]


def test_an_order_is_judged():
    problem = two({}, {})
    rows: dict[str, Row] = {"a": FREE, "b": (5, 15, {})}
    assert faults(problem, by_hand(problem, rows), [("a", "b")]) == []
    assert faults(problem, by_hand(problem, rows), [("b", "a")]) == ["b starts after a."]


def test_moves_are_judged_with_their_list_and_their_cost():
    tasks = [{"name": name, "duration": 10, **WELD} for name in "abc"]
    tasks[2]["value"] = 1
    problem = Problem.read({"tasks": tasks, "resources": [ANN, BOB]})
    ann, bob = {"ann": 1}, {"bob": 1}
    before = by_hand(problem, {"a": (0, 10, ann), "b": (0, 10, bob), "c": (20, 30, bob)})
    rows: dict[str, Row] = {"a": (12, 22, ann), "b": (0, 10, ann)}
    moved = [
        {"task": "a", "before": 0, "after": 12},
        {"task": "b", "before": 0, "after": 0, "others": True},
    ]
    after = by_hand(problem, rows, moved=moved, dropped=["c"], goal="waiting")
    assert faults(problem, after, before=before) == []
    assert value(problem, after, "moves", before) == (480 + 12) + 480 + 480
    assert "no plan before" in faults(problem, after)[0]
    silent = by_hand(problem, rows, moved=moved, goal="waiting")
    assert faults(problem, silent, before=before) == ["What is left out now is not ()."]
    reverse = by_hand(problem, rows, moved=moved[::-1], dropped=["c"])
    assert "largest first" in faults(problem, reverse, before=before)[0]
    few = by_hand(problem, rows, moved=moved[1:], dropped=["c"])
    assert "What moved" in faults(problem, few, before=before)[0]
    others = [moved[0], moved[1] | {"others": False}]
    same = by_hand(problem, rows, moved=others, dropped=["c"])
    assert "That others do b is True" in faults(problem, same, before=before)[0]
