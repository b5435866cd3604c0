"""What a plan must keep between tasks: links, stock, same people. Rooms of resources and setups are
in `room.py` and `setups.py`."""

from tools.solver.exact.model import Literal, Model, Terms, only, opposite, total
from tools.solver.instance import FINISH_FINISH, START_START


def add_links(model: Model) -> None:
    """A link with a task that is left out asks for nothing."""
    instance = model.instance
    for task in range(instance.tasks):
        for k in range(instance.link_from[task], instance.link_from[task + 1]):
            other = instance.link_task[k]
            mine, theirs = model.timing[task], model.timing[other]
            later = mine.end if instance.link_kind[k] == FINISH_FINISH else mine.start
            earlier = theirs.start if instance.link_kind[k] == START_START else theirs.end
            both = only([model.present[task], model.present[other]])
            kept = model.cp.add(later >= earlier + instance.link_lag[k])
            if both:
                kept.only_enforce_if(*both)


def add_stock(model: Model) -> None:
    """What facts have used up is gone; if it is more than there was, nothing else can have any."""
    instance = model.instance
    for stock, there in enumerate(instance.stock):
        left = there
        terms: Terms = []
        for task in range(instance.tasks):
            for way in model.ways_of(task):
                amount = instance.way_stock[way][stock]
                if amount and instance.fact[task]:
                    left -= amount
                elif amount:
                    terms.append((model.ways[way], amount))
        if terms:
            model.cp.add(total(terms) <= max(0, left))


def add_mates(model: Model) -> None:
    """Whoever does the one that needs fewer is among those who do the other."""
    instance = model.instance
    for task in range(instance.tasks):
        for other in instance.mate[instance.mate_from[task] : instance.mate_from[task + 1]]:
            if task < other and not (instance.fact[task] and instance.fact[other]):
                for one in model.ways_of(task):
                    for two in model.ways_of(other):
                        _add_same(model, one, two)


def _add_same(model: Model, one: int, two: int) -> None:
    few, many = (_heads(model, way) for way in (one, two))
    both = [model.ways[one], model.ways[two]]
    if few == many:
        either = model.boolean(None)
        _add_among(model, one, two, [*both, either])
        _add_among(model, two, one, [*both, either.negated()])
    elif few < many:
        _add_among(model, one, two, both)
    else:
        _add_among(model, two, one, both)


def _heads(model: Model, way: int) -> int:
    """How many people the way takes, by skill and by name."""
    instance = model.instance
    slots = instance.slot_from[way + 1] - instance.slot_from[way]
    return int(slots + instance.called_from[way + 1] - instance.called_from[way])


def _people(model: Model, way: int) -> dict[int, Literal]:
    """Does a person do it? Whoever is asked for by name does, if the way is chosen."""
    first, last = model.instance.called_from[way : way + 2]
    called = model.instance.called[first:last]
    return model.serves.get(way, {}) | dict.fromkeys(called, model.ways[way])


def _add_among(model: Model, few: int, many: int, given: list[Literal]) -> None:
    """Everyone who does way `few` does `many`."""
    there = _people(model, many)
    for person, serves in _people(model, few).items():
        clause: Terms = [(opposite(each), 1) for each in (*given, serves)]
        model.cp.add(total([*clause, (there.get(person, False), 1)]) >= 1)
