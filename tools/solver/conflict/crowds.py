"""Fixed starts that together need more than there is: a contradiction that needs no solver, however
many tasks there are. Calendars and absences are left aside: with them there is only less."""

from collections.abc import Iterable
from typing import NamedTuple

from tools.plan import Problem, Task
from tools.plan.conflict import Statement
from tools.solver.conflict.statements import needed


class Crowd(NamedTuple):
    """Tasks that need too much of a resource at one minute; without any of them it is enough."""

    resource: str
    tasks: tuple[str, ...]


def crowd(problem: Problem) -> Crowd | None:
    """The first crowd that is found; None if there is none."""
    must = needed(problem)
    users: dict[str, list[Task]] = {}
    for task in problem.tasks:
        still = task.fixed is not None and task.started is None and not task.pausable
        if still and not task.alternatives and task.name in must:
            for name in task.demands:
                users.setdefault(name, []).append(task)
    for name, tasks in users.items():
        if problem.resource[name].kind != "stock" and (few := _too_many(problem, name, tasks)):
            return Crowd(name, tuple(task.name for task in few))
    return None


def crowded(problem: Problem, said: Iterable[Statement]) -> list[Statement]:
    """Those of the statements `said` about a crowd that already rule out any plan; empty if there
    is none."""
    found = crowd(problem)
    if found is None:
        return []
    return [
        each
        for each in said
        if (each.kind == "capacity" and each.resource == found.resource)
        or (each.kind in ("fixed", "duration") and each.task in found.tasks)
        or (each.task in found.tasks and each.resource == found.resource)
    ]


def _too_many(problem: Problem, name: str, tasks: list[Task]) -> list[Task]:
    """At the first minute at which these tasks need more than there is: those who need most of it,
    no more of them than are too many."""
    running: list[Task] = []
    for task in sorted(tasks, key=_start):
        running = [each for each in running if _start(each) + each.duration > _start(task)]
        running.append(task)
        if sum(each.demands[name] for each in running) > problem.capacity[name]:
            return _fewest(running, name, problem.capacity[name])
    return []


def _fewest(running: list[Task], name: str, capacity: int) -> list[Task]:
    few: list[Task] = []
    for task in sorted(running, key=lambda task: -task.demands[name]):
        few.append(task)
        if sum(each.demands[name] for each in few) > capacity:
            break
    return few


def _start(task: Task) -> int:
    return task.fixed or 0
