"""Compiled: the order of tasks on machines that are set up between families."""

from typing import Any

from tools.solver.search.compiled import inner


@inner
def queue_up(P: Any, S: Any, r: int, i: int) -> None:
    """Put a placed task into the order of machine `r`, by its start (facts may overlap: then by its
    end, then by its number, as the exact model has it)."""
    room = S.line_from[r]
    at = S.queued[r]
    while at > 0:
        other = S.line[room + at - 1]
        if (S.start[other], S.end[other], other) <= (S.start[i], S.end[i], i):
            break
        S.line[room + at] = S.line[room + at - 1]
        at -= 1
    S.line[room + at] = i
    S.queued[r] += 1


@inner
def set_up(P: Any, S: Any, first: int, last: int, i: int, start: int, end: int) -> int:
    """`start`, if there is time to set up every machine before and after the task; otherwise the
    next minute that is worth a try. first, last: the task's needs."""
    later = start
    for k in range(first, last):
        if P.setup_of[P.need[k]] >= 0:
            later = max(later, _beside(P, S, P.need[k], i, start, end))
    return later


@inner
def _beside(P: Any, S: Any, r: int, i: int, start: int, end: int) -> int:
    room, table = S.line_from[r], P.setup[P.setup_of[r]]
    if P.family[i] < 0:
        return start
    at = S.queued[r]
    while at > 0 and S.start[S.line[room + at - 1]] >= start:
        at -= 1
    if at > 0:
        earlier = S.line[room + at - 1]
        if P.family[earlier] >= 0:
            free = S.end[earlier] + table[P.family[earlier], P.family[i]]
            if free > start:
                return free
    if at < S.queued[r]:
        later = S.line[room + at]
        if P.family[later] >= 0:
            change = table[P.family[i], P.family[later]]
            if end + change > S.start[later]:
                return S.end[later] + table[P.family[later], P.family[i]]
    return start
