"""What it would take to come first: the least priority that does. The answer is a plan that was
found, and beside it the proof, or the lack of one, that less does not do."""

from collections.abc import Callable, Sequence

from tools.plan import Goal, Problem, Schedule
from tools.plan.changes import SetPriority, apply
from tools.plan.task import MAX_PRIORITY
from tools.reasons.chain import precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation
from tools.reasons.remedies import FirstBy
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, need_two, unproved, worth

PRIORITIES = 12
"""Solves in a search for a priority: at most so many doublings and halvings."""


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
    clock = Clock(budget, 2 * PRIORITIES)
    now = problem.by_name[task].priority
    starts = (schedule.by_task[task].start, schedule.by_task[other].start)
    facts = FirstBy(task=task, other=other, starts=starts, now=now)
    if starts[0] <= starts[1]:
        return Explanation(certificate=facts.model_copy(update={"needed": now, "proved": True}))
    if path := precedence_path(problem, other, task):
        return Explanation(certificate=facts.model_copy(update={"rule": path, "proved": True}))

    def plan_at(priority: int) -> tuple[Schedule | None, bool]:
        changed = apply(both, [SetPriority(task=task, priority=priority)])
        return _first_at(changed, goals, schedule, task, other, clock)

    needed, plan, proved = _least(plan_at, now)
    if needed is None or plan is None:
        never = budget.conflict(both, schedule, orders=((task, other),))
        update = {"proved": proved or never is not None, "conflict": never}
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


def _first_at(
    changed: Problem,
    goals: Sequence[Goal],
    known: Schedule,
    task: str,
    other: str,
    clock: Clock,
) -> tuple[Schedule | None, bool]:
    """A plan with `task` first that is as good as any that was found, or None; whether that is
    proved.

    Args:
        known: a plan to start from, so that none is called as good that is worse than this one.
    """
    free = clock.solve(changed, goals, hint=known)
    if not free.planned:
        return None, False
    if free.by_task[task].start <= free.by_task[other].start:
        return free, free.status == "optimal"
    foil = clock.solve(changed, goals, orders=((task, other),), hint=known)
    if foil.status == "infeasible":
        return None, True
    settled = free.status == foil.status == "optimal"
    return (foil if foil.planned and worth(foil) <= worth(free) else None), settled


def _least(
    plan_at: Callable[[int], tuple[Schedule | None, bool]], now: int
) -> tuple[int | None, Schedule | None, bool]:
    """A priority from `now` on that does, its plan, and whether one less is proved not to do; by
    doubling and halving, since a higher weight never makes a task later in a best plan."""
    plan, proved = plan_at(now)
    if plan is not None:
        return now, plan, True
    low, low_proved = now, proved
    high, step = now, 1
    while plan is None and high < MAX_PRIORITY:
        low, low_proved = (high, proved)
        high, step = min(MAX_PRIORITY, high + step), step * 4
        plan, proved = plan_at(high)
    if plan is None:
        return None, None, proved
    while high - low > 1:
        middle = (low + high) // 2
        found, settled = plan_at(middle)
        if found is None:
            low, low_proved = middle, settled
        else:
            high, plan = middle, found
    return high, plan, low_proved
