"""When resources are open, how many units facts leave, and where work fits; it knows no variables.

Stretches of time are pairs (begin, end) with `end` outside, sorted, and never touch each other.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from tools.plan import hours
from tools.solver.instance import Instance

Stretch = tuple[int, int]
Stretches = tuple[Stretch, ...]


class Level(NamedTuple):
    """A stretch in which the units of a resource do not change."""

    begin: int
    end: int
    free: int
    """Units that facts leave."""
    is_open: bool


class Piece(NamedTuple):
    """Starts from which a task pauses equally long in all."""

    first: int
    last: int
    pause: int


def plain(instance: Instance) -> Instance:
    """The same numbers as Python's own ints and lists, which OR-Tools reads faster."""
    rows: Any = (each.tolist() if isinstance(each, np.ndarray) else each for each in instance)
    return Instance(*rows)


class Clock:
    """The resources of a plain instance from minute 0 to `until`."""

    def __init__(self, instance: Instance, until: int) -> None:
        self.instance = instance
        self.until = until
        self._facts = _fact_holds(instance)
        # Tied to this clock: a cache on the methods themselves would keep every clock alive.
        self.levels = lru_cache(maxsize=None)(self._levels)
        self.open_of = lru_cache(maxsize=None)(self._open_of)
        self.all_open = lru_cache(maxsize=None)(self._all_open)
        self.room_for = lru_cache(maxsize=None)(self._room_for)

    def _levels(self, resource: int) -> tuple[Level, ...]:
        """All of the time, in steps."""
        first, last = self.instance.profile_from[resource : resource + 2]
        steps = dict(
            zip(
                self.instance.profile_time[first:last],
                self.instance.profile_units[first:last],
                strict=True,
            )
        )
        changes: dict[int, int] = {}
        for begin, end, amount in self._facts.get(resource, ()):
            changes[begin] = changes.get(begin, 0) + amount
            changes[end] = changes.get(end, 0) - amount
        moments = sorted(at for at in {0, *steps, *changes} if 0 <= at < self.until)
        units, used, found = 0, 0, []
        for begin, end in pairwise([*moments, self.until]):
            units, used = steps.get(begin, units), used + changes.get(begin, 0)
            found.append(Level(begin, end, max(0, units - used), units > 0))
        return tuple(found)

    def _open_of(self, resource: int) -> Stretches:
        """When it is open, whatever is in use."""
        return merged((each.begin, each.end) for each in self.levels(resource) if each.is_open)

    def _all_open(self, resources: frozenset[int]) -> Stretches:
        found: Stretches = ((0, self.until),)
        for resource in sorted(resources):
            found = common(found, self.open_of(resource))
        return found

    def _room_for(self, resource: int, amount: int) -> Stretches:
        """When it is open and facts leave so many units."""
        levels = self.levels(resource)
        return merged(
            (each.begin, each.end) for each in levels if each.is_open and each.free >= amount
        )


def _fact_holds(instance: Instance) -> dict[int, list[tuple[int, int, int]]]:
    """By resource: (begin, end, amount) of each task that runs already."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for task, fact in enumerate(instance.fact):
        if fact == 1:
            span = instance.fixed[task], instance.fact_end[task]
            for resource, amount in held_by_fact(instance, task):
                found.setdefault(resource, []).append((*span, amount))
    return found


def held_by_fact(instance: Instance, task: int) -> list[tuple[int, int]]:
    """(resource, amount) for what a task that has started holds; a resource may come twice."""
    way = instance.way_from[task]
    first, last = instance.need_from[way : way + 2]
    named = zip(instance.need[first:last], instance.amount[first:last], strict=True)
    first, last = instance.slot_from[way : way + 2]
    return [*named, *((instance.able[instance.able_from[s]], 1) for s in range(first, last))]


def merged(stretches: Iterable[Stretch]) -> Stretches:
    """The same minutes, with neighbours joined."""
    return tuple(hours.merged(sorted(stretches)))


def common(one: Sequence[Stretch], two: Sequence[Stretch]) -> Stretches:
    """The minutes that are in both."""
    return tuple(hours.common(one, two))


def unbroken(stretches: Iterable[Stretch], duration: int) -> list[tuple[int, int]]:
    """First and last start of work that fits into one stretch."""
    return [(begin, end - duration) for begin, end in stretches if end - begin >= duration]


def pieces(stretches: Sequence[Stretch], duration: int, latest: int) -> list[Piece]:
    """All starts, up to about `latest`, of work that pauses between the stretches, as far as it
    ends within them."""
    found: list[Piece] = []
    stop, behind = 0, 0  # the stretch in which it ends, and the minutes of all before that
    done = 0  # minutes of all stretches before this one
    for begin, end in stretches:
        start = begin
        if start > latest:
            break
        while start < end:
            goal = done + start - begin + duration
            while stop < len(stretches) and behind + _length(stretches[stop]) < goal:
                behind += _length(stretches[stop])
                stop += 1
            if stop == len(stretches):
                return found
            spare = behind + _length(stretches[stop]) - goal
            last = min(end - 1, start + spare)
            over = stretches[stop][0] + goal - behind
            found.append(Piece(start, last, over - start - duration))
            start = last + 1
        done += end - begin
    return found


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]
