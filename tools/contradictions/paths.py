"""When each task can start and end at the earliest by links, releases and durations alone, and the
statements behind it: contradictions that need no solver. Resources and calendars are left aside."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from tools.contradictions.statements import Orders, needed
from tools.plan import Problem, Task
from tools.plan.conflict import Statement, StatementKind

Key = tuple[StatementKind, str | None, str | None, int]
"""Kind, task, other task, place."""


class Bound(NamedTuple):
    """A minute before which something cannot happen, and why."""

    minute: int
    said: tuple[Key, ...] = ()
    before: "Bound | None" = None
    """The bound that this one rests on."""

    def keys(self) -> Iterable[Key]:
        bound: Bound | None = self
        while bound is not None:
            yield from bound.said
            bound = bound.before


class Earliest(NamedTuple):
    start: Bound
    end: Bound
    broken: tuple[Key, ...] = ()
    """If it cannot keep its deadline or fixed start: what was said that rules it out."""


def earliest(problem: Problem, orders: Orders = ()) -> Mapping[str, Earliest]:
    """For each task that must be done, when it can start and end at the earliest; empty if orders
    and links form a circle."""
    must = needed(problem)
    firsts: dict[str, list[str]] = {}
    for first, second in orders:
        if {first, second} <= must:
            firsts.setdefault(second, []).append(first)
    before = {
        name: must.intersection(link.task for link in problem.by_name[name].predecessors)
        | {*firsts.get(name, ())}
        for name in problem.by_name
        if name in must
    }
    try:
        names = list(TopologicalSorter(before).static_order())
    except CycleError:
        return {}
    found: dict[str, Earliest] = {}
    for name in names:
        task = problem.by_name[name]
        found[name] = (
            _of(problem, task, firsts.get(name, ()), found)
            if task.started is None
            else _of_fact(problem, task)
        )
    return found


def _of_fact(problem: Problem, task: Task) -> Earliest:
    start = Bound(task.started or 0)
    if task.ended is not None:
        return Earliest(start, Bound(task.ended))
    worked = Bound(start.minute + task.duration, (("duration", task.name, None, 0),))
    return Earliest(start, max(worked, _present(problem), key=_minute))


def _present(problem: Problem) -> Bound:
    """That it is so late already; known facts are nothing that anybody could take back."""
    return Bound(problem.present, (("now", None, None, 0),) if problem.now else ())


def _minute(bound: Bound) -> int:
    return bound.minute


def _of(
    problem: Problem, task: Task, firsts: Iterable[str], found: Mapping[str, Earliest]
) -> Earliest:
    name = task.name
    duration = min(way.duration for way in task.ways)
    starts = [
        Bound(0),
        _present(problem),
        Bound(task.release, (("release", name, None, 0),)),
    ]
    starts += [
        Bound(found[other].start.minute, (("order", name, other, 0),), found[other].start)
        for other in firsts
    ]
    ends: list[Bound] = []
    for place, link in enumerate(task.predecessors):
        if link.task not in found:  # it may be left out
            continue
        rest = found[link.task].start if link.kind == "start-start" else found[link.task].end
        bound = Bound(rest.minute + link.lag, (("link", name, link.task, place),), rest)
        (ends if link.kind == "finish-finish" else starts).append(bound)
        if link.kind == "finish-finish" and not task.pausable and not task.alternatives:
            said = (*bound.said, ("duration", name, None, 0))
            starts.append(Bound(bound.minute - duration, said, rest))
    start = max(starts, key=_minute)
    broken: tuple[Key, ...] = ()
    if task.fixed is not None:
        fixed = Bound(task.fixed, (("fixed", name, None, 0),))
        if start.minute > task.fixed:
            broken = (*fixed.said, *start.keys())
        start = max(fixed, start, key=_minute)
    end = Bound(start.minute + duration, (("duration", name, None, 0),), start)
    end = max([end, *ends], key=_minute)
    if not broken and task.deadline is not None and end.minute > task.deadline:
        broken = (("deadline", name, None, 0), *end.keys())
    return Earliest(start, end, broken)


def broken_chain(
    problem: Problem, said: Iterable[Statement], orders: Orders = ()
) -> list[Statement]:
    """Those of the statements `said` along one chain that already rule out any plan; empty if no
    chain does."""
    found = [each.broken for each in earliest(problem, orders).values() if each.broken]
    chain: tuple[Key, ...] = min(found, key=len, default=())
    shortest = frozenset(chain)
    return [each for each in said if _key(each) in shortest]


def _key(each: Statement) -> Key:
    return each.kind, each.task, each.other, each.place
