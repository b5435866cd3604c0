"""Fixed starts that together need more than there is: a contradiction that needs no solver, however
many tasks there are. Calendars and absences are left aside: with them there is only less."""

from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from tools.contradictions.statements import needed
from tools.plan import Problem, Task
from tools.plan.conflict import Statement


class TooMuch(NamedTuple):
    """Tasks that together ask for more of a resource than there is; without any of them it is
    enough."""

    resource: str
    tasks: tuple[str, ...]


def users(problem: Problem, tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """By resource, but for stock: those of the tasks that must be done, and surely need it."""
    must = needed(problem)
    found: dict[str, list[Task]] = {}
    for task in tasks:
        if task.started is None and not task.alternatives and task.name in must:
            for name in task.demands:
                if problem.resource[name].kind != "stock":
                    found.setdefault(name, []).append(task)
    return found


def fewest(tasks: Iterable[Task], amount: Callable[[Task], int], there: int) -> list[Task]:
    """Those who need most, no more of them than need more than there is."""
    most = sorted(tasks, key=lambda task: -amount(task))
    sums = accumulate(map(amount, most))
    return most[: 1 + next(at for at, total in enumerate(sums) if total > there)]


def crowd(problem: Problem) -> TooMuch | None:
    """The first crowd that is found; None if there is none."""
    fixed = [each for each in problem.tasks if each.fixed is not None and not each.pausable]
    for name, tasks in users(problem, fixed).items():
        if few := _too_many(tasks, name, problem.capacity[name]):
            return TooMuch(name, tuple(task.name for task in few))
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


def _too_many(tasks: list[Task], name: str, capacity: int) -> list[Task]:
    """At the first minute at which these tasks need more than there is: those who need most."""
    running: list[Task] = []
    for task in sorted(tasks, key=_start):
        running = [each for each in running if _start(each) + each.duration > _start(task)]
        running.append(task)
        if sum(each.demands[name] for each in running) > capacity:
            return fewest(running, lambda each: each.demands[name], capacity)
    return []


def _start(task: Task) -> int:
    return task.fixed or 0
