"""Local search over lists: move one task to another place, keep the list if the plan is no worse.
Stops at a moment in time; knows nothing of CP-SAT."""

import random
import time
from collections.abc import Mapping, Sequence

from tools.plan import Goal, Problem, Schedule
from tools.solver.dispatch import build, fits, predecessors, repaired, rules
from tools.solver.goals import rank

Found = tuple[tuple[int, int, int], Schedule, list[str]]
"""Minutes past deadlines, the goal and what decides between equals; the plan; its list."""


def search(
    problem: Problem, goal: Goal, orders: Sequence[tuple[str, str]], end: float
) -> Schedule | None:
    """The best plan found by `end` (of `time.monotonic`) that keeps all rules; None if none was."""
    before = predecessors(problem, orders)
    best: Found | None = None
    for names in rules(problem, goal):
        legal = repaired(names, before)
        if legal is None:
            return None
        plan = build(problem, legal, orders)
        key = (_broken(problem, plan), *rank(problem, plan, goal))
        if best is None or key < best[0]:
            best = (key, plan, legal)
    assert best is not None
    _, plan, names = _descend(problem, goal, orders, before, best, end)
    return plan if fits(problem, orders, plan) else None


def _broken(problem: Problem, plan: Schedule) -> int:
    """Minutes by which deadlines are missed: the search first repairs those."""
    return sum(
        max(0, plan.by_task[task.name].end - task.deadline)
        for task in problem.tasks
        if task.deadline is not None
    )


def _descend(
    problem: Problem,
    goal: Goal,
    orders: Sequence[tuple[str, str]],
    before: Mapping[str, set[str]],
    best: Found,
    end: float,
) -> Found:
    chance = random.Random(0)
    tries = min(2000, 20 * len(problem.tasks) ** 2)
    for _ in range(tries):
        if time.monotonic() >= end:
            break
        names = list(best[2])
        mover = names.pop(chance.randrange(len(names)))
        names.insert(chance.randrange(len(names) + 1), mover)
        legal = repaired(names, before)
        assert legal is not None
        plan = build(problem, legal, orders)
        key = (_broken(problem, plan), *rank(problem, plan, goal))
        if key <= best[0]:
            best = (key, plan, legal)
    return best
