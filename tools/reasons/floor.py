"""Why a plan cannot end much sooner, in facts that anybody can add up on a calendar: the longest
chain of tasks that wait for each other, and the resource with the most work, each laid out over the
open hours. Either holds for every plan.

Both are the classic bounds of project scheduling, critical path and resource capacity (see
Demeulemeester and Herroelen, Project Scheduling, 2002, chapter 6).
"""

from bisect import bisect_right
from collections import Counter
from graphlib import TopologicalSorter
from itertools import pairwise

from tools.plan import Problem, Schedule, Task, Way
from tools.plan.circles import circling
from tools.plan.hours import Span, together, units
from tools.reasons.records import Floor


def floor(problem: Problem, schedule: Schedule) -> Floor | None:
    """The larger of the two; None if nothing is known, as when work is under way.

    Args:
        schedule: some plan; hours are looked at until it ends.
    """
    needed = {task.name: task for task in problem.tasks if task.value is None}
    if problem.under_way or not needed:
        return None
    chains = _chains(problem, needed, schedule.makespan)
    floors = [each for each in (chains.longest(), _busiest(chains, needed)) if each is not None]
    return max(floors, key=lambda each: each.minutes, default=None)


def earliest_end(problem: Problem, schedule: Schedule, name: str) -> int:
    """A minute before which a task cannot have ended, whatever else is done; 0 if nothing is known.

    Args:
        schedule: some plan with the task; hours are looked at until it ends.
    """
    needed = {task.name: task for task in problem.tasks if name == task.name or task.value is None}
    if problem.under_way:
        return 0
    return _chains(problem, needed, schedule.makespan).end.get(name, 0)


def _chains(problem: Problem, needed: dict[str, Task], until: int) -> "_Chains":
    tied = circling(problem)  # in a circle nobody comes first
    return _Chains(problem, {n: t for n, t in needed.items() if n not in tied}, until)


class _Chains:
    """When each task can end at the earliest, if nobody else needed its resources."""

    def __init__(self, problem: Problem, needed: dict[str, Task], until: int) -> None:
        self.problem, self.needed, self.until = problem, needed, until
        self._spans: dict[frozenset[tuple[str, int]], list[Span]] = {}
        self.start: dict[str, int] = {}
        """The minute from which on it waits for no task and no date any more."""
        self.end: dict[str, int] = {}
        self.previous: dict[str, str] = {}
        waits = {
            name: [r for r in task.predecessors if r.kind == "finish-start" and r.task in needed]
            for name, task in needed.items()
        }
        graph = {name: {rule.task for rule in rules} for name, rules in waits.items()}
        for name in TopologicalSorter(graph).static_order():
            task = needed[name]
            since = max(task.release, task.fixed or 0)
            for rule in waits[name]:
                if self.end[rule.task] + rule.lag > since:
                    since, self.previous[name] = self.end[rule.task] + rule.lag, rule.task
            self.start[name] = since
            self.end[name] = min(self._ends(task, way, since) for way in task.ways)

    def longest(self) -> Floor | None:
        if not self.needed:
            return None
        last = max(self.end, key=lambda name: self.end[name])
        path = [last]
        while path[-1] in self.previous:
            path.append(self.previous[path[-1]])
        path.reverse()
        since, minutes = self.start[path[0]], self.end[last]
        return Floor(minutes=minutes, since=since, tasks=tuple(path), closed=self._closed(path))

    def _closed(self, path: list[str]) -> bool:
        """Do hours make it longer than its tasks and waits?"""
        return any(
            self.end[name] - self.start[name] > min(way.duration for way in self.needed[name].ways)
            for name in path
        )

    def _ends(self, task: Task, way: Task | Way, since: int) -> int:
        """Its earliest end in one way; of each of its skills, one person must be there."""
        named = {n: d for n, d in way.demands.items() if self.problem.resource[n].kind != "stock"}
        ends = [self._fits(named, since, way.duration, task.pausable)]
        for skill in way.skills:
            able = [each.name for each in self.problem.skilled[skill] if each.name not in named]
            ends.append(
                min(
                    (self._fits(named | {n: 1}, since, way.duration, task.pausable) for n in able),
                    default=0,
                )
            )
        return max(ends)

    def _fits(self, need: dict[str, int], since: int, duration: int, pausable: bool) -> int:
        """The earliest end of so much work in the hours of all that it needs; the end of the plan
        at the latest, in which it is done."""
        spans = self._open(need)
        first = bisect_right(spans, since, key=lambda span: span[1])
        left = duration
        for begin, end in spans[first:]:
            begin = max(begin, since)
            if end - begin >= left:
                return begin + left
            left -= end - begin if pausable else 0
        return max(self.until, since + duration)

    def _open(self, need: dict[str, int]) -> list[Span]:
        limited = [(self.problem.resource[name], amount) for name, amount in need.items()]
        limited = [each for each in limited if each[0].calendar or each[0].absences]
        key = frozenset((resource.name, amount) for resource, amount in limited)
        if key not in self._spans:
            self._spans[key] = together(self.problem, limited, self.until)
        return self._spans[key]


def _busiest(chains: _Chains, needed: dict[str, Task]) -> Floor | None:
    """What has the most work for each of its units; people found by skill do not count."""
    problem = chains.problem
    work: Counter[str] = Counter()
    since: dict[str, int] = {}
    for task in needed.values():
        for name in task.demands:
            if load := _work(task, name):
                work[name] += load
                since[name] = min(since.get(name, chains.until), chains.start.get(task.name, 0))
    found = [
        _laid_out(chains, each.name, work[each.name], since[each.name])
        for each in problem.resources
        if each.kind != "stock" and work[each.name]
    ]
    return max(found, key=lambda each: each.minutes, default=None)


def _laid_out(chains: _Chains, name: str, work: int, since: int) -> Floor:
    """So much work on all units of a resource that are there, from a minute on."""
    resource, until = chains.problem.resource[name], chains.until
    shared = since - (-work // resource.capacity)
    minutes, left = until, work
    steps = [*units(chains.problem, resource, until), (until, 0)]
    for (begin, there), (end, _) in pairwise(steps):
        begin = max(begin, since)
        if there * (end - begin) >= left:
            minutes = begin - (-left // max(1, there))
            break
        left -= there * max(0, end - begin)
    return Floor(
        minutes=minutes,
        since=since,
        resource=name,
        units=resource.capacity,
        work=work,
        closed=minutes > shared,
    )


def _work(task: Task, resource: str) -> int:
    """Unit minutes, in the way that needs the fewest."""
    return min(way.demands.get(resource, 0) * way.duration for way in task.ways)
