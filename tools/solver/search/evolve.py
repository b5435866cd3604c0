"""Compiled: a population of lists, the search for the end of the last task.

Each child takes the place of the parent it resembles if it is no worse, which keeps the population
mixed (crowding; Mahfoud 1995). Before that it is justified: shifted to the right as far as its end
allows, then to the left again (Valls, Ballestin and Quintanilla 2005). A child is kept as a list by
start, so that parents with the same plan are the same, unless that list builds a worse plan."""

from typing import Any

import numpy as np

from tools.solver.instance import NEVER
from tools.solver.search.build import build
from tools.solver.search.compiled import compiled, inner
from tools.solver.search.lists import place_of, sort_by
from tools.solver.search.tries import change, mixed, tried
from tools.solver.search.values import better

CHANGED = 0.02
"""Changes of a child for each task."""


@compiled
def evolve(
    P: Any,
    S: Any,
    back: Any,
    behind: Any,
    aim: Any,
    lists: Any,
    genes: Any,
    marks: Any,
    kinds: Any,
    justified: bool,
    count: int,
    seed: int,
) -> None:
    """`count` children, each in the place of a parent if it is no worse.

    Args:
        back, behind: the instance with time reversed, and a workspace for it.
        lists, genes, marks: the population, one row each.
        justified: justify each child.
    """
    np.random.seed(seed)
    size, tasks = lists.shape
    child, place = np.empty(tasks, np.int64), np.empty(tasks, np.int64)
    other = np.empty(tasks, np.int64)
    mixture = np.empty_like(genes[0])
    mark, same = np.empty(marks.shape[1], np.int64), _same_by_start(P)
    for _ in range(count):
        a, b = np.random.randint(size), np.random.randint(size)
        mixed(lists[a], lists[b], genes[a], genes[b], child, mixture)
        place_of(child, place)
        for _ in range(np.random.poisson(CHANGED * tasks)):
            change(P, child, place, mixture, tasks, kinds)
        tried(P, S, aim, child, mixture, mark)
        if mark[0] >= NEVER:
            continue
        if justified and _justify(P, S, back, behind, aim, other, mixture, place):
            child[:] = other
            tried(P, S, aim, child, mixture, mark)
        if mark[0] < NEVER and not better(marks[a], mark):
            lists[a], genes[a], marks[a] = child, mixture, mark
            sort_by(S.start, 1, place, child)
            if _legal(P, child, place):
                if not same:
                    tried(P, S, aim, child, mixture, mark)
                if not better(marks[a], mark):
                    lists[a], marks[a] = child, mark


@inner
def _same_by_start(P: Any) -> bool:
    """Does the list of a plan by start build that plan again? So it is where nothing but the time
    hangs on the order: no choice of people, no setups, no pauses."""
    crewed = P.slot_from[-1] > 0
    return not crewed and not (P.setup_of >= 0).any() and not (P.pausable > 0).any()


@inner
def _justify(
    P: Any, S: Any, back: Any, behind: Any, aim: Any, order: Any, genes: Any, keys: Any
) -> bool:
    """The list of the plan in S shifted to the right, into `order`; False if it cannot be."""
    sort_by(S.end, -1, keys, order)
    if not _legal(back, order, keys):
        return False
    none = np.zeros(len(order), np.int64)
    if build(back, behind, order, genes[0], none, genes[2], aim[2]) >= NEVER:
        return False
    sort_by(behind.end, -1, keys, order)
    return _legal(P, order, keys)


@inner
def _legal(P: Any, order: Any, place: Any) -> bool:
    """Does each task stand after those it waits for?"""
    place_of(order, place)
    link_from, link_task = P.link_from, P.link_task
    for i in range(len(order)):
        for k in range(link_from[i], link_from[i + 1]):
            if place[link_task[k]] > place[i]:
                return False
    return True
