"""Where the bottleneck is: small changes, one at a time, and what each would gain."""

from collections.abc import Iterator

from tools.plan import Problem, Schedule
from tools.reasons.chain import chain
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Help, Helps
from tools.record import PlanError
from tools.solver import solve
from tools.studies.effort import Clock
from tools.studies.plans import as_asked, need_plan
from tools.wording.changes import Change, LongerShift, SetCapacity, SetDuration, apply

TRIED = 40
"""Changes that are tried at most; tasks on the chain to the end of the plan come first."""
HOUR = 60


def what_helps(
    problem: Problem, schedule: Schedule, time_limit_seconds: float = 5.0
) -> Explanation:
    """What one more of each resource, an hour more of each shift and a tenth less of each duration
    would gain, each by solving again; largest gain first.

    Raises:
        PlanError: no plan.
    """
    need_plan(schedule)
    schedule, goals = as_asked(problem, schedule)
    wanted = list(_candidates(problem, schedule))
    tried = wanted[:TRIED]
    clock, found = Clock(time_limit_seconds, len(tried)), []
    for place, change in enumerate(tried):
        if clock.over:
            tried = tried[:place]
            break
        try:
            changed = apply(problem, (change,))
        except PlanError:  # nobody has a twin, and no day has 25 hours
            continue
        other = solve(changed, goals, time_limit_seconds=clock.share(), hint=schedule)
        if other.planned:
            found.append(Help(change=change, comparison=compare(schedule, other)))
    found.sort(key=lambda each: each.comparison.after - each.comparison.before)
    assert schedule.objective is not None, "a plan"
    certificate = Helps(
        goal=schedule.goal,
        before=schedule.objective,
        end=schedule.makespan,
        helps=tuple(found),
        untried=len(wanted) - len(tried),
    )
    return Explanation(certificate=certificate)


def _candidates(problem: Problem, schedule: Schedule) -> Iterator[Change]:
    for resource in problem.resources:
        if resource.kind != "stock":
            yield SetCapacity(resource=resource.name, capacity=resource.capacity + 1)
    for calendar in problem.calendars:
        if any(resource.calendar == calendar.name for resource in problem.resources):
            yield LongerShift(calendar=calendar.name, minutes=HOUR)
    last = max(schedule.assignments, key=lambda each: (each.end, each.start)).task
    critical = {link.task for link in chain(problem, schedule, last)}
    tasks = sorted(problem.tasks, key=lambda task: (task.name not in critical, -task.duration))
    for task in tasks:
        shorter = task.duration - max(1, task.duration // 10)
        if task.started is None and task.name in schedule.by_task and shorter > 0:
            yield SetDuration(task=task.name, minutes=shorter)
