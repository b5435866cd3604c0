"""Compiled: lists of tasks in which each stands after those it waits for."""

import heapq
from typing import Any

import numpy as np

from tools.solver.search.compiled import compiled, inner


@compiled
def listed(P: Any, key: Any) -> Any:
    """All tasks, the ready one with the smallest key first. Shorter than the number of tasks if
    some wait for each other in a circle (which foil orders may ask for)."""
    link_from, next_from, next_task = P.link_from, P.next_from, P.next_task
    count = len(key)
    waiting = np.empty(count, np.int64)
    ready = [(key[0], 0) for _ in range(0)]
    for i in range(count):
        waiting[i] = link_from[i + 1] - link_from[i]
        if waiting[i] == 0:
            ready.append((key[i], i))
    heapq.heapify(ready)
    order = np.empty(count, np.int64)
    done = 0
    while ready:
        _, i = heapq.heappop(ready)
        order[done] = i
        done += 1
        for k in range(next_from[i], next_from[i + 1]):
            other = next_task[k]
            waiting[other] -= 1
            if waiting[other] == 0:
                heapq.heappush(ready, (key[other], other))
    return order[:done]


@inner
def sort_by(minutes: Any, sign: int, keys: Any, order: Any) -> None:
    """Tasks by `sign` x minutes, into `order`; equals by number. `keys` is scratch."""
    count = len(minutes)
    for i in range(count):
        keys[i] = sign * minutes[i] * count + i
    keys.sort()
    for place in range(count):
        order[place] = keys[place] % count


@inner
def place_of(order: Any, place: Any) -> None:
    for at in range(len(order)):
        place[order[at]] = at


@inner
def shift(order: Any, place: Any, i: int, target: int) -> None:
    """Move task i to place `target`; those between move by one."""
    at = place[i]
    step = 1 if target > at else -1
    while at != target:
        order[at] = order[at + step]
        place[order[at]] = at
        at += step
    order[target] = i
    place[i] = target


@inner
def somewhere(
    link_from: Any, link_task: Any, next_from: Any, next_task: Any, place: Any, i: int, reach: int
) -> int:
    """A random place for task i between those it waits for and those that wait for it, at most
    `reach` away."""
    low = max(0, place[i] - reach)
    high = min(len(place) - 1, place[i] + reach)
    for k in range(link_from[i], link_from[i + 1]):
        low = max(low, place[link_task[k]] + 1)
    for k in range(next_from[i], next_from[i + 1]):
        high = min(high, place[next_task[k]] - 1)
    return low if low >= high else np.random.randint(low, high + 1)
