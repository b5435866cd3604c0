"""A plan as a book of who is there and who is busy when, minute by minute but kept in stretches."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tools.plan import Assignment, Problem, Schedule, Task, Way
from tools.plan.hours import Span, units


class Level(NamedTuple):
    """What is the same in all minutes from `begin` to `end`."""

    begin: int
    end: int
    there: int
    """Units that are there; 0: closed."""
    used: int
    """Units that tasks hold."""


class Book:
    """One plan of one problem."""

    def __init__(self, problem: Problem, schedule: Schedule, until: int = 0) -> None:
        """
        Args:
            until: it is right up to this minute, also if the plan ends before.
        """
        self.problem, self.schedule = problem, schedule
        self._until = max(until, schedule.makespan)
        self._steps: dict[str, list[Span]] = {}

    @cached_property
    def users(self) -> Mapping[str, list[Assignment]]:
        """By resource, all tasks that hold or held it, by start and end."""
        found: dict[str, list[Assignment]] = {}
        for each in sorted(self.schedule.assignments, key=lambda each: (each.start, each.end)):
            for name in each.resources:
                found.setdefault(name, []).append(each)
        return found

    def steps(self, name: str) -> list[Span]:
        """Units of a resource, as steps (minute, units from then on), until the book ends."""
        if name not in self._steps:
            self._steps[name] = units(self.problem, self.problem.resource[name], self._until)
        return self._steps[name]

    def there(self, name: str, minute: int) -> int:
        """Units of a resource that are there in a minute; 0: it is closed."""
        return self._step(name, minute)[1]

    def since(self, name: str, minute: int) -> int:
        """From which minute on as many units of a resource are there as in this one."""
        return self._step(name, minute)[0]

    def _step(self, name: str, minute: int) -> Span:
        steps = self.steps(name)
        return steps[bisect_right(steps, minute, key=lambda step: step[0]) - 1]

    def changes(self, name: str, begin: int, end: int) -> Iterator[int]:
        """The minutes after `begin` and before `end` at which the units that are there change."""
        steps = self.steps(name)
        first = bisect_right(steps, begin, key=lambda step: step[0])
        last = bisect_right(steps, end - 1, key=lambda step: step[0])
        return (minute for minute, _ in steps[first:last])

    def holders(self, name: str, begin: int, end: int, besides: str = "") -> list[Assignment]:
        """Tasks that hold a resource in some minute from `begin` to `end`, by start; what has
        ended holds nothing any more."""
        return [
            each
            for each in self.users.get(name, [])
            if each.start < end
            and each.end > begin
            and each.task != besides
            and self.problem.by_name[each.task].ended is None
        ]

    def levels(self, name: str, begin: int, end: int, besides: str = "") -> list[Level]:
        """How much of a resource is there and in use from `begin` to `end`, by time."""
        change = Counter(dict.fromkeys((begin, end, *self.changes(name, begin, end)), 0))
        for each in self.holders(name, begin, end, besides):
            change[max(begin, each.start)] += each.resources[name]
            change[min(end, each.end)] -= each.resources[name]
        found, used = [], 0
        for first, last in pairwise(sorted(change)):
            used += change[first]
            found.append(Level(first, last, self.there(name, first), used))
        return found

    def held(self, amounts: Mapping[str, int]) -> dict[str, int]:
        """`amounts` without stock, which is used up at no particular time."""
        resource = self.problem.resource
        return {name: each for name, each in amounts.items() if resource[name].kind != "stock"}

    def way(self, each: Assignment) -> Task | Way:
        return self.problem.by_name[each.task].ways[each.way]

    def people(self, each: Assignment) -> Counter[str]:
        """Who does it, asked for by name or by skill: units by name."""
        known = self.problem.resource
        return Counter({name: n for name, n in each.resources.items() if known[name].somebody})

    def crew(self, each: Assignment) -> Counter[str]:
        """Who serves its skills: units by name, beside the demands of its way."""
        return Counter(each.resources) - Counter(self.way(each).demands)
