"""Compiled: what a plan is worth under each goal; smaller is better. `goals.py` numbers them."""

from typing import Any

import numpy as np

from tools.solver.compiled import compiled

WAITING, MAKESPAN, TARDINESS, COMPLETION, PEOPLE, COST, BALANCE, VALUE, MOVES = range(9)
MOVED = 30
"""Minutes that any move costs, however small: somebody has to be told."""


@compiled
def values(I: Any, S: Any, goals: Any, stability: int, into: Any) -> None:
    """into[k] = value of goals[k] for the plan in S; with `stability`, the first goal gains so many
    times the moves."""
    for k in range(len(goals)):
        into[k] = value(I, S, goals[k])
    if stability > 0:
        into[0] += stability * value(I, S, MOVES)


@compiled
def value(I: Any, S: Any, goal: int) -> int:
    if goal == PEOPLE:
        return _heads(I, S)
    if goal == BALANCE:
        return _busiest(I, S)
    total = 0
    for i in range(len(S.start)):
        if goal == MOVES:
            total += _moved(I, S, i)
        elif S.start[i] < 0:
            total += I.value[i] if goal == VALUE else 0
        elif goal == WAITING:
            total += I.priority[i] * (S.start[i] - I.wanted[i]) if I.fact[i] == 0 else 0
        elif goal == MAKESPAN:
            total = max(total, S.end[i])
        elif goal == TARDINESS:
            total += I.priority[i] * max(0, S.end[i] - I.due[i])
        elif goal == COMPLETION:
            total += I.priority[i] * S.end[i]
        elif goal == COST:
            total += _cost(I, S, i)
    return total


@compiled
def _cost(I: Any, S: Any, i: int) -> int:
    w = I.way_from[i] + S.way[i]
    total = I.way_cost[w]
    for s in range(I.slot_from[w], I.slot_from[w + 1]):
        total += I.hourly[S.who[s]] * I.duration[w]
    return total


@compiled
def _busiest(I: Any, S: Any) -> int:
    most = 0
    for r in range(len(I.capacity)):
        if I.people[r]:
            most = max(most, -(-S.load[r] // I.capacity[r]))
    return most


@compiled
def _heads(I: Any, S: Any) -> int:
    """For each resource that is people, the most units in use at a time. (While it is closed, those
    in use are no more than when it opens again, so closed minutes need no care.)"""
    total = 0
    for r in range(len(I.capacity)):
        if not I.people[r] or S.load[r] == 0:
            continue
        times, changes = [0], [0]
        for i in range(len(S.start)):
            amount = _held(I, S, i, r) if S.start[i] >= 0 and I.fact[i] < 2 else 0
            if amount > 0:
                times.append(2 * S.start[i] + 1)
                changes.append(amount)
                times.append(2 * S.end[i])
                changes.append(-amount)
        level, most = 0, 0
        for at in np.argsort(np.array(times)):
            level += changes[at]
            most = max(most, level)
        total += most
    return total


@compiled
def _held(I: Any, S: Any, i: int, r: int) -> int:
    w = I.way_from[i] + S.way[i]
    amount = 0
    for k in range(I.need_from[w], I.need_from[w + 1]):
        if I.need[k] == r:
            amount += I.amount[k]
    for s in range(I.slot_from[w], I.slot_from[w + 1]):
        if S.who[s] == r:
            amount += 1
    return amount


@compiled
def _moved(I: Any, S: Any, i: int) -> int:
    """What the task's move from the plan before counts; 0 if it stands where it stood."""
    if I.old_start[i] < 0:
        return 0
    if S.start[i] < 0:
        return MOVED
    away = abs(S.start[i] - I.old_start[i])
    if away > 0 or S.way[i] != I.old_way[i]:
        return MOVED + away
    w = I.way_from[i] + S.way[i]
    first, old = I.slot_from[w], I.old_from[i]
    count = I.slot_from[w + 1] - first
    if count != I.old_from[i + 1] - old:
        return MOVED
    crew = np.sort(S.who[first : first + count])
    for k in range(count):
        if crew[k] != I.old_who[old + k]:
            return MOVED
    return 0


@compiled
def better(mine: Any, best: Any) -> bool:
    """Is `mine` smaller at the first place where the two differ?"""
    for k in range(len(mine)):
        if mine[k] != best[k]:
            return bool(mine[k] < best[k])
    return False
