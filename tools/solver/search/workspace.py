"""The memory that the compiled search writes to: made once for an instance and thread, used for
every plan that is tried."""

from typing import NamedTuple

import numpy as np

from tools.solver.instance import Instance, Numbers

FRONTS, LENGTHS = 8, 10
"""For up to so many units, and 1, 2, 4, ... minutes, it is remembered where they are free first."""


class Workspace(NamedTuple):
    """The plan being built, what is free beside it, and scratch."""

    start: Numbers
    """By task; -1 while it is not placed."""
    end: Numbers
    way: Numbers
    who: Numbers
    """By slot: the resource that fills it."""
    room: Numbers
    """By resource: where its steps begin in `time` and `level`."""
    steps: Numbers
    """By resource: how many steps there are."""
    time: Numbers
    level: Numbers
    """Units free from `time` on; below profile.SHUT if closed."""
    front: Numbers
    """[resource, units - 1, k]: before this minute so many units are not free for 2**k minutes."""
    load: Numbers
    """By resource: minutes of work times units."""
    line_from: Numbers
    line: Numbers
    """For machines that are set up: their tasks by start."""
    queued: Numbers
    """How many of them."""
    plain: Numbers
    """By way: 1 if it neither asks for skills, nor for people by name whom other tasks must have
    too, nor needs a machine set up."""
    common: Numbers
    """By resource: how many slots it can fill, of all tasks."""
    free: Numbers
    used: Numbers
    bonus: Numbers
    via: Numbers
    line_up: Numbers
    held: Numbers
    amounts: Numbers
    places: Numbers


def workspace(instance: Instance) -> Workspace:
    users = _users(instance)
    known = np.diff(instance.profile_from)
    resources, tasks = instance.resources, instance.tasks
    rows = known + 2 * users + 4
    room = np.concatenate(([0], np.cumsum(rows)))
    lines = np.where(instance.setup_of >= 0, users, 0)
    widest = int(
        np.diff(instance.need_from).max(initial=0) + np.diff(instance.slot_from).max(initial=0)
    )
    slots = len(instance.able_from) - 1

    def zeros(count: int) -> Numbers:
        return np.zeros(count, dtype=np.int64)

    return Workspace(
        start=zeros(tasks),
        end=zeros(tasks),
        way=zeros(tasks),
        who=zeros(slots),
        room=room.astype(np.int64),
        steps=zeros(resources),
        time=zeros(int(room[-1])),
        level=zeros(int(room[-1])),
        front=np.zeros((resources, FRONTS, LENGTHS), dtype=np.int64),
        load=zeros(resources),
        line_from=np.concatenate(([0], np.cumsum(lines))).astype(np.int64),
        line=zeros(int(lines.sum())),
        queued=zeros(resources),
        plain=_plain(instance),
        common=np.bincount(instance.able, minlength=resources).astype(np.int64),
        free=zeros(resources),
        used=zeros(resources),
        bonus=zeros(resources),
        via=zeros(resources),
        line_up=zeros(slots + 1),
        held=zeros(widest + 2),
        amounts=zeros(widest + 2),
        places=zeros(widest + 2),
    )


def _users(instance: Instance) -> Numbers:
    """How many holds there may be on each resource: by need, and by slot."""
    by_need = np.bincount(instance.need, minlength=instance.resources)
    by_slot = np.bincount(instance.able, minlength=instance.resources)
    return (by_need + by_slot).astype(np.int64)


def _plain(instance: Instance) -> Numbers:
    plain = (np.diff(instance.slot_from) == 0) & (np.diff(instance.called_from) == 0)
    needs = np.repeat(np.arange(len(plain)), np.diff(instance.need_from))
    plain[needs[instance.setup_of[instance.need] >= 0]] = False
    return plain.astype(np.int64)
