"""A problem without a plan, and the time to try changes on it by solving again."""

from collections.abc import Iterator, Sequence

from tools.conflict.feasible import among, best_plan, has_plan, some_plan
from tools.contradictions.edits import apply, only
from tools.contradictions.statements import Orders, needed
from tools.plan import Goal, Problem, Schedule
from tools.plan.conflict import Repair, Statement, StatementKind
from tools.record import PlanError
from tools.solver.progress import Watch

SHORTEST = 0.1  # seconds of the first try
SHARE = 0.2  # of the time left, for one plan


class Trial:
    """The problem without a plan, and the time to try changes on it."""

    def __init__(
        self,
        problem: Problem,
        orders: Orders,
        said: Sequence[Statement],
        watch: Watch,
        known: Schedule | None,
    ) -> None:
        """known: a plan that says who does what has started."""
        self.problem, self.orders, self.said, self.watch = problem, orders, said, watch
        self.known = known

    def of(self, *kinds: StatementKind) -> Iterator[Statement]:
        """Statements of these kinds, as long as there is time to try changes of them."""
        for each in self.said:
            if each.kind in kinds and not self.watch.over:
                yield each

    def _soon(self, seconds: float | None = None) -> Watch:
        """The time for one plan."""
        share = SHARE * self.watch.left
        return Watch(share if seconds is None else min(seconds, share), None, self.watch.cancelled)

    def works(self, problem: Problem) -> bool | None:
        """Whether there is a plan; None if there is no time to know."""
        if self.watch.over:
            return None
        return has_plan(problem, self._soon(), self.orders, self.known)

    def helps(self, repair: Repair) -> bool | None:
        """Whether there is a plan with it; no if it contradicts something else that was said."""
        if self.watch.over:
            return None
        try:
            return self.works(apply(self.problem, repair))
        except PlanError:
            return False

    def plan(self, problem: Problem) -> Schedule | None:
        """Any plan; None if there is none or no time."""
        if self.watch.over:
            return None
        names = needed(problem)
        orders = among(self.orders, names)
        plan = some_plan(only(problem, names), self._soon(), orders, self.known)
        return plan if plan is not None and plan.planned else None

    def best(self, problem: Problem, goal: Goal) -> Schedule | None:
        """The best plan by `goal` of what must be done; on small problems little time is enough."""
        names = needed(problem)
        problem, orders = only(problem, names), among(self.orders, names)
        for seconds in (2 * SHORTEST, None):
            watch = self._soon(seconds)
            if watch.cancelled() or watch.left < SHORTEST / 2:
                return None
            plan = best_plan(problem, goal, watch, orders, self.known)
            if plan.optimal or plan.status == "infeasible":
                break
        return plan if plan.planned else None
