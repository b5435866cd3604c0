"""Compiled: a list of tasks -> a plan, each task in turn as early as those before it allow (serial
schedule generation; Kolisch 1996). It knows no goals."""

from typing import Any

from tools.solver.instance import FINISH_FINISH, FINISH_START, NEVER
from tools.solver.search.compiled import compiled, inner
from tools.solver.search.crew import crew
from tools.solver.search.profile import first_free, fit, hold, step_at, walk
from tools.solver.search.setups import queue_up, set_up

LONG = 500
"""From so many tasks on it pays to remember where the first free minutes are."""


@compiled
def build(P: Any, S: Any, order: Any, way: Any, floor: Any, taste: Any, style: int) -> int:
    """The plan of a list, into S.start, S.end and S.who.

    Args:
        order: all tasks, each after those it waits for.
        way: the way of each task; -1 leaves it out.
        floor: a minute before which a task does not start, because the search wants it so.
        taste, style: who is preferred for skills; see `crew`.

    Returns:
        By how many minutes fixed starts and deadlines are missed; NEVER if a task finds no place.
    """
    clear(P, S, way)
    broken = 0
    for facts in (True, False):
        for i in order:
            if P.fixed[i] >= 0 and way[i] >= 0 and facts == (P.fact[i] > 0):
                broken += _settle(P, S, i, way[i], taste[i], style)
    if broken >= NEVER or not _fill(P, S, order, way, floor, taste, style):
        return NEVER
    return broken + _missed(P, S)


@inner
def _fill(P: Any, S: Any, order: Any, way: Any, floor: Any, taste: Any, style: int) -> bool:
    """All tasks that are free to move. A call copies every array of its arguments, so what most
    tasks need is written out here and kept in local names: it is 25 times faster."""
    start, end, time, level = S.start, S.end, S.time, S.level
    room, steps, load, places = S.room, S.steps, S.load, S.places
    release, fixed, plain, way_from = P.release, P.fixed, S.plain, P.way_from
    duration, need_from, need, amount = P.duration, P.need_from, P.need, P.amount
    pausable = P.pausable
    link_from, link_task, link_kind, link_lag = P.link_from, P.link_task, P.link_kind, P.link_lag
    front, long = S.front, len(order) > LONG
    for i in order:
        if way[i] < 0 or fixed[i] >= 0:
            continue
        w = way_from[i] + way[i]
        begin = max(release[i], floor[i])
        if not plain[w]:
            if not _place(P, S, i, way[i], begin, taste[i], style):
                return False
            continue
        lasts, finish = duration[w], 0
        first, last = need_from[w], need_from[w + 1]
        for k in range(first if long else last, last):
            r = need[k]
            free = first_free(time, level, room[r], steps[r], front[r], amount[k], lasts)
            begin = max(begin, free)
        for k in range(link_from[i], link_from[i + 1]):
            other = link_task[k]
            if start[other] < 0:
                continue
            if link_kind[k] == FINISH_START:
                begin = max(begin, end[other] + link_lag[k])
            elif link_kind[k] == FINISH_FINISH:
                finish = max(finish, end[other] + link_lag[k])
            else:
                begin = max(begin, start[other] + link_lag[k])
        if pausable[i]:
            begin, stop = walk(
                time, level, room, steps, places, need, amount, first, last, begin, lasts
            )
            while stop < finish:
                begin, stop = walk(
                    time, level, room, steps, places, need, amount, first, last,
                    begin + finish - stop, lasts,
                )  # fmt: skip
            for k in range(first, last):
                r = need[k]
                places[k - first] = step_at(time, room[r], steps[r], min(begin, NEVER - 1))
        else:
            begin = max(begin, finish - lasts)
            agreed, k = 0, first
            while agreed < last - first and begin < NEVER:
                r = need[k]
                free, places[k - first] = fit(
                    time, level, room[r], steps[r], begin, lasts, amount[k]
                )
                agreed = agreed + 1 if free == begin else 1
                begin = free
                k = k + 1 if k + 1 < last else first
            stop = begin + lasts
        if begin >= NEVER:
            return False
        start[i], end[i] = begin, stop
        for k in range(first, last):
            r = need[k]
            steps[r] = hold(
                time, level, room[r], steps[r], places[k - first], begin, stop, amount[k]
            )
            load[r] += amount[k] * lasts
    return True


@inner
def clear(P: Any, S: Any, way: Any) -> None:
    """No task is placed, and everything is free."""
    time, level, profile_time, profile_units = S.time, S.level, P.profile_time, P.profile_units
    rooms, steps, profile_from = S.room, S.steps, P.profile_from
    for r in range(len(steps)):
        room, first = rooms[r], profile_from[r]
        steps[r] = profile_from[r + 1] - first
        for at in range(steps[r]):
            time[room + at] = profile_time[first + at]
            level[room + at] = profile_units[first + at]
    S.load[:] = 0
    S.front[:] = 0
    S.queued[:] = 0
    S.start[:] = -1
    S.end[:] = -1
    S.way[:] = way


