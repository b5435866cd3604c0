"""Tasks that wait for each other in a circle. Such links are possible as long as what they and the
durations between them add up to is no more than zero: two tasks that start together, say.

An arc from one moment to another, a start or an end, says how much later that one is at least; a
circle of arcs with a sum above zero would have a moment later than itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tools.plan.task import Link, Task
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem

SHOWN = 12
"""Tasks of a circle that a sentence lists."""


class Moment(NamedTuple):
    task: str
    end: bool


Arcs = Mapping[Moment, Sequence[tuple[Moment, int]]]
"""From a moment to those that are at least so many minutes later."""


def check(problem: "Problem") -> None:
    """Refuse a circle that no times fulfil.

    Raises:
        PlanError: with its tasks, and what it adds up to if lags make that matter.
    """
    tied = circling(problem)
    arcs = _arcs(problem, tied)
    circle = _rising(arcs)
    if circle is None:
        return
    names = list(dict.fromkeys(moment.task for moment in circle))
    among = set(names)
    first = names.index(next(name for name in problem.by_name if name in among))
    names = [*names[first:], *names[:first]]
    values: dict[str, object] = {"tasks": _listed(names)}
    key = "cycle"
    links = [link for name in names for link in problem.by_name[name].predecessors]
    if any(link.task in among and (link.lag or link.kind != "finish-start") for link in links):
        key, values["minutes"] = "cycle-adds-up", _sum(circle, arcs)
    raise PlanError(key, **values)


def circling(problem: "Problem") -> set[str]:
    """Tasks that wait, over others or not, for themselves: strongly connected components with more
    than one task (Tarjan 1972, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    found: set[str] = set()
    for root in problem.by_name:
        stack = [] if root in number else [(root, _waited_for(problem, root))]
        while stack:
            name, others = stack[-1]
            if name not in number:
                number[name] = low[name] = len(number)
                path.append(name)
                on_path.add(name)
            for other in others:
                if other not in number:
                    stack.append((other, _waited_for(problem, other)))
                    break
                if other in on_path:
                    low[name] = min(low[name], number[other])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    low[above] = min(low[above], low[name])
                if low[name] == number[name]:
                    found.update(_popped(path, on_path, name))
    return found


def _waited_for(problem: "Problem", name: str) -> Iterator[str]:
    """What has started waits for nothing."""
    task = problem.by_name[name]
    return iter([link.task for link in task.predecessors] if task.started is None else [])


def _popped(path: list[str], on_path: set[str], name: str) -> list[str]:
    """The component that ends with `name`; nothing if it is alone."""
    members: list[str] = []
    while not members or members[-1] != name:
        members.append(path.pop())
        on_path.discard(members[-1])
    return members if len(members) > 1 else []


def _arcs(problem: "Problem", tied: Iterable[str]) -> Arcs:
    """All arcs between these tasks."""
    among, arcs = set(tied), defaultdict[Moment, list[tuple[Moment, int]]](list)
    for name in problem.by_name:
        if name not in among:
            continue
        task = problem.by_name[name]
        start, end = Moment(name, False), Moment(name, True)
        arcs[start].append((end, min(way.duration for way in task.ways)))
        longest = max(way.duration for way in task.ways)
        arcs[end] += [] if task.pausable else [(start, -longest)]
        for link in task.predecessors:
            if link.task in among:
                arcs[_from(link)].append((_to(task, link), link.lag))
    return arcs


def _from(link: Link) -> Moment:
    return Moment(link.task, link.kind != "start-start")


def _to(task: Task, link: Link) -> Moment:
    return Moment(task.name, link.kind == "finish-finish")


def _rising(arcs: Arcs) -> list[Moment] | None:
    """The moments of a circle with a sum above zero, in the order of its arcs. In each round what
    was raised is followed in depth, which shows most such circles at once, and then what it raises
    is raised in topological order, as far as there is one (Goldberg and Radzik 1993)."""
    latest = dict.fromkeys(arcs, 0)
    rests_on: dict[Moment, Moment] = {}
    raised, looked = dict.fromkeys(arcs), 0
    while raised:
        last_first, circle = _followed(arcs, latest, rests_on, raised)
        if circle is not None:
            return circle
        raised = {}
        for moment in reversed(last_first):
            for other, minutes in arcs[moment]:
                if latest[moment] + minutes > latest[other]:
                    latest[other], rests_on[other] = latest[moment] + minutes, moment
                    raised[other] = None
        looked += len(last_first)
        if looked > len(arcs):
            looked = 0
            if circle := _closed(rests_on):
                return circle
    return None


def _followed(
    arcs: Arcs,
    latest: dict[Moment, int],
    rests_on: dict[Moment, Moment],
    raised: Iterable[Moment],
) -> tuple[list[Moment], list[Moment] | None]:
    """All moments that those `raised` raise, each after those that it raises itself; and a circle,
    if one raises a moment on the path to it."""
    seen: set[Moment] = set()
    last_first: list[Moment] = []
    for root in raised:
        path = {} if root in seen else {root: iter(arcs[root])}
        seen.add(root)
        while path:
            moment = next(reversed(path))
            for other, minutes in path[moment]:
                if latest[moment] + minutes <= latest[other]:
                    continue
                if other in path:
                    on_path = list(path)
                    return last_first, on_path[on_path.index(other) :]
                latest[other], rests_on[other] = latest[moment] + minutes, moment
                if other not in seen:
                    seen.add(other)
                    path[other] = iter(arcs[other])
                    break
            else:
                last_first.append(moment)
                path.popitem()
    return last_first, None


def _closed(rests_on: Mapping[Moment, Moment]) -> list[Moment] | None:
    """A circle of moments each of which rests on the one before: only one that rises closes."""
    seen: set[Moment] = set()
    for first in rests_on:
        path: dict[Moment, None] = {}
        moment: Moment | None = first
        while moment is not None and moment not in seen:
            path[moment] = None
            seen.add(moment)
            moment = rests_on.get(moment)
        if moment in path:
            back = list(path)
            return back[back.index(moment) :][::-1]
    return None


def _sum(circle: Sequence[Moment], arcs: Arcs) -> int:
    steps = zip(circle, [*circle[1:], circle[0]], strict=True)
    return sum(max(minutes for to, minutes in arcs[a] if to == b) for a, b in steps)


def _listed(names: Sequence[str]) -> str:
    """The circle once round; of a large one, its beginning and its end."""
    shown = [*names, names[0]]
    if len(shown) > SHOWN:
        shown = [*shown[: SHOWN - 2], "...", shown[-1]]
    return " → ".join(shown)
