"""Which open stretch of a resource each task lies in, and how much work fits into each stretch.

It follows from the starts that are allowed and from the rooms, but only as a question of packing,
work into stretches, does the engine prove quickly that a full week has no room for one task more.
"""

from tools.solver.exact.clock import Stretch, Stretches
from tools.solver.exact.model import Literal, Model, Terms, opposite, total
from tools.solver.exact.times import starts_in

MOST = 4000
"""Tasks times stretches of one resource: beyond that the packing is larger than what it helps."""
Places = dict[tuple[int, Stretch], Literal]
"""By way of the instance and stretch: is the work done in it?"""


def add_windows(model: Model) -> None:
    places: Places = {}
    placed: set[tuple[int, Stretches]] = set()
    for resource in range(len(model.instance.capacity)):
        stretches = model.clock.open_of(resource)
        users = _users(model, resource)
        if len(stretches) < 2 or not 1 < len(users) <= MOST // len(stretches):
            continue
        for task, way, _ in users:
            if (way, stretches) not in placed:
                placed.add((way, stretches))
                _place(model, task, way, stretches, places)
        for stretch in stretches:
            _fill(model, resource, stretch, users, places)


def _users(model: Model, resource: int) -> list[tuple[int, int, int]]:
    """(task, way, amount) of all work that names the resource and may not pause."""
    return [
        (task, way, amount)
        for task, timing in enumerate(model.timing)
        if not model.instance.pausable[task]
        for way in timing.spans
        for needed, amount in model.needs(way)
        if needed == resource
    ]


def _place(model: Model, task: int, way: int, stretches: Stretches, places: Places) -> None:
    """If the way is chosen, its work lies in one of the stretches."""
    lasts, start = model.instance.duration[way], model.timing[task].start
    first, last = model.reach.earliest[task], model.reach.last[task]
    hint, chosen = model.started_first(task), model.chosen_first(task, way)
    mine: list[Literal] = []
    for begin, end in stretches:
        if max(begin, first) > min(end - lasts, last):
            continue
        at = (way, (begin, end))
        if at not in places:
            inside = hint is not None and begin <= hint < end
            each = model.boolean(None if chosen is None else chosen and inside)
            kept = model.cp.add_linear_expression_in_domain(start, starts_in((at[1],), lasts))
            kept.only_enforce_if(each)
            places[at] = each
        mine.append(places[at])
    model.cp.add_exactly_one([*mine, opposite(model.ways[way])])


def _fill(
    model: Model,
    resource: int,
    stretch: Stretch,
    users: list[tuple[int, int, int]],
    places: Places,
) -> None:
    """The work in a stretch is no more than the units that are free in it, minute by minute."""
    begin, end = stretch
    there = sum(
        (min(end, level.end) - max(begin, level.begin)) * level.free
        for level in model.clock.levels(resource)
        if level.is_open and level.begin < end and level.end > begin
    )
    terms: Terms = [
        (places[way, stretch], model.instance.duration[way] * amount)
        for _, way, amount in users
        if (way, stretch) in places
    ]
    if sum(work for _, work in terms) > there:
        model.cp.add(total(terms) <= there)
