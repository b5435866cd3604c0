"""How many units of a resource there are in a minute: a minute is turned into UTC, then into what
a clock on the wall of the calendar's place shows, and that is compared with what is written."""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from tools.plan import DAYS, Calendar, Hours, Problem, Stretch

DAY = timedelta(days=1)


class Clock:
    """The units of each resource of a problem, minute by minute."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._calendars = {calendar.name: calendar for calendar in problem.calendars}
        self._units: dict[tuple[str, int], int] = {}
        self._working: dict[tuple[str | range, ...], list[bool]] = {}
        self._open = {
            each.name: _known(each, problem.start, problem.time_zone) for each in problem.calendars
        }

    def units(self, resource: str, minute: int) -> int:
        """Units of `resource` there are in `minute`; 0 means closed."""
        known = self._units.get((resource, minute))
        if known is None:
            known = self._units[resource, minute] = self._count(resource, minute)
        return known

    def _count(self, name: str, minute: int) -> int:
        resource = self.problem.resource[name]
        if resource.calendar is not None and not self._opens(resource.calendar, minute):
            return 0
        away = sum(
            resource.capacity if absence.amount is None else absence.amount
            for absence in resource.absences
            if absence.start <= minute < absence.end
        )
        return max(0, resource.capacity - away)

    def _opens(self, name: str, minute: int) -> bool:
        known = self._open[name]
        if minute not in known:
            calendar = self._calendars[name]
            known[minute] = shows_open(calendar, wall(self.problem, calendar, minute))
        return known[minute]

    def steps(self, resource: str, until: int) -> list[tuple[int, int]]:
        """From which minute on how many units there are, before `until`; the first is minute 0."""
        units = [self.units(resource, minute) for minute in range(until)]
        return [(at, count) for at, count in enumerate(units) if not at or count != units[at - 1]]

    def held(self, resources: dict[str, int]) -> list[str]:
        """Those of `resources` that are held while a task runs: all but stock."""
        return [name for name in resources if self.problem.resource[name].kind != "stock"]

    def works(self, resources: dict[str, int], minute: int) -> bool:
        """Whether everything that is held is open in `minute`."""
        return all(self.units(name, minute) > 0 for name in self.held(resources))

    def working(self, resources: dict[str, int], minutes: range) -> list[bool]:
        """Whether it is, in each of `minutes`; what is moved is judged among rows that stay."""
        held = self.held(resources)
        key = *held, minutes
        if key not in self._working:
            self._working[key] = [all(self.units(name, at) > 0 for name in held) for at in minutes]
        return self._working[key]


@lru_cache(maxsize=64)
def _known(calendar: Calendar, start: datetime | None, zone: str) -> dict[int, bool]:
    """In which minutes a calendar is open, as far as anybody asked: problems that differ in their
    tasks alone share it."""
    return {}


def wall(problem: Problem, calendar: Calendar, minute: int) -> datetime:
    """What the clock at the calendar's place shows in `minute`.

    An hour that is shown twice counts the first time; while it is shown again, everything stays as
    it was in the minute before the clock was put back.
    """
    assert problem.start is not None
    begins = problem.start.replace(tzinfo=ZoneInfo(problem.time_zone)).astimezone(UTC)
    place = ZoneInfo(calendar.time_zone or problem.time_zone)
    now = begins + timedelta(minutes=minute)
    while now.astimezone(place).fold:
        now -= timedelta(minutes=1)
    return now.astimezone(place).replace(tzinfo=None)


def shows_open(calendar: Calendar, now: datetime) -> bool:
    """Extra hours beat closed ones, closed ones beat the week's."""
    if any(_within(stretch, now) for stretch in calendar.extra):
        return True
    if any(_within(stretch, now) for stretch in calendar.closed):
        return False
    return any(_in_hours(hours, now) for hours in calendar.hours)


def _in_hours(hours: Hours, now: datetime) -> bool:
    start, end = _minutes(hours.start), _minutes(hours.end)
    if end <= start:
        end += timedelta(days=1)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return any(
        DAYS[day.weekday()] in hours.days and day + start <= now < day + end
        for day in (today, today - DAY)
    )


@cache
def _minutes(clock: str) -> timedelta:
    hour, minute = clock.split(":")
    return timedelta(hours=int(hour), minutes=int(minute))


def _within(stretch: Stretch, now: datetime) -> bool:
    start, end = _span(stretch.start, stretch.end)
    return start <= now < end


@cache
def _span(start: str, end: str | None) -> tuple[datetime, datetime]:
    last = end if end is not None else start[:10]
    until = datetime.fromisoformat(last)
    if len(last) == len("2026-12-24"):
        until += DAY
    return datetime.fromisoformat(start), until
