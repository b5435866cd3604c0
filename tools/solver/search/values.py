"""Compiled: what a plan is worth under each goal; smaller is better. `goals.py` numbers them."""

from typing import Any

import numpy as np

from tools.solver.instance import CLOSED
from tools.solver.search.compiled import compiled, inner

WAITING, MAKESPAN, TARDINESS, COMPLETION, PEOPLE, COST, BALANCE, VALUE, MOVES = range(9)
MOVED = 480
"""Minutes that any move costs, however small: somebody has to be told."""


@compiled
def values(P: Any, S: Any, goals: Any, stability: int, weighed: int, into: Any) -> None:
    """into[k] = value of goals[k] for the plan in S; with `stability`, goals[weighed] gains so many
    times the moves."""
    for k in range(len(goals)):
        into[k] = value(P, S, goals[k])
    if stability > 0:
        into[weighed] += stability * value(P, S, MOVES)


@inner
def value(P: Any, S: Any, goal: int) -> int:
    if goal == PEOPLE:
        return _heads(P, S)
    if goal == BALANCE:
        return _busiest(P, S)
    total = 0
    for i in range(len(S.start)):
        if goal == MOVES:
            total += _moved(P, S, i)
        elif S.start[i] < 0:
            total += P.value[i] if goal == VALUE else 0
        elif goal == WAITING:
            total += P.priority[i] * (S.start[i] - P.wanted[i]) if P.fact[i] == 0 else 0
        elif goal == MAKESPAN:
            total = max(total, S.end[i])
        elif goal == TARDINESS:
            total += P.priority[i] * max(0, S.end[i] - P.due[i])
        elif goal == COMPLETION:
            total += P.priority[i] * S.end[i]
        elif goal == COST:
            total += _cost(P, S, i)
    return total


@inner
def _cost(P: Any, S: Any, i: int) -> int:
    w = P.way_from[i] + S.way[i]
    total = P.way_cost[w]
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        total += P.hourly[S.who[s]] * P.duration[w]
    return total


@inner
def _busiest(P: Any, S: Any) -> int:
    most = 0
    for r in range(len(P.capacity)):
        if P.people[r]:
            most = max(most, -(-S.load[r] // P.capacity[r]))
    return most


@inner
def _heads(P: Any, S: Any) -> int:
    """For each resource that is people, the most units in use in a minute that it is open. (What
    runs may hold more than there is, and end before it opens again.)"""
    total = 0
    for r in range(len(P.capacity)):
        if not P.people[r] or S.load[r] == 0:
            continue
        times, changes = [0], [0]
        for i in range(len(S.start)):
            amount = _held(P, S, i, r) if S.start[i] >= 0 and P.fact[i] < 2 else 0
            if amount > 0:
                times.append(2 * S.start[i] + 1)
                changes.append(amount)
                times.append(2 * S.end[i])
                changes.append(-amount)
        level, most = 0, 0
        order = np.argsort(np.array(times))
        for k in range(len(order)):
            level += changes[order[k]]
            if level > most and k + 1 < len(order):
                now, until = times[order[k]] // 2, times[order[k + 1]] // 2
                if _opens(P, r, now, until):
                    most = level
        total += most
    return total


@inner
def _opens(P: Any, r: int, start: int, end: int) -> bool:
    """Is the resource open in a minute from `start` to before `end`?"""
    first, last = P.profile_from[r], P.profile_from[r + 1]
    k = first + np.searchsorted(P.profile_time[first:last], start, side="right") - 1
    while start < end and k < last and P.profile_time[k] < end:
        if P.profile_units[k] != CLOSED:
            return True
        k += 1
    return False


@inner
def _held(P: Any, S: Any, i: int, r: int) -> int:
    w = P.way_from[i] + S.way[i]
    amount = 0
    for k in range(P.need_from[w], P.need_from[w + 1]):
        if P.need[k] == r:
            amount += P.amount[k]
    for s in range(P.slot_from[w], P.slot_from[w + 1]):
        if S.who[s] == r:
            amount += 1
    return amount


@inner
def _moved(P: Any, S: Any, i: int) -> int:
    """What the task's move from the plan before counts; 0 if it stands where it stood."""
    if P.old_start[i] < 0:
        return 0
    if S.start[i] < 0:
        return MOVED
    away = abs(S.start[i] - P.old_start[i])
    if away > 0 or S.way[i] != P.old_way[i]:
        return MOVED + away
    w = P.way_from[i] + S.way[i]
    first, old = P.slot_from[w], P.old_from[i]
    count = P.slot_from[w + 1] - first
    if count != P.old_from[i + 1] - old:
        return MOVED
    crew = np.sort(S.who[first : first + count])
    for k in range(count):
        if crew[k] != P.old_who[old + k]:
            return MOVED
    return 0


@inner
def better(mine: Any, best: Any) -> bool:
    """Is `mine` smaller at the first place where the two differ?"""
    for k in range(len(mine)):
        if mine[k] != best[k]:
            return bool(mine[k] < best[k])
    return False
