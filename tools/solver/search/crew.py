"""Compiled: who fills the slots of a task, that is, the units of skills that it asks for.

Among those who are free, whoever is preferred (by `style`) comes first; if a slot stays empty,
others change places for it along an augmenting path (Kuhn's matching)."""

from typing import Any

from tools.solver.instance import NEVER
from tools.solver.search.compiled import inner
from tools.solver.search.profile import SHUT, fit, step_at, walk

RARE, CHEAP, FEW, EVEN = 0, 1, 2, 3
"""Styles: whoever is of least use elsewhere; costs least; works already; has least to do."""
FIRST = -(2**60)


@inner
def crew(
    P: Any, S: Any, i: int, w: int, start: int, end: int, taste: int, style: int
) -> tuple[int, int]:
    """Fill S.who for the slots of way `w` if that can be done at `start`.

    Returns:
        `start`, or the next minute that is worth a try (NEVER if none is); and the end.
    """
    later = _who_is_free(P, S, i, w, start, end)
    wanted = _with_mates(P, S, i, w)
    if wanted < 0:
        return NEVER, end
    known = wanted == 0 and taste == 0 and _as_before(P, S, i, w)
    if not known and not (
        _filled(P, S, w, 0 if wanted else taste, style) and _all_in(P, S, w, wanted)
    ):
        return later, end
    if not P.pausable[i]:
        return start, end
    first, last = P.need_from[w], P.need_from[w + 1]
    count = last - first
    S.held[:count], S.amounts[:count] = P.need[first:last], P.amount[first:last]
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        count = _with(S, count, S.who[s])
    return _walk(P, S, w, count, start)


@inner
def _with(S: Any, count: int, r: int) -> int:
    """One more unit of r in S.held, where each resource stands once."""
    for k in range(count):
        if S.held[k] == r:
            S.amounts[k] += 1
            return count
    S.held[count], S.amounts[count] = r, 1
    return count + 1


@inner
def _who_is_free(P: Any, S: Any, i: int, w: int, start: int, end: int) -> int:
    """S.free: how many units of each able resource are free all the time. Returns the next minute
    at which another one is."""
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        for a in range(P.able_from[s], P.able_from[s + 1]):
            S.free[P.able[a]] = -1
            S.used[P.able[a]] = 0
            S.bonus[P.able[a]] = 0
    later = NEVER
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        for a in range(P.able_from[s], P.able_from[s + 1]):
            r = P.able[a]
            if S.free[r] < 0:
                begin = _free_from(P, S, i, w, r, start)
                S.free[r] = _lowest(P, S, w, r, start, end) if begin == start else 0
                if begin > start:
                    later = min(later, begin)
    return later


@inner
def _free_from(P: Any, S: Any, i: int, w: int, r: int, start: int) -> int:
    if not P.pausable[i]:
        begin, _ = fit(S.time, S.level, S.room[r], S.steps[r], start, P.duration[w], 1)
        return begin
    first, last = P.need_from[w], P.need_from[w + 1]
    count = last - first
    S.held[:count], S.amounts[:count] = P.need[first:last], P.amount[first:last]
    begin, _ = _walk(P, S, w, _with(S, count, r), start)
    return begin


@inner
def _walk(P: Any, S: Any, w: int, count: int, start: int) -> tuple[int, int]:
    """When what stands in S.held can work."""
    return walk(
        S.time, S.level, S.room, S.steps, S.places, S.held, S.amounts, 0, count, start,
        P.duration[w],
    )  # fmt: skip


@inner
def _lowest(P: Any, S: Any, w: int, r: int, start: int, end: int) -> int:
    """Units free from `start` to `end` besides those that the task holds by name."""
    last = S.room[r] + S.steps[r] - 1
    at = step_at(S.time, S.room[r], S.steps[r], start)
    lowest = P.capacity[r]
    while at <= last and S.time[at] < end:
        if S.level[at] > SHUT:
            lowest = min(lowest, S.level[at])
        at += 1
    for k in range(P.need_from[w], P.need_from[w + 1]):
        if P.need[k] == r:
            lowest -= P.amount[k]
    return max(0, lowest)


@inner
def _with_mates(P: Any, S: Any, i: int, w: int) -> int:
    """Tasks done by the same people: who of them may do this one (S.free), who must (S.bonus). Of
    a task that comes later but must be done in its only way, whom it asks for by name is known.
    Returns how many must; -1 if whom this one asks for by name does not do one of the others."""
    wanted, mine = 0, _heads(P, w)
    for k in range(P.mate_from[i], P.mate_from[i + 1]):
        other = P.mate[k]
        if S.start[other] >= 0:
            v = P.way_from[other] + S.way[other]
            for s in range(P.slot_from[v], P.slot_from[v + 1]):
                S.bonus[S.who[s]] = 0  # of those who cannot do this one nobody else forgets it
        for v in range(P.way_from[other], P.way_from[other + 1]):
            for c in range(P.called_from[v], P.called_from[v + 1]):
                S.bonus[P.called[c]] = 0
    for k in range(P.mate_from[i], P.mate_from[i + 1]):
        other = P.mate[k]
        placed = S.start[other] >= 0
        several = P.way_from[other + 1] - P.way_from[other] > 1
        if not placed and (several or P.value[other] > 0):
            continue
        v = P.way_from[other] + (S.way[other] if placed else 0)
        theirs = _heads(P, v)
        if placed and theirs >= mine:
            for a in range(P.able_from[P.slot_from[w]], P.able_from[P.slot_from[w + 1]]):
                if not _does(P, S, v, P.able[a]):
                    S.free[P.able[a]] = 0
            for c in range(P.called_from[w], P.called_from[w + 1]):
                if not _does(P, S, v, P.called[c]):
                    return -1
        elif theirs <= mine:
            for c in range(P.called_from[v], P.called_from[v + 1]):
                wanted += _want(P, S, w, P.called[c])
            for s in range(P.slot_from[v], P.slot_from[v + 1] if placed else 0):
                wanted += _want(P, S, w, S.who[s])
    return wanted


