"""Our solver, and one measured call of any solver."""

import time
from collections.abc import Callable

from tools.plan import Goal, Problem, Schedule
from tools.solver import solve
from ui.bench.case import BRUTE, CPSAT, OURS, PYJOBSHOP, RULES, Case, Run
from ui.bench.check import broken, value
from ui.bench.peers import Peer, brute, pyjobshop, raw_cpsat, rules


def plan(problem: Problem, goal: Goal, seconds: float, workers: int) -> Schedule:
    return solve(problem, goal, time_limit_seconds=seconds, workers=workers)


SOLVERS: dict[str, Peer] = {
    OURS: plan,
    CPSAT: raw_cpsat.plan,
    PYJOBSHOP: pyjobshop.plan,
    RULES: rules.plan,
    BRUTE: brute.plan,
}


def timed(call: Callable[[], Schedule]) -> tuple[Schedule, float]:
    """What `call` returns, and its seconds on the clock on the wall."""
    began = time.monotonic()
    schedule = call()
    return schedule, time.monotonic() - began


def judged(case: Case, schedule: Schedule, seconds: float) -> Run:
    """A plan counts only if it keeps the rules; its value is recomputed."""
    fault = broken(case.problem, schedule) if schedule.planned else None
    counts = schedule.planned and fault is None
    return Run(
        value=value(case.problem, schedule, case.goal) if counts else None,
        bound=schedule.bound,
        proved=counts and schedule.optimal,
        seconds=round(seconds, 3),
        broken=fault,
    )


def run(solver: str, case: Case, seconds: float, workers: int) -> Run:
    """One solver on one case, alone."""
    call = SOLVERS[solver]
    return judged(case, *timed(lambda: call(case.problem, case.goal, seconds, workers)))
