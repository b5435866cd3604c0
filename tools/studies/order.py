"""Why one task comes before another, and what the other order would cost."""

from collections.abc import Sequence

from tools.plan import Problem, Schedule
from tools.reasons.chain import precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Order
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget
from tools.studies.plans import as_asked, need_plan, need_two
from tools.studies.reasons import why


def why_before(
    problem: Problem,
    schedule: Schedule,
    first: str,
    second: str,
    budget: Budget = USUAL,
) -> Explanation:
    """Why `first` comes before `second`, and what the other order would cost, by solving again.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    need_two(problem, schedule, first, second)
    start = {name: schedule.by_task[name].start for name in (first, second)}
    reversed_ = start[first] > start[second]
    if reversed_:
        first, second = second, first
    facts = Order(
        first=first,
        second=second,
        starts=(start[first], start[second]),
        asked_reversed=reversed_,
        together=start[first] == start[second],
    )
    if facts.together:
        return Explanation(certificate=facts)
    return _with_foil(problem, schedule, facts, budget)


def why_not_first(
    problem: Problem, schedule: Schedule, task: str, budget: Budget = USUAL
) -> Explanation:
    """Why another task comes first; if `task` is the first itself, why it starts when it does."""
    need_plan(problem, schedule, task)
    others = [each for each in schedule.assignments if each.task != task]
    first = min(others, key=lambda each: (each.start, each.end), default=None)
    if first is None or first.start > schedule.by_task[task].start:
        return why(problem, schedule, task)
    return why_before(problem, schedule, first.task, task, budget)


def first_but(problem: Problem, schedule: Schedule, task: str) -> str:
    """The first task still to come that is another one; `task` itself if there is none."""
    tasks = problem.by_name
    others = [
        each
        for each in schedule.assignments
        if each.task != task and tasks[each.task].started is None
    ]
    return min(others, key=lambda each: (each.start, each.end)).task if others else task


def _with_foil(problem: Problem, schedule: Schedule, facts: Order, budget: Budget) -> Explanation:
    """Solve again with the other order; if a rule of the user forbids it, without that rule."""
    schedule, goals = as_asked(problem, schedule)
    foil = ((facts.second, facts.first),)
    other = budget.again(problem, goals, schedule, orders=foil)
    rule = () if other.planned else precedence_path(problem, facts.first, facts.second)
    update: dict[str, object] = {"rule": rule, "impossible": other.status == "infeasible"}
    if other.status == "infeasible" and not rule:
        update["conflict"] = budget.conflict(problem, foil)
    if rule:
        problem = _without_rule(problem, rule)
        other = budget.again(problem, goals, schedule)
    if not other.planned:
        return Explanation(certificate=facts.model_copy(update=update))
    update["comparison"] = compare(schedule, other)
    certificate = facts.model_copy(update=update)
    ruled = problem if rule else _with_order(problem, facts)
    return Explanation(certificate=certificate, problem=ruled, alternative=other)


def _with_order(problem: Problem, facts: Order) -> Problem | None:
    """The problem in which the other order is a rule, for whoever accepts that plan; None where
    links leave the two no choice but to start together."""
    links = [link.model_dump() for link in problem.by_name[facts.first].links]
    links.append({"task": facts.second, "kind": "start-start"})
    try:
        return problem.replace_task(facts.first, links=links)
    except PlanError:
        return None


def _without_rule(problem: Problem, path: Sequence[str]) -> Problem:
    """The problem without the last link of a precedence path."""
    earlier, later = path[-2], problem.by_name[path[-1]]
    after = [name for name in later.after if name != earlier]
    links = [link.model_dump() for link in later.links if link.task != earlier]
    return problem.replace_task(later.name, after=after, links=links)
