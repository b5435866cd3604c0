"""Why one task comes before another, or is not the first, and what the other order would cost."""

from collections.abc import Sequence

from tools.plan import Problem, Schedule
from tools.reasons.chain import precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Order
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, need_plan, need_two
from tools.studies.reasons import why


def why_before(
    problem: Problem,
    schedule: Schedule,
    first: str,
    second: str,
    budget: Budget = USUAL,
    *,
    foil: bool = False,
) -> Explanation:
    """Why `first` comes before `second`, and what the other order would cost, by solving again.

    Args:
        foil: it was asked why it does not.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    need_two(problem, schedule, first, second)
    return _ordered(problem, schedule, first, second, budget, foil=foil)


def why_not_first(
    problem: Problem, schedule: Schedule, task: str, budget: Budget = USUAL, *, foil: bool = False
) -> Explanation:
    """Why another task comes first of those that were still to begin, and what it would cost if
    `task` came before all of them; if it is the first itself, why it comes before the next one.

    Args:
        foil: it was asked why it is not.
    """
    need_plan(problem, schedule, task)
    first = first_but(problem, schedule, task)
    rows, begun = schedule.by_task, problem.by_name[task].started is not None
    if begun or first == task:
        return why(problem, schedule, task)
    if rows[first].start > rows[task].start:
        return _ordered(problem, schedule, task, first, budget, foil=foil)
    return _ordered(problem, schedule, first, task, budget, ahead=True)


def why_not_last(
    problem: Problem, schedule: Schedule, task: str, budget: Budget = USUAL
) -> Explanation:
    """Why another task is the last to start, and what it would cost if that came before `task`; if
    it is the last itself, why it starts when it does."""
    need_plan(problem, schedule, task)
    rows = schedule.by_task
    others = (each for each in schedule.assignments if each.task != task)
    last = max(others, key=lambda each: (each.start, each.end), default=rows[task])
    if last.start <= rows[task].start or problem.by_name[task].started is not None:
        return why(problem, schedule, task)
    return _ordered(problem, schedule, task, last.task, budget)


def first_but(problem: Problem, schedule: Schedule, task: str) -> str:
    """The first task still to come that is another one; `task` itself if there is none."""
    tasks = problem.by_name
    others = [
        each
        for each in schedule.assignments
        if each.task != task and tasks[each.task].started is None
    ]
    return min(others, key=lambda each: (each.start, each.end)).task if others else task


def _ordered(
    problem: Problem,
    schedule: Schedule,
    first: str,
    second: str,
    budget: Budget,
    *,
    ahead: bool = False,
    foil: bool = False,
) -> Explanation:
    start = {name: schedule.by_task[name].start for name in (first, second)}
    reversed_ = start[first] > start[second]
    if reversed_:
        first, second = second, first
    facts = Order(
        first=first,
        second=second,
        starts=(start[first], start[second]),
        asked_reversed=reversed_ and not foil,
        already=foil and start[first] < start[second] and not reversed_,
        together=start[first] == start[second],
        ahead=ahead,
    )
    if facts.together:
        return Explanation(certificate=facts)
    return _with_foil(problem, schedule, facts, budget)


def _with_foil(problem: Problem, schedule: Schedule, facts: Order, budget: Budget) -> Explanation:
    """Solve again with the other order; if a rule of the user forbids it, without that rule."""
    schedule, goals = as_asked(problem, schedule)
    clock = Clock(budget)
    later = _can_be_first(problem, facts.second) if facts.ahead else [facts.first]
    foil = [(facts.second, name) for name in later]
    other = clock.again(problem, goals, schedule, orders=foil)
    update: dict[str, object] = {"impossible": other.status == "infeasible"}
    if not other.planned:
        problem, rules = _freed(problem, facts, later)
        if rules:
            update["rule"] = rules[0]
            update["lifted"] = tuple((path[-2], path[-1]) for path in rules)
            other = clock.again(problem, goals, schedule, orders=foil)
    update["status"] = other.status
    if other.status == "infeasible":
        update["conflict"] = clock.conflict(problem, schedule, orders=foil, impossible=True)
    if not other.planned:
        return Explanation(certificate=facts.model_copy(update=update))
    update["comparison"] = compare(schedule, other)
    certificate = facts.model_copy(update=update)
    ruled = _with_order(problem, facts.second, later) or (problem if "rule" in update else None)
    return Explanation(certificate=certificate, problem=ruled, alternative=other)


def _can_be_first(problem: Problem, task: str) -> list[str]:
    """The other tasks that are still to begin and wait for none such; `task` before all of these
    is before all."""
    waiting = {each.name for each in problem.tasks if each.started is None and each.value is None}
    return [
        each.name
        for each in problem.tasks
        if each.name != task
        and each.started is None
        and not any(
            link.kind == "finish-start" and link.lag >= 0 and link.task in waiting
            for link in each.predecessors
        )
    ]


def _freed(
    problem: Problem, facts: Order, later: Sequence[str]
) -> tuple[Problem, list[tuple[str, ...]]]:
    """The problem in which `second` need wait for none of `later`, and the paths of precedence that
    made it wait; the last link of each is gone."""
    paths = []
    for name in sorted(later, key=lambda name: name != facts.first):
        while path := precedence_path(problem, name, facts.second):
            problem = _without_rule(problem, path)
            paths.append(path)
    return problem, paths


def _with_order(problem: Problem, task: str, later: Sequence[str]) -> Problem | None:
    """The problem in which the other order is a rule, for whoever accepts that plan; None where
    links leave the tasks no choice but to start together."""
    link = {"task": task, "kind": "start-start"}
    tasks = [each.model_dump() for each in problem.tasks]
    for each in tasks:
        if each["name"] in later:
            each["links"] = [*each["links"], link]
    try:
        return Problem.read(problem.model_dump() | {"tasks": tasks})
    except PlanError:
        return None


def _without_rule(problem: Problem, path: Sequence[str]) -> Problem:
    """The problem without the last link of a precedence path."""
    earlier, later = path[-2], problem.by_name[path[-1]]
    after = [name for name in later.after if name != earlier]
    links = [link.model_dump() for link in later.links if link.task != earlier]
    return problem.replace_task(later.name, after=after, links=links)
