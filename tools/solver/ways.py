"""In which ways each task can be done, in numbers: what each needs, uses up and costs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from tools.plan import Problem, Task, Way
from tools.plan.mates import called as called_by
from tools.solver.instance import Numbers
from tools.solver.mates import Crews, narrow
from tools.solver.rows import array, begins, parted


def pairs_apart(problem: Problem, place: Mapping[str, int]) -> list[tuple[int, int]]:
    """Pairs that must not overlap, each once."""
    pairs = {
        tuple(sorted((at, place[other])))
        for at, task in enumerate(problem.tasks)
        for other in task.apart
    }
    return sorted((first, last) for first, last in pairs)


def ways_of(
    problem: Problem,
    number: Mapping[str, int],
    apart: Sequence[tuple[int, int]],
    mates: Sequence[Sequence[int]],
    who: Mapping[str, tuple[str, ...]],
) -> dict[str, Numbers]:
    stocks = [each.name for each in problem.resources if each.kind == "stock"]
    shared: dict[int, list[tuple[int, int]]] = {}
    for at, pair in enumerate(apart):
        for member in pair:
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
