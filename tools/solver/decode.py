"""`Found` -> `Schedule`: names again, and what moved from the plan before."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from tools.plan import Assignment, Move, Problem, Schedule
from tools.record import Amounts
from tools.solver.crews import serving
from tools.solver.found import Found
from tools.solver.instance import NEVER, Instance
from tools.solver.memory import collector_at_rest
from tools.solver.search.build import build
from tools.solver.search.lists import listed
from tools.solver.search.values import values
from tools.solver.search.workspace import workspace


@collector_at_rest()
def decode(problem: Problem, instance: Instance, found: Found) -> Schedule:
    """The plan with its assignments; status, values and bounds are the caller's."""
    names = [resource.name for resource in problem.resources]
    start, end, way = found.start.tolist(), found.end.tolist(), found.way.tolist()
    slot_from, who = instance.slot_from.tolist(), found.who.tolist()
    way_from = instance.way_from.tolist()
    assignments, left_out = [], []
    for at, task in enumerate(problem.tasks):
        if way[at] < 0:
            left_out.append(task.name)
            continue
        w = way_from[at] + way[at]
        held = task.ways[way[at]].demands
        if slot_from[w] < slot_from[w + 1]:
            crew = Counter(names[r] for r in who[slot_from[w] : slot_from[w + 1]])
            held = Amounts({name: held.get(name, 0) + crew[name] for name in (*held, *crew)})
        assignments.append(
            Assignment(task=task.name, start=start[at], end=end[at], resources=held, way=way[at])
        )
    return Schedule(status="feasible", assignments=tuple(assignments), left_out=tuple(left_out))


def encoded(problem: Problem, instance: Instance, plan: Schedule) -> Found | None:
    """A plan from elsewhere in numbers, without values; None if it is not one of this problem's."""
    number = {resource.name: at for at, resource in enumerate(problem.resources)}
    start, end, way = (np.full(instance.tasks, -1, dtype=np.int64) for _ in range(3))
    who = np.full(len(instance.able_from) - 1, -1, dtype=np.int64)
    for at, task in enumerate(problem.tasks):
        each = plan.by_task.get(task.name)
        if each is not None and task.started is not None:
            each = each.model_copy(update={"way": 0})
        if each is None or each.way >= len(task.ways):
            if task.value is None or task.started is not None or each is not None:
                return None
            continue
        start[at], end[at], way[at] = each.start, each.end, each.way
        w = instance.way_from[at] + each.way
        crew = serving(each, task.ways[each.way].demands, number)
        slots = range(instance.slot_from[w], instance.slot_from[w + 1])
        able = [
            set(instance.able[instance.able_from[slot] : instance.able_from[slot + 1]].tolist())
            for slot in slots
        ]
        who[list(slots)] = seated(able, crew)
    done = way >= 0
    used = instance.way_stock[instance.way_from[:-1][done] + way[done]].sum(axis=0)
    if (used > instance.stock).any():
        return None
    return Found(start=start, end=end, way=way, who=who, values=())


def seated(able: Sequence[set[int]], crew: Sequence[int]) -> list[int]:
    """For each slot one of the crew who can fill it, so that as many as possible are filled; -1
    where nobody is left. (Augmenting paths: whoever can do two things makes room for others.)"""
    slot_of: dict[int, int] = {}

    def placed(slot: int, tried: set[int]) -> bool:
        for place, who in enumerate(crew):
            if who in able[slot] and place not in tried:
                tried.add(place)
                if place not in slot_of or placed(slot_of[place], tried):
                    slot_of[place] = slot
                    return True
        return False

    for slot in range(len(able)):
        placed(slot, set())
    found = [-1] * len(able)
    for place, slot in slot_of.items():
        found[slot] = crew[place]
    return found


def compacted(
    instance: Instance, found: Found, goals: list[int], stability: int, weighed: int = 0
) -> Found:
    """The plan with every task as early as the others allow, if it is no worse for that.

    A solver leaves gaps where they cost nothing; whoever asks why a task waits would get no reason.
    (Listed by start, each task finds its old place free, or a better one.)
    """
    order = listed(instance, np.where(found.start < 0, NEVER, found.start).astype(np.float64))
    if len(order) < instance.tasks:
        return found
    kept = _kept(instance, found)
    memory = workspace(kept)
    zeros = np.zeros(instance.tasks, dtype=np.int64)
    if build(kept, memory, order, found.way, zeros, zeros, 0) != 0:
        return found
    reached = np.zeros(len(goals), dtype=np.int64)
    values(kept, memory, np.array(goals, dtype=np.int64), stability, weighed, reached)
    if tuple(reached.tolist()) > found.values:
        return found
    return Found(
        start=memory.start.copy(),
        end=memory.end.copy(),
        way=found.way,
        who=memory.who.copy(),
        values=tuple(reached.tolist()),
    )


def _kept(instance: Instance, found: Found) -> Instance:
    """The instance in which each slot can be filled only by whoever fills it; if nobody does, by
    the first who can."""
    slots = len(found.who)
    who = np.where(found.who < 0, np.append(instance.able, 0)[instance.able_from[:-1]], found.who)
    return instance._replace(able_from=np.arange(slots + 1, dtype=np.int64), able=who)


def moved(problem: Problem, before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """What differs from the plan before among tasks that could move, the largest move first."""
    moves = []
    for old in before.assignments:
        task, new = problem.by_name.get(old.task), after.by_task.get(old.task)
        if task is None or new is None or task.started is not None:
            continue
        others = dict(old.resources) != dict(new.resources)
        if old.start != new.start or old.way != new.way or others:
            moves.append(Move(task=old.task, before=old.start, after=new.start, others=others))
    return tuple(sorted(moves, key=lambda move: -abs(move.after - move.before)))


def dropped(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """What the plan before did and this one leaves out."""
    return tuple(name for name in after.left_out if name in before.by_task)
