"""Machines that are set up: their tasks stand in a row, each after the one before and the change
between their families."""

from typing import NamedTuple

from tools.solver.exact.model import Literal, Model, opposite, total


def add_setups(model: Model) -> None:
    for resource, place in enumerate(model.instance.setup_of):
        if place >= 0 and any(any(row) for row in model.instance.setup[place]):
            _add_row(model, resource, model.instance.setup[place])


class Node(NamedTuple):
    """A task that may use a machine."""

    task: int
    ways: list[int]
    """Those by which it does."""
    used: Literal


def nodes(model: Model, resource: int) -> list[Node]:
    found: list[Node] = []
    for task in range(model.instance.tasks):
        ways = [
            way for way in model.ways_of(task) if resource in (name for name, _ in model.needs(way))
        ]
        if len(ways) == len(model.ways_of(task)):
            found.append(Node(task, ways, model.present[task]))
        elif ways:
            used = model.boolean(_used_before(model, task, ways))
            model.cp.add(total([*((model.ways[way], 1) for way in ways), (used, -1)]) == 0)
            found.append(Node(task, ways, used))
    return found


def _used_before(model: Model, task: int, ways: list[int]) -> bool | None:
    if model.first is None:
        return None
    return any(model.chosen_first(task, way) for way in ways)


def _add_row(model: Model, resource: int, minutes: list[list[int]]) -> None:
    """A circuit through a depot, node 0; tasks that do not use the machine stand aside."""
    row = nodes(model, resource)
    after = _followers(model, row)
    arcs = [(0, 0, _arc(model, after, 0, 0))]
    for at, node in enumerate(row, start=1):
        arcs.append((0, at, _arc(model, after, 0, at)))
        arcs.append((at, 0, _arc(model, after, at, 0)))
        if node.used is not True:
            arcs.append((at, at, opposite(node.used)))
        for to, other in enumerate(row, start=1):
            if at != to and _may_follow(model, node.task, other.task):
                arcs.append((at, to, _arc(model, after, at, to)))
                _keep_change(model, minutes, node.task, other.task, arcs[-1][2])
    model.cp.add_circuit(arcs)


def _keep_change(
    model: Model, minutes: list[list[int]], task: int, other: int, arc: Literal
) -> None:
    if model.instance.fact[task] and model.instance.fact[other]:
        return
    before, after = model.instance.family[task], model.instance.family[other]
    change = minutes[before][after] if before >= 0 and after >= 0 else 0
    end, start = model.timing[task].end, model.timing[other].start
    model.cp.add(start >= end + change).only_enforce_if(arc)


def _may_follow(model: Model, task: int, other: int) -> bool:
    """Of two facts the one that started first comes first, whatever that breaks."""
    fixed, ends, fact = model.instance.fixed, model.instance.fact_end, model.instance.fact
    if not (fact[task] and fact[other]):
        return True
    return (fixed[task], ends[task], task) < (fixed[other], ends[other], other)


def _followers(model: Model, row: list[Node]) -> dict[int, int] | None:
    """Who follows whom in the first plan, as places in the row; 0 is the depot."""
    if model.first is None:
        return None
    line = sorted(
        (int(model.first.start[node.task]), int(model.first.end[node.task]), at)
        for at, node in enumerate(row, start=1)
        if _used_before(model, node.task, node.ways)
    )
    stops = [0, *(at for _, _, at in line)]
    return dict(zip(stops, [*stops[1:], 0], strict=True))


def _arc(model: Model, after: dict[int, int] | None, at: int, to: int) -> Literal:
    return model.boolean(None if after is None else after.get(at) == to)
