"""When a task could run if it were alone: while everything is there that it needs, by calendars and
absences. After the last limit of any task nobody looks, and it is as if all were always there."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tools.plan import Problem, Resource, Task, Way
from tools.plan.hours import Span, together

FOREVER = 2**50


class Stay(NamedTuple):
    """When somebody is there: stretches, of which the last has no end. In two lists, for they are
    looked up for each task and everybody who could do it."""

    begins: list[int]
    ends: list[int]

    def first(self, since: int, lasts: int) -> int:
        """The first minute from `since` on from which they are there for so long."""
        at = bisect_right(self.ends, since)
        while self.ends[at] - max(self.begins[at], since) < lasts:
            at += 1
        return max(self.begins[at], since)

    def until(self, minute: int) -> int:
        """Until when they stay who are there at a minute; that minute, if they are not."""
        at = bisect_right(self.ends, minute)
        return self.ends[at] if self.begins[at] <= minute else minute


ALWAYS = Stay([0], [FOREVER])


class Need(NamedTuple):
    """So many of these must be there at the same time."""

    number: int
    among: Sequence[Stay]


class Fits:
    """The calendars and absences of one problem, as far as they matter for its limits."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.far = max((_last_look(task) for task in problem.tasks), default=0)
        # Tied to this object: a cache on the methods themselves would keep every problem alive.
        self._of_name, self._of_skill = cache(self._named), cache(self._skilled)

    @property
    def matter(self) -> bool:
        """Is anything limited, and anybody not always there?"""
        return self.far > 0 and any(
            each.calendar or each.absences for each in self.problem.resources
        )

    def span(self, task: Task, since: int) -> Span:
        """When it can start and end at the earliest, whichever way it is done and whoever does it,
        if it may start from a minute on."""
        spans = [self._of_way(way, task.pausable, since) for way in task.ways]
        return min(start for start, _ in spans), min(end for _, end in spans)

    def _of_way(self, way: Task | Way, pausable: bool, since: int) -> Span:
        needs = self._needs(way) if since < self.far else []
        start = _first(needs, since, 1 if pausable else way.duration)
        end = _worked(needs, start, way.duration) if pausable and needs else start + way.duration
        return start, end

    def _needs(self, way: Task | Way) -> list[Need]:
        named = [self._of_name(name, amount) for name, amount in way.demands.items()]
        return named + [self._of_skill(skill, heads) for skill, heads in way.skills.items()]

    def _named(self, name: str, amount: int) -> Need:
        return Need(1, [self._there(self.problem.resource[name], amount)])

    def _skilled(self, skill: str, heads: int) -> Need:
        """A pool counts once for each of its units that may be there."""
        able = self.problem.skilled.get(skill, ())
        units = ((each, n) for each in able for n in range(1, min(each.capacity, heads) + 1))
        return Need(heads, [self._there(each, n) for each, n in units])

    def _there(self, resource: Resource, amount: int) -> Stay:
        """When there are so many units of it."""
        if not (resource.calendar or resource.absences):
            return ALWAYS
        spans = together(self.problem, [(resource, amount)], self.far)
        if not spans or spans[-1][1] < self.far:
            spans.append((self.far, FOREVER))
        return Stay([begin for begin, _ in spans], [*(end for _, end in spans[:-1]), FOREVER])


def _last_look(task: Task) -> int:
    """The last minute that matters for the limits of a task; 0 if it has none."""
    if task.started is not None or task.value is not None:
        return 0
    ends = 0 if task.fixed is None else task.fixed + max(way.duration for way in task.ways)
    return max(ends, task.deadline or 0)


def _first(needs: Sequence[Need], since: int, lasts: int) -> int:
    """The first minute from `since` on from which all are there for so long."""
    start = since
    while (then := max((_ready(need, start, lasts) for need in needs), default=start)) > start:
        start = then
    return start


def _ready(need: Need, since: int, lasts: int) -> int:
    """As `_first`, of one need: the minute at which enough of them can begin."""
    begins: list[int] = []
    now = 0
    for each in need.among:
        begins.append(each.first(since, lasts))
        now += begins[-1] == since
        if now == need.number:
            return since
    return sorted(begins)[need.number - 1]


def _worked(needs: Sequence[Need], start: int, minutes: int) -> int:
    """When so many minutes of work are done that pauses while some are not there, begun when all
    are."""
    now, left = start, minutes
    while (stop := min(_until(need, now) for need in needs)) < now + left:
        left -= stop - now
        now = _first(needs, stop, 1)
    return now + left


def _until(need: Need, minute: int) -> int:
    """Until when enough of those stay who are there at a minute."""
    ends = sorted((each.until(minute) for each in need.among), reverse=True)
    return ends[need.number - 1]
