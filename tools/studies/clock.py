"""What a study may take for all its solves together, who hears of them, and when to stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from tools.conflict.explain import explain
from tools.conflict.feasible import best_plan
from tools.plan import Conflict, Goal, Miss, Problem, Schedule
from tools.solver import MIN_SECONDS, solve
from tools.solver.begun import begun
from tools.solver.facts import settled
from tools.solver.progress import Progress, Watch

Goals = Goal | Sequence[Goal] | None
Enough = Callable[[Progress], bool]


@dataclass(frozen=True)
class Budget:
    """For one study, however many plans it makes."""

    seconds: float = 5.0
    tell: Callable[[Progress], None] | None = None
    """Hears of each better plan or bound, perhaps from another thread."""
    cancelled: Callable[[], bool] | None = None
    """Once it is true, each solve ends with the best plan so far."""


USUAL = Budget()
FEW, QUICK, EACH = 30, 0.8, 0.04
"""Tasks, the seconds that a question about so many may take, and the seconds for each further."""
MISSED = 4
"""This part of what is left may be spent on which deadlines are missed least."""


def patience(problem: Problem, most: float) -> float:
    """Seconds that somebody who asks about a plan of this size waits gladly; `most` at most."""
    further = max(0, len(problem.tasks) - FEW)
    return min(most, QUICK + EACH * further)


class Clock:
    """A budget that runs: whatever a study solves comes out of it, each solve a share of what is
    left, so that the answer comes in time however many there are."""

    def __init__(self, budget: Budget, solves: int = 1) -> None:
        """solves: how many are to come, as far as that is known."""
        self.budget, self.solves = budget, solves
        self.began = monotonic()

    @property
    def spent(self) -> float:
        return monotonic() - self.began

    @property
    def left(self) -> float:
        return max(0.0, self.budget.seconds - self.spent)

    @property
    def over(self) -> bool:
        """Is the time over, or was the study cancelled?"""
        cancelled = self.budget.cancelled
        return not self.left or (cancelled is not None and cancelled())

    def solve(
        self, problem: Problem, goals: Goals = None, enough: Enough | None = None, **options: Any
    ) -> Schedule:
        """`tools.solver.solve`, in its share of the time.

        Args:
            enough: is asked about each better plan or bound; once it says yes, that is all that
                was to be known.
        """
        return solve(problem, goals, **self._limits(enough), **options)

    def glance(self, problem: Problem, goals: Sequence[Goal], known: Schedule) -> Schedule:
        """What becomes of a plan in a problem that differs a little: everything as early as it may
        be there, and better as far as its share of the time goes, however small that is."""
        watch = Watch(self._share(), self.budget.tell, self.budget.cancelled)
        return best_plan(problem, goals, watch, known=known)

    def again(
        self,
        problem: Problem,
        goals: Sequence[Goal],
        known: Schedule,
        misses: float = 0.0,
        **options: Any,
    ) -> Schedule:
        """The best plan for a problem that differs a little, and among the best one that moves
        little from `known`: what moves without need explains nothing.

        Args:
            misses: seconds for which deadlines are missed least, if there is no plan.
        """
        options |= {"misses": misses} | self._limits()
        if not known.planned:
            return solve(problem, goals, **options)
        options |= {"before": known, "hint": known, "stability": 0}
        return _without_moves(solve(problem, (*goals, "moves"), **options))

    def optimise(self, problem: Problem, goals: Sequence[Goal], known: Schedule) -> Schedule:
        """As `again`; if there is no plan, with the reason."""
        found = self.again(problem, goals, known, misses=self.left / MISSED)
        if found.status != "infeasible":
            return found
        conflict = self.conflict(problem, known, found.misses, impossible=True)
        return found.model_copy(update={"conflict": conflict})

    def conflict(
        self,
        problem: Problem,
        known: Schedule,
        misses: Sequence[Miss] = (),
        orders: Sequence[tuple[str, str]] = (),
        impossible: bool = False,
    ) -> Conflict | None:
        """What cannot all hold, in all the time that is left; None if it can, or there was too
        little time to know.

        Args:
            known: says how what has started is done.
            misses: deadlines that some plan misses, which keeps everything else.
            orders: pairs of tasks; the first of each is to start no later than the second.
            impossible: it is proved that not all can hold.
        """
        before = known if known.planned else None
        return explain(
            settled(problem, before),
            orders,
            max(MIN_SECONDS, self.left),
            self.budget.cancelled,
            known=before,
            misses=misses,
            # What the plan had begun by now was proved to be in the way, and is not said here.
            impossible=impossible and begun(problem, before) is problem,
        )

    def _share(self) -> float:
        share = self.left / max(1, self.solves)
        self.solves -= 1
        return share

    def _limits(self, enough: Enough | None = None) -> dict[str, Any]:
        tell, cancelled = self.budget.tell, self.budget.cancelled
        if enough is not None:
            tell, cancelled = _until(enough, self.budget)
        seconds = max(MIN_SECONDS, self._share())
        return {"time_limit_seconds": seconds, "tell": tell, "cancelled": cancelled}


def _until(enough: Enough, budget: Budget) -> tuple[Callable[[Progress], None], Callable[[], bool]]:
    """Who hears of a solve that ends once it is `enough`, and whether it is."""
    seen: list[Progress] = []

    def tell(progress: Progress) -> None:
        if enough(progress):
            seen.append(progress)
        if budget.tell is not None:
            budget.tell(progress)

    def cancelled() -> bool:
        return bool(seen) or (budget.cancelled is not None and budget.cancelled())

    return tell, cancelled


def _without_moves(plan: Schedule) -> Schedule:
    """The plan as if moves had not been counted."""
    if not plan.planned:
        return plan.model_copy(update={"moved": ()})
    then = tuple(each for each in plan.then if each.goal != "moves")
    reached = [(plan.objective, plan.bound), *((each.value, each.bound) for each in then)]
    proved = all(value == bound for value, bound in reached)
    status = "optimal" if proved else "feasible"
    return plan.model_copy(update={"then": then, "moved": (), "status": status})
