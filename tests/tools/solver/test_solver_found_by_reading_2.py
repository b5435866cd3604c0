"""What a second reader of the solver found: wrong plans, wrong proofs, time that was not kept."""

from typing import Any

from features import BOB, MACHINE, held, problem, task

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
