"""`Problem` -> `Instance`. Every loop runs once over the tasks, for thirty thousand are allowed."""

from collections.abc import Mapping, Sequence

import numpy as np

from tools.contradictions.statements import Orders
from tools.plan import Problem, Resource, Schedule, Task
from tools.plan.hours import units
from tools.solver.crews import fact_who, serving
from tools.solver.facts import fact_end
from tools.solver.horizon import horizon
from tools.solver.instance import (
    CLOSED,
    FARTHEST,
    FINISH_FINISH,
    FINISH_START,
    NEVER,
    START_START,
    Instance,
    Numbers,
)
from tools.solver.latest import tightened
from tools.solver.mates import mates_of
from tools.solver.memory import collector_at_rest
from tools.solver.rows import array, parted
from tools.solver.ways import groups_apart, ways_of

KINDS = {
    "finish-start": FINISH_START,
    "start-start": START_START,
    "finish-finish": FINISH_FINISH,
}
UNKNOWN = -2
"""A way that no task has."""
Links = list[list[tuple[int, int, int]]]
"""For each task: (task waited for, kind, lag)."""
Steps = list[tuple[int, int]]
"""Units from each minute on."""


@collector_at_rest()
def encode(
    problem: Problem,
    orders: Orders = (),
    before: Schedule | None = None,
    until: int | None = None,
    known: Schedule | None = None,
) -> Instance:
    """`problem` in numbers.

    Args:
        orders: pairs of names; the first must start no later than the second.
        before: the plan that is carried out now; what differs from it counts as moved.
        until: how far calendars are followed; by default as far as some best plan may reach.
        known: a plan that says who does what has started; by default `before`.
    """
    far = min(FARTHEST, horizon(problem, before, orders)) if until is None else until
    place = {task.name: at for at, task in enumerate(problem.tasks)}
    units_of = {each.name: at for at, each in enumerate(problem.resources)}
    clocked = any(resource.calendar or resource.absences for resource in problem.resources)
    steps = _all_steps(problem, far)
    who = fact_who(problem, before if known is None else known)
    links = _links(problem, place)
    apart = groups_apart(problem, place)
    mates = mates_of(problem, place)
    mate_from, mate = parted(mates)
    return Instance(
        **_tasks(problem),
        deadline=tightened(problem, links),
        fact_end=array(fact_end(problem, task, who, far) for task in problem.tasks),
        **ways_of(problem, units_of, apart, mates, who),
        **_link_arrays(links, [(place[first], place[last]) for first, last in orders]),
        **_resources(problem, steps, len(apart)),
        **_old(problem, place, units_of, before),
        mate_from=mate_from,
        mate=mate,
        until=far if clocked else NEVER,
    )


def _earliest(problem: Problem, task: Task) -> int:
    if task.started is not None:
        return task.started
    return max(task.release, problem.present)


def _tasks(problem: Problem) -> dict[str, Numbers]:
    tasks = problem.tasks
    number = _families(problem)
    fixed = [task.fixed if task.started is None else task.started for task in tasks]
    return {
        "release": array(_earliest(problem, task) for task in tasks),
        "wanted": array(task.release for task in tasks),
        "due": array(NEVER if task.due is None else task.due for task in tasks),
        "priority": array(task.priority for task in tasks),
        "value": array(task.value or 0 for task in tasks),
        "fixed": array(-1 if minute is None else minute for minute in fixed),
        "fact": array(0 if t.started is None else 1 if t.ended is None else 2 for t in tasks),
        "pausable": array(int(task.pausable) for task in tasks),
        "family": array(number.get(task.family or "", -1) for task in tasks),
    }


def _families(problem: Problem) -> dict[str, int]:
    families = dict.fromkeys(task.family for task in problem.tasks if task.family)
    return {family: at for at, family in enumerate(families)}


def _links(problem: Problem, place: Mapping[str, int]) -> Links:
    """What has started waits for nothing."""
    return [
        [(place[name], FINISH_START, 0) for name in task.after]
        + [(place[link.task], KINDS[link.kind], link.lag) for link in task.links]
        if task.started is None
        else []
        for task in problem.tasks
    ]


