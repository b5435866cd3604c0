"""Who does it: which way, and how many units of which resource fill the slots of each way.

Slots that the same resources can fill are counted together, so that no two models of one plan
differ only in who sits on which of them.
"""

from collections import Counter
from typing import cast

from tools.solver.exact.model import Expression, Literal, Model, Terms, opposite, total


def add_ways(model: Model) -> None:
    for task in range(model.instance.tasks):
        _add_ways(model, task)


def _add_ways(model: Model, task: int) -> None:
    ways = model.ways_of(task)
    optional = model.instance.value[task] > 0 and not model.instance.fact[task]
    if len(ways) == 1 and not optional:
        model.present.append(True)
        model.ways[ways[0]] = True
        return
    literals = [model.boolean(model.chosen_first(task, way)) for way in ways]
    model.ways.update(zip(ways, literals, strict=True))
    if not optional:
        model.present.append(True)
        model.cp.add_exactly_one(literals)
    elif len(ways) == 1:
        model.present.append(literals[0])
    else:
        done = model.boolean(None if model.first is None else bool(model.first.way[task] >= 0))
        model.present.append(done)
        model.cp.add_exactly_one([*literals, done.negated()])


def add_crews(model: Model) -> None:
    for task in range(model.instance.tasks):
        for way in model.ways_of(task):
            if model.instance.slot_from[way] < model.instance.slot_from[way + 1]:
                _add_crew(model, task, way)


def slots_of(model: Model, way: int) -> list[tuple[int, tuple[int, ...]]]:
    """Each slot with who is able to fill it."""
    instance = model.instance
    return [
        (
            slot,
            tuple(sorted(instance.able[instance.able_from[slot] : instance.able_from[slot + 1]])),
        )
        for slot in range(instance.slot_from[way], instance.slot_from[way + 1])
    ]


def _add_crew(model: Model, task: int, way: int) -> None:
    slots, chosen = slots_of(model, way), model.ways[way]
    groups = Counter(able for _, able in slots)
    crew: dict[tuple[int, ...], dict[int, Expression]] = {}
    for able, heads in groups.items():
        before = _heads_before(model, task, way, [slot for slot, who in slots if who == able])
        crew[able] = {
            each: _count(model, able, each, heads, chosen, None if before is None else before[each])
            for each in able
        }
        terms: Terms = [(count, 1) for count in crew[able].values()]
        model.cp.add(total([*terms, (chosen, -heads)]) == 0)
    model.crew[way] = crew
    people = sorted({each for able in groups for each in able})
    model.serves[way] = {each: _serves(model, task, way, each, chosen) for each in people}


def _heads_before(model: Model, task: int, way: int, slots: list[int]) -> Counter[int] | None:
    """Who fills these slots in the first plan."""
    if model.first is None:
        return None
    if not model.chosen_first(task, way):
        return Counter()
    return Counter(int(model.first.who[slot]) for slot in slots)


def _count(
    model: Model,
    able: tuple[int, ...],
    resource: int,
    heads: int,
    chosen: Literal,
    hint: int | None,
) -> Expression:
    if len(able) == 1:
        return total([(chosen, heads)]) if heads > 1 else chosen
    most = min(heads, model.instance.capacity[resource])
    if most == 1:
        return model.boolean(None if hint is None else hint > 0)
    return model.integer(0, most, hint)


def _serves(model: Model, task: int, way: int, resource: int, chosen: Literal) -> Literal:
    groups = [able for able in model.crew[way] if resource in able]
    terms, single = model.crew_of(way, resource), model.instance.capacity[resource] == 1
    if any(len(able) == 1 for able in groups):
        if single and len(groups) > 1:
            model.cp.add(total(terms) <= 1)
        return chosen
    if single and len(groups) == 1:
        return cast(Literal, terms[0][0])
    some = model.boolean(_served_before(model, task, way, resource))
    if single:
        model.cp.add(total([*terms, (some, -1)]) == 0)
    else:
        model.cp.add(total(terms) >= 1).only_enforce_if(some)
        model.cp.add(total(terms) == 0).only_enforce_if(opposite(some))
    return some


def _served_before(model: Model, task: int, way: int, resource: int) -> bool | None:
    if model.first is None:
        return None
    slots = range(*model.instance.slot_from[way : way + 2])
    return bool(model.chosen_first(task, way)) and any(
        int(model.first.who[slot]) == resource for slot in slots
    )
