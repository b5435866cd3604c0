"""Where the bottleneck is: small changes, one at a time, and what each would gain."""

from collections.abc import Iterator

from tools.plan import Problem, Reached, Schedule
from tools.plan.changes import Change, LongerShift, SetCapacity, SetDuration, apply
from tools.reasons.chain import chain
from tools.reasons.compare import compare
from tools.reasons.gains import gains, rank
from tools.reasons.records import Explanation
from tools.reasons.remedies import Help, Helps
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, last_task, need_plan

TRIED = 40
"""Changes that are tried at most; tasks on the chain to the end of the plan come first."""
HOUR = 60


def what_helps(problem: Problem, schedule: Schedule, budget: Budget = USUAL) -> Explanation:
    """What one more of each resource, an hour more of each shift and a tenth less of each duration
    would gain, each by solving again; largest gain first.

    Raises:
        PlanError: no plan.
    """
    need_plan(problem, schedule)
    schedule, goals = as_asked(problem, schedule)
    wanted = list(_candidates(problem, schedule))
    tried = wanted[:TRIED]
    clock, found = Clock(budget, len(tried) + 1), list[Help]()
    # Nothing changed but the time to search: what that gains is not owed to a change.
    schedule = clock.solve(problem, goals, hint=schedule)
    for place, change in enumerate(tried):
        if clock.over:
            tried = tried[:place]
            break
        try:
            changed = apply(problem, (change,))
        except PlanError:  # nobody has a twin, and no day has 25 hours
            continue
        if changed == problem:
            continue
        other = clock.solve(changed, goals, hint=schedule)
        if other.planned:
            found.append(Help(change=change, comparison=compare(schedule, other)))
    found.sort(key=rank)
    goal = _goal(found, schedule)
    certificate = Helps(
        goal=goal.goal,
        before=goal.value,
        end=schedule.makespan,
        helps=tuple(found),
        untried=len(wanted) - len(tried),
    )
    return Explanation(certificate=certificate)


def _goal(found: list[Help], schedule: Schedule) -> Reached:
    """What all changes are measured by: the first goal that any of them makes better, which is what
    the best of them does, since nothing better is worse in a goal before that."""
    assert schedule.objective is not None, "a plan"
    first = Reached(goal=schedule.goal, value=schedule.objective)
    best = found[0].comparison.decisive if found and gains(found[0]) else None
    return next((each for each in schedule.then if best and each.goal == best.goal), first)


def _candidates(problem: Problem, schedule: Schedule) -> Iterator[Change]:
    for resource in problem.resources:
        if resource.kind != "stock" and not resource.named:
            yield SetCapacity(resource=resource.name, capacity=resource.capacity + 1)
    for calendar in problem.calendars:
        if any(resource.calendar == calendar.name for resource in problem.resources):
            yield LongerShift(calendar=calendar.name, minutes=HOUR)
    critical = {link.task for link in chain(problem, schedule, last_task(schedule))}
    tasks = sorted(problem.tasks, key=lambda task: (task.name not in critical, -task.duration))
    for task in tasks:
        shorter = task.duration - max(1, task.duration // 10)
        if task.started is None and task.name in schedule.by_task and shorter > 0:
            yield SetDuration(task=task.name, minutes=shorter)