def _link_arrays(links: Links, orders: Sequence[tuple[int, int]]) -> dict[str, Numbers]:
    links = list(links)
    for first, last in orders:
        links[last] = [*links[last], (first, START_START, 0)]
    following: list[list[int]] = [[] for _ in links]
    for at, each in enumerate(links):
        for other, _, _ in each:
            following[other].append(at)
    link_from, link_task = parted([[other for other, _, _ in each] for each in links])
    next_from, next_task = parted(following)
    return {
        "link_from": link_from,
        "link_task": link_task,
        "link_kind": array(kind for each in links for _, kind, _ in each),
        "link_lag": array(lag for each in links for _, _, lag in each),
        "next_from": next_from,
        "next_task": next_task,
    }


def _all_steps(problem: Problem, far: int) -> list[Steps]:
    """For each resource; those with the same calendar and capacity share theirs."""
    known: dict[tuple[str | None, int], Steps] = {}
    found = []
    for resource in problem.resources:
        if resource.absences:
            found.append(_steps(problem, resource, far))
            continue
        alike = resource.calendar, resource.capacity
        if alike not in known:
            known[alike] = _steps(problem, resource, far)
        found.append(known[alike])
    return found


def _steps(problem: Problem, resource: Resource, far: int) -> Steps:
    """Units from each minute on; CLOSED where there are none, and beyond what is known."""
    if not (resource.calendar or resource.absences):
        return [(0, resource.capacity)]
    if not resource.calendar:  # always there after the last absence, so all of them count
        far = max(far, *(gone.end + 1 for gone in resource.absences))
    steps = [(minute, level or CLOSED) for minute, level in units(problem, resource, far)]
    known = [step for step in steps if step[0] < far]
    return [*known, (far, CLOSED if resource.calendar else resource.capacity)]


def _resources(problem: Problem, steps: list[Steps], made_up: int) -> dict[str, Numbers]:
    resources = problem.resources
    steps = steps + [[(0, 1)]] * made_up
    profile_from, times = parted([[minute for minute, _ in each] for each in steps])
    number = _families(problem)
    placed = [at for at, each in enumerate(resources) if each.setups]
    setup = np.zeros((len(placed), len(number), len(number)), dtype=np.int64)
    for row, at in enumerate(placed):
        for each in resources[at].setups:
            if each.before in number and each.after in number:
                setup[row, number[each.before], number[each.after]] = each.minutes
    setup_of = np.full(len(steps), -1, dtype=np.int64)
    setup_of[placed] = np.arange(len(placed))
    pad = [0] * made_up
    return {
        "capacity": array([*(each.capacity for each in resources), *([1] * made_up)]),
        "people": array([*(int(each.kind == "people") for each in resources), *pad]),
        "hourly": array([*(0 if each.kind == "stock" else each.cost for each in resources), *pad]),
        "profile_from": profile_from,
        "profile_time": times,
        "profile_units": array(level for each in steps for _, level in each),
        "setup_of": setup_of,
        "setup": setup,
    }


def _old(
    problem: Problem,
    place: Mapping[str, int],
    number: Mapping[str, int],
    before: Schedule | None,
) -> dict[str, Numbers]:
    starts, ways = [-1] * len(place), [0] * len(place)
    who: list[list[int]] = [[] for _ in place]
    for old in before.assignments if before else ():
        task = problem.by_name.get(old.task)
        if task is None or task.started is not None:
            continue
        at = place[old.task]
        starts[at], ways[at] = old.start, old.way
        known = old.way < len(task.ways)
        named = task.ways[old.way].demands if known else {}
        who[at] = sorted(serving(old, named, number))
        if not known or any(old.resources.get(name, 0) < n for name, n in named.items()):
            ways[at] = UNKNOWN  # it needs other things by now
    old_from, old_who = parted(who)
    return {
        "old_start": array(starts),
        "old_way": array(ways),
        "old_from": old_from,
        "old_who": old_who,
    }
