"""In which ways each task can be done, in numbers: what each needs, uses up and costs."""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np

from tools.plan import Problem, Task, Way
from tools.plan.mates import called as called_by
from tools.solver.instance import Numbers
from tools.solver.mates import Crews, narrow
from tools.solver.rows import array, begins, parted


def groups_apart(problem: Problem, place: Mapping[str, int]) -> list[list[int]]:
    """Groups of tasks no two of which may overlap; every such pair is in one of them. Each becomes
    a resource, so they are few and large: one for all exams of a student, not one for each pair."""
    apart: list[set[int]] = [set() for _ in place]
    for at, task in enumerate(problem.tasks):
        for name in task.apart:
            apart[at].add(place[name])
            apart[place[name]].add(at)
    groups: list[list[int]] = []
    together: set[tuple[int, int]] = set()
    for first, others in enumerate(apart):
        for last in sorted(each for each in others if each > first):
            if (first, last) not in together:
                groups.append(_all_apart(apart, first, last))
                together.update(combinations(groups[-1], 2))
    return groups


def _all_apart(apart: Sequence[set[int]], first: int, last: int) -> list[int]:
    """The two, and whoever must not overlap any of those taken before."""
    group, among = [first, last], apart[first] & apart[last]
    while among:
        group.append(min(among))
        among = among & apart[group[-1]]
    return sorted(group)


def ways_of(
    problem: Problem,
    number: Mapping[str, int],
    apart: Sequence[Sequence[int]],
    mates: Sequence[Sequence[int]],
    who: Mapping[str, tuple[str, ...]],
) -> dict[str, Numbers]:
    stocks = [each.name for each in problem.resources if each.kind == "stock"]
    shared: dict[int, list[tuple[int, int]]] = {}
    for at, group in enumerate(apart):
        for member in group:
            shared.setdefault(member, []).append((len(problem.resources) + at, 1))
    able = {
        skill: [number[each.name] for each in each_who]
        for skill, each_who in problem.skilled.items()
    }
    counts, durations, costs, used = [], [], [], []
    needs: list[list[tuple[int, int]]] = []
    slots: Crews = []
    called: list[list[int]] = []
    for at, task in enumerate(problem.tasks):
        ways = task.ways if task.started is None else (task,)
        counts.append(len(ways))
        for way in ways:
            durations.append(way.duration)
            costs.append(_cost(problem, way))
            used.append([way.demands.get(name, 0) for name in stocks])
            held = [
                (number[name], amount) for name, amount in way.demands.items() if name not in stocks
            ]
            needs.append(held + shared.get(at, []))
            if task.name in who:
                slots.append([[number[name]] for name in who[task.name]])
            else:
                slots.append([able[s] for s, heads in way.skills.items() for _ in range(heads)])
            asked = called_by(problem, way) if mates[at] else ()
            called.append(
                [number[each.name] for each in asked for _ in range(way.demands[each.name])]
            )
    way_from = begins(counts)
    ways_by_task = [range(*each) for each in pairwise(way_from.tolist())]
    narrow(problem, mates, ways_by_task, slots, called)
    called_from, called_row = parted(called)
    need_from, need = parted([[resource for resource, _ in each] for each in needs])
    able_from, able_row = parted([each for way_slots in slots for each in way_slots])
    return {
        "way_from": way_from,
        "duration": array(durations),
        "way_cost": array(costs),
        "way_stock": np.array(used, dtype=np.int64).reshape(len(durations), len(stocks)),
        "stock": array(each.capacity for each in problem.resources if each.kind == "stock"),
        "need_from": need_from,
        "need": need,
        "amount": array(amount for each in needs for _, amount in each),
        "slot_from": begins(map(len, slots)),
        "able_from": able_from,
        "able": able_row,
        "called_from": called_from,
        "called": called_row,
    }


def _cost(problem: Problem, way: Task | Way) -> int:
    """Of what the way names, in 1/60 of a unit of money."""
    total = 0
    for name, amount in way.demands.items():
        resource = problem.resource[name]
        total += amount * resource.cost * (60 if resource.kind == "stock" else way.duration)
    return total
