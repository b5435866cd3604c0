"""Judges what is said to be the least that any plan takes, by adding it up."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from tools.plan import Problem, Schedule
from tools.reasons.records import Floor


def mistakes(floor: Floor, problem: Problem, plan: Schedule) -> Iterator[str]:
    """What is wrong with it."""
    minutes = _of_resource(floor, problem) if floor.resource else _of_chain(floor, problem)
    if minutes != floor.minutes:
        yield f"that it takes {floor.minutes}, not {minutes}"
    if floor.minutes > plan.makespan:
        yield "that no plan is shorter"
    if any(problem.by_name[name].value is not None for name in floor.tasks):
        yield "that all of the chain must be done"


def _of_chain(floor: Floor, problem: Problem) -> int | None:
    """The shortest ways of its tasks and the lags between them; None if they do not wait."""
    tasks = [problem.by_name[name] for name in floor.tasks]
    minutes = sum(min(way.duration for way in task.ways) for task in tasks)
    for first, second in pairwise(tasks):
        said = [each for each in second.predecessors if each.task == first.name]
        lags = [each.lag for each in said if each.kind == "finish-start"]
        if not lags:
            return None
        minutes += max(lags)
    return minutes


def _of_resource(floor: Floor, problem: Problem) -> int | None:
    """Its work shared by all of its units; None if it has another amount of work."""
    name, work = floor.resource or "", 0
    for task in problem.tasks:
        if task.value is None:
            work += min(way.demands.get(name, 0) * way.duration for way in task.ways)
    if (work, problem.capacity[name]) != (floor.work, floor.units):
        return None
    return ceil(work / floor.units)
