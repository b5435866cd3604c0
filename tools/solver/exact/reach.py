"""How early and how late each task can be in a plan that is at least as good as a known one."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.solver.found import Found
from tools.solver.instance import FINISH_FINISH, FINISH_START, NEVER, Instance
from tools.solver.search.values import COMPLETION, MAKESPAN, MOVES, TARDINESS, WAITING


class Reach(NamedTuple):
    earliest: list[int]
    """Start of each task."""
    last: list[int]
    """Start of each task."""
    latest: list[int]
    """End of each task."""
    until: int
    """No task ends later."""


def reach(instance: Instance, goals: Sequence[int], first: Found | None) -> Reach:
    """Limits of a plain instance.

    Args:
        first: a plan. Of its values only those count whose goals before are as small as can be,
            for those are never traded away.
    """
    earliest, short, until = earliest_starts(instance), shortest(instance), horizon(instance)
    latest = [min(until, limit) for limit in instance.deadline]
    last = [end - lasts for end, lasts in zip(latest, short, strict=True)]
    for goal, value in zip(goals, first.values if first else (), strict=False):
        for task, limit in enumerate(_afforded(instance, goal, value, earliest)):
            last[task] = min(last[task], limit)
            if not instance.pausable[task]:
                latest[task] = min(latest[task], limit + _longest(instance, task))
            elif goal == MAKESPAN:
                latest[task] = min(latest[task], value)
        if value > 0:
            break
    for task, fact in enumerate(instance.fact):
        if fact:
            last[task], latest[task] = instance.fixed[task], instance.fact_end[task]
    return Reach(earliest, last, latest, max([1, *latest]))


def horizon(instance: Instance) -> int:
    """A minute by which some best plan has ended: what is given and known has passed, then all work
    one by one."""
    serial = sum(_longest(instance, task) for task in range(instance.tasks))
    serial += sum(max(0, lag) for lag in instance.link_lag)
    setups = [minutes for table in instance.setup for row in table for minutes in row]
    serial += max(setups, default=0) * instance.tasks
    moments = [*instance.release, *instance.fixed, *instance.fact_end, *instance.old_start]
    return int(max([*moments, *instance.profile_time]) + serial + 1)


def shortest(instance: Instance) -> list[int]:
    """The least duration of each task."""
    return [min(_durations(instance, task)) for task in range(instance.tasks)]


def earliest_starts(instance: Instance) -> list[int]:
    """Longest paths over links from what cannot be left out; calendars are left aside. One pass
    along the links: in a circle (of start-start links) some may stay too early, never too late."""
    starts, short = list(instance.release), shortest(instance)
    for task in _first_first(instance):
        if instance.fact[task]:
            continue
        for k in range(instance.link_from[task], instance.link_from[task + 1]):
            other, lag = instance.link_task[k], instance.link_lag[k]
            if instance.value[other] > 0 and not instance.fact[other]:
                continue
            end = starts[other] + short[other]
            if instance.fact[other]:
                end = instance.fact_end[other]
            if instance.link_kind[k] == FINISH_START:
                starts[task] = max(starts[task], end + lag)
            elif instance.link_kind[k] == FINISH_FINISH:
                starts[task] = max(starts[task], _before(instance, task, end + lag))
            else:
                starts[task] = max(starts[task], starts[other] + lag)
    return starts


def _before(instance: Instance, task: int, end: int) -> int:
    """The earliest start if it must not end before `end`; with pauses, any."""
    if instance.pausable[task]:
        return 0
    return end - _longest(instance, task)


def _first_first(instance: Instance) -> list[int]:
    """All tasks, each after those it waits for, but for circles, which come last."""
    waits = [b - a for a, b in zip(instance.link_from, instance.link_from[1:], strict=False)]
    ready = [task for task, count in enumerate(waits) if count == 0]
    for task in ready:
        for other in instance.next_task[instance.next_from[task] : instance.next_from[task + 1]]:
            waits[other] -= 1
            if waits[other] == 0:
                ready.append(other)
    known = set(ready)
    return ready + [task for task in range(instance.tasks) if task not in known]


def _afforded(instance: Instance, goal: int, value: int, earliest: list[int]) -> list[int]:
    """The last start of each task in a plan of no more than this value, all others at their best;
    NEVER if the goal does not limit it."""
    found, short = [NEVER] * instance.tasks, shortest(instance)
    if goal not in (WAITING, MAKESPAN, COMPLETION, TARDINESS, MOVES):
        return found
    if goal == MAKESPAN:
        return [value - lasts for lasts in short]
    least = [
        _least(instance, goal, task, earliest[task], short[task]) for task in range(len(short))
    ]
    spare = max(0, value - sum(least))
    for task, own in enumerate(least):
        allowed = (spare + own) // (1 if goal == MOVES else instance.priority[task])
        if goal == WAITING:
            found[task] = instance.wanted[task] + allowed
        elif goal == COMPLETION:
            found[task] = allowed - short[task]
        elif goal == TARDINESS:
            found[task] = instance.due[task] + allowed - short[task]
        elif instance.old_start[task] >= 0:
            found[task] = instance.old_start[task] + allowed
    return found


def _least(instance: Instance, goal: int, task: int, start: int, lasts: int) -> int:
    """What the task adds to the goal at least."""
    fact = instance.fact[task]
    if goal == MOVES or (instance.value[task] > 0 and not fact):
        return 0
    end = instance.fact_end[task] if fact else start + lasts
    late = end if goal == COMPLETION else max(0, end - instance.due[task])
    if goal == WAITING:
        late = 0 if fact else start - instance.wanted[task]
    return int(instance.priority[task] * late)


def _longest(instance: Instance, task: int) -> int:
    return max(_durations(instance, task))


def _durations(instance: Instance, task: int) -> list[int]:
    """Of its ways."""
    first, last = instance.way_from[task : task + 2]
    return list(instance.duration[first:last])
