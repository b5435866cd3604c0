"""What is planned, and who is free when, as sentences and lists."""

from collections.abc import Iterator

from tools.phrases import Language, say
from tools.plan import PEOPLE, Assignment, Problem
from tools.plan.dates import moment_of
from tools.reasons.agenda import Agenda, Availability, Opening, Stretch
from tools.telling.values import (
    SHOWN,
    day,
    listing,
    reading,
    resource_name,
    sentences,
    then,
)


def tell_agenda(certificate: Agenda, language: Language, problem: Problem | None) -> str:
    """The tasks that were asked for, each with its times and whom it holds."""
    told = []
    if certificate.sort != "named":
        told.append(_head(certificate, language, problem))
    for name in certificate.left_out:
        told.append(say("agenda-left-out", language, task=name))
    rows = [_row(each, certificate, language, problem) for each in certificate.rows]
    if certificate.sort == "named" and len(rows) == 1:
        return sentences([*rows, *told], language)
    lines = [f"- {row}" for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f"- {say('agenda-more', language, count=len(rows) - SHOWN)}")
    return "\n".join(filter(None, [sentences(told, language), "" if told else None, *lines]))


def _head(certificate: Agenda, language: Language, problem: Problem | None) -> str:
    who = listing((resource_name(each, language) for each in certificate.who), language)
    return say(
        f"agenda-{'absent' if certificate.absent else certificate.sort}",
        language,
        count=len(certificate.rows),
        who=who or "none",
        when=_when(certificate.first, certificate.last, language, problem),
    )


def _row(row: Assignment, certificate: Agenda, language: Language, problem: Problem | None) -> str:
    """“**painting**: 10:00 to 12:00, with Bob”; whoever was asked for is not said again."""
    others = [each for each in _people_first(row, problem) if each[0] not in certificate.who]
    return say(
        "agenda-row",
        language,
        task=row.task,
        times=_times(row.start, row.end, language, problem),
        count=len(others),
        names=listing((_amount(*each, language) for each in others), language),
    )


def _people_first(row: Assignment, problem: Problem | None) -> list[tuple[str, int]]:
    """Whom and what a task holds: people by name, other people, things."""
    known = problem.resource if problem is not None else {}

    def place(held: tuple[str, int]) -> tuple[bool, bool]:
        thing = held[0] in known and known[held[0]].kind != "people"
        return thing, held[0] == PEOPLE

    return sorted(row.resources.items(), key=place)


def _amount(name: str, units: int, language: Language) -> str:
    told = resource_name(name, language, units)
    everybody = "yes" if name == PEOPLE else "no"
    return say("agenda-units", language, count=units, name=told, everybody=everybody)


def _times(begin: int, end: int, language: Language, problem: Problem | None) -> str:
    """“Tue 24 Nov, 10:00 to 12:00”: the day once, if it is the same."""
    told = reading(end, language, problem)
    if problem is not None and problem.start is not None:
        starts, ends = moment_of(begin, problem), moment_of(end, problem)
        told = f"{ends:%H:%M}" if starts.date() == ends.date() else told
    return say("agenda-times", language, begin=reading(begin, language, problem), end=told)


def _when(first: int | None, last: int | None, language: Language, problem: Problem | None) -> str:
    """The time that was asked about: a moment, a day, or from one time to another."""
    if first is None or last is None:
        return "none"
    if problem is None or problem.start is None or first == last:
        return then(first, language, problem)
    begin, end = moment_of(first, problem), moment_of(last + 1, problem)
    whole = f"{begin:%H:%M}{end:%H:%M}" == "00:0000:00"
    if whole and moment_of(last, problem).date() == begin.date():
        return say("moment-at", language, time=day(begin, language), dated="yes")
    times = {
        side: reading(at, language, problem) for side, at in (("begin", first), ("end", last + 1))
    }
    if begin.date() == end.date():
        times["end"] = f"{end:%H:%M}"
    return say("moment-between", language, **times)


def tell_availability(
    certificate: Availability, language: Language, problem: Problem | None
) -> str:
    """Who is free when; at one moment only who is."""
    first, last = certificate.first, certificate.last
    free = [each for each in certificate.openings if each.stretches]
    others = [each for each in certificate.openings if not each.stretches]
    when = _when(first, last, language, problem) if certificate.asked else "none"
    told = []
    if first == last and free:
        names = listing((_free_now(each, language) for each in free), language)
        told.append(say("free-now", language, when=when, names=names, count=len(free)))
    elif free:
        told.append(say("free-head", language, when=when))
    if others:
        names = listing((resource_name(each.name, language) for each in others), language)
        told.append(say("free-never", language, when=when, names=names, count=len(others)))
    lines = [] if first == last else [*_lines(free, language, problem)]
    if not certificate.asked:
        lines += ["", say("free-after", language, end=then(last + 1, language, problem))]
    return "\n".join([sentences(told, language), *([""] if lines else []), *lines])


def _lines(free: list[Opening], language: Language, problem: Problem | None) -> Iterator[str]:
    for each in free[:SHOWN]:
        stretches = (_stretch(each, piece, language, problem) for piece in each.stretches)
        name = resource_name(each.name, language)
        yield f"- {say('free-row', language, name=name, times=listing(stretches, language))}"
    if len(free) > SHOWN:
        yield f"- {say('agenda-more', language, count=len(free) - SHOWN)}"


def _stretch(opening: Opening, piece: Stretch, language: Language, problem: Problem | None) -> str:
    times = _times(piece.begin, piece.end, language, problem)
    if opening.capacity == 1:
        return times
    return say("free-units", language, what=times, units=piece.units, capacity=opening.capacity)


def _free_now(opening: Opening, language: Language) -> str:
    name = resource_name(opening.name, language)
    if opening.capacity == 1:
        return name
    units = opening.stretches[0].units
    return say("free-units", language, what=name, units=units, capacity=opening.capacity)
