"""Does what is added up fit into 64 bits? What a problem may say keeps all goals below 2^62 (a test
shows it); only the weight of moves depends on how large the problem is."""

from tools.plan import Problem, Schedule
from tools.plan.problem import MAX_STABILITY
from tools.plan.schedule import MAX_PLAN
from tools.record import PlanError, short
from tools.solver.horizon import horizon
from tools.solver.search.values import MOVED

MAX_MOVES = 2**61
"""Of moves with their weight."""


def check_stability(problem: Problem, before: Schedule | None, stability: int) -> None:
    """Refuse a weight of moves that could not be added up.

    Raises:
        PlanError: with the largest weight that could.
    """
    whole = isinstance(stability, int) and not isinstance(stability, bool)
    if not (whole and 0 <= stability <= MAX_STABILITY):
        raise PlanError("bad-stability", value=short(stability), limit=MAX_STABILITY)
    if stability == 0:
        return
    farthest = MOVED + min(MAX_PLAN, horizon(problem, before))
    limit = MAX_MOVES // (farthest * len(problem.tasks))
    if stability > limit:
        raise PlanError("bad-stability", value=short(stability), limit=limit)
