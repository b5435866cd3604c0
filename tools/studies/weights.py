"""What plans are worth by other priorities of one task. A plan stays a plan whatever its tasks
weigh, and each unit more changes its worth by the same: so one solve tells of all priorities."""

from collections.abc import Sequence

from tools.plan import Goal, Problem, Reached, Schedule
from tools.reasons.values import value

WEIGHING: frozenset[Goal] = frozenset(("waiting", "tardiness", "completion"))
"""Goals for which priorities count."""
Worth = tuple[int, ...]


class Weights:
    """Of one task of a problem."""

    def __init__(self, problem: Problem, task: str, goals: Sequence[Goal]) -> None:
        self.goals = goals
        self._low = problem.replace_task(task, priority=1)
        self._high = problem.replace_task(task, priority=2)
        self._known: dict[int, tuple[Schedule, Worth, Worth]] = {}

    def worth(self, plan: Schedule, priority: int) -> Worth:
        """The values of all goals, if the task has that priority."""
        if id(plan) not in self._known:
            low, high = (
                tuple(value(each, plan, goal) for goal in self.goals)
                for each in (self._low, self._high)
            )
            self._known[id(plan)] = plan, low, high
        _, low, high = self._known[id(plan)]
        pairs = zip(low, high, strict=True)
        return tuple(one + (priority - 1) * (two - one) for one, two in pairs)

    def best(self, plans: Sequence[Schedule], priority: int) -> Schedule:
        return min(plans, key=lambda each: self.worth(each, priority))

    def turning(
        self, one: Sequence[Schedule], other: Sequence[Schedule], low: int, high: int
    ) -> int:
        """The least priority above `low` at which the best of `one` is as good as the best of
        `other`; `high` if it is so at none below."""
        while high - low > 1:
            middle = (low + high) // 2
            worths = (self.worth(self.best(each, middle), middle) for each in (one, other))
            if next(worths) <= next(worths):
                high = middle
            else:
                low = middle
        return high

    def ruled_out(self, plan: Schedule, most: Worth) -> tuple[bool, bool]:
        """Whether no plan of those that `plan` was sought among is as good as `most`, by what is
        proved of it; and whether that is so at any priority."""
        first = Reached(goal=plan.goal, value=plan.objective or 0, bound=plan.bound)
        for place, each in enumerate((first, *plan.then)):
            known = each.bound is not None and each.goal == self.goals[place]
            if known and (each.bound or 0) > most[place]:
                return True, WEIGHING.isdisjoint(self.goals[: place + 1])
            if not known or not each.value == each.bound == most[place]:
                break
        return False, False
