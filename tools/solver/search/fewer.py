"""Plans that wait so that fewer are needed: the same instance with fewer units of those that a goal
counts. A list of tasks starts each as early as it can; what must wait for who is there already
cannot be said by a list, but by there being nobody else."""

import numpy as np

from tools.solver.instance import Instance
from tools.solver.search.values import COST, PEOPLE


def counted(instance: Instance, goal: int) -> list[int]:
    """Resources of which fewer may be better by the goal: the dearest first, then those who can do
    least."""
    if goal == PEOPLE:
        chosen = np.flatnonzero(instance.people)
    elif goal == COST:
        chosen = np.intersect1d(np.flatnonzero(instance.hourly), instance.able)
    else:
        return []
    common = np.bincount(instance.able, minlength=instance.resources)
    return sorted(chosen.tolist(), key=lambda r: (-instance.hourly[r], common[r]))


def with_at_most(instance: Instance, resource: int, count: int) -> Instance:
    """The instance with no more units of a resource than that, whenever it is open."""
    units = instance.profile_units.copy()
    first, last = instance.profile_from[resource : resource + 2]
    units[first:last] = np.minimum(units[first:last], count)
    return instance._replace(profile_units=units)
