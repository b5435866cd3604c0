"""Compiled: in which way each task can be done if nothing else is. A list of tasks in ways that can
never be done has no plan from which a search could begin."""

from typing import Any

from tools.solver.instance import NEVER
from tools.solver.search.build import clear, spot
from tools.solver.search.compiled import compiled, inner


@compiled
def fitting_ways(P: Any, S: Any, taste: int, style: int, way: Any) -> None:
    """Into `way`: for each task its own way, if it is in time; else whichever ends first; -1 if
    there is none and the task may be left out. taste, style: see `crew`."""
    clear(P, S, way)
    for i in range(len(way)):
        single = P.way_from[i + 1] - P.way_from[i] == 1
        if P.fact[i] == 0 and (P.value[i] > 0 or not single):
            way[i] = _fitting_way(P, S, taste, style, i)


@inner
def _fitting_way(P: Any, S: Any, taste: int, style: int, i: int) -> int:
    chosen, soonest = -1 if P.value[i] > 0 else 0, NEVER
    for way in range(P.way_from[i + 1] - P.way_from[i]):
        if not _in_stock(P, P.way_from[i] + way):
            continue
        start, end = spot(P, S, i, way, max(P.release[i], P.fixed[i]), taste, style)
        if start < NEVER and way == 0 and end <= P.deadline[i]:
            return 0
        if end < soonest:
            chosen, soonest = way, end
    return chosen


@inner
def _in_stock(P: Any, w: int) -> bool:
    return bool((P.way_stock[w] <= P.stock).all())