@inner
def _heads(P: Any, w: int) -> int:
    """How many people way `w` takes, by skill and by name."""
    slots = P.slot_from[w + 1] - P.slot_from[w]
    return int(slots + P.called_from[w + 1] - P.called_from[w])


@inner
def _does(P: Any, S: Any, v: int, r: int) -> bool:
    """Is r among the people of a task that is placed, by its way `v`?"""
    for s in range(P.slot_from[v], P.slot_from[v + 1]):
        if S.who[s] == r:
            return True
    return _is_called(P, v, r)


@inner
def _is_called(P: Any, w: int, r: int) -> bool:
    found = False
    for c in range(P.called_from[w], P.called_from[w + 1]):
        found = found or P.called[c] == r
    return found


@inner
def _want(P: Any, S: Any, w: int, r: int) -> int:
    """r must be among those who do it; 1 if that asks for a slot that nobody asked for before."""
    if S.bonus[r] != 0 or _is_called(P, w, r):
        return 0
    S.bonus[r] = FIRST
    return 1


@inner
def _filled(P: Any, S: Any, w: int, taste: int, style: int) -> bool:
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        S.who[s] = -1
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        r = _favourite(P, S, s, taste if s == P.slot_from[w] else 0, style)
        if r >= 0:
            S.who[s] = r
            S.used[r] += 1
        elif not _swapped(P, S, w, s):
            return False
    return True


@inner
def _as_before(P: Any, S: Any, i: int, w: int) -> bool:
    """Fill the slots with those who do it in the plan before; False if they are not all free."""
    first, last = P.slot_from[w], P.slot_from[w + 1]
    begin, end = P.old_from[i], P.old_from[i + 1]
    if P.old_start[i] < 0 or P.old_way[i] != w - P.way_from[i] or end - begin != last - first:
        return False
    for a in range(P.able_from[first], P.able_from[last]):
        r, mine = P.able[a], 0
        for k in range(begin, end):
            mine += P.old_who[k] == r
        if mine == 0 and S.free[r] >= 0:
            S.free[r] = -1 - S.free[r]  # not one of them: out of sight for now
    filled = _filled(P, S, w, 0, RARE)
    for a in range(P.able_from[first], P.able_from[last]):
        r = P.able[a]
        if S.free[r] < 0:
            S.free[r] = -1 - S.free[r]
        if not filled:
            S.used[r] = 0
    return filled


@inner
def _favourite(P: Any, S: Any, s: int, taste: int, style: int) -> int:
    """Of those who are free the one preferred, after passing over `taste` others; -1 if nobody
    is."""
    chosen, passed = -1, FIRST * 4
    for _ in range(taste + 1):
        best, least = -1, -FIRST
        for a in range(P.able_from[s], P.able_from[s + 1]):
            r = P.able[a]
            if S.used[r] < S.free[r]:
                score = _score(P, S, r, style)
                if passed < score < least:
                    best, least = r, score
        if best < 0:
            break
        chosen, passed = best, least
    return chosen


@inner
def _score(P: Any, S: Any, r: int, style: int) -> int:
    """Smaller is better; no two resources have the same."""
    if style == CHEAP:
        score = P.hourly[r] * 1000 + min(S.common[r], 999)
    elif style == FEW:
        score = S.common[r] - (1000000 if S.load[r] > 0 else 0)
    elif style == EVEN:
        score = S.load[r] * 1000 // P.capacity[r]
    else:
        score = S.common[r] * 100000 + min(S.load[r], 99999)
    return score * len(P.capacity) + r + S.bonus[r]


@inner
def _swapped(P: Any, S: Any, w: int, empty: int) -> bool:
    """Fill slot `empty` by letting others change places; breadth first."""
    first, last = P.slot_from[w], P.slot_from[w + 1]
    for a in range(P.able_from[first], P.able_from[last]):
        S.via[P.able[a]] = -1
    S.line_up[0] = empty
    head, tail = 0, 1
    while head < tail:
        slot = S.line_up[head]
        head += 1
        for a in range(P.able_from[slot], P.able_from[slot + 1]):
            r = P.able[a]
            if S.via[r] >= 0 or S.free[r] == 0:
                continue
            S.via[r] = slot
            if S.used[r] < S.free[r]:
                S.used[r] += 1
                while True:
                    slot = S.via[r]
                    r, S.who[slot] = S.who[slot], r
                    if slot == empty:
                        return True
            for s in range(first, last):
                if S.who[s] == r:
                    S.line_up[tail] = s
                    tail += 1
    return False


@inner
def _all_in(P: Any, S: Any, w: int, wanted: int) -> bool:
    """Is everyone in who must be?"""
    found = 0
    for a in range(P.able_from[P.slot_from[w]], P.able_from[P.slot_from[w + 1]]):
        r = P.able[a]
        if S.bonus[r] == FIRST and S.used[r] > 0:
            found += 1
            S.bonus[r] = 0
    return found == wanted
