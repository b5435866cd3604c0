"""Deadlines of a task follow from what must come after it."""

import numpy as np

from tools.plan import Problem
from tools.solver.instance import FINISH_FINISH, FINISH_START, NEVER, Numbers


def tightened(problem: Problem, links: list[list[tuple[int, int, int]]]) -> Numbers:
    """The latest end of each task, so that what waits for it can still be in time; NEVER if nothing
    limits it. Calendars are left aside, so it may be too late, never too early."""
    tasks = problem.tasks
    if all(task.deadline is None and task.fixed is None for task in tasks):
        return np.full(len(tasks), NEVER, dtype=np.int64)
    shortest = [min(way.duration for way in task.ways) for task in tasks]
    longest = [max(way.duration for way in task.ways) for task in tasks]
    latest = [NEVER if task.deadline is None else task.deadline for task in tasks]
    fixed = [task.fixed for task in tasks]
    for at, task in enumerate(tasks):
        minute = fixed[at]
        if task.started is not None:
            latest[at] = NEVER
        elif minute is not None and not task.pausable:
            latest[at] = min(latest[at], minute + longest[at])
    for at in _last_first(links):
        if latest[at] == NEVER or tasks[at].value is not None:
            continue
        minute = fixed[at]
        start = latest[at] - shortest[at] if minute is None else minute
        for other, kind, lag in links[at]:
            if tasks[other].started is not None:
                continue
            if kind == FINISH_START:
                limit = start - lag
            elif kind == FINISH_FINISH:
                limit = latest[at] - lag
            elif tasks[other].pausable:
                continue
            else:
                limit = start - lag + longest[other]
            latest[other] = min(latest[other], limit)
    return np.array(latest, dtype=np.int64)


def _last_first(links: list[list[tuple[int, int, int]]]) -> list[int]:
    """All tasks, each before those it waits for."""
    waiting = [0] * len(links)
    for each in links:
        for other, _, _ in each:
            waiting[other] += 1
    ready = [at for at, count in enumerate(waiting) if count == 0]
    for at in ready:
        for other, _, _ in links[at]:
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.append(other)
    return ready
