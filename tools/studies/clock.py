"""What a study may take for all its solves together, who hears of them, and when to stop."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tools.conflict.explain import explain
from tools.plan import Conflict, Goal, Miss, Problem, Schedule
from tools.solver import MIN_SECONDS, solve
from tools.solver.facts import settled
from tools.solver.progress import Progress

Goals = Goal | Sequence[Goal] | None


@dataclass(frozen=True)
class Budget:
    """For one study."""

    seconds: float = 5.0
    tell: Callable[[Progress], None] | None = None
    """Hears of each better plan or bound, perhaps from another thread."""
    cancelled: Callable[[], bool] | None = None
    """Once it is true, each solve ends with the best plan so far."""

    def of_many(self, tell: Callable[[Progress], None] | None) -> "Budget":
        """The budget of a study of many plans.

        Args:
            tell: hears of each of them.
        """
        seconds = max(self.seconds, min(MANY * self.seconds, LONGEST))
        return Budget(seconds, tell, self.cancelled)

    def solve(self, problem: Problem, goals: Goals = None, **options: Any) -> Schedule:
        """`tools.solver.solve` within the budget."""
        return solve(problem, goals, **self._limits(), **options)

    def again(
        self, problem: Problem, goals: Sequence[Goal], known: Schedule, **options: Any
    ) -> Schedule:
        """The best plan for a problem that differs a little, and among the best one that moves
        little from `known`: what moves without need explains nothing."""
        if not known.planned:
            return solve(problem, goals, **self._limits(), **options)
        few = (*goals, "moves")
        options |= {"before": known, "hint": known, "stability": 0} | self._limits()
        found = solve(problem, few, **options)
        return _without_moves(found)

    def optimise(self, problem: Problem, goals: Sequence[Goal], known: Schedule) -> Schedule:
        """As `again`; if there is no plan, with the reason."""
        found = self.again(problem, goals, known)
        if found.status != "infeasible":
            return found
        return found.model_copy(update={"conflict": self.conflict(problem, known, found.misses)})

    def conflict(
        self,
        problem: Problem,
        known: Schedule,
        misses: Sequence[Miss] = (),
        orders: Sequence[tuple[str, str]] = (),
    ) -> Conflict | None:
        """What cannot all hold; None if it can, or there was too little time to know.

        Args:
            known: says how what has started is done.
            misses: deadlines that some plan misses, which keeps everything else.
            orders: pairs of tasks; the first of each is to start no later than the second.
        """
        before = known if known.planned else None
        return explain(
            settled(problem, before),
            orders,
            max(MIN_SECONDS, self.seconds),
            self.cancelled,
            known=before,
            misses=misses,
        )

    def _limits(self) -> dict[str, Any]:
        seconds = max(MIN_SECONDS, self.seconds)
        return {"time_limit_seconds": seconds, "tell": self.tell, "cancelled": self.cancelled}


def _without_moves(plan: Schedule) -> Schedule:
    """The plan as if moves had not been counted."""
    if not plan.planned:
        return plan.model_copy(update={"moved": ()})
    then = tuple(each for each in plan.then if each.goal != "moves")
    reached = [(plan.objective, plan.bound), *((each.value, each.bound) for each in then)]
    proved = all(value == bound for value, bound in reached)
    status = "optimal" if proved else "feasible"
    return plan.model_copy(update={"then": then, "moved": (), "status": status})


USUAL = Budget()
FEW, QUICK, EACH = 30, 0.8, 0.04
"""Tasks, the seconds that a question about so many may take, and the seconds for each further."""
MANY, LONGEST = 8, 20.0
"""A study of many plans may take so many times as long as others, and so many seconds at most: it
is told how far it is, and can be stopped with what there is by then."""


def patience(problem: Problem, most: float) -> float:
    """Seconds that somebody who asks about a plan of this size waits gladly; `most` at most."""
    further = max(0, len(problem.tasks) - FEW)
    return min(most, QUICK + EACH * further)


class Clock:
    """Shares what is left of a budget among the solves to come."""

    def __init__(self, budget: Budget, solves: int) -> None:
        self._budget, self.solves = budget, solves
        self.end = time.monotonic() + budget.seconds

    @property
    def over(self) -> bool:
        """Is the time over, or was the study cancelled?"""
        cancelled = self._budget.cancelled
        return time.monotonic() >= self.end or (cancelled is not None and cancelled())

    def solve(self, problem: Problem, goals: Goals = None, **options: Any) -> Schedule:
        """One of the solves, in its share of the time."""
        left = self.end - time.monotonic()
        share = left / max(1, self.solves)
        self.solves -= 1
        budget = Budget(share, self._budget.tell, self._budget.cancelled)
        return budget.solve(problem, goals, **options)
