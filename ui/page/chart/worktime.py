"""When nobody works: closed hours of resources and pauses of tasks, as spans of minutes. Pure."""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise

from tools.plan import Assignment, Problem
from tools.plan.hours import Span, merged, units


def working(problem: Problem, row: Assignment) -> list[str]:
    """The resources that a task holds: everything but what it uses up."""
    known = problem.resource
    return [name for name in row.resources if name in known and known[name].kind != "stock"]


class Worktime:
    """Who is closed when, until one minute; worked out once for each resource."""

    def __init__(self, problem: Problem, until: int) -> None:
        self._problem, self._until = problem, until
        self._closed: dict[str, list[Span]] = {}

    def closed(self, name: str) -> list[Span]:
        """When the resource has no units."""
        if name not in self._closed:
            steps = units(self._problem, self._problem.resource[name], self._until)
            pairs = pairwise([*steps, (self._until, -1)])
            self._closed[name] = [
                (minute, end) for (minute, level), (end, _) in pairs if level == 0 and minute < end
            ]
        return self._closed[name]

    def all_closed(self, names: Iterable[str]) -> list[Span]:
        """When every one of these resources is closed; never if there is none."""
        each = [self.closed(name) for name in names]
        return list(reduce(_both, each)) if each else []

    def pauses(self, row: Assignment) -> list[Span]:
        """When a task that may pause does so: while one of its resources is closed."""
        return self._rests(row, working(self._problem, row))

    def left(self, row: Assignment, name: str) -> list[Span]:
        """When a task that may pause leaves one of its resources alone: while that is closed."""
        return self._rests(row, [name])

    def _rests(self, row: Assignment, names: Sequence[str]) -> list[Span]:
        task = self._problem.by_name.get(row.task)
        if task is None or not task.pausable:
            return []
        shut = merged(sorted(span for name in names for span in self.closed(name)))
        inside = ((max(begin, row.start), min(end, row.end)) for begin, end in shut)
        return [(begin, end) for begin, end in inside if begin < end]


def _both(first: Sequence[Span], second: Sequence[Span]) -> list[Span]:
    """What lies in both of two sorted lists."""
    found, at, to = [], 0, 0
    while at < len(first) and to < len(second):
        begin, end = max(first[at][0], second[to][0]), min(first[at][1], second[to][1])
        if begin < end:
            found.append((begin, end))
        if first[at][1] < second[to][1]:
            at += 1
        else:
            to += 1
    return found
