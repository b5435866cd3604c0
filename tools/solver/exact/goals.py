"""The goals as expressions to make small. Where one is only held from above (a lateness, a largest
end), it equals the plan's value at the optimum."""

from collections.abc import Callable

from tools.solver.exact.clock import common, held_by_fact
from tools.solver.exact.model import Expression, Model, Terms, User, only, opposite, total
from tools.solver.exact.moves import moves
from tools.solver.search.values import (
    BALANCE,
    COMPLETION,
    COST,
    MAKESPAN,
    MOVES,
    PEOPLE,
    TARDINESS,
    VALUE,
    WAITING,
)


def expression(model: Model, goal: int) -> Expression:
    makers: dict[int, Callable[[Model], Expression]] = {
        WAITING: waiting,
        MAKESPAN: makespan,
        TARDINESS: tardiness,
        COMPLETION: completion,
        PEOPLE: people,
        COST: cost,
        BALANCE: balance,
        VALUE: lost,
        MOVES: moves,
    }
    return makers[goal](model)


def waiting(model: Model) -> Expression:
    terms: Terms = []
    for task, timing in enumerate(model.timing):
        weight, wanted = model.instance.priority[task], model.instance.wanted[task]
        if not model.instance.fact[task]:
            absent = opposite(model.present[task])
            idle = timing.low[0] - wanted
            terms += [(timing.start, weight), (-wanted, weight), (absent, -weight * idle)]
    return total(terms)


def completion(model: Model) -> Expression:
    terms: Terms = []
    for task, timing in enumerate(model.timing):
        weight, absent = model.instance.priority[task], opposite(model.present[task])
        terms += [(timing.end, weight), (absent, -weight * timing.low[1])]
    return total(terms)


def makespan(model: Model) -> Expression:
    last = _last_end(model)
    found = model.integer(0, model.reach.until, last)
    for task, timing in enumerate(model.timing):
        model.cp.add(found >= timing.end).only_enforce_if(*only([model.present[task]]))
    return found


def _last_end(model: Model) -> int | None:
    if model.first is None:
        return None
    ends = zip(model.first.end.tolist(), model.first.way.tolist(), strict=True)
    return max((end for end, way in ends if way >= 0), default=0)


def tardiness(model: Model) -> Expression:
    terms: Terms = []
    for task, timing in enumerate(model.timing):
        weight, due = model.instance.priority[task], model.instance.due[task]
        if model.instance.fact[task]:
            terms.append((max(0, timing.end - due), weight))
        elif due < model.reach.latest[task]:
            late = model.integer(0, model.reach.latest[task] - due, _late_before(model, task, due))
            model.cp.add(late >= timing.end - due).only_enforce_if(*only([model.present[task]]))
            terms.append((late, weight))
    return total(terms)


def _late_before(model: Model, task: int, due: int) -> int | None:
    if model.first is None:
        return None
    return max(0, int(model.first.end[task]) - due) if model.first.way[task] >= 0 else 0


def cost(model: Model) -> Expression:
    instance = model.instance
    terms: Terms = [(chosen, instance.way_cost[way]) for way, chosen in model.ways.items()]
    for way, people in model.serves.items():
        for each in people:
            price = instance.hourly[each] * instance.duration[way]
            terms += [(count, price) for count, _ in model.crew_of(way, each)]
    return total(terms)


def lost(model: Model) -> Expression:
    optional = ((i, present) for i, present in enumerate(model.present) if present is not True)
    return total([(opposite(present), model.instance.value[i]) for i, present in optional])


def balance(model: Model) -> Expression:
    loads: dict[int, Terms] = {}
    for way, chosen in model.ways.items():
        lasts = model.instance.duration[way]
        for resource, amount in model.needs(way):
            loads.setdefault(resource, []).append((chosen, amount * lasts))
        for resource in model.serves.get(way, {}):
            counts = model.crew_of(way, resource)
            loads.setdefault(resource, []).extend((count, lasts) for count, _ in counts)
    people = [each for each in loads if model.instance.people[each]]
    most = model.integer(0, sum(by for each in people for _, by in loads[each]) * 2**10, None)
    for each in people:
        model.cp.add(model.instance.capacity[each] * most >= total(loads[each]))
    return most


def people(model: Model) -> Expression:
    """For each resource that is people, a room just large enough for all who use it."""
    peaks: Terms = []
    for resource, is_people in enumerate(model.instance.people):
        if is_people:
            everyone = model.users[resource] + _fact_users(model, resource)
            if everyone:
                peaks.append((_peak(model, resource, everyone), 1))
    return total(peaks)


def _peak(model: Model, resource: int, users: list[User]) -> Expression:
    capacity = model.instance.capacity[resource]
    facts = [user.amount for user in users if isinstance(user.amount, int)]
    most = max(capacity, sum(facts))
    peak = model.integer(0, most, None)
    model.cp.add_cumulative(
        [user.interval for user in users], [user.amount for user in users], peak
    )
    return peak


def _fact_users(model: Model, resource: int) -> list[User]:
    """What runs already, while the resource is open: closed minutes do not count."""
    found, instance = [], model.instance
    for task, fact in enumerate(instance.fact):
        amounts = (
            [n for each, n in held_by_fact(instance, task) if each == resource] if fact == 1 else []
        )
        span = ((instance.fixed[task], instance.fact_end[task]),)
        opened = common(span, model.clock.open_of(resource)) if amounts else ()
        for begin, end in opened:
            interval = model.cp.new_fixed_size_interval_var(begin, end - begin, "")
            found.append(User(task, interval, sum(amounts)))
    return found
