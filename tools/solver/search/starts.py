"""First lists to try: the classic priority rules, and the instance with time reversed."""

from collections.abc import Iterator

import numpy as np

from tools.solver.instance import (
    FINISH_FINISH,
    NEVER,
    START_START,
    Instance,
    Numbers,
)
from tools.solver.search.chains import tails, with_followers
from tools.solver.search.lists import listed

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


def work(instance: Instance) -> Floats:
    """What each task takes of the resource it uses most, by its first way: minutes, if it had all
    of it."""
    first = instance.way_from[:-1]
    ways = np.repeat(np.arange(len(instance.duration)), np.diff(instance.need_from))
    share = np.full(len(instance.duration), 0.01)
    np.maximum.at(share, ways, instance.amount / instance.capacity[instance.need])
    slotted = np.diff(instance.slot_from) > 0
    share[slotted] = np.maximum(share[slotted], 1 / max(1, int(instance.people.sum())))
    return np.asarray((share * instance.duration)[first])


def rules(instance: Instance) -> Iterator[Numbers]:
    """Lists by Smith's rule (1956), also with what waits for a task counted in; by due date; by the
    longest chain behind; by the latest end. None if tasks wait for each other in a circle."""
    order = listed(instance, np.zeros(instance.tasks))
    if len(order) < instance.tasks:
        return
    effort, priority = work(instance), instance.priority.astype(float)
    tail = tails(instance, order).astype(float)
    limit = np.minimum(instance.due, instance.deadline).astype(float)
    keys = [
        effort / priority,
        with_followers(instance, order, effort),
        -tail,
        limit,
        limit - tail,
        instance.release + effort / priority,
        instance.old_start.astype(float),
    ]
    for key in keys:  # one at a time, so that the first plan need not wait for all
        yield listed(instance, key)


def reversed_time(instance: Instance) -> Instance:
    """The same work backwards, without calendars, releases and facts: a guide, not a plan."""
    tasks = instance.tasks
    waits = np.repeat(np.arange(tasks), np.diff(instance.link_from))
    turn = np.argsort(instance.link_task, kind="stable")
    ahead = np.argsort(waits, kind="stable")
    kinds = instance.link_kind.copy()
    kinds[instance.link_kind == START_START] = FINISH_FINISH
    kinds[instance.link_kind == FINISH_FINISH] = START_START
    zeros = np.zeros(tasks, dtype=np.int64)
    resources = instance.resources
    return instance._replace(
        release=zeros,
        deadline=zeros + NEVER,
        fixed=zeros - 1,
        fact=zeros,
        pausable=zeros,
        link_from=_begins(instance.link_task, tasks),
        link_task=waits[turn],
        link_kind=kinds[turn],
        link_lag=instance.link_lag[turn],
        next_from=_begins(waits, tasks),
        next_task=instance.link_task[ahead],
        profile_from=np.arange(resources + 1, dtype=np.int64),
        profile_time=np.zeros(resources, dtype=np.int64),
        profile_units=instance.capacity,
        setup=np.ascontiguousarray(instance.setup.transpose(0, 2, 1)),
    )


def _begins(numbers: Numbers, count: int) -> Numbers:
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=count)))).astype(np.int64)
