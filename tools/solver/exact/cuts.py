"""Redundant inequalities for sums of weighted starts or ends (Queyranne 1993, energy form).

The work of tasks S on one resource, e = duration x demand each, takes at best all that is free from
the earliest start on. Let M be the least sum of (minute x units) over that much work: then
sum e (end - duration / 2) >= M, for the middle of each task's work is no later than duration / 2
before its end. One inequality for each prefix of Smith's order: together they make the linear
relaxation exact for one machine without releases.
"""

from typing import NamedTuple

from tools.solver.exact.clock import Level
from tools.solver.exact.model import Model, Terms, total

MOST_PREFIXES = 200
MAX_SUM = 2**61
"""OR-Tools refuses a model in which a sum may leave 64 bits."""


class Work(NamedTuple):
    task: int
    lasts: int
    """Minutes of work, not of pauses."""
    energy: int
    earliest: int


def add_work_cuts(model: Model) -> None:
    for resource, work in enumerate(_work(model)):
        if len(work) > 1:
            levels = model.clock.levels(resource)
            for begin in sorted({0, *_quartiles(work)}):
                _add_prefixes(model, levels, [each for each in work if each.earliest >= begin])


def _quartiles(work: list[Work]) -> list[int]:
    """A few minutes from which on to look at what cannot start before."""
    starts = sorted(each.earliest for each in work)
    return [starts[len(starts) * part // 4] for part in range(1, 4)]


def _work(model: Model) -> list[list[Work]]:
    """By resource: tasks that use it for sure, each by its only way."""
    found: list[list[Work]] = [[] for _ in model.instance.capacity]
    for task in range(model.instance.tasks):
        ways = model.ways_of(task)
        if model.certain(task) and len(ways) == 1:
            lasts = model.instance.duration[ways[0]]
            for resource, amount in model.needs(ways[0]):
                earliest = model.reach.earliest[task]
                found[resource].append(Work(task, lasts, lasts * amount, earliest))
    return found


def _add_prefixes(model: Model, levels: tuple[Level, ...], work: list[Work]) -> None:
    work.sort(key=lambda each: each.energy / model.instance.priority[each.task])
    energy, offset, begin = 0, 0, model.reach.until
    terms: Terms = []
    for each in work[:MOST_PREFIXES]:
        energy += each.energy
        offset += each.energy * each.lasts
        begin = min(begin, each.earliest)
        terms.append((model.timing[each.task].end, 2 * each.energy))
        if 2 * energy * model.reach.until > MAX_SUM:
            return
        least = least_moment(levels, begin, energy)
        if least is not None:
            model.cp.add(total(terms) >= least + offset)


def least_moment(levels: tuple[Level, ...], begin: int, energy: int) -> int | None:
    """Twice the least sum of (minute x units) over so much work from `begin` on, rounded up; None
    if there is no room for it."""
    moment = 0
    for each in levels:
        first, free = max(begin, each.begin), each.free if each.is_open else 0
        if each.end <= first or free == 0:
            continue
        done = min(energy, free * (each.end - first))
        moment += 2 * done * first - (-done * done // free)
        energy -= done
        if energy == 0:
            return moment
    return None
