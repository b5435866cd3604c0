"""Compiled: the longest chains of work before and behind each task, resources left aside."""

from typing import Any

import numpy as np

from tools.solver.instance import FINISH_FINISH, START_START
from tools.solver.search.compiled import compiled


@compiled
def shortest(P: Any) -> Any:
    """The shortest duration of each task."""
    own = np.empty(len(P.release), np.int64)
    for i in range(len(own)):
        own[i] = P.duration[P.way_from[i] : P.way_from[i + 1]].min()
    return own


@compiled
def tails(P: Any, order: Any) -> Any:
    """Minutes from the start of each task to the end of the longest chain that waits for it.

    order: each task after those it waits for.
    """
    own = shortest(P)
    tail = own.copy()
    link_from, link_task, link_kind, link_lag = P.link_from, P.link_task, P.link_kind, P.link_lag
    for i in order[::-1]:
        if P.value[i] > 0:
            continue
        for k in range(link_from[i], link_from[i + 1]):
            other, lag = link_task[k], link_lag[k]
            if link_kind[k] == START_START:
                reach = tail[i] + lag
            elif link_kind[k] == FINISH_FINISH:
                reach = own[other] + lag
            else:
                reach = own[other] + lag + tail[i]
            tail[other] = max(tail[other], reach)
    return tail


@compiled
def heads(P: Any, order: Any) -> Any:
    """The earliest minute at which each task can start."""
    own, head = shortest(P), P.release.copy()
    link_from, link_task, link_kind, link_lag = P.link_from, P.link_task, P.link_kind, P.link_lag
    fixed, fact, value, pausable = P.fixed, P.fact, P.value, P.pausable
    for i in range(len(own)):
        if fact[i] > 0:
            own[i] = P.fact_end[i] - fixed[i]
    for i in order:
        head[i] = max(head[i], fixed[i])
        if fact[i] > 0:
            continue
        for k in range(link_from[i], link_from[i + 1]):
            other = link_task[k]
            if value[other] > 0:
                continue
            reach = head[other] + link_lag[k]
            if link_kind[k] == FINISH_FINISH:
                longest = P.duration[P.way_from[i] : P.way_from[i + 1]].max()
                reach = 0 if pausable[i] else reach + own[other] - longest
            elif link_kind[k] != START_START:
                reach += own[other]
            head[i] = max(head[i], reach)
    return head


@compiled
def with_followers(P: Any, order: Any, effort: Any) -> Any:
    """Work for each unit of priority, of each task together with the best of what waits for it: a
    small task is urgent if an urgent one waits for it (after Sidney 1975)."""
    urgent, behind = P.priority.astype(np.float64), effort.copy()
    next_from, next_task, priority = P.next_from, P.next_task, P.priority
    for i in order[::-1]:
        for k in range(next_from[i], next_from[i + 1]):
            other = next_task[k]
            weight, load = priority[i] + urgent[other], effort[i] + behind[other]
            if load * urgent[i] < behind[i] * weight:
                urgent[i], behind[i] = weight, load
    return behind / urgent
