"""A problem without a plan, and the time to try changes on it by solving again."""

import time
from collections.abc import Sequence

from tools.plan import Goal, Problem, Schedule
from tools.plan.conflict import Repair, Statement, StatementKind
from tools.record import PlanError
from tools.solver import solve
from tools.solver.conflict.edits import apply, only
from tools.solver.conflict.feasible import among, has_plan, some_plan
from tools.solver.conflict.statements import Orders, needed

SHORTEST = 0.1  # seconds of the first try
SHARE = 0.2  # of the time left, for one plan


class Trial:
    """The problem without a plan, and the time to try changes on it."""

    def __init__(
        self, problem: Problem, orders: Orders, said: Sequence[Statement], end: float
    ) -> None:
        self.problem, self.orders, self.said, self.end = problem, orders, said, end

    def of(self, *kinds: StatementKind) -> list[Statement]:
        return [each for each in self.said if each.kind in kinds]

    def left(self) -> float:
        return SHARE * (self.end - time.monotonic())

    def works(self, problem: Problem) -> bool | None:
        return has_plan(problem, self.left(), self.orders)

    def helps(self, repair: Repair) -> bool | None:
        """Whether there is a plan with it; no if it contradicts something else that was said."""
        try:
            return self.works(apply(self.problem, repair))
        except PlanError:
            return False

    def plan(self, problem: Problem) -> Schedule | None:
        """Any plan; None if there is none or no time."""
        names = needed(problem)
        plan = some_plan(only(problem, names), self.left(), among(self.orders, names))
        return plan if plan is not None and plan.planned else None

    def best(self, problem: Problem, goal: Goal) -> Schedule | None:
        """The best plan by `goal` of what must be done; on small problems little time is enough."""
        names = needed(problem)
        problem, orders = only(problem, names), among(self.orders, names)
        for seconds in (2 * SHORTEST, self.left()):
            limit = min(seconds, self.left())
            if limit < SHORTEST / 2:
                return None
            plan = solve(problem, goal, time_limit_seconds=limit, orders=orders)
            if plan.optimal or plan.status == "infeasible":
                break
        return plan if plan.planned else None
