"""Units in use are never more than there are.

What facts hold, and units that are away, are blocks in time. Closed minutes need no block where
tasks pause: whoever holds something then held it before, and work that may not pause starts only
where it fits between them.
"""

from tools.solver.exact.clock import Stretch
from tools.solver.exact.model import Expression, Literal, Model, User, total
from tools.solver.exact.times import span, starts_in

MOST_CLOSED = 100
"""Closed stretches that are told to the resource as well: they make bounds tighter."""


def add_room(model: Model) -> None:
    model.users = _users(model)
    for resource, users in enumerate(model.users):
        if users:
            _add_resource(model, resource, users)


def _users(model: Model) -> list[list[User]]:
    """By resource: everything that may hold it, but for facts."""
    found: list[list[User]] = [[] for _ in model.instance.capacity]
    for task, timing in enumerate(model.timing):
        for way in timing.spans:
            for resource, amount in model.needs(way):
                found[resource].append(User(task, timing.spans[way], amount))
            for resource, serves in model.serves.get(way, {}).items():
                found[resource].append(_served(model, task, way, resource, serves))
    return found


def _served(model: Model, task: int, way: int, resource: int, serves: Literal) -> User:
    timing = model.timing[task]
    alone = serves is model.ways[way]
    interval = timing.spans[way] if alone else span(model, timing, way, serves)
    single = model.instance.capacity[resource] == 1
    return User(task, interval, 1 if single else _counted(model, way, resource))


def _counted(model: Model, way: int, resource: int) -> Expression:
    """How many units serve, as one variable: a room takes no sums."""
    terms = model.crew_of(way, resource)
    if len(terms) == 1:
        return terms[0][0]
    count = model.integer(0, model.instance.capacity[resource], None)
    model.cp.add(total([*terms, (count, -1)]) == 0)
    return count


def add_hours(model: Model) -> None:
    """Work that may not pause is done by people who are there all the time."""
    for task, timing in enumerate(model.timing):
        if model.instance.pausable[task]:
            continue
        for way in timing.spans:
            lasts = model.instance.duration[way]
            for resource, serves in model.serves.get(way, {}).items():
                stretches = model.clock.room_for(resource, 1)
                if stretches != ((0, model.reach.until),):
                    kept = model.cp.add_linear_expression_in_domain(
                        timing.start, starts_in(stretches, lasts)
                    )
                    kept.only_enforce_if(serves)


def _add_resource(model: Model, resource: int, users: list[User]) -> None:
    cp, capacity = model.cp, model.instance.capacity[resource]
    blocks = _blocks(model, resource, users)
    intervals = [user.interval for user in users]
    for (begin, end), _ in blocks:
        intervals.append(cp.new_fixed_size_interval_var(begin, end - begin, ""))
    if capacity == 1:
        cp.add_no_overlap(intervals)
    else:
        amounts = [*(user.amount for user in users), *(amount for _, amount in blocks)]
        cp.add_cumulative(intervals, amounts, capacity)


def _blocks(model: Model, resource: int, users: list[User]) -> list[tuple[Stretch, int]]:
    """Stretches, while anyone may use it, in which units are not there, and how many."""
    capacity = model.instance.capacity[resource]
    begin = min(model.reach.earliest[user.task] for user in users)
    end = max(model.reach.latest[user.task] for user in users)
    levels = [
        each for each in model.clock.levels(resource) if each.begin < end and each.end > begin
    ]
    closed = [each for each in levels if not each.is_open]
    pausing = any(model.instance.pausable[user.task] for user in users)
    if pausing or len(closed) > MOST_CLOSED:
        levels = [each for each in levels if each.is_open]
    return [
        ((each.begin, each.end), capacity - (each.free if each.is_open else 0))
        for each in levels
        if not each.is_open or each.free < capacity
    ]
