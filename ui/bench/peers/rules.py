"""The classic priority rules, each with both ways to make a plan of it: serial (each task in turn
at its earliest moment) and parallel (at each moment whatever fits). Kolisch 1996. Plain Python that
shares nothing with our solver."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from tools.plan import Goal, Problem, Schedule, Task
from ui.bench.peers import as_schedule, horizon

Rule = Callable[[Task, int], float]
"""(task, minute) -> how late in the list it comes at that minute."""


def plan(problem: Problem, goal: Goal, seconds: float, workers: int) -> Schedule:
    """The best plan of all rules; quick, whatever the seconds and workers."""
    rules = Network(problem).rules.values()
    plans = [generate(problem, rule) for rule in rules for generate in (serial, parallel)]
    best = min(plans, key=lambda starts: value(problem, goal, starts))
    return as_schedule(problem, goal, best)


def value(problem: Problem, goal: Goal, starts: Mapping[str, int]) -> int:
    """What `goal` is in the plan with these starts."""
    if goal == "makespan":
        return max(starts[task.name] + task.duration for task in problem.tasks)
    total = 0
    for task in problem.tasks:
        end = starts[task.name] + task.duration
        if goal == "waiting":
            total += task.priority * (starts[task.name] - task.release)
        elif goal == "completion":
            total += task.priority * end
        elif task.due is not None:
            total += task.priority * max(0, end - task.due)
    return total


class Network:
    """What the rules know of a problem: who follows whom, and the latest times that keep the
    shortest makespan if resources were plenty."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.direct: dict[str, list[str]] = {name: [] for name in problem.by_name}
        for task in problem.tasks:
            for other in task.after:
                self.direct[other].append(task.name)

    @cached_property
    def order(self) -> list[str]:
        """The tasks, each behind those it waits for."""
        waits = {task.name: len(set(task.after)) for task in self.problem.tasks}
        order = [name for name, count in waits.items() if not count]
        for name in order:
            for other in set(self.direct[name]):
                waits[other] -= 1
                if not waits[other]:
                    order.append(other)
        return order

    @cached_property
    def followers(self) -> dict[str, set[str]]:
        """All that wait for a task, directly or not."""
        found: dict[str, set[str]] = {}
        for name in reversed(self.order):
            direct = self.direct[name]
            found[name] = set(direct).union(*(found[other] for other in direct))
        return found

    @cached_property
    def latest_end(self) -> dict[str, int]:
        """The backward pass of the critical path method, from the earliest end of all."""
        end: dict[str, int] = {}
        for name in self.order:
            task = self.problem.by_name[name]
            end[name] = task.duration + max((task.release, *(end[other] for other in task.after)))
        last = max(end.values())
        latest: dict[str, int] = {}
        for name in reversed(self.order):
            latest[name] = min(
                (
                    latest[other] - self.problem.by_name[other].duration
                    for other in self.direct[name]
                ),
                default=last,
            )
        return latest

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """By their names in the literature."""
        mean = sum(task.duration for task in self.problem.tasks) / len(self.problem.tasks)

        def due(task: Task) -> int:
            return self.latest_end[task.name] if task.due is None else task.due

        def positional(task: Task) -> int:
            behind = (self.problem.by_name[name].duration for name in self.direct[task.name])
            return task.duration + sum(behind)

        def urgent(task: Task, minute: int) -> float:
            """Apparent tardiness cost (Vepsalainen and Morton 1987), with k = 2."""
            slack = max(0, due(task) - task.duration - minute)
            return math.log(task.priority / task.duration) - slack / (2 * mean)

        return {
            "LFT": lambda task, _: self.latest_end[task.name],
            "LST": lambda task, _: self.latest_end[task.name] - task.duration,
            "MTS": lambda task, _: -len(self.followers[task.name]),
            "GRPW": lambda task, _: -positional(task),
            "SPT": lambda task, _: task.duration,
            "WSPT": lambda task, _: task.duration / task.priority,
            "EDD": lambda task, _: due(task),
            "MSLK": lambda task, minute: due(task) - task.duration - minute,
            "ATC": lambda task, minute: -urgent(task, minute),
        }


class Timeline:
    """How many units of each resource are free in each minute."""

    def __init__(self, problem: Problem) -> None:
        end = horizon(problem) + 1
        self.free = {resource.name: [resource.capacity] * end for resource in problem.resources}

    def earliest(self, task: Task, minute: int) -> int:
        """The first start from `minute` on with enough units to the end."""
        needs = [(self.free[name], amount) for name, amount in task.demands.items()]
        at = minute
        while at < minute + task.duration:
            if any(free[at] < amount for free, amount in needs):
                minute = at + 1
            at += 1
        return minute

    def take(self, task: Task, start: int) -> None:
        for name, amount in task.demands.items():
            free = self.free[name]
            for at in range(start, start + task.duration):
                free[at] -= amount


def ready(task: Task, ends: Mapping[str, int]) -> int:
    """The minute from which release and predecessors allow it."""
    return max((task.release, *(ends[other] for other in task.after)))


def serial(problem: Problem, rule: Rule) -> dict[str, int]:
    """Starts by the serial scheme: of the tasks whose predecessors are planned, the first by the
    rule, at its earliest moment."""
    line = Timeline(problem)
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    left = list(problem.tasks)
    while left:
        able = (task for task in left if all(other in ends for other in task.after))
        task = min(able, key=lambda task: rule(task, ready(task, ends)))
        left.remove(task)
        start = line.earliest(task, ready(task, ends))
        line.take(task, start)
        starts[task.name], ends[task.name] = start, start + task.duration
    return starts


def parallel(problem: Problem, rule: Rule) -> dict[str, int]:
    """Starts by the parallel scheme: at each moment when something ends or is released, whatever
    fits, the first by the rule first."""
    free = dict(problem.capacity)
    left = list(problem.tasks)
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    minute = 0
    while left:
        able = [task for task in left if _able(task, minute, ends)]
        for task in sorted(able, key=lambda task: rule(task, minute)):
            if all(free[name] >= amount for name, amount in task.demands.items()):
                starts[task.name], ends[task.name] = minute, minute + task.duration
                left.remove(task)
                _change(free, task, -1)
        minute = _next(minute, ends.values(), (task.release for task in left))
        for name, end in ends.items():
            if end == minute:
                _change(free, problem.by_name[name], 1)
    return starts


def _able(task: Task, minute: int, ends: Mapping[str, int]) -> bool:
    return task.release <= minute and all(
        other in ends and ends[other] <= minute for other in task.after
    )


def _change(free: dict[str, int], task: Task, sign: int) -> None:
    for name, amount in task.demands.items():
        free[name] += sign * amount


def _next(minute: int, ends: Iterable[int], releases: Iterable[int]) -> int:
    return min((at for at in (*ends, *releases) if at > minute), default=minute)
