"""What it would take to be in time: another order, or the fewest units of a resource. Each answer
is a plan that was found, and beside it the proof, or the lack of one, that less does not do."""

from tools.plan import Conflict, Problem, Resource, Schedule
from tools.plan.changes import SetCapacity, apply
from tools.reasons.book import Book
from tools.reasons.compare import compare
from tools.reasons.plenty import plenty
from tools.reasons.records import Explanation
from tools.reasons.remedies import Enough, InTime
from tools.record import PlanError
from tools.studies.aim import Aim
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, checked, need_plan

AS_IS = 3
"""This part of the time is for how soon it can end as it is."""


def in_time(
    problem: Problem,
    schedule: Schedule,
    minute: int,
    budget: Budget = USUAL,
    task: str | None = None,
) -> Explanation:
    """What it takes that everything, or one task, has ended by `minute`: another order of the same
    tasks, or the fewest units of one resource.

    Raises:
        PlanError: no plan, no such task in it, or a minute before the start of the plan.
    """
    need_plan(problem, schedule, *([task] if task else []))
    if minute <= problem.present:
        raise PlanError("end-before-start")
    aim, clock = Aim(minute, task), Clock(budget, AS_IS)
    schedule, goals = as_asked(problem, schedule)
    facts = InTime(task=task, limit=minute, end=aim.end(schedule))
    if aim.met(schedule):
        return Explanation(certificate=facts)
    quickest, least = aim.quickest(problem, schedule, clock)
    update: dict[str, object] = {}
    if quickest.planned:
        soonest = aim.end(quickest)
        update = {"soonest": soonest, "soonest_proved": least == soonest}
        update["late"] = soonest - minute if soonest > minute else None
    if aim.met(quickest):
        clock.solves = 1
        other = clock.solve(aim.required(problem), goals, hint=quickest)
        if other.planned:
            update["comparison"] = compare(schedule, other)
            return Explanation(certificate=facts.model_copy(update=update), alternative=other)
    known = quickest if quickest.planned else schedule
    update["enough"] = _all_enough(problem, known, aim, clock, least > minute)
    if not update["enough"] and not aim.met(quickest):
        required = aim.required(problem)
        conflict = clock.conflict(required, schedule, impossible=least > minute)
        update["conflict"] = _unmoved(conflict)
        told = facts.model_copy(update=update)
        return Explanation(certificate=told, problem=checked(required))
    return Explanation(certificate=facts.model_copy(update=update))


def _unmoved(conflict: Conflict | None) -> Conflict | None:
    """Whoever asks what it takes to be in time does not want to hear that the limit could move,
    which is told anyway."""
    if conflict is None:
        return None
    wanted = [
        each for each in conflict.repairs if all(part.kind != "deadline" for part in each.parts)
    ]
    return conflict.model_copy(update={"repairs": tuple(wanted)})


def _all_enough(
    problem: Problem, known: Schedule, aim: Aim, clock: Clock, late: bool
) -> tuple[Enough, ...]:
    """For each resource of which more would do; see `_enough`."""
    pools = [
        pool
        for pool in problem.resources
        if pool.kind != "stock" and not pool.named and not plenty(problem, pool)
    ]
    found = []
    for place, pool in enumerate(pools):
        clock.solves = 2 * (len(pools) - place) + 1  # and to find out why, if none would do
        found.append(_enough(problem, known, pool, aim, clock, late))
    return tuple(each for each in found if each is not None)


def _enough(
    problem: Problem, known: Schedule, pool: Resource, aim: Aim, clock: Clock, late: bool
) -> Enough | None:
    """The fewest units of `pool` with which it is in time; None if no number was found with which
    it is. More units never hurt, so halving finds it, between what there is and what the best plan
    so far holds at a time.

    Args:
        known: a plan to start from.
        late: it is proved that as many as there are are not enough.
    """
    used = sum(map(pool.held_at_most, problem.tasks))
    try:
        more = _with(problem, pool, max(pool.capacity + 1, used))
    except PlanError:  # such as a machine with setups, of which there can be only one
        return None
    plan, _ = aim.tried(more, known, clock)
    if not aim.met(plan):
        return None
    low, high, proved = pool.capacity, _held(more, plan, pool), late
    while high - low > 1 and not clock.over:
        middle = (low + high) // 2
        fewer = _with(problem, pool, middle)
        found, least = aim.tried(fewer, known, clock)
        if aim.met(found):
            high, plan = _held(fewer, found, pool), found
        else:
            low, proved = middle, least > aim.minute
    return Enough(
        resource=pool.name,
        now=pool.capacity,
        needed=max(high, low + 1),
        end=aim.end(plan),
        proved=proved and high - low == 1,
    )


def _with(problem: Problem, pool: Resource, units: int) -> Problem:
    return apply(problem, [SetCapacity(resource=pool.name, capacity=units)])


def _held(problem: Problem, plan: Schedule, pool: Resource) -> int:
    """Units with which the plan can still be carried out."""
    units = problem.resource[pool.name].capacity
    if pool.absences:
        return units
    levels = Book(problem, plan).levels(pool.name, 0, plan.makespan)
    return max((level.used for level in levels if level.there), default=0)
