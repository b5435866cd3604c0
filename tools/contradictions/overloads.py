"""More work than a resource, or those who have a skill, can do before deadlines: a contradiction
that needs no solver, however many tasks there are (the energy of Baptiste, Le Pape and Nuijten
1999)."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate, groupby, pairwise

from tools.contradictions.pools import Pool, TooMuch, fewest, users
from tools.plan import Problem, Task
from tools.plan.conflict import Statement

MOST_BEGINS = 20
"""Minutes from which on work is added up: the earliest of so many shares of all releases."""
Room = Callable[[int], int]
"""Units x minutes that a pool has before a minute."""


def overload(problem: Problem) -> TooMuch | None:
    """The overload with the fewest tasks of those that are found, between the earliest release and
    the last deadline among them; None if none is."""
    limited = [task for task in problem.tasks if task.deadline is not None]
    found = [
        TooMuch(pool, tuple(task.name for task in few))
        for pool, tasks in users(problem, limited)
        for few in _too_much(problem, pool, tasks)
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
        if found.rests_on(each)
        or (each.kind in ("deadline", "duration", "release") and each.task in found.tasks)
        or each.kind == "now"
    ]
    return sorted(about, key=lambda each: each.kind in ("deadline", "duration", found.pool.kind))


def _too_much(problem: Problem, pool: Pool, tasks: list[Task]) -> Iterable[list[Task]]:
    """For a few minutes to begin at: the most work of what first is too much, as little of it as
    is too much."""
    tasks = sorted(tasks, key=_deadline)
    room = _room(problem, pool, _deadline(tasks[-1]))
    begins = sorted({max(task.release, problem.present) for task in tasks})
    for begin in begins[:: -(-len(begins) // MOST_BEGINS)]:
        held: list[Task] = []
        total = 0
        for deadline, group in groupby(tasks, _deadline):
            more = [task for task in group if max(task.release, problem.present) >= begin]
            held += more
            total += sum(_work(task, pool) for task in more)
            there = max(0, room(deadline) - room(begin))
            if total > there:
                yield fewest(held, lambda task: _work(task, pool), there)
                break


def _room(problem: Problem, pool: Pool, until: int) -> Room:
    steps = pool.steps(problem, until)
    minutes = [minute for minute, _ in steps]
    done = [0, *accumulate((b - a) * level for (a, level), (b, _) in pairwise(steps))]

    def before(minute: int) -> int:
        at = bisect_right(minutes, minute) - 1
        return done[at] + (minute - minutes[at]) * steps[at][1]

    return before


def _work(task: Task, pool: Pool) -> int:
    return task.duration * pool.asked(task)


def _deadline(task: Task) -> int:
    return task.deadline or 0
