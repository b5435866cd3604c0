"""Calendars that make no sense, and work that fits into no stretch of working time."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from tools.plan.calendar import DAYS, Calendar
from tools.plan.hours import (
    DAY,
    WEEK,
    Span,
    bounds,
    open_stretches,
    skipped,
    together,
    wall,
    weekly,
)
from tools.plan.resource import MAX_AWAY, Resource
from tools.plan.task import Task, Way
from tools.record import PlanError, placed

if TYPE_CHECKING:
    from tools.plan.problem import Problem

SOON = 60 * DAY  # shows nearly always that a task fits
LONG = 400 * DAY  # holds every week of a year, both changes of the clock, and the longest task
MANY = 500  # sets of resources that are looked at; of more, the solver finds out


def check(problem: "Problem") -> None:
    """Refuse calendars without sense, and tasks that fit into no stretch of working time.

    Raises:
        PlanError: the first of them.
    """
    for calendar in problem.calendars:
        _check_hours(calendar)
    for resource in problem.resources:
        if resource.calendar is not None:
            _check_calendar_of(problem, resource.calendar, resource)
    if problem.start is not None:
        for calendar in problem.calendars:
            _check_open(problem, calendar, problem.start)
    _Lengths(problem).check()


def _check_hours(calendar: Calendar) -> None:
    """Hours that overlap are a slip: nobody works twice at the same time."""
    if not calendar.hours and not calendar.extra:
        raise PlanError("never-open", calendar=calendar.name)
    spans = [(*span, hours) for hours in calendar.hours for span in _days(weekly(hours))]
    spans.sort(key=lambda span: span[:2])
    for (_, end, first), (begin, _, second) in pairwise(spans):
        if begin < end:
            raise PlanError(
                "hours-overlap",
                calendar=calendar.name,
                day=DAYS[begin // DAY],
                first=f"{first.start}-{first.end}",
                second=f"{second.start}-{second.end}",
            )


def _days(spans: Iterable[Span]) -> list[Span]:
    """What reaches into the next week stands at the beginning of this one too."""
    return [
        part
        for begin, end in spans
        for part in ([(begin, WEEK), (0, end - WEEK)] if end > WEEK else [(begin, end)])
        if part[0] < part[1]
    ]


def _check_calendar_of(problem: "Problem", name: str, resource: Resource) -> None:
    if name not in problem.calendar:
        if not problem.calendars:
            raise PlanError("no-calendars", resource=resource.name, calendar=name)
        known = ", ".join(problem.calendar)
        raise PlanError("unknown-calendar", resource=resource.name, calendar=name, known=known)
    if problem.start is None:
        raise PlanError("calendar-needs-start", resource=resource.name, calendar=name)


def _check_open(problem: "Problem", calendar: Calendar, start: datetime) -> None:
    zone = calendar.time_zone or problem.time_zone
    moments = [
        text
        for stretch in (*calendar.closed, *calendar.extra)
        for text in (stretch.start, stretch.end)
        if text is not None and len(text) > len("2026-11-24")
    ]
    for moment in moments:
        if skipped(wall(datetime.fromisoformat(moment)), zone):
            error = PlanError("skipped-hour", value=moment, zone=zone)
            raise placed(error, "calendar", calendar.name)
    if not open_stretches(calendar, start, problem.time_zone, SOON):
        last = _last_change(calendar, start)
        if not open_stretches(calendar, start, problem.time_zone, last + LONG):
            key = "never-open" if last < MAX_AWAY else "not-open-in-reach"
            raise PlanError(key, calendar=calendar.name)


def _last_change(calendar: Calendar, start: datetime) -> int:
    """After this minute every week is like the next, as far as anybody looks."""
    ends = [bounds(stretch)[1] - wall(start) for stretch in (*calendar.closed, *calendar.extra)]
    return min(MAX_AWAY, max([0, *ends]))


class _Lengths:
    """How long the resources of a task are open together, at most."""

    def __init__(self, problem: "Problem") -> None:
        self.problem = problem
        self.limited: dict[str, Resource] = {}
        """By name: who is not always there. Those with the same calendar are like the first."""
        first: dict[str, Resource] = {}
        for resource in problem.resources:
            if resource.absences:
                self.limited[resource.name] = resource
            elif resource.calendar is not None:
                self.limited[resource.name] = first.setdefault(resource.calendar, resource)
        self.soon: dict[frozenset[tuple[str, int]], int] = {}
        self.ever: dict[frozenset[tuple[str, int]], int] = {}

    def check(self) -> None:
        if not self.limited:
            return
        for task in self.problem.tasks:
            if task.started is None and task.value is None and len(self.soon) < MANY:
                complaints = [self._complaint(task, way) for way in task.ways]
                if all(complaints) and complaints[0]:
                    raise complaints[0]

    def _complaint(self, task: Task, way: Task | Way) -> PlanError | None:
        """Why a task cannot be done in this way, if it cannot."""
        wanted = 1 if task.pausable else way.duration
        named = {name: way.demands[name] for name in way.demands if name in self.limited}
        if (longest := self._longest(named, wanted)) < wanted:
            return _too_long(task, way, ", ".join(named), longest)
        for skill in way.skills:
            able = [resource.name for resource in self.problem.skilled[skill]]
            longest = max(
                self._longest({name: 1} if name in self.limited else {}, wanted) for name in able
            )
            if longest < wanted:
                return _too_long(task, way, ", ".join(able[:12]), longest)
        return None

    def _longest(self, named: dict[str, int], wanted: int) -> int:
        """The longest stretch in which all `named` are there, or one of at least `wanted`."""
        if not named:
            return wanted
        who = frozenset(
            (self.limited[name].name, amount if self.limited[name].absences else 1)
            for name, amount in named.items()
        )
        if who not in self.soon:
            self.soon[who] = self._length(who, SOON)
        if self.soon[who] >= wanted:
            return self.soon[who]
        if who not in self.ever:
            self.ever[who] = self._length(who, self._last_change(who) + LONG)
        return self.ever[who]

    def _length(self, who: frozenset[tuple[str, int]], until: int) -> int:
        asked = [(self.limited[name], amount) for name, amount in who]
        spans = together(self.problem, asked, until)
        return max((end - begin for begin, end in spans), default=0)

    def _last_change(self, who: frozenset[tuple[str, int]]) -> int:
        last = 0
        for resource in (self.limited[name] for name, _ in who):
            last = max(last, *(away.end for away in resource.absences), 0)
            if resource.calendar is not None and self.problem.start is not None:
                calendar = self.problem.calendar[resource.calendar]
                last = max(last, _last_change(calendar, self.problem.start))
        return last


def _too_long(task: Task, way: Task | Way, who: str, longest: int) -> PlanError:
    if longest == 0:
        return PlanError("never-open-together", task=task.name, resource=who)
    return PlanError(
        "longest-stretch", task=task.name, resource=who, duration=way.duration, longest=longest
    )
