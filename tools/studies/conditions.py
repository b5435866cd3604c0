"""What if something were different."""

from collections.abc import Sequence

from tools.plan import Goal, Problem, Reached, Schedule
from tools.plan.changes import Change, apply
from tools.reasons.compare import compare
from tools.reasons.comparison import Comparison
from tools.reasons.records import Explanation, WhatIf
from tools.reasons.values import value
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked


def what_if(
    problem: Problem,
    schedule: Schedule,
    wanted: Sequence[Change],
    budget: Budget = USUAL,
    unread: Sequence[str] = (),
) -> Explanation:
    """The plan under other conditions beside the plan there is, by solving again.

    Args:
        unread: what else was to be different and was not understood.

    Raises:
        PlanError: under these conditions the problem makes no sense, such as a task that needs more
            people than there are.
    """
    changed = apply(problem, wanted)
    asked = WhatIf(changes=tuple(wanted), unread=tuple(unread))
    if changed == problem:
        same = asked.model_copy(update={"already": True, "status": schedule.status})
        return Explanation(certificate=same)
    schedule, goals = as_asked(problem, schedule)
    # Where the plan there is still fits, as with more people, the new one is never worse.
    other = Clock(budget).optimise(changed, goals, schedule)
    certificate = asked.model_copy(update={"status": other.status, "conflict": other.conflict})
    if not other.planned:
        return Explanation(certificate=certificate, problem=changed)
    if schedule.planned:
        news: dict[str, object] = {"comparison": _compared(changed, schedule, other, wanted)}
    else:
        news = {"end": other.makespan}
    certificate = certificate.model_copy(update=news)
    return Explanation(certificate=certificate, problem=changed, alternative=other)


def _compared(
    changed: Problem, schedule: Schedule, other: Schedule, wanted: Sequence[Change]
) -> Comparison:
    """By other priorities the plan there is has another value, too: the one it would have if it
    were kept. Of more or less work no two values can be compared."""
    kinds = {change.kind for change in wanted}
    if kinds & {"add", "drop"}:
        return compare(schedule, other).model_copy(update={"valued": False})
    if "priority" not in kinds:
        return compare(schedule, other)
    kept = {each: value(changed, schedule, each) for each in _goals(schedule)}
    reached = [Reached(goal=goal, value=worth, bound=worth) for goal, worth in kept.items()]
    first, *then = reached
    update = {"objective": first.value, "bound": first.value, "then": tuple(then)}
    return compare(schedule.model_copy(update=update), _settled(other))


def _goals(schedule: Schedule) -> tuple[Goal, ...]:
    return (schedule.goal, *(each.goal for each in schedule.then))


def _settled(plan: Schedule) -> Schedule:
    """The plan as one whose values are compared as they are, whatever might be better."""
    then = tuple(each.model_copy(update={"bound": each.value}) for each in plan.then)
    return plan.model_copy(update={"bound": plan.objective, "then": then})
