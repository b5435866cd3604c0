"""When each task runs. A task with one way and without pauses is a start and a duration; otherwise
it has modes: a way, who holds it open, and how long it pauses, each with the starts it allows.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import Domain

from tools.solver.exact.clock import Stretches, common, pieces, unbroken
from tools.solver.exact.model import (
    Literal,
    Model,
    Timing,
    only,
    opposite,
    total,
)


class Mode(NamedTuple):
    literal: Literal
    way: int
    lasts: int
    """From start to end."""
    starts: Domain


def add_times(model: Model) -> None:
    """Crews must be there already: pauses depend on them."""
    for task in range(model.instance.tasks):
        timing = _fact(model, task) if model.instance.fact[task] else _timing(model, task)
        model.timing.append(timing)


def _fact(model: Model, task: int) -> Timing:
    start, end = model.instance.fixed[task], model.instance.fact_end[task]
    return Timing(start, end, end - start)


def _timing(model: Model, task: int) -> Timing:
    modes = [mode for way in model.ways_of(task) for mode in _modes(model, task, way)]
    allowed = Domain.from_intervals([])
    for mode in modes:
        allowed = allowed.union_with(mode.starts)
    if allowed.is_empty():
        return _never(model, task)
    start = model.among(allowed, _start_hint(model, task, allowed))
    for mode in modes:
        if mode.literal is not True and mode.starts.size() < allowed.size():
            model.cp.add_linear_expression_in_domain(start, mode.starts).only_enforce_if(
                mode.literal
            )
    timing = _with_end(model, task, start, modes, allowed.min())
    present = model.present[task]
    if present is not True:
        model.cp.add(start == allowed.min()).only_enforce_if(opposite(present))
    return timing


def _start_hint(model: Model, task: int, allowed: Domain) -> int | None:
    if model.first is None:
        return None
    start = model.started_first(task)
    return allowed.min() if start is None else start


def _never(model: Model, task: int) -> Timing:
    """There is no minute at which it can start: it is left out, or there is no plan."""
    low = model.instance.release[task]
    if model.present[task] is True:
        model.impossible()
    else:
        model.cp.add(total([(model.present[task], 1)]) == 0)
    return Timing(low, low, 0, (low, low))


def _with_end(
    model: Model, task: int, start: cp_model.IntVar, modes: list[Mode], low: int
) -> Timing:
    lengths = sorted({mode.lasts for mode in modes})
    if len(lengths) == 1:
        timing = Timing(start, start + lengths[0], lengths[0], (low, low + lengths[0]))
    else:
        timing = _with_lengths(model, task, start, modes, low)
    for way in model.ways_of(task):
        own = sorted({mode.lasts for mode in modes if mode.way == way})
        if len(own) == 1:
            timing.lasting[way] = own[0]
        if own:
            timing.spans[way] = span(model, timing, way, model.ways[way])
    return timing


def _with_lengths(
    model: Model, task: int, start: cp_model.IntVar, modes: list[Mode], low: int
) -> Timing:
    """It lasts as long as its mode; no time at all if it is left out."""
    begin, over = model.started_first(task), None
    if model.first is not None:
        over = low if begin is None else int(model.first.end[task])
    end = model.integer(low, model.reach.until, over)
    lasted = None if over is None else over - (low if begin is None else begin)
    lasts = model.integer(0, max(mode.lasts for mode in modes), lasted)
    model.cp.add(total([(lasts, -1), *((mode.literal, mode.lasts) for mode in modes)]) == 0)
    model.cp.add(start + lasts == end)
    return Timing(start, end, lasts, (low, low))


def span(model: Model, timing: Timing, way: int, literal: Literal) -> cp_model.IntervalVar:
    """The time of a task as an interval that is there if `literal` is."""
    lasts = timing.lasting.get(way)
    if lasts is None:
        return model.cp.new_optional_interval_var(
            timing.start, timing.lasts, timing.end, literal, ""
        )
    if literal is True:
        return model.cp.new_fixed_size_interval_var(timing.start, lasts, "")
    return model.cp.new_optional_fixed_size_interval_var(timing.start, lasts, literal, "")


def _modes(model: Model, task: int, way: int) -> list[Mode]:
    """The modes of one way; just one of them is chosen if the way is."""
    chosen = model.ways[way]
    if model.instance.pausable[task]:
        found = list(_pausing(model, task, way))
    else:
        found = [Mode(chosen, way, model.instance.duration[way], _unbroken(model, task, way))]
    modes = [mode for mode in found if not mode.starts.is_empty()]
    literals = [mode.literal for mode in modes]
    if not literals:
        if chosen is not True:
            model.cp.add(total([(chosen, 1)]) == 0)
    elif len(literals) > 1 or literals[0] is not chosen:  # == would ask the model
        model.cp.add_exactly_one([*literals, *(opposite(each) for each in only([chosen]))])
    return modes


def _window(model: Model, task: int, lasts: int) -> Domain:
    """Starts that release, fixed start and latest end allow."""
    low, high = model.reach.earliest[task], model.reach.latest[task] - lasts
    high = min(high, model.reach.last[task])
    fixed = model.instance.fixed[task]
    if fixed >= 0:
        low, high = max(low, fixed), min(high, fixed)
    return Domain(low, high) if low <= high else Domain.from_intervals([])


def _unbroken(model: Model, task: int, way: int) -> Domain:
    lasts = model.instance.duration[way]
    starts = _window(model, task, lasts)
    for resource, amount in model.needs(way):
        starts = starts.intersection_with(starts_in(model.clock.room_for(resource, amount), lasts))
    return starts


def starts_in(stretches: Stretches, lasts: int) -> Domain:
    """Starts of work that fits into one of the stretches."""
    return Domain.from_intervals([list(each) for each in unbroken(stretches, lasts)])


def _pausing(model: Model, task: int, way: int) -> Iterator[Mode]:
    works = model.instance.duration[way]
    for literal, opened in _opened(model, task, way):
        found: dict[int, list[list[int]]] = {}
        for piece in pieces(opened, works, model.reach.last[task]):
            found.setdefault(piece.pause, []).append([piece.first, piece.last])
        modes = [
            (works + pause, Domain.from_intervals(rows).intersection_with(window))
            for pause, rows in found.items()
            if not (window := _window(model, task, works + pause)).is_empty()
        ]
        modes = [each for each in modes if not each[1].is_empty()]
        if len(modes) == 1:
            yield Mode(literal, way, *modes[0])
            continue
        yield from _one_of(model, task, way, literal, modes)


def _one_of(
    model: Model, task: int, way: int, literal: Literal, modes: Iterable[tuple[int, Domain]]
) -> Iterator[Mode]:
    """A literal for each; one is chosen if `literal` holds."""
    start, made = model.started_first(task), []
    hinted = model.first is not None
    lasted = int(model.first.end[task]) - start if model.first and start is not None else None
    for lasts, starts in modes:
        hint = bool(lasted == lasts and model.chosen_first(task, way)) if hinted else None
        each = model.boolean(hint)
        made.append(each)
        if literal is not True:
            model.cp.add_implication(each, literal)
        yield Mode(each, way, lasts, starts)
    if literal is not model.ways[way]:
        model.cp.add_bool_or([*made, opposite(literal)])


def _opened(model: Model, task: int, way: int) -> Iterator[tuple[Literal, Stretches]]:
    """When everything held is open, for each set of people that keep hours of their own; the
    literal says that they are the ones."""
    named = model.clock.all_open(frozenset(resource for resource, _ in model.needs(way)))
    classes = classes_of(model, way, named)
    if not classes:
        yield model.ways[way], named
        return
    hours = list(classes)
    used = [_used(model, task, way, classes[each]) for each in hours]
    for size in range(len(hours) + 1):
        for among in combinations(range(len(hours)), size):
            opened = named
            for at in among:
                opened = common(opened, hours[at])
            yield _just(model, used, set(among), model.ways[way]), opened


def classes_of(model: Model, way: int, named: Stretches) -> dict[Stretches, list[int]]:
    """Who may fill slots of the way, by their hours; without those who are always there when the
    named resources are."""
    found: dict[Stretches, list[int]] = {}
    for each in model.serves.get(way, {}):
        opened = common(model.clock.open_of(each), named)
        if opened != named:
            found.setdefault(opened, []).append(each)
    return found


def _used(model: Model, task: int, way: int, people: list[int]) -> Literal:
    """Does any of them serve?"""
    serves = [model.serves[way][each] for each in people]
    if len(serves) == 1:
        return serves[0]
    found = model.boolean(None)
    model.cp.add_bool_or([*serves, found.negated()])
    for each in serves:
        model.cp.add_implication(each, found)
    return found


def _just(model: Model, used: list[Literal], among: set[int], chosen: Literal) -> Literal:
    """True if these are used and the others are not (and the way is chosen)."""
    literals = [each if at in among else opposite(each) for at, each in enumerate(used)]
    found = model.boolean(None)
    model.cp.add_bool_and(literals).only_enforce_if(found)
    model.cp.add_bool_or([*(opposite(each) for each in literals), found, opposite(chosen)])
    model.cp.add_implication(found, chosen)
    return found
