"""Longer hours as a repair: a shift that begins sooner or ends later, by as little as is enough, or
a stretch in between where only that helps; several of them where one is not enough."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from tools.conflict.stretches import cut, shortest, smallest, with_spans
from tools.conflict.trial import Trial
from tools.contradictions.edits import apply
from tools.contradictions.statements import needed, without
from tools.plan import Problem, Schedule
from tools.plan.conflict import Repair, Statement
from tools.plan.hours import Span, open_stretches

TRIED = 3
"""Gaps that are each tried alone."""


class Gap(NamedTuple):
    """A stretch in which a calendar is closed."""

    span: Span
    sides: tuple[bool, ...]
    """At which ends there are hours: False at its beginning, True at its end; both if at none."""


def openings(trial: Trial) -> Iterator[Repair]:
    """A calendar open for longer, for all who keep to it; only minutes that are closed count."""
    for name in dict.fromkeys(each.other for each in trial.of("calendar") if each.other):
        wish = Repair(kind="open", resource=name, size=0)
        plan = trial.plan(without(trial.problem, _kept_by(trial.problem, name)))
        closed = _closed(trial.problem, name, plan) if plan else []
        if closed and (found := _shortest(trial, wish, closed)):
            yield found


def _kept_by(problem: Problem, calendar: str) -> list[Statement]:
    return [
        Statement(kind="calendar", resource=each.name, other=calendar)
        for each in problem.resources
        if each.calendar == calendar
    ]


def _closed(problem: Problem, name: str, plan: Schedule) -> list[Gap]:
    """When the calendar is closed until the last deadline, or until a plan without it ends."""
    assert problem.start is not None, "a calendar"
    must = needed(problem)
    ends = (each.deadline or 0 for each in problem.tasks if each.name in must)
    until = max(plan.makespan, *ends)
    opened = open_stretches(problem.calendar[name], problem.start, problem.time_zone, until)
    begins = [0, *(end for _, end in opened)]
    gaps = zip(begins, [*(begin for begin, _ in opened), until], strict=True)
    return [_gap(span, until) for span in gaps if span[0] < span[1]]


def _gap(span: Span, until: int) -> Gap:
    sides = (*([False] if span[0] > 0 else []), *([True] if span[1] < until else []))
    return Gap(span, sides or (False, True))


def _shortest(trial: Trial, wish: Repair, closed: list[Gap]) -> Repair | None:
    """The hours are made longer on both sides, all alike, until there is a plan; where it works
    then is where to look."""

    def longer(minutes: int) -> Repair:
        return with_spans(wish, chain(*(_edges(gap, minutes) for gap in closed)), 1)

    most = max(gap.span[1] - gap.span[0] for gap in closed)
    found = smallest(lambda minutes: trial.helps(longer(minutes)), most)
    plan = trial.plan(apply(trial.problem, longer(found[0]))) if found else None
    if found is None or plan is None:
        return None
    used = [gap for gap in closed if _works_in(trial.problem, plan, wish.resource, gap.span)]
    alone = [each for gap in used[:TRIED] for each in _alone(trial, wish, gap)]
    if alone:
        return min(alone, key=lambda each: each.size)
    spans = chain(*(_edges(gap, found[0]) for gap in used))
    return cut(with_spans(wish, spans, 1), trial.helps, 1)


def _edges(gap: Gap, minutes: int) -> Iterator[Span]:
    """What of a gap is open if the hours beside it are longer by so many minutes."""
    begin, end = gap.span
    if minutes * len(gap.sides) >= end - begin:
        yield gap.span
    else:
        for late in gap.sides:
            yield (end - minutes, end) if late else (begin, begin + minutes)


def _works_in(problem: Problem, plan: Schedule, calendar: str | None, span: Span) -> bool:
    keeping = {each.name for each in problem.resources if each.calendar == calendar}
    return any(
        each.start < span[1] and each.end > span[0] and not keeping.isdisjoint(each.resources)
        for each in plan.assignments
    )


def _alone(trial: Trial, wish: Repair, gap: Gap) -> Iterator[Repair]:
    """As little of a gap as helps alone, from each end beside which there are hours."""

    def wished(span: Span) -> Repair:
        return with_spans(wish, [span], 1)

    if trial.helps(wished(gap.span)) is not True:
        return
    for late in gap.sides:
        if found := shortest(gap.span, lambda span: trial.helps(wished(span)), late):
            yield wished(found[0]).model_copy(update={"least": found[1]})
