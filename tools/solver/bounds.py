"""What no plan can go below, known without search."""

import numpy as np

from tools.solver.instance import Instance, Numbers
from tools.solver.search.chains import heads, shortest, tails
from tools.solver.search.lists import listed
from tools.solver.search.values import (
    COMPLETION,
    COST,
    MAKESPAN,
    PEOPLE,
    TARDINESS,
    WAITING,
)


def bound(instance: Instance, goal: int) -> int | None:
    """A lower bound on a goal; None if nothing is known."""
    order = listed(instance, np.zeros(instance.tasks))
    if len(order) < instance.tasks:
        return None
    head, own = heads(instance, order), shortest(instance)
    due_all = instance.value == 0
    if goal == MAKESPAN:
        return _end(instance, head, tails(instance, order), due_all)
    if goal in (WAITING, COMPLETION):
        return _weighted(instance, goal, head, own, due_all)
    if goal == TARDINESS:
        late = np.maximum(0, head + own - instance.due)
        return int((instance.priority * late)[due_all & (instance.fact == 0)].sum())
    if goal == PEOPLE:
        return _heads(instance, due_all & (instance.fact == 0))
    if goal == COST:
        least = np.minimum.reduceat(instance.way_cost, instance.way_from[:-1])
        return int(least[due_all].sum())
    return 0  # nothing lost, moved, or needed is the least that there can be


def _end(instance: Instance, head: Numbers, tail: Numbers, needed: Numbers) -> int:
    """The longest chain; or the work on a resource, between the earliest start and the shortest
    tail of what needs it."""
    free = needed & (instance.fact == 0)
    if not free.any():
        return 0
    least = int((head + tail)[free].max())
    own = shortest(instance)
    for r, tasks, load in _users(instance, free):
        rest = (tail - own)[tasks]
        done = _worked(instance, r, int(head[tasks].min()), int(load.sum()))
        least = max(least, done + max(0, int(rest.min())))
    return least


def _worked(instance: Instance, resource: int, begin: int, load: int) -> int:
    """The minute by which a resource can have done so much work, busy from `begin` on whenever it
    is there; of what lies beyond its known hours, as if it were always there."""
    first, last = instance.profile_from[resource : resource + 2]
    since = np.maximum(instance.profile_time[first:last], begin)
    units = np.maximum(instance.profile_units[first:last], 0)
    done = np.concatenate(([0], np.cumsum(np.diff(since) * units[:-1])))
    at = int(np.searchsorted(done, load)) - 1
    rate = int(units[at]) if at < len(units) - 1 else int(instance.capacity[resource])
    return int(since[at]) - (int(done[at]) - load) // rate


def _weighted(instance: Instance, goal: int, head: Numbers, own: Numbers, needed: Numbers) -> int:
    """Each task at its earliest; or those on one resource as if it could be shared out."""
    free = needed & (instance.fact == 0)
    weight = instance.priority
    earliest = weight * head
    alone = least = int(earliest[free].sum())
    whole = free & (instance.pausable == 0)  # a pause parts the start from the mean time of work
    for r, tasks, load in _users(instance, whole):
        begin, capacity = int(head[tasks].min()), int(instance.capacity[r])
        shared = _shared_out(begin, capacity, load, weight[tasks], own[tasks])
        least = max(least, alone - int(earliest[tasks].sum()) + shared)
    if goal == WAITING:
        return max(0, least - int((weight * instance.wanted)[free].sum()))
    facts = needed & (instance.fact > 0)
    return least + int((weight * own)[free].sum() + (weight * instance.fact_end)[facts].sum())


def _shared_out(begin: int, capacity: int, load: Numbers, weight: Numbers, lasts: Numbers) -> int:
    """The least weighted sum of starts of tasks on a resource that could be shared out in any small
    part: then Smith's order is best, and a task's mean time of work is at least the work before it
    and half its own, over the capacity (Queyranne 1993; Goemans et al. 2002).

    In whole numbers: for 20,000 tasks of a year a float is off by ten, and a bound above the best
    plan would rule it out."""
    order = np.argsort(load / weight, kind="stable")
    done = twice = 0
    for work, urgency in zip(load[order].tolist(), weight[order].tolist(), strict=True):
        twice += urgency * (2 * done + work)
        done += work
    less = capacity * int((weight * lasts).sum()) - twice
    return begin * int(weight.sum()) - less // (2 * capacity)


def _heads(instance: Instance, needed: Numbers) -> int:
    """Of each resource that is people, what that task holds which names most of it; or all people
    whom one task holds. Of tasks that have one way."""
    named = np.zeros(instance.resources, dtype=np.int64)
    alone = [0]
    for task in np.flatnonzero(needed & (np.diff(instance.way_from) == 1)):
        way = instance.way_from[task]
        holds = slice(*instance.need_from[way : way + 2])
        who, amounts = instance.need[holds], instance.amount[holds]
        amounts = amounts * instance.people[who]
        np.maximum.at(named, who, amounts)
        slots = range(*instance.slot_from[way : way + 2])
        alone.append(int(amounts.sum()) + sum(_for_people(instance, slot) for slot in slots))
    return max(int(named.sum()), *alone)


def _for_people(instance: Instance, slot: int) -> bool:
    first, last = instance.able_from[slot : slot + 2]
    return bool(instance.people[instance.able[first:last]].all())


def _users(instance: Instance, free: Numbers) -> list[tuple[int, Numbers, Numbers]]:
    """For each resource: the tasks that surely need it, as they have one way, and their work."""
    single = (np.diff(instance.way_from) == 1) & free
    way_task = np.repeat(np.arange(instance.tasks), np.diff(instance.way_from))
    ways = np.repeat(np.arange(len(instance.duration)), np.diff(instance.need_from))
    tasks = way_task[ways]
    load = instance.duration[ways] * instance.amount
    found = []
    for r in range(instance.resources):
        mine = (instance.need == r) & single[tasks]
        if mine.any():
            found.append((r, tasks[mine], load[mine]))
    return found
