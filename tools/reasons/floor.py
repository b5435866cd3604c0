"""Why a plan cannot end much sooner, in facts that anybody can add up: the longest chain of tasks
that wait for each other, and the resource with the most work. Either holds for every plan.

Both are the classic bounds of project scheduling, critical path and resource capacity (see
Demeulemeester and Herroelen, Project Scheduling, 2002, chapter 6).
"""

from collections import Counter
from graphlib import TopologicalSorter

from tools.plan import Problem, Task
from tools.plan.circles import circling
from tools.reasons.records import Floor


def floor(problem: Problem) -> Floor | None:
    """The larger of the two; None if nothing is known, as when work is under way."""
    needed = {task.name: task for task in problem.tasks if task.value is None}
    if problem.under_way or not needed:
        return None
    tied = circling(problem)  # in a circle nobody comes first
    chain = _chain({name: task for name, task in needed.items() if name not in tied})
    floors = [each for each in (chain, _busiest(problem, needed)) if each is not None]
    return max(floors, key=lambda each: each.minutes, default=None)


def _chain(needed: dict[str, Task]) -> Floor | None:
    """The longest, by the shortest way of each task and the waits between them."""
    if not needed:
        return None
    waits = {
        name: [r for r in task.predecessors if r.kind == "finish-start" and r.task in needed]
        for name, task in needed.items()
    }
    ends: dict[str, int] = {}
    previous: dict[str, str] = {}
    graph = {name: {rule.task for rule in rules} for name, rules in waits.items()}
    for name in TopologicalSorter(graph).static_order():
        since = 0
        for rule in waits[name]:
            if ends[rule.task] + rule.lag > since:
                since, previous[name] = ends[rule.task] + rule.lag, rule.task
        ends[name] = since + _shortest(needed[name])
    last = max(ends, key=lambda name: ends[name])
    path = [last]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return Floor(minutes=ends[last], tasks=tuple(reversed(path)))


def _busiest(problem: Problem, needed: dict[str, Task]) -> Floor | None:
    """What has the most work for each of its units; people found by skill do not count."""
    work: Counter[str] = Counter()
    for task in needed.values():
        for name in task.demands:
            work[name] += _work(task, name)
    found = [
        Floor(
            minutes=-(-work[each.name] // each.capacity),
            resource=each.name,
            units=each.capacity,
            work=work[each.name],
        )
        for each in problem.resources
        if each.kind != "stock" and work[each.name]
    ]
    return max(found, key=lambda each: each.minutes, default=None)


def _work(task: Task, resource: str) -> int:
    """Unit minutes, in the way that needs the fewest."""
    return min(way.demands.get(resource, 0) * way.duration for way in task.ways)


def _shortest(task: Task) -> int:
    return min(way.duration for way in task.ways)
