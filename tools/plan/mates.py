"""Tasks that the same people do: can it be told who these are?"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tools.plan.resource import Resource
from tools.plan.task import Task, Way
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem


def check(problem: "Problem") -> None:
    """Refuse "the same people" where nobody tells people apart, or where none are asked for. Of two
    tasks that have both started nothing is asked any more.

    Raises:
        PlanError: with the first such pair.
    """
    for task in problem.tasks:
        for name in task.same_people:
            other = problem.by_name[name]
            if task.started is None or other.started is None:
                _check_pair(problem, task, other)


def _check_pair(problem: "Problem", task: Task, other: Task) -> None:
    values = {"task": task.name, "other": other.name}
    for each in (task, other):
        people = [one for way in each.ways for one in _possible(problem, way)]
        pool = next((one for one in people if one.capacity > 1), None)
        if pool is not None:
            capacity = pool.capacity
            raise PlanError("same-people-of-many", **values, resource=pool.name, capacity=capacity)
        if not people and each.started is None:
            raise PlanError("same-people-of-nobody", **values, nobody=each.name)


def _possible(problem: "Problem", way: Task | Way) -> Iterator[Resource]:
    """Everybody who may do a task in this way, by name or by skill."""
    yield from called(problem, way)
    for skill in way.skills:
        yield from problem.skilled.get(skill, ())


def called(problem: "Problem", way: Task | Way) -> Iterable[Resource]:
    """The people that a way asks for by name; one that is gone is none."""
    known = (problem.resource.get(name) for name in way.demands)
    return (each for each in known if each is not None and each.somebody)
