"""What changes against the plan before: each task that moves, and how far its start does."""

from collections import Counter

from tools.solver.exact.model import Expression, Literal, Model, Terms, only, total
from tools.solver.search.values import MOVED


def moves(model: Model) -> Expression:
    terms: Terms = []
    for task, old in enumerate(model.instance.old_start):
        if old >= 0 and not model.instance.fact[task]:
            terms += [(_moved(model, task, old), MOVED), (_away(model, task, old), 1)]
    return total(terms)


def _away(model: Model, task: int, old: int) -> Expression:
    """Minutes between its start and the old one; none if it is left out."""
    start = model.started_first(task)
    hint = None if model.first is None else 0 if start is None else abs(start - old)
    away = model.integer(0, max(old, model.reach.until), hint)
    given = only([model.present[task]])
    model.cp.add(away >= model.timing[task].start - old).only_enforce_if(*given)
    model.cp.add(away >= old - model.timing[task].start).only_enforce_if(*given)
    return away


def _moved(model: Model, task: int, old: int) -> Expression:
    """Differs its start, its way or who does it? True if it must."""
    ways, number = model.ways_of(task), model.instance.old_way[task]
    first, last = model.instance.old_from[task : task + 2]
    crew = Counter(model.instance.old_who[first:last])
    if not 0 <= number < len(ways) or not _could(model, ways[number], crew):
        return True
    moved = model.boolean(None)
    stays: list[Literal] = [moved.negated()]
    model.cp.add(model.timing[task].start == old).only_enforce_if(*stays)
    model.cp.add_bool_or([moved, model.ways[ways[number]]])
    for each in model.serves.get(ways[number], {}):
        count = total(model.crew_of(ways[number], each))
        model.cp.add(count == crew[each]).only_enforce_if(*stays)
    return moved


def _could(model: Model, way: int, crew: Counter[int]) -> bool:
    """Are there so many slots, and may these people fill some?"""
    slots = model.instance.slot_from[way + 1] - model.instance.slot_from[way]
    return crew.total() == slots and set(crew) <= set(model.serves.get(way, {}))
