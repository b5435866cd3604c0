"""The scheduler: Problem -> Schedule. The only place that knows OR-Tools.

    dispatch.py   a first plan from a list of tasks, in milliseconds
    improve.py    better lists by local search
    cpsat.py      the exact model, started from that plan, with cuts; proves or bounds
    deadlines.py  if there is no plan: which deadlines cannot be kept, and by how much
    goals.py      the value of a plan

Later: calendars, skills, conflicts (`conflicts.py`), progress and cancelling.
"""

import time
from collections.abc import Sequence

from tools.plan import Goal, Problem, Schedule
from tools.record import PlanError
from tools.solver import cpsat, deadlines, dispatch, improve
from tools.solver.goals import value

Orders = Sequence[tuple[str, str]]
"""Pairs (first, second): `first` must start no later than `second`."""

MIN_SECONDS, MAX_SECONDS = 0.05, 3600.0


def solve(
    problem: Problem,
    goal: Goal = "waiting",
    *,
    time_limit_seconds: float = 5.0,
    orders: Orders = (),
    hint: Schedule | None = None,
    workers: int = 2,
    seed: int = 0,
) -> Schedule:
    """The best plan found in the time, and a bound on any plan.

    The goal comes first; among equally good plans the one that ends earliest is preferred, or for
    `makespan` the one with least waiting.

    Args:
        time_limit_seconds: 0.05 to 3600; a lower number may give `unknown`.
        orders: pairs of task names; the first must start no later than the second.
        hint: a plan to start from, if it fits the problem.

    Returns:
        `optimal` only if proved; `infeasible` with the deadlines that cannot be kept; `unknown` if
        time ran out before any plan was found.

    Raises:
        PlanError: the time limit is out of range, or `orders` names an unknown task.
    """
    if not MIN_SECONDS <= time_limit_seconds <= MAX_SECONDS:
        raise PlanError("bad-time-limit", value=time_limit_seconds)
    for pair in orders:
        for name in pair:
            problem.task(name)
    began = time.monotonic()
    end = began + time_limit_seconds
    first = _best_start(problem, goal, orders, hint, end)
    schedule = cpsat.solve(problem, goal, orders, first, end, workers, seed)
    if schedule.status == "infeasible" and any(task.deadline is not None for task in problem.tasks):
        misses = deadlines.least_misses(problem, orders, max(end, time.monotonic() + 1), workers)
        schedule = schedule.model_copy(update={"misses": misses})
    return schedule.model_copy(update={"seconds": round(time.monotonic() - began, 3)})


def _best_start(
    problem: Problem, goal: Goal, orders: Orders, hint: Schedule | None, end: float
) -> Schedule | None:
    """The better of the hint and an improved dispatch plan; None if neither keeps all rules."""
    share = min(0.3, 0.15 * (end - time.monotonic()))
    plans = [improve.search(problem, goal, orders, time.monotonic() + share)]
    if hint is not None and dispatch.fits(problem, orders, hint):
        plans.append(hint)
    return min(
        (plan for plan in plans if plan is not None),
        key=lambda plan: value(problem, plan, goal),
        default=None,
    )
