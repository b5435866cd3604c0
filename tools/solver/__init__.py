"""The scheduler: Problem -> Schedule. The only place that knows OR-Tools.

begun.py      first: what counts as started, by the plan that is carried out
run.py        one solve: rules, search, exact model, search again
goals.py      which goals count, and in which order; limits.py: that they can be added up
encode.py     the problem in numbers (instance.py); ways.py, mates.py, latest.py, rows.py: parts of
              that; facts.py, crews.py: what has started, and who does it
horizon.py    how far calendars are followed; ordinary.py: by weekly hours
bounds.py     what no plan can go below
search/       priority rules, then local search in compiled code
exact/        the exact model in CP-SAT, started from the best plan; proves or bounds
decode.py     the plan (found.py) with names; reached.py: its values, and what is proved of them
progress.py   the time a solve has, and what it tells
misses.py     if deadlines cannot all be kept, the fewest minutes that they are missed by
memory.py     Python's garbage collector, held off while thirty thousand tasks are read

What cannot hold is found in `tools/contradictions/` before anything is solved; what to do about it
in `tools/conflict/`, by solving again.
"""

from collections.abc import Callable, Sequence
from typing import get_args

from tools.contradictions.statements import Orders
from tools.plan import Goal, Problem, Schedule
from tools.record import PlanError, short
from tools.solver.progress import Progress, Watch

MIN_SECONDS, MAX_SECONDS = 0.05, 3600.0
MAX_WORKERS = 64
MAX_SEED = 2**31 - 1
MISSES = 1.0
"""Seconds to find which deadlines are missed least."""


def solve(
    problem: Problem,
    goal: Goal | Sequence[Goal] | None = None,
    *,
    time_limit_seconds: float = 5.0,
    orders: Orders = (),
    hint: Schedule | None = None,
    before: Schedule | None = None,
    stability: int | None = None,
    workers: int = 2,
    seed: int = 0,
    tell: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    misses: float = MISSES,
) -> Schedule:
    """The best plan found in the time, and a bound on any plan.

    The first goal comes first; among plans that are equal in it the second decides, and so on.
    Among plans equal in all of them the one that ends earliest is preferred, or for `makespan` the
    one with least waiting.

    Args:
        goal: one or several; by default those of the problem, or waiting.
        time_limit_seconds: 0.05 to 3600; a lower number may give `unknown`.
        orders: pairs of task names; the first must start no later than the second.
        hint: a plan to start from, if it fits the problem; if there is no plan before, it says how
            what has started is done.
        before: the plan that is carried out now. What it has start before now has started, unless
            the problem says otherwise (see `begun.py`). Few and small moves are the first goal.
        stability: instead, so much of the first goal that was asked for is a moved minute worth;
            by default as the problem says. What is lost by leaving tasks out is not weighed with
            moves, unless it is that goal.
        workers: threads, 1 to 64.
        seed: of everything random, from 0 to 2^31 - 1. The same seed does not promise the same
            plan, because it is the clock that ends the search.
        tell: is called with each better plan or bound, perhaps from another thread.
        cancelled: is asked a few times a second; once it is true, the best plan so far is returned.
        misses: seconds to find which deadlines are missed least, if there is no plan; half of that
            if the time is over, and nothing is looked for in 0.

    Returns:
        `optimal` only if all goals were proved, with stability the weighed one together with its
        moves; `infeasible` if no plan can keep all rules (if deadlines are among them, and no
        `orders`, with those that are missed least); `unknown` if time ran out before any plan was
        found.

    Raises:
        PlanError: the time limit, the workers, the seed or the stability are out of range, there is
            no such goal, or `orders` names an unknown task.
    """
    check_effort(time_limit_seconds, workers, seed)
    _check_goals(goal)
    for pair in orders:
        for name in pair:
            problem.task(name)
    from tools.solver.begun import begun, newly_begun
    from tools.solver.limits import check_stability
    from tools.solver.misses import least_misses, missed
    from tools.solver.run import Run  # OR-Tools and the compiled search take long to import

    if stability is None:
        stability = problem.stability
    check_stability(problem, before, stability or 0)
    asked, problem = problem, begun(problem, before)
    watch = Watch(time_limit_seconds, tell, cancelled)
    plan = Run(problem, goal, watch, orders, hint, before, stability, workers, seed).schedule()
    plan = plan.model_copy(update={"begun": newly_begun(asked, problem)})
    if plan.planned:
        return plan.model_copy(update={"misses": missed(problem, plan)})
    limited = any(task.deadline is not None for task in problem.tasks)
    if plan.status != "infeasible" or orders or not limited or not misses or watch.cancelled():
        return plan
    soon = Watch(max(misses / 2, min(misses, watch.left)), None, cancelled)
    least = least_misses(problem, soon, hint if before is None else before)
    return plan.model_copy(update={"misses": least})


def check_effort(time_limit_seconds: float, workers: int, seed: int = 0) -> None:
    """Raises: PlanError, if one of them is no number or out of range."""
    if not _number(time_limit_seconds):
        raise PlanError("bad-time-limit", value=short(time_limit_seconds))
    if not MIN_SECONDS <= time_limit_seconds <= MAX_SECONDS:
        raise PlanError("bad-time-limit", value=time_limit_seconds)
    if not (_whole(workers) and 1 <= workers <= MAX_WORKERS):
        raise PlanError("bad-workers", value=short(workers), limit=MAX_WORKERS)
    if not (_whole(seed) and 0 <= seed <= MAX_SEED):
        raise PlanError("bad-seed", value=short(seed), limit=MAX_SEED)


def _check_goals(goal: Goal | Sequence[Goal] | None) -> None:
    known = get_args(Goal)
    for each in (goal,) if isinstance(goal, str) else goal or ():
        if each not in known:
            raise PlanError("bad-goal", value=short(each), known=", ".join(known))


def _number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def warm_up() -> None:
    """Read the compiled code from disk, which takes the first solve about half a second."""
    tasks = [{"name": "first", "duration": 1}, {"name": "last", "duration": 1, "after": ["first"]}]
    pool = {"name": "pool", "capacity": 1}
    solve(Problem.read({"tasks": tasks, "resources": [pool]}), time_limit_seconds=0.2)
