"""Tasks that wait for each other in a circle: possible if it adds up to no more than zero."""

from typing import Any

import pytest
from features import MACHINE, M, problem, task

from tools.plan import Problem
from tools.reasons.floor import floor
from tools.record import PlanError
from tools.solver import solve
from ui.eval.judge.checker import faults


def link(other: str, kind: str, lag: int = 0) -> dict[str, Any]:
    return {"links": [{"task": other, "kind": kind, "lag": lag}]}


@pytest.mark.parametrize("kind", ["start-start", "finish-finish"])
def test_tasks_that_wait_for_each_others_start_or_end_are_done_together(kind):
    asked = problem([task("a", 30, **link("b", kind)), task("b", 30, **link("a", kind))])
    plan = solve(asked, time_limit_seconds=5)
    assert (plan.status, faults(asked, plan)) == ("optimal", [])
    assert plan.by_task["a"].start == plan.by_task["b"].start
    assert floor(asked, plan) is None


def test_a_start_within_half_an_hour_of_another_is_a_circle_that_can_be_kept():
    """b starts after a, and no more than 30 minutes after it."""
    a, b = task("a", 60, **link("b", "start-start", -30)), task("b", 20, **link("a", "start-start"))
    asked = problem([a | M, b, task("c", 50, **M, priority=9)], MACHINE)
    plan = solve(asked, time_limit_seconds=5)
    assert (plan.status, faults(asked, plan)) == ("optimal", [])
    assert plan.by_task["a"].start == 50


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        (link("b", "start-start", 1), link("a", "start-start"), 1),
        (link("b", "finish-finish", 20), link("a", "finish-finish", -5), 15),
        (link("b", "start-start", -29), {"after": ["a"]}, 1),
        (link("b", "finish-start", -40), {"after": ["a"]}, 10),
    ],
)
def test_a_circle_that_adds_up_to_more_than_zero_is_refused_with_the_sum(a, b, minutes):
    with pytest.raises(PlanError) as refused:
        problem([task("a", 30, **a), task("b", 20, **b)])
    assert refused.value.key == "cycle-adds-up"
    assert refused.value.values["minutes"] == minutes
    assert refused.value.values["tasks"] == "a → b → a"


def test_a_task_that_may_last_longer_or_pause_leaves_room_in_a_circle():
    ends_with, starts_after = link("b", "finish-finish"), {"after": ["a"]}
    other = {"alternatives": [{"duration": 60}]}
    with pytest.raises(PlanError):
        problem([task("a", 30, **ends_with), task("b", 20, **starts_after)])
    circle = [task("a", 30, **link("b", "finish-finish", -20)), task("b", 20, **starts_after)]
    assert solve(problem(circle), time_limit_seconds=5).optimal
    wide = [task("a", 30, **link("b", "start-start", -60), **other), task("b", 20, **starts_after)]
    assert solve(problem(wide), time_limit_seconds=5).optimal


def test_a_circle_of_very_many_tasks_is_looked_at_as_well():
    count = 5_000
    tasks = [task(f"t{n}", 30, **link(f"t{(n + 1) % count}", "start-start")) for n in range(count)]
    Problem.read({"tasks": tasks})
    tasks[-1] = task(f"t{count - 1}", 30, **link("t0", "start-start", 1))
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": tasks})
    assert refused.value.key == "cycle-adds-up"
