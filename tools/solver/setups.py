"""Compiled: the order of tasks on machines that are set up between families."""

from typing import Any

from tools.solver.compiled import compiled


@compiled
def queue_up(I: Any, S: Any, r: int, i: int) -> None:
    """Put a placed task into the order of machine `r`, by its start."""
    room = S.line_from[r]
    at = S.queued[r]
    while at > 0 and S.start[S.line[room + at - 1]] > S.start[i]:
        S.line[room + at] = S.line[room + at - 1]
        at -= 1
    S.line[room + at] = i
    S.queued[r] += 1


@compiled
def set_up(I: Any, S: Any, first: int, last: int, i: int, start: int, end: int) -> int:
    """`start`, if there is time to set up every machine before and after the task; otherwise the
    next minute that is worth a try. first, last: the task's needs."""
    later = start
    for k in range(first, last):
        if I.setup_of[I.need[k]] >= 0:
            later = max(later, _beside(I, S, I.need[k], i, start, end))
    return later


@compiled
def _beside(I: Any, S: Any, r: int, i: int, start: int, end: int) -> int:
    room, table = S.line_from[r], I.setup[I.setup_of[r]]
    if I.family[i] < 0:
        return start
    at = S.queued[r]
    while at > 0 and S.start[S.line[room + at - 1]] >= start:
        at -= 1
    if at > 0:
        earlier = S.line[room + at - 1]
        if I.family[earlier] >= 0:
            free = S.end[earlier] + table[I.family[earlier], I.family[i]]
            if free > start:
                return free
    if at < S.queued[r]:
        later = S.line[room + at]
        if I.family[later] >= 0:
            change = table[I.family[i], I.family[later]]
            if end + change > S.start[later]:
                return S.end[later] + table[I.family[later], I.family[i]]
    return start
