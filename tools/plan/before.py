"""Does a plan that was made elsewhere belong to a problem? Conditions may have changed since it was
made, so only what cannot be any plan of it is refused; what no longer fits is listed."""

from collections.abc import Iterator

from tools.plan.checks import listing
from tools.plan.problem import Problem
from tools.plan.schedule import Assignment, Schedule
from tools.plan.task import MAX_MINUTES
from tools.record import PlanError, short

FARTHEST = 10 * MAX_MINUTES
"""Minutes: as far as any moment of a problem may lie."""


def check(problem: Problem, before: Schedule) -> list[PlanError]:
    """What of the plan before is left aside, each as a sentence.

    Raises:
        PlanError: it is no plan of this problem at all.
    """
    known = [each for each in before.assignments if each.task in problem.by_name]
    if not known:
        names = listing(each.task for each in before.assignments) or "–"
        raise PlanError("before-of-others", tasks=names, known=listing(problem.by_name))
    for each in known:
        if each.end > FARTHEST:
            raise PlanError("before-too-late", task=each.task, end=short(each.end), limit=FARTHEST)
    return [*_unknown(problem, before), *_beyond(problem, known)]


def _unknown(problem: Problem, before: Schedule) -> Iterator[PlanError]:
    gone = [each.task for each in before.assignments if each.task not in problem.by_name]
    if gone:
        yield PlanError("before-unknown-tasks", tasks=listing(gone), count=len(gone))


def _beyond(problem: Problem, known: list[Assignment]) -> Iterator[PlanError]:
    """Ways and resources that are no more, or less: one sentence for each kind of thing."""
    ways = [each.task for each in known if each.way >= len(problem.by_name[each.task].ways)]
    if ways:
        yield PlanError("before-unknown-ways", tasks=listing(ways), count=len(ways))
    held = {(name, units) for each in known for name, units in each.resources.items()}
    gone = sorted({name for name, _ in held if name not in problem.resource})
    if gone:
        yield PlanError("before-unknown-resources", resources=listing(gone), count=len(gone))
    for name in problem.resource:
        most = max((units for held_name, units in held if held_name == name), default=0)
        if most > problem.capacity[name]:
            capacity = problem.capacity[name]
            yield PlanError("before-too-many", resource=name, demand=most, capacity=capacity)
