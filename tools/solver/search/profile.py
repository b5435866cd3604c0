"""Compiled: how many units of each resource are free, in steps over time.

The steps of resource r are S.time[S.room[r] + i] and S.level[...], i < S.steps[r]; `level` holds
from its `time` on. It knows no tasks.
"""

from typing import Any

from tools.solver.instance import CLOSED, NEVER
from tools.solver.search.compiled import compiled, inner

SHUT = CLOSED // 2
"""Below this a resource is closed, whatever is in use."""


@compiled
def step_at(time: Any, first: int, count: int, minute: int) -> int:
    """Place of the step that holds at `minute`; a resource's steps are `count` from `first` on."""
    low, high = first, first + count - 1
    while low < high:
        middle = (low + high + 1) // 2
        if time[middle] <= minute:
            low = middle
        else:
            high = middle - 1
    return low


@compiled
def fit(
    time: Any, level: Any, first: int, count: int, start: int, duration: int, amount: int
) -> tuple[int, int]:
    """The first minute from `start` on at which `amount` is free for so long (NEVER if none is),
    and the place of the step that holds then."""
    at, last = step_at(time, first, count, start), first + count - 1
    begin = at
    while True:
        if level[at] < amount:
            if at == last:
                return NEVER, at
            at += 1
            start = time[at]
            begin = at
        elif at == last or time[at + 1] >= start + duration:
            return start, begin
        else:
            at += 1


@compiled
def hold(
    time: Any, level: Any, first: int, count: int, at: int, start: int, end: int, amount: int
) -> int:
    """Take `amount` away from `start` to `end`; `at` is the place of the step that holds at
    `start`. Returns how many steps there are now."""
    last = first + count - 1
    stop = at
    while stop < last and time[stop + 1] <= end:
        stop += 1
    cut_start, cut_end = time[at] != start, time[stop] != end
    moved = int(cut_start) + int(cut_end)
    if moved:
        for place in range(last, stop, -1):
            time[place + moved] = time[place]
            level[place + moved] = level[place]
    if cut_start or cut_end:
        time[stop + moved] = time[stop] if not cut_end else end
        level[stop + moved] = level[stop]
    held = stop if cut_end else stop - 1
    if not cut_start:
        for place in range(at, held + 1):
            level[place] -= amount
        return count + moved
    for place in range(held, at, -1):
        time[place + 1] = time[place]
        level[place + 1] = level[place] - amount
    time[at + 1] = start
    level[at + 1] = level[at] - amount
    return count + moved


@compiled
def first_free(
    time: Any, level: Any, first: int, count: int, fronts: Any, amount: int, duration: int
) -> int:
    """A minute before which `amount` is not free for so long, closed hours left out; the last step
    if it never is. fronts[a - 1, k] is where that was found last for `a` units and 2**k minutes:
    what is taken is never free again, so each step is passed over once and not for every task."""
    place, size = min(amount, fronts.shape[0]) - 1, 0
    while size + 1 < fronts.shape[1] and 2 << size <= duration:
        size += 1
    last = first + count - 1
    at = begin = step_at(time, first, count, fronts[place, size])
    free = 0
    while at < last and free < 1 << size:
        if level[at] > place:
            free += time[at + 1] - time[at]
        elif level[at] >= SHUT or free == 0:
            free, begin = 0, at + 1
        at += 1
    fronts[place, size] = time[begin]
    return fronts[place, size]


@inner
def walk(
    time: Any,
    level: Any,
    room: Any,
    steps: Any,
    places: Any,
    held: Any,
    amounts: Any,
    first: int,
    last: int,
    start: int,
    duration: int,
) -> tuple[int, int]:
    """For a task that may pause and holds held[first:last]: the first minute from `start` on from
    which it can be worked, and its end; NEVER twice if there is none.

    It works while all of them are open; while it pauses, those that are open are held too.
    """
    for k in range(first, last):
        r = held[k]
        places[k - first] = step_at(time, room[r], steps[r], start)
    now, end, worked = start, start, 0
    while worked < duration:
        until, everyone, blocked = NEVER, True, False
        for k in range(first, last):
            r, at = held[k], places[k - first]
            final = room[r] + steps[r] - 1
            while at < final and time[at + 1] <= now:
                at += 1
            places[k - first] = at
            if at < final:
                until = min(until, time[at + 1])
            if level[at] < SHUT:
                everyone = False
            elif level[at] < amounts[k]:
                blocked = True
        if blocked or (worked == 0 and not everyone):
            worked, start = 0, until
        elif everyone:
            done = min(until - now, duration - worked)
            worked += done
            end = now + done
        if until == NEVER and worked < duration:
            return NEVER, NEVER
        now = until
    return start, end
