"""A plan from a list: each task in turn at the earliest moment its predecessors and resources allow
(serial schedule generation, Kolisch 1996). Knows rules for good first lists; searches nothing."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from tools.plan import Assignment, Goal, Problem, Schedule, Task


def predecessors(problem: Problem, orders: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """For each task, the tasks that a list must name before it."""
    before = {task.name: set(task.after) for task in problem.tasks}
    for first, last in orders:
        before[last].add(first)
    return before


def repaired(names: Iterable[str], before: Mapping[str, set[str]]) -> list[str] | None:
    """`names` with each task moved behind the tasks it needs; None if they wait in a circle."""
    given = list(names)
    place = {name: at for at, name in enumerate(given)}
    needed = {name: len(before[name]) for name in given}
    behind: dict[str, list[str]] = {name: [] for name in given}
    for name in given:
        for other in before[name]:
            behind[other].append(name)
    ready = [place[name] for name in given if not needed[name]]
    heapify(ready)
    result: list[str] = []
    while ready:
        name = given[heappop(ready)]
        result.append(name)
        for other in behind[name]:
            needed[other] -= 1
            if not needed[other]:
                heappush(ready, place[other])
    return result if len(result) == len(given) else None


class _Use:
    """How much of one resource is in use, in steps: `levels[i]` from `moments[i]` on."""

    def __init__(self) -> None:
        self.moments, self.levels = [0], [0]

    def earliest(self, start: int, duration: int, limit: int) -> int:
        """The first moment from `start` on after which at most `limit` is in use for so long."""
        at = bisect_right(self.moments, start) - 1
        while at < len(self.moments) and self.moments[at] < start + duration:
            if self.levels[at] > limit:
                start = self.moments[at + 1]  # there is one: at the end nothing is in use
            at += 1
        return start

    def add(self, start: int, end: int, amount: int) -> None:
        first, last = self._step(start), self._step(end)
        for at in range(first, last):
            self.levels[at] += amount

    def _step(self, moment: int) -> int:
        at = bisect_left(self.moments, moment)
        if at == len(self.moments) or self.moments[at] != moment:
            self.moments.insert(at, moment)
            self.levels.insert(at, self.levels[at - 1])
        return at


def build(problem: Problem, names: Sequence[str], orders: Sequence[tuple[str, str]]) -> Schedule:
    """The plan of the list `names`, which must respect precedence and `orders`. It ignores
    deadlines; `fits` tells whether they are kept."""
    use = {resource.name: _Use() for resource in problem.resources}
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    firsts: dict[str, list[str]] = {}
    for first, last in orders:
        firsts.setdefault(last, []).append(first)
    for name in names:
        task = problem.by_name[name]
        earliest = max(
            task.release,
            *(ends[other] for other in task.after),
            *(starts[other] for other in firsts.get(name, ())),
            0,
        )
        start = _earliest_start(task, earliest, use, problem.capacity)
        starts[name], ends[name] = start, start + task.duration
        for resource, amount in task.demands.items():
            use[resource].add(start, ends[name], amount)
    return Schedule(
        status="feasible",
        assignments=tuple(
            Assignment(
                task=task.name,
                start=starts[task.name],
                end=ends[task.name],
                resources=task.demands,
            )
            for task in problem.tasks
        ),
    )


def _earliest_start(
    task: Task, earliest: int, use: Mapping[str, _Use], capacity: Mapping[str, int]
) -> int:
    """The first moment at which all its resources are free: each pushes it on until none does."""
    start, moved = earliest, True
    while moved:
        moved = False
        for resource, amount in task.demands.items():
            found = use[resource].earliest(start, task.duration, capacity[resource] - amount)
            start, moved = found, moved or found > start
    return start


def compacted(problem: Problem, schedule: Schedule, orders: Sequence[tuple[str, str]]) -> Schedule:
    """The plan with every task as early as the others allow; none starts later than before.

    A solver leaves gaps where they cost nothing; whoever asks why a task waits would get no
    reason. (Listed by start, each task finds its old place free, or a better one.)
    """
    by_start = sorted(schedule.assignments, key=lambda each: each.start)
    names = repaired((each.task for each in by_start), predecessors(problem, orders))
    # Orders in a circle ask for equal starts, which no list can promise.
    return schedule if names is None else build(problem, names, orders)


def fits(problem: Problem, orders: Sequence[tuple[str, str]], schedule: Schedule) -> bool:
    """True if `schedule` keeps every rule of `problem` and of `orders`."""
    at = schedule.by_task
    if set(at) != set(problem.by_name):
        return False
    if any(at[first].start > at[last].start for first, last in orders):
        return False
    for task in problem.tasks:
        mine = at[task.name]
        if mine.start < task.release or mine.end - mine.start != task.duration:
            return False
        if task.deadline is not None and mine.end > task.deadline:
            return False
        if any(at[other].end > mine.start for other in task.after):
            return False
    return all(_within_capacity(problem, schedule, name) for name in problem.capacity)


def _within_capacity(problem: Problem, schedule: Schedule, resource: str) -> bool:
    changes: list[tuple[int, int]] = []
    for task in problem.tasks:
        amount = task.demands.get(resource, 0)
        mine = schedule.by_task[task.name]
        changes += [(mine.start, amount), (mine.end, -amount)]
    level = 0
    for _, change in sorted(changes):
        level += change
        if level > problem.capacity[resource]:
            return False
    return True


def rules(problem: Problem, goal: Goal) -> list[list[str]]:
    """First lists to try. Smith (1956): priority per unit of work; the due date; the tail, which is
    the longest chain of work behind a task."""
    tail = tails(problem)
    tasks = problem.tasks

    def work(task: Task) -> float:
        share = max(
            (amount / problem.capacity[name] for name, amount in task.demands.items()), default=0.01
        )
        return task.duration * share

    by_weight = sorted(tasks, key=lambda task: (-task.priority / work(task), task.release))
    by_due = sorted(tasks, key=lambda task: (_limit(task), -task.priority))
    by_tail = sorted(tasks, key=lambda task: -tail[task.name])
    order = {"waiting": 0, "tardiness": 1, "makespan": 2}[goal]
    lists = [by_weight, by_due, by_tail]
    return [[task.name for task in chosen] for chosen in lists[order:] + lists[:order]]


def _limit(task: Task) -> float:
    """The minute by which a task should be done."""
    return min(each for each in (task.due, task.deadline, math.inf) if each is not None)


def tails(problem: Problem) -> dict[str, int]:
    """For each task, the minutes from its start to the end of the longest chain that waits for
    it."""
    behind: dict[str, list[str]] = {name: [] for name in problem.by_name}
    for task in problem.tasks:
        for other in task.after:
            behind[other].append(task.name)
    order = repaired(problem.by_name, predecessors(problem, ()))
    assert order is not None, "a Problem has no cycle"
    tail: dict[str, int] = {}
    for name in reversed(order):
        longest = max((tail[other] for other in behind[name]), default=0)
        tail[name] = problem.by_name[name].duration + longest
    return tail
