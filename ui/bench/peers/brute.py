"""Every order of a few tasks, each made into a plan by serial schedule generation: as exact as it
is slow. Where nothing is gained by a later end, one of these plans is best: they are all the active
plans, and those hold an optimum (Sprecher, Kolisch and Drexl 1995)."""

from collections.abc import Sequence
from itertools import permutations

from tools.plan import Goal, Problem, Schedule, Task
from ui.bench.peers import as_schedule
from ui.bench.peers.rules import Timeline, ready, value


def plan(problem: Problem, goal: Goal, seconds: float, workers: int) -> Schedule:
    """The best plan of all orders, however long it takes."""
    legal = (starts for order in permutations(problem.tasks) if (starts := _starts(problem, order)))
    best = min(legal, key=lambda starts: value(problem, goal, starts))
    return as_schedule(problem, goal, best, "optimal", value(problem, goal, best))


def _starts(problem: Problem, order: Sequence[Task]) -> dict[str, int] | None:
    """The plan of one order; None if it names a task before its predecessor."""
    line = Timeline(problem)
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    for task in order:
        if not all(other in ends for other in task.after):
            return None
        start = line.earliest(task, ready(task, ends))
        line.take(task, start)
        starts[task.name], ends[task.name] = start, start + task.duration
    return starts
