"""Is there enough of everything, and are there enough people who can do it? All calendars aside."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from tools.plan.task import Task, Way
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem

MAX_HEADS = 1000
"""People that one task may ask for by skill: the solver looks for each of them by name."""
MAX_CHOICES = 20_000_000
"""Pairs of a person that some task asks for and somebody who could be it."""
MANY = 10  # skills of one task: with more, only small and all combinations are counted


def check(problem: "Problem") -> None:
    """Refuse demands that nothing can meet. What has ended holds nothing any more, so those who did
    it may be gone; what has started goes on also where less is there by now.

    Raises:
        PlanError: the first of them, with its task.
    """
    able = _able(problem)
    choices = 0
    seen: set[object] = set()
    for task in problem.tasks:
        for way in task.ways:
            if task.ended is None:
                _check_demands(problem, task, way)
            if way.skills and task.ended is None:
                named = {name: way.demands[name] for name in way.demands if _skilled(problem, name)}
                need = (frozenset(way.skills.items()), frozenset(named.items()))
                if need not in seen:
                    _check_skills(problem, task, way.skills, able, named)
                seen.add(need)
            if way.skills:
                choices += _choices(problem, task, way.skills)
            if choices > MAX_CHOICES:
                raise PlanError("too-many-choices", task=task.name, limit=MAX_CHOICES)
    _check_stocks(problem)


def _choices(problem: "Problem", task: Task, needs: Mapping[str, int]) -> int:
    heads = sum(needs.values())
    if heads > MAX_HEADS:
        raise PlanError("too-many-heads", task=task.name, demand=heads, limit=MAX_HEADS)
    return sum(count * len(problem.skilled.get(skill, ())) for skill, count in needs.items())


def _check_demands(problem: "Problem", task: Task, way: Task | Way) -> None:
    for resource, amount in way.demands.items():
        capacity = problem.capacity.get(resource)
        if capacity is None:
            raise PlanError("unknown-resource", task=task.name, resource=resource)
        if amount > capacity and task.started is None:
            raise PlanError(
                "demand-above-capacity",
                task=task.name,
                resource=resource,
                demand=amount,
                capacity=capacity,
            )


def _check_skills(
    problem: "Problem",
    task: Task,
    needs: Mapping[str, int],
    able: Mapping[frozenset[str], int],
    named: Mapping[str, int],
) -> None:
    """By Hall's theorem people can be found exactly if for any of the skills together there are as
    many people with at least one of them."""
    for skills in _subsets(list(needs)):
        there = sum(units for has, units in able.items() if not has.isdisjoint(skills))
        asked = {
            name: amount
            for name, amount in named.items()
            if not set(problem.resource[name].skills).isdisjoint(skills)
        }
        there = max(0, there - sum(asked.values()))
        wanted = sum(needs[skill] for skill in skills)
        if wanted > there:
            key = "skills-not-covered" if len(skills) > 1 else "too-few-skilled"
            values = {"skill": ", ".join(skills), "demand": wanted, "able": there}
            if asked:
                key, values["named"] = "too-few-besides", ", ".join(asked)
            raise PlanError(key, task=task.name, **values)


def _subsets(skills: list[str]) -> Iterator[tuple[str, ...]]:
    sizes = range(1, len(skills) + 1) if len(skills) <= MANY else (1, 2, len(skills))
    for size in sizes:
        yield from combinations(skills, size)


def _able(problem: "Problem") -> dict[frozenset[str], int]:
    """How many units there are with exactly these skills."""
    able: dict[frozenset[str], int] = {}
    for resource in problem.resources:
        if resource.skills:
            has = frozenset(resource.skills)
            able[has] = able.get(has, 0) + resource.capacity
    return able


def _skilled(problem: "Problem", name: str) -> bool:
    return bool(problem.resource[name].skills)


def _check_stocks(problem: "Problem") -> None:
    """Whatever is still to be done must not need more of a stock than is left, by the sparest
    ways."""
    stocks = [resource for resource in problem.resources if resource.kind == "stock"]
    if not stocks:
        return
    facts = [task for task in problem.tasks if task.started is not None]
    needed = [task for task in problem.tasks if task.started is None and task.value is None]
    for stock in stocks:
        used, least = (
            sum(min(way.demands.get(stock.name, 0) for way in task.ways) for task in tasks)
            for tasks in (facts, needed)
        )
        if least > max(0, stock.capacity - used):
            demand, capacity = used + least, stock.capacity
            raise PlanError(
                "stock-too-small", resource=stock.name, demand=demand, capacity=capacity
            )
