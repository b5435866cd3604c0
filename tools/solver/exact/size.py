"""Which instances are small enough for the exact model: what it would take is estimated first."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from tools.solver.exact.clock import Clock, Stretches, common, plain
from tools.solver.exact.reach import Reach, reach
from tools.solver.found import Found
from tools.solver.instance import Instance

MOST_TASKS = 2000
MOST_ROWS = 200_000
"""Stretches of starts, people who may do a task, pairs on machines that are set up, and people of
tasks that the same people do: all tasks together."""
LINKS_A_ROW = 10
"""Links that take as long as a row."""
MOST_IN_A_ROW = 120
"""Tasks on a machine that is set up: there is a variable for each pair."""
MOST_HOURS = 5
"""Different hours of those who may do a task that pauses: each set of them is a case."""


def supported(
    instance: Instance,
    goals: Sequence[int] = (),
    first: Found | None = None,
    most: int = MOST_ROWS,
) -> bool:
    """Is the instance small enough? With a first plan fewer starts are possible: `goals` and
    `first` as for `exact`. most: rows, all tasks together."""
    most = min(MOST_ROWS, most)
    if instance.tasks > min(MOST_TASKS, most):
        return False
    instance = plain(instance)
    in_a_row = _rows_of_setups(instance)
    rows = sum(count * count for count in in_a_row) + len(instance.link_task) // LINKS_A_ROW
    if rows > most or any(count > MOST_IN_A_ROW for count in in_a_row):
        return False
    limits = reach(instance, goals, first)
    clock = Clock(instance, limits.until)
    rows += _rows_of_mates(instance)
    for task in range(instance.tasks):
        for way in range(*instance.way_from[task : task + 2]):
            rows += _crew(instance, way)
            hours = _hours(instance, clock, way)
            if instance.pausable[task] and len(hours) > MOST_HOURS:
                return False
            cases = 2 ** len(hours) if instance.pausable[task] else 1 + len(hours)
            rows += cases * _stretches(instance, clock, limits, task, way)
            if rows > most:
                return False
    return True


def _named(instance: Instance, way: int) -> frozenset[int]:
    return frozenset(instance.need[instance.need_from[way] : instance.need_from[way + 1]])


def _able(instance: Instance, way: int) -> set[int]:
    """Who may fill its slots."""
    first, last = instance.slot_from[way : way + 2]
    return set(instance.able[instance.able_from[first] : instance.able_from[last]])


def _crew(instance: Instance, way: int) -> int:
    """Of how many the crew is made: slots, and those who may fill them."""
    first, last = instance.slot_from[way : way + 2]
    return int(last - first) + len(_able(instance, way))


def _hours(instance: Instance, clock: Clock, way: int) -> set[Stretches]:
    """Of those who may fill its slots, if they are not there whenever the named resources are."""
    named = clock.all_open(_named(instance, way))
    return {common(clock.open_of(each), named) for each in _able(instance, way)} - {named}


def _stretches(instance: Instance, clock: Clock, limits: Reach, task: int, way: int) -> int:
    """In how many stretches its start may lie, about."""
    stretches = clock.all_open(_named(instance, way))
    begin = bisect_left(stretches, (limits.earliest[task], 0))
    return 1 + max(0, bisect_left(stretches, (limits.last[task] + 1, 0)) - begin)


def _rows_of_setups(instance: Instance) -> list[int]:
    """How many ways there are that need each machine with setups."""
    counts = Counter(instance.need)
    return [counts[each] for each, place in enumerate(instance.setup_of) if place >= 0]


def _rows_of_mates(instance: Instance) -> int:
    """For each pair of ways of tasks that the same people do, everyone who may do one of them."""
    rows = 0
    for task in range(instance.tasks):
        others = instance.mate[instance.mate_from[task] : instance.mate_from[task + 1]]
        ways = sum(instance.way_from[other + 1] - instance.way_from[other] for other in others)
        if ways:
            own = range(*instance.way_from[task : task + 2])
            rows += int(ways) * sum(_crew(instance, way) for way in own)
    return rows
