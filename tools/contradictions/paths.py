"""When each task can start and end at the earliest by links, releases and durations, and if asked
also by calendars and absences, as if each were alone; and the statements behind it: contradictions
that need no solver. What tasks take from each other is left aside."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from tools.contradictions.fits import Fits
from tools.contradictions.statements import Orders, needed
from tools.plan import Problem, Task
from tools.plan.conflict import Statement, StatementKind

Key = tuple[StatementKind, str | None, str | None, int]
"""Kind, task, other task, place."""
OF_HOURS: tuple[StatementKind, ...] = ("capacity", "absence", "calendar")
"""What is said of a resource that may keep it from being there."""


class Bound(NamedTuple):
    """A minute before which something cannot happen, and why."""

    minute: int
    said: tuple[Key, ...] = ()
    before: "Bound | None" = None
    """The bound that this one rests on."""
    hours: Task | None = None
    """The task that cannot be begun or done sooner because of when there is who does it."""

    def chain(self) -> Iterator["Bound"]:
        """This bound, and all that it rests on."""
        bound: Bound | None = self
        while bound is not None:
            yield bound
            bound = bound.before


class Earliest(NamedTuple):
    start: Bound
    end: Bound
    broken: Bound | None = None
    """Its fixed start or deadline if it cannot be kept; it rests on what rules it out."""


def earliest(
    problem: Problem, orders: Orders = (), fits: Fits | None = None
) -> Mapping[str, Earliest]:
    """For each task that must be done, when it can start and end at the earliest; empty if orders
    and links form a circle.

    Args:
        fits: when there is who does the tasks; as if always, if it is left out.
    """
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
            _of(problem, task, firsts.get(name, ()), found, fits)
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
    problem: Problem,
    task: Task,
    firsts: Iterable[str],
    found: Mapping[str, Earliest],
    fits: Fits | None,
) -> Earliest:
    starts, ends = _waits(problem, task, firsts, found)
    start = max(starts, key=_minute)
    broken: Bound | None = None
    if task.fixed is not None:
        fixed = Bound(task.fixed, (("fixed", task.name, None, 0),))
        if start.minute > task.fixed:
            broken = fixed._replace(before=start)
        start = max(fixed, start, key=_minute)
    begin, over = fits.span(task, start.minute) if fits else (start.minute, 0)
    if begin > start.minute:
        start = Bound(begin, (), start, task)
        if task.fixed is not None and broken is None:
            broken = start
    lasts = min(way.duration for way in task.ways)
    done = Bound(start.minute + lasts, (("duration", task.name, None, 0),), start)
    end = max([done, Bound(over, (), start, task), *ends], key=_minute)
    if broken is None and task.deadline is not None and end.minute > task.deadline:
        broken = Bound(task.deadline, (("deadline", task.name, None, 0),), end)
    return Earliest(start, end, broken)


def _waits(
    problem: Problem, task: Task, firsts: Iterable[str], found: Mapping[str, Earliest]
) -> tuple[list[Bound], list[Bound]]:
    """What it cannot start before, and what it cannot end before."""
    name = task.name
    starts = [Bound(0), _present(problem), Bound(task.release, (("release", name, None, 0),))]
    for other in firsts:
        rest = found[other].start
        starts.append(Bound(rest.minute, (("order", name, other, 0),), rest))
    ends: list[Bound] = []
    for place, link in enumerate(task.predecessors):
        if link.task not in found:  # it may be left out
            continue
        rest = found[link.task].start if link.kind == "start-start" else found[link.task].end
        bound = Bound(rest.minute + link.lag, (("link", name, link.task, place),), rest)
        (ends if link.kind == "finish-finish" else starts).append(bound)
        if link.kind == "finish-finish" and not task.pausable and not task.alternatives:
            said = (*bound.said, ("duration", name, None, 0))
            starts.append(Bound(bound.minute - task.duration, said, rest))
    return starts, ends


def broken_chain(
    problem: Problem, said: Iterable[Statement], orders: Orders = (), fits: Fits | None = None
) -> list[Statement]:
    """Those of the statements `said` along one chain that already rule out any plan; empty if no
    chain does. Of somebody's hours, all that may matter."""
    broken = (each.broken for each in earliest(problem, orders, fits).values())
    shortest = min((list(each.chain()) for each in broken if each), key=_length, default=[])
    keys = {key for bound in shortest for key in bound.said}
    waiting = {bound.hours.name: bound.hours for bound in shortest if bound.hours}
    held = {name for task in waiting.values() for name in _may_hold(problem, task)}
    return [
        each
        for each in said
        if (each.kind, each.task, each.other, each.place) in keys
        or (each.task in waiting and each.kind in ("duration", "demand", "skill"))
        or (each.task is None and each.kind in OF_HOURS and each.resource in held)
    ]


def _length(chain: Iterable[Bound]) -> int:
    return sum(len(bound.said) + (bound.hours is not None) for bound in chain)


def _may_hold(problem: Problem, task: Task) -> Iterator[str]:
    for way in task.ways:
        yield from way.demands
        for skill in way.skills:
            yield from (each.name for each in problem.skilled.get(skill, ()))
