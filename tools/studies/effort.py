"""What it would take to come first: the least priority that does. The answer is a plan that was
found, and beside it the proof, or the lack of one, that less does not do."""

from collections.abc import Sequence
from typing import Any

from tools.plan import Goal, Problem, Schedule
from tools.plan.changes import SetPriority, apply
from tools.plan.task import MAX_PRIORITY
from tools.reasons.chain import precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation
from tools.reasons.remedies import FirstBy
from tools.record import PlanError
from tools.solver.progress import Progress
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, need_two, unproved, valued
from tools.studies.weights import WEIGHING, Weights, Worth

SHARE = 4
"""Each solve takes this part of the time that is left."""


def first_by_priority(
    problem: Problem, schedule: Schedule, task: str, other: str, budget: Budget = USUAL
) -> Explanation:
    """The least priority of `task` for which a best plan has it no later than `other`.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    need_two(problem, schedule, task, other)
    if problem.by_name[task].started is not None:
        raise PlanError("task-has-started", task=task)
    schedule, goals = as_asked(problem, schedule)
    both = _both_done(problem, task, other)
    clock = Clock(budget)
    now = problem.by_name[task].priority
    starts = (schedule.by_task[task].start, schedule.by_task[other].start)
    facts = FirstBy(task=task, other=other, starts=starts, now=now)
    if starts[0] <= starts[1]:
        return Explanation(certificate=facts.model_copy(update={"needed": now, "proved": True}))
    if path := precedence_path(problem, other, task):
        return Explanation(certificate=facts.model_copy(update={"rule": path, "proved": True}))
    search = Search(both, goals, schedule, (task, other), clock)
    needed, plan, proved = search.least(now)
    if needed is None or plan is None:
        order = ((task, other),)
        never = clock.conflict(both, schedule, orders=order, impossible=search.impossible)
        update = {"proved": proved or never is not None, "conflict": never, "tried": search.tried}
        return Explanation(certificate=facts.model_copy(update=update), problem=both)
    facts = facts.model_copy(
        update={"needed": needed, "proved": proved, "comparison": compare(schedule, plan)}
    )
    changed = apply(problem, [SetPriority(task=task, priority=needed)])
    # What may be left out was not: to leave it out could be better still.
    plan = plan if both == problem else unproved(plan)
    return Explanation(certificate=facts, problem=changed, alternative=plan)


def _both_done(problem: Problem, *names: str) -> Problem:
    """The problem in which these tasks cannot be left out: one that is not done is not first."""
    for name in names:
        if problem.by_name[name].value is not None:
            problem = problem.replace_task(name, value=None)
    return problem


class Search:
    """For the least priority by which the first of `order` is no later than the second."""

    def __init__(
        self,
        problem: Problem,
        goals: Sequence[Goal],
        known: Schedule,
        order: tuple[str, str],
        clock: Clock,
    ) -> None:
        """known: a plan to start from, so that none is called as good that is worse than it."""
        self.problem, self.goals, self.order, self._clock = problem, goals, order, clock
        self._weights = Weights(problem, order[0], goals)
        self._all, self._first = [known], list[Schedule]()
        self.impossible = False
        """Is it proved that no plan at all has that order?"""
        self.tried = 0
        """The highest priority of those that were tried and did not do."""
        self._never = WEIGHING.isdisjoint(goals)
        """Does one priority answer for all?"""

    def least(self, now: int) -> tuple[int | None, Schedule | None, bool]:
        """A priority from `now` on that does, its plan, and whether one less is proved not to do.

        Each plan that was found says from which priority on it would do, by what it is worth beside
        the others. That one is tried next, and where it does, one less.
        """
        plan, proved = self._at(now)
        if plan is not None:
            return now, plan, True
        low, high = now, MAX_PRIORITY + 1
        while high - low > 1 and not self._never and not self._clock.over:
            middle = min(self._next(low, high), MAX_PRIORITY)
            middle = middle if middle < high else high - 1
            found, settled = self._at(middle)
            if found is None:
                low, proved = middle, settled
            else:
                high, plan = middle, found
        self.tried = low
        if plan is None and (turned := self._turned(low)) is not None:
            return (*turned, False)
        if plan is None:
            return None, None, proved and (self._never or low == MAX_PRIORITY)
        return high, plan, proved and high - low == 1

    def _turned(self, low: int) -> tuple[int, Schedule] | None:
        """The least priority above `low` at which a plan with that order is as good as any that was
        found, and that plan, where the time was over before it was tried."""
        if self._never or not self._first:
            return None
        priority = self._next(low, MAX_PRIORITY + 1)
        if priority > MAX_PRIORITY:
            return None
        changed = self.problem.replace_task(self.order[0], priority=priority)
        return priority, unproved(valued(changed, self._weights.best(self._first, priority)))

    def _next(self, low: int, high: int) -> int:
        if not self._first:
            return high
        return self._weights.turning(self._first, self._all, low, high)

    def _at(self, priority: int) -> tuple[Schedule | None, bool]:
        """A plan with that order that is as good as any that was found, or None; whether that is
        proved."""
        changed = self.problem.replace_task(self.order[0], priority=priority)
        foil = self._foil(changed, self._least_worth(priority))
        if foil is None or not self._first:
            return None, foil is None
        first = self._weights.best(self._first, priority)
        worth = self._weights.worth(first, priority)
        if worth <= self._least_worth(priority):
            best = self._take(self._solve(changed, hint=first))
            if best.planned and worth == self._least_worth(priority):
                return _valued_as(first, best), True
            if best.planned and self._is_first(best):
                return best, True
        proved, always = self._weights.ruled_out(foil, self._least_worth(priority))
        self._never |= always
        return None, proved

    def _foil(self, changed: Problem, least: Worth) -> Schedule | None:
        """The best plan with that order; None if there is none. Once there is one to judge other
        priorities by, no better than to know that it is worth more than `least`."""

        def worse(said: Progress) -> bool:
            return said.goal == self.goals[0] and said.bound is not None and said.bound > least[0]

        hint, enough = (self._first[-1], worse) if self._first else (self._all[0], None)
        foil = self._solve(changed, enough=enough, orders=(self.order,), hint=hint)
        if foil.status == "infeasible":
            self.impossible = self._never = True
            return None
        return self._take(foil)

    def _solve(self, changed: Problem, **options: Any) -> Schedule:
        self._clock.solves = SHARE
        return self._clock.solve(changed, self.goals, **options)

    def _take(self, plan: Schedule) -> Schedule:
        if plan.planned:
            self._all.append(plan)
            if self._is_first(plan):
                self._first.append(plan)
        return plan

    def _is_first(self, plan: Schedule) -> bool:
        return plan.by_task[self.order[0]].start <= plan.by_task[self.order[1]].start

    def _least_worth(self, priority: int) -> Worth:
        """Of all plans that were found."""
        return self._weights.worth(self._weights.best(self._all, priority), priority)


def _valued_as(plan: Schedule, best: Schedule) -> Schedule:
    """A plan that is worth the same as another one, with what is proved of that."""
    proved = {"status": best.status, "objective": best.objective, "bound": best.bound}
    return plan.model_copy(update=proved | {"then": best.then})