@inner
def _settle(P: Any, S: Any, i: int, way: int, taste: int, style: int) -> int:
    """A task whose start is given; how many minutes later it had to start."""
    if P.fact[i] == 0:
        if not _place(P, S, i, way, P.fixed[i], taste, style):
            return NEVER
        return S.start[i] - P.fixed[i]
    S.start[i], S.end[i] = P.fixed[i], P.fact_end[i]
    w = P.way_from[i] + way
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        S.who[s] = P.able[P.able_from[s]]
    _book(P, S, i, w, P.fact[i] == 1)
    return 0


@inner
def _place(P: Any, S: Any, i: int, way: int, start: int, taste: int, style: int) -> bool:
    """One task at its first possible minute from `start` on."""
    S.start[i], S.end[i] = spot(P, S, i, way, start, taste, style)
    if S.start[i] >= NEVER:
        return False
    _book(P, S, i, P.way_from[i] + way, True)
    return True


@inner
def spot(P: Any, S: Any, i: int, way: int, start: int, taste: int, style: int) -> tuple[int, int]:
    """The first start from `start` on that is possible, and its end, with S.who filled; NEVER if
    there is none."""
    w = P.way_from[i] + way
    duration = P.duration[w]
    first, last = P.need_from[w], P.need_from[w + 1]
    crewed = P.slot_from[w + 1] > P.slot_from[w] or P.called_from[w + 1] > P.called_from[w]
    start, least_end = _linked(P, S, i, start)
    if not P.pausable[i]:
        start = max(start, least_end - duration)
    for k in range(first, last):
        r = P.need[k]
        free = first_free(S.time, S.level, S.room[r], S.steps[r], S.front[r], P.amount[k], duration)
        start = max(start, free)
    while start < NEVER:
        if P.pausable[i]:
            start, end = walk(
                S.time, S.level, S.room, S.steps, S.places, P.need, P.amount, first, last, start,
                duration,
            )  # fmt: skip
        else:
            start = _fit_all(P, S, first, last, start, duration)
            end = start + duration
        if start >= NEVER:
            break
        if end < least_end:
            start += least_end - end
            continue
        later = set_up(P, S, first, last, i, start, end)
        if later == start and crewed:
            later, end = crew(P, S, i, w, start, end, taste, style)
            if later == start:
                later = set_up(P, S, first, last, i, start, end)
        if later == start:
            return start, end
        start = later
    return NEVER, NEVER


@inner
def _fit_all(P: Any, S: Any, first: int, last: int, start: int, duration: int) -> int:
    """The first minute at which everything needed is free: each pushes it on until none does."""
    agreed = 0
    k = first
    while agreed < last - first and start < NEVER:
        r = P.need[k]
        free, _ = fit(S.time, S.level, S.room[r], S.steps[r], start, duration, P.amount[k])
        agreed = agreed + 1 if free == start else 1
        start = free
        k = k + 1 if k + 1 < last else first
    return start


@inner
def _linked(P: Any, S: Any, i: int, start: int) -> tuple[int, int]:
    """The earliest start and the earliest end that links allow. What is left out, or not placed
    yet because its start is fixed, asks for nothing."""
    end = 0
    for k in range(P.link_from[i], P.link_from[i + 1]):
        other = P.link_task[k]
        if S.start[other] < 0:
            continue
        if P.link_kind[k] == FINISH_START:
            start = max(start, S.end[other] + P.link_lag[k])
        elif P.link_kind[k] == FINISH_FINISH:
            end = max(end, S.end[other] + P.link_lag[k])
        else:
            start = max(start, S.start[other] + P.link_lag[k])
    return start, end


@inner
def _book(P: Any, S: Any, i: int, w: int, holds: bool) -> None:
    """Take what the task holds out of what is free."""
    duration = P.duration[w]
    for k in range(P.need_from[w], P.need_from[w + 1]):
        r = P.need[k]
        if holds:
            _take(S, r, S.start[i], S.end[i], P.amount[k])
        S.load[r] += P.amount[k] * duration
        if P.setup_of[r] >= 0:
            queue_up(P, S, r, i)
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        if holds:
            _take(S, S.who[s], S.start[i], S.end[i], 1)
        S.load[S.who[s]] += duration


@inner
def _take(S: Any, r: int, start: int, end: int, amount: int) -> None:
    at = step_at(S.time, S.room[r], S.steps[r], start)
    S.steps[r] = hold(S.time, S.level, S.room[r], S.steps[r], at, start, end, amount)


@inner
def _missed(P: Any, S: Any) -> int:
    """Minutes past deadlines, and by which fixed starts come before what they wait for."""
    start, end, fact, deadline, fixed = S.start, S.end, P.fact, P.deadline, P.fixed
    missed = 0
    for i in range(len(start)):
        if start[i] < 0:
            continue
        if fact[i] == 0:
            missed += max(0, end[i] - deadline[i])
        if fixed[i] >= 0:
            first, last = _linked(P, S, i, max(start[i], P.release[i]))
            missed += first - start[i] + max(0, last - end[i])
    return missed
