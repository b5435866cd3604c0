"""What may be said of what is planned, and of who is free."""

from collections.abc import Iterator

from tools.plan import PEOPLE, Assignment, Problem
from tools.reasons.agenda import Agenda, Availability, Opening, Stretch
from ui.eval.sentences.patterns import Said, Slot, Voice
from ui.eval.sentences.values import (
    SHOWN,
    At,
    DayOf,
    Listed,
    Pool,
    TimeOf,
    is_midnight,
    same_day,
)


def agenda(told: Agenda, problem: Problem, voice: Voice) -> Iterator[Slot]:
    """Tasks, with their times and whom they hold."""
    who: Slot = Listed(tuple(Pool(each) for each in told.who)) if told.who else "none"
    if told.sort != "named":
        key = f"agenda-{'absent' if told.absent else told.sort}"
        yield Said(key, count=len(told.rows), who=who, when=_asked(told.first, told.last, voice))
    for each in told.rows[:SHOWN]:
        yield _row(each, told, problem, voice)
    if len(told.rows) > SHOWN:
        yield Said("agenda-more", count=len(told.rows) - SHOWN)
    for name in told.left_out:
        yield Said("agenda-left-out", task=name)


def _row(row: Assignment, told: Agenda, problem: Problem, voice: Voice) -> Said:
    held = {name: units for name, units in row.resources.items() if name not in told.who}
    people = [name for name in held if problem.resource[name].kind == "people"]
    names = [each for each in people if each != PEOPLE]
    names += [PEOPLE] if PEOPLE in held else []
    names += [each for each in held if each not in people]
    units = tuple(_units(name, held[name]) for name in names)
    times = _times(row.start, row.end, voice)
    return Said("agenda-row", task=row.task, times=times, count=len(held), names=Listed(units))


def _units(name: str, units: int) -> Said:
    everybody = "yes" if name == PEOPLE else "no"
    return Said("agenda-units", count=units, name=Pool(name), everybody=everybody)


def _times(begin: int, end: int, voice: Voice) -> Said:
    ends: Slot = TimeOf(end) if same_day(begin, end, voice) else At(end)
    return Said("agenda-times", begin=At(begin), end=ends)


def _asked(first: int | None, last: int | None, voice: Voice) -> Slot:
    """The time that was asked about."""
    if first is None or last is None:
        return "none"
    if voice.start is None or first == last:
        return At(first)
    whole = is_midnight(first, voice) and is_midnight(last + 1, voice)
    if whole and same_day(first, last, voice):
        return DayOf(first)
    end: Slot = TimeOf(last + 1) if same_day(first, last + 1, voice) else At(last + 1)
    return Said("moment-between", begin=At(first), end=end)


def availability(told: Availability, voice: Voice) -> Iterator[Slot]:
    """Who is free, when, and who is not."""
    when: Slot = _asked(told.first, told.last, voice) if told.asked else "none"
    free = [each for each in told.openings if each.stretches]
    others = tuple(Pool(each.name) for each in told.openings if not each.stretches)
    if free and told.first == told.last:
        names = Listed(tuple(_of(each, Pool(each.name), each.stretches[0]) for each in free))
        yield Said("free-now", when=when, names=names, count=len(free))
    elif free:
        yield Said("free-head", when=when)
        for each in free[:SHOWN]:
            times = (_of(each, _times(s.begin, s.end, voice), s) for s in each.stretches)
            yield Said("free-row", name=Pool(each.name), times=Listed(tuple(times)))
    if len(free) > SHOWN:
        yield Said("agenda-more", count=len(free) - SHOWN)
    if others:
        yield Said("free-never", when=when, names=Listed(others), count=len(others))
    if not told.asked:
        yield Said("free-after", end=At(told.last + 1))


def _of(opening: Opening, what: Slot, stretch: Stretch) -> Slot:
    """With how many units, of more than one."""
    if opening.capacity == 1:
        return what
    return Said("free-units", what=what, units=stretch.units, capacity=opening.capacity)
