"""More work than a resource can do before deadlines: a contradiction that needs no solver, however
many tasks there are (the energy of Baptiste, Le Pape and Nuijten 1999)."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate, groupby, pairwise

from tools.contradictions.crowds import TooMuch, fewest, users
from tools.plan import Problem, Resource, Task
from tools.plan.conflict import Statement
from tools.plan.hours import units

MOST_BEGINS = 20
"""Minutes from which on work is added up: the earliest of so many shares of all releases."""
Room = Callable[[int], int]
"""Units x minutes that a resource has before a minute."""


def overload(problem: Problem) -> TooMuch | None:
    """The overload with the fewest tasks of those that are found, between the earliest release and
    the last deadline among them; None if none is."""
    limited = [task for task in problem.tasks if task.deadline is not None]
    found = [
        TooMuch(name, tuple(task.name for task in few))
        for name, tasks in users(problem, limited).items()
        for few in _too_much(problem, problem.resource[name], tasks)
    ]
    return min(found, key=lambda each: len(each.tasks), default=None)


def overloaded(problem: Problem, said: Iterable[Statement]) -> list[Statement]:
    """Those of the statements `said` about an overload that already rule out any plan, what may not
    matter first; empty if there is none."""
    found = overload(problem)
    if found is None:
        return []
    about = [
        each
        for each in said
        if (each.kind in ("capacity", "absence", "calendar") and each.resource == found.resource)
        or (each.kind in ("deadline", "duration", "release") and each.task in found.tasks)
        or (each.task in found.tasks and each.resource == found.resource)
        or each.kind == "now"
    ]
    return sorted(about, key=lambda each: each.kind in ("deadline", "duration", "demand"))


def _too_much(problem: Problem, resource: Resource, tasks: list[Task]) -> Iterable[list[Task]]:
    """For a few minutes to begin at: the most work of what first is too much, as little of it as
    is too much."""
    tasks = sorted(tasks, key=_deadline)
    room = _room(problem, resource, _deadline(tasks[-1]))
    begins = sorted({max(task.release, problem.present) for task in tasks})
    for begin in begins[:: -(-len(begins) // MOST_BEGINS)]:
        held: list[Task] = []
        total = 0
        for deadline, group in groupby(tasks, _deadline):
            more = [task for task in group if max(task.release, problem.present) >= begin]
            held += more
            total += sum(_work(task, resource) for task in more)
            there = max(0, room(deadline) - room(begin))
            if total > there:
                yield fewest(held, lambda task: _work(task, resource), there)
                break


def _room(problem: Problem, resource: Resource, until: int) -> Room:
    steps = units(problem, resource, until)
    minutes = [minute for minute, _ in steps]
    done = [0, *accumulate((b - a) * level for (a, level), (b, _) in pairwise(steps))]

    def before(minute: int) -> int:
        at = bisect_right(minutes, minute) - 1
        return done[at] + (minute - minutes[at]) * steps[at][1]

    return before


def _work(task: Task, resource: Resource) -> int:
    return task.duration * task.demands[resource.name]


def _deadline(task: Task) -> int:
    return task.deadline or 0
