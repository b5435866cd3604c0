"""What a second reader of the solver found: wrong plans, wrong proofs, time that was not kept."""

from typing import Any

import pytest
from features import BOB, MACHINE, M, held, problem, task

from tools.plan import Assignment, Schedule
from tools.solver import solve
from ui.eval.judge.checker import faults

WELD = {"skills": {"weld": 1}}


def told(*rows: tuple[str, int, int, dict[str, int]], **more: Any) -> Schedule:
    """A plan from before."""
    assignments = [Assignment(task=n, start=a, end=b, resources=who) for n, a, b, who in rows]
    return Schedule(status="feasible", objective=0, assignments=tuple(assignments), **more)


def test_a_plan_to_start_from_by_somebody_who_left_is_done_by_somebody_who_can():
    asked = problem([task("a", 10, **WELD)], BOB, MACHINE)
    plan = solve(asked, hint=told(("a", 0, 10, {"eve": 1})), time_limit_seconds=1)
    assert faults(asked, plan) == []
    assert held(plan, "a") == {"bob": 1}


@pytest.mark.parametrize("kind", ["hint", "before"])
def test_what_runs_is_done_although_the_plan_before_left_it_out(kind):
    tasks = [task("a", 50, value=5, started=0, **M), task("b", 10, **M)]
    asked = problem(tasks, MACHINE, now=1)
    known = {kind: told(("b", 0, 10, {"m": 1}), left_out=("a",))}
    plan = solve(asked, ["makespan", "value"], time_limit_seconds=2, **known)
    assert plan.left_out == ()
    assert plan.by_task["b"].start == 50
