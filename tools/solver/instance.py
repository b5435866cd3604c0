"""A problem in numbers: arrays that the compiled search and the exact model read alike. Tasks,
ways, resources and links are counted from 0 in the problem's order; `encode.py` fills them.

What becomes something simpler here: stock becomes a sum over ways; tasks that must not overlap
share a made-up resource with one unit; a unit of a skill becomes a slot with the resources that can
fill it; foil orders become links; a deadline tightens the tasks before it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

NEVER = 2**50
"""A minute that no plan reaches."""
CLOSED = -(2**40)
"""Free units of a resource while it is closed; below half of it is closed whatever is in use."""
FARTHEST = 60 * 366 * 24 * 60
"""Minutes: how far calendars are followed at most."""
FINISH_START, START_START, FINISH_FINISH = 0, 1, 2


class Instance(NamedTuple):
    """`x_from` parts the array `x`: what belongs to number i stands in x[x_from[i]:x_from[i + 1]].
    All times are minutes."""

    release: Numbers
    """Earliest start of each task, not before now; a task that has started: its start."""
    wanted: Numbers
    """From when its waiting counts: its release as the user said it."""
    due: Numbers
    """NEVER if there is none."""
    deadline: Numbers
    """Latest end, tightened by what must follow; NEVER if there is none."""
    priority: Numbers
    value: Numbers
    """What leaving it out loses; 0 if it must be done."""
    fixed: Numbers
    """The start it must have, or has had; -1 if it is free."""
    fact: Numbers
    """1 if it has started, 2 if it has ended as well, else 0."""
    fact_end: Numbers
    """Its end if it has started; -1 otherwise."""
    pausable: Numbers
    family: Numbers
    """-1 if it has none."""
    way_from: Numbers
    duration: Numbers
    """Of each way."""
    way_cost: Numbers
    """Of each way, without who fills its slots; 1/60 of a unit of money."""
    way_stock: Numbers
    """[way, stock]: how much it uses up."""
    stock: Numbers
    """How much there is."""
    need_from: Numbers
    """By way."""
    need: Numbers
    """Resource."""
    amount: Numbers
    slot_from: Numbers
    """By way; the slots of different ways differ."""
    able_from: Numbers
    """By slot."""
    able: Numbers
    """Resource that can fill the slot."""
    link_from: Numbers
    """By the task that waits."""
    link_task: Numbers
    link_kind: Numbers
    link_lag: Numbers
    next_from: Numbers
    """By the task waited for."""
    next_task: Numbers
    mate_from: Numbers
    """By task; both ways."""
    mate: Numbers
    """Task done by the same people."""
    called_from: Numbers
    """By way."""
    called: Numbers
    """Person whom a way of a task with mates asks for by name, once for each unit."""
    capacity: Numbers
    people: Numbers
    """1 if the resource is people."""
    hourly: Numbers
    """Cost of one unit an hour."""
    profile_from: Numbers
    """By resource."""
    profile_time: Numbers
    profile_units: Numbers
    """Units there are from then on, or CLOSED."""
    setup_of: Numbers
    """By resource: its place in `setup`; -1 if it needs none."""
    setup: Numbers
    """[place, family, family]: minutes."""
    old_start: Numbers
    """Start in the plan before, for tasks that may move; -1 otherwise."""
    old_way: Numbers
    old_from: Numbers
    old_who: Numbers
    """Resource of each unit that filled a slot in the plan before, sorted."""
    until: int
    """From this minute on calendars are not known; NEVER if there are none."""

    @property
    def tasks(self) -> int:
        return len(self.release)

    @property
    def resources(self) -> int:
        return len(self.capacity)
