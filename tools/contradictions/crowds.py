"""Fixed starts that together need more than is there then: a contradiction that needs no solver,
however many tasks there are."""

from collections.abc import Iterable

from tools.contradictions.pools import Pool, TooMuch, fewest, users
from tools.plan import Problem, Task
from tools.plan.conflict import Statement
from tools.plan.hours import Span


def crowd(problem: Problem) -> TooMuch | None:
    """The first crowd that is found; None if there is none."""
    fixed = [each for each in problem.tasks if each.fixed is not None and not each.pausable]
    for pool, tasks in users(problem, fixed):
        if few := _too_many(tasks, pool, pool.steps(problem, max(map(_end, tasks)))):
            return TooMuch(pool, tuple(task.name for task in few))
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
        if found.rests_on(each) or (each.kind in ("fixed", "duration") and each.task in found.tasks)
    ]


def _too_many(tasks: list[Task], pool: Pool, steps: list[Span]) -> list[Task]:
    """At the first minute at which these tasks need more than there is: those who need most."""
    starting: dict[int, list[Task]] = {minute: [] for minute, _ in steps}
    for task in tasks:
        starting.setdefault(_start(task), []).append(task)
    there, level = dict(steps), 0
    running: list[Task] = []
    for minute in sorted(starting):
        level = there.get(minute, level)
        running = [each for each in running if _end(each) > minute] + starting[minute]
        if sum(map(pool.asked, running)) > level:
            return fewest(running, pool.asked, level)
    return []


def _start(task: Task) -> int:
    return task.fixed or 0


def _end(task: Task) -> int:
    return _start(task) + task.duration
