"""Compiled: a solution of the search is a list of tasks and, for each task, its way, a floor and a
taste; here one is tried, changed and mixed with another. See `build` for what they mean."""

from typing import Any

import numpy as np

from tools.solver.instance import NEVER
from tools.solver.search.build import build
from tools.solver.search.compiled import compiled, inner
from tools.solver.search.lists import shift, somewhere
from tools.solver.search.values import values

TASTES = 4
"""So many people are passed over at most."""


@compiled
def tried(P: Any, S: Any, aim: Any, order: Any, genes: Any, into: Any) -> None:
    """Build the plan; into[0] = minutes by which it breaks rules (NEVER: no plan), then the values
    of the goals.

    Args:
        aim: stability, the place of the goal that it is added to, style, then the goals.
        genes: rows way, floor, taste, by task.
    """
    broken = build(P, S, order, genes[0], genes[1], genes[2], aim[2])
    into[0] = broken
    if broken < NEVER:
        into[0] += _overdrawn(P, genes[0])
        values(P, S, aim[3:], aim[0], aim[1], into[1:])


@inner
def _overdrawn(P: Any, way: Any) -> int:
    """How much more of all stocks is used up than there is, as so many thousand minutes."""
    over = 0
    for k in range(len(P.stock)):
        used = 0
        for i in range(len(way)):
            if way[i] >= 0:
                used += P.way_stock[P.way_from[i] + way[i], k]
        over += max(0, used - P.stock[k])
    return over * 1000


@inner
def change(P: Any, order: Any, place: Any, genes: Any, reach: int, kinds: Any) -> Any:
    """One random small change, in place. Returns what undoes it: kind, task, old value.

    Args:
        kinds: whether there are ways to choose, tastes to vary, floors to lift.
    """
    i = np.random.randint(len(order))
    kind = np.random.randint(4)
    if kind == 1 and kinds[0]:
        ways = P.way_from[i + 1] - P.way_from[i]
        low = -1 if P.value[i] > 0 and P.fact[i] == 0 else 0
        if ways - low > 1:
            old = genes[0, i]
            genes[0, i] = np.random.randint(low, ways)
            return 1, i, old
    elif kind == 2 and kinds[1]:
        w = P.way_from[i] + max(0, genes[0, i])
        if P.slot_from[w + 1] > P.slot_from[w]:
            old = genes[2, i]
            genes[2, i] = np.random.randint(TASTES)
            return 2, i, old
    elif kind == 3 and kinds[2] and P.old_start[i] >= 0:
        old = genes[1, i]
        genes[1, i] = 0 if old > 0 else P.old_start[i]
        return 3, i, old
    old = place[i]
    target = somewhere(P.link_from, P.link_task, P.next_from, P.next_task, place, i, reach)
    shift(order, place, i, target)
    return 0, i, old


@inner
def undo(order: Any, place: Any, genes: Any, kind: int, i: int, old: int) -> None:
    if kind == 0:
        shift(order, place, i, old)
    elif kind == 1:
        genes[0, i] = old
    elif kind == 2:
        genes[2, i] = old
    else:
        genes[1, i] = old


@inner
def mixed(first: Any, second: Any, genes: Any, other: Any, child: Any, into: Any) -> None:
    """Two-point crossover: the beginning and the end as `first` has them, the middle in the order
    of `second`, with its genes (Hartmann 1998)."""
    count = len(first)
    begin = np.random.randint(count)
    end = np.random.randint(begin, count)
    taken = np.zeros(count, np.bool_)
    for at in range(begin):
        child[at] = first[at]
        taken[first[at]] = True
    into[:] = genes
    at, k = begin, 0
    while at < end:
        i = second[k]
        k += 1
        if not taken[i]:
            child[at] = i
            taken[i] = True
            into[:, i] = other[:, i]
            at += 1
    for k in range(count):
        if not taken[first[k]]:
            child[at] = first[k]
            at += 1
