"""Why two tasks are not done at the same time, and what it would cost if both began at once."""

from collections.abc import Sequence

from tools.plan import Goal, Problem, Schedule
from tools.reasons.chain import precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Together
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, need_two, unproved, worth

SOLVES = 2
"""With both at any moment, and with both at one."""


def why_not_together(
    problem: Problem,
    schedule: Schedule,
    one: str,
    other: str,
    budget: Budget = USUAL,
) -> Explanation:
    """What keeps the two apart: a rule of the user, too few units, or that another order is better;
    by solving again with both starting at the same moment.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    need_two(problem, schedule, one, other)
    rows = sorted((schedule.by_task[one], schedule.by_task[other]), key=lambda row: row.start)
    first, second = (row.task for row in rows)
    facts = Together(
        tasks=(first, second),
        times=((rows[0].start, rows[0].end), (rows[1].start, rows[1].end)),
        rule=precedence_path(problem, first, second),
        apart=problem.must_not_overlap(first, second),
    ).model_copy(update=_shortage(problem, first, second))
    if facts.already:
        return Explanation(certificate=facts)
    if _at_sight(problem, facts):
        return Explanation(certificate=facts.model_copy(update={"status": "infeasible"}))
    schedule, goals = as_asked(problem, schedule)
    both, clock = ((first, second), (second, first)), Clock(budget, SOLVES)
    foil = clock.again(problem, goals, schedule, orders=both)
    if foil.status in ("unknown", "feasible") and not _done(foil, facts):
        tried = [foil, _held_back(problem, schedule, goals, facts, clock)]
        foil = min((each for each in tried if each.planned), key=worth, default=foil)
    update: dict[str, object] = {"status": foil.status}
    named = facts.rule or facts.apart or facts.resource
    if foil.status == "infeasible" and not named:
        update["conflict"] = clock.conflict(problem, schedule, orders=both, impossible=True)
    update["left_out"] = foil.planned and not _done(foil, facts)
    if not foil.planned or update["left_out"]:
        return Explanation(certificate=facts.model_copy(update=update))
    update["comparison"] = compare(schedule, foil)
    return Explanation(certificate=facts.model_copy(update=update), alternative=foil)


def _at_sight(problem: Problem, facts: Together) -> bool:
    """Does what is named rule it out in any plan? So it does where both must be done and neither
    has begun."""
    tasks = [problem.by_name[name] for name in facts.tasks]
    sure = all(task.value is None and task.started is None for task in tasks)
    return sure and bool(facts.rule or facts.apart or facts.resource)


def _done(plan: Schedule, facts: Together) -> bool:
    return plan.by_task.keys() >= set(facts.tasks)


def _held_back(
    problem: Problem, schedule: Schedule, goals: Sequence[Goal], facts: Together, clock: Clock
) -> Schedule:
    """A plan in which the first waits for when the second starts now: one of those that are asked
    for, and not known to be the best. To look for all of them takes long, as each task waits for
    the other."""
    at = facts.times[1][0]
    try:
        for name in facts.tasks:
            problem = problem.replace_task(name, fixed=at, value=None)
    except PlanError:  # such as a deadline that is over by then
        return Schedule(status="unknown", goal=goals[0])
    found = clock.again(problem, goals, schedule)
    return unproved(found) if found.planned else Schedule(status="unknown", goal=goals[0])


def _shortage(problem: Problem, first: str, second: str) -> dict[str, object]:
    """The first resource of which there is too little for both, whichever way they are done."""
    tasks = problem.by_name[first], problem.by_name[second]
    for resource in problem.resources:
        least = [min(way.demands.get(resource.name, 0) for way in task.ways) for task in tasks]
        if resource.kind != "stock" and all(least) and sum(least) > resource.capacity:
            return {"resource": resource.name, "demand": sum(least), "there": resource.capacity}
    return {}
