"""Calendars and absences in minutes from the start: when is who open, and how many units are there?

Working time is put together on the wall clock of the calendar's zone, in whole minutes since 1970
there (`wall` below), where eight o'clock is always eight o'clock. Only the finished stretches are
turned into elapsed minutes, which count on through daylight saving.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tools.plan.calendar import DAYS, Calendar, Hours, Stretch

if TYPE_CHECKING:
    from tools.plan.problem import Problem
    from tools.plan.resource import Resource

DAY = 24 * 60
WEEK = 7 * DAY
YEAR = 366 * DAY
EPOCH = datetime(1970, 1, 1)
EPOCH_WEEKDAY = EPOCH.weekday()  # a Thursday
LAST = (datetime(9999, 12, 30) - EPOCH) // timedelta(minutes=1)

Span = tuple[int, int]
"""From one minute to another, which no longer belongs to it."""


def units(problem: "Problem", resource: "Resource", until: int) -> list[Span]:
    """How many units of `resource` there are, as steps (minute, units from then on).

    The first minute is 0, minutes grow, neighbours differ; right for all minutes below `until`.
    """
    if resource.calendar is None and not resource.absences:
        return [(0, resource.capacity)]
    opened = open_of(problem, resource, until)
    events = [(begin, 1, 0) for begin, _ in opened] + [(end, -1, 0) for _, end in opened]
    for away in resource.absences:
        amount = resource.capacity if away.amount is None else away.amount
        events += [(away.start, 0, amount), (away.end, 0, -amount)]
    events.sort()
    steps, is_open, gone = [(0, 0)], 0, 0
    for minute, change, amount in events:
        is_open, gone = is_open + change, gone + amount
        level = max(0, resource.capacity - gone) if is_open else 0
        if steps[-1][0] == minute:
            steps.pop()
        if not steps or steps[-1][1] != level:
            steps.append((minute, level))
    return [step for step in steps if step[0] < max(1, until)]


def together(problem: "Problem", asked: Iterable[tuple["Resource", int]], until: int) -> list[Span]:
    """When so many units of each resource are there at the same time: sorted, merged, up to
    minute `until`."""
    spans: list[Span] = [(0, until)]
    for resource, amount in asked:
        steps = [*units(problem, resource, until), (until, 0)]
        there = [(begin, end) for (begin, level), (end, _) in pairwise(steps) if level >= amount]
        spans = common(spans, merged(there))
    return spans


def common(ours: Sequence[Span], theirs: Sequence[Span]) -> list[Span]:
    """What two sorted lists of spans share."""
    found, at, other = [], 0, 0
    while at < len(ours) and other < len(theirs):
        begin = max(ours[at][0], theirs[other][0])
        end = min(ours[at][1], theirs[other][1])
        if begin < end:
            found.append((begin, end))
        if ours[at][1] <= theirs[other][1]:
            at += 1
        else:
            other += 1
    return found


def open_of(problem: "Problem", resource: "Resource", until: int) -> list[Span]:
    """When the calendar of `resource` is open between minute 0 and `until`, whoever is away."""
    if resource.calendar is None or problem.start is None:
        return [(0, until)]
    calendar = problem.calendar[resource.calendar]
    return open_stretches(calendar, problem.start, problem.time_zone, until)


def open_stretches(calendar: Calendar, start: datetime, zone: str, until: int) -> list[Span]:
    """When `calendar` is open, in elapsed minutes between 0 and `until`: sorted, merged.

    A time of day that daylight saving skips becomes the first minute after the gap; one that it
    shows twice is the first of the two.

    Args:
        start: minute 0 on the wall clock of `zone`.
    """
    return list(_open_stretches(calendar, start, zone, until))


@lru_cache(maxsize=64)
def _open_stretches(calendar: Calendar, start: datetime, zone: str, until: int) -> tuple[Span, ...]:
    first = to_elapsed(wall(start), zone)
    own = calendar.time_zone or zone
    found = _open_on_the_wall(calendar, first - 2 * DAY, first + until + 2 * DAY)
    return tuple(
        (max(0, begin - first), min(until, end - first))
        for begin, end in merged(_elapsed(found, own))
        if end > first and begin < first + until and until > 0
    )


def wall(moment: datetime) -> int:
    """A time on the wall clock as minutes since 1970 on the same clock."""
    return (moment.replace(tzinfo=None) - EPOCH) // timedelta(minutes=1)


def to_elapsed(minute: int, zone: str) -> int:
    """The minute since 1970 in UTC at which the wall clock of `zone` first shows `minute`, or the
    first minute after it if it is skipped."""
    early, late = (_offset(minute, zone, fold) for fold in (0, 1))
    if late <= early:
        return minute - early
    shift = range(minute - late, minute - early + 1)  # the clock is put forward in between
    return shift[bisect_left(shift, late, key=lambda at: _offset_at(at, zone))]


def skipped(minute: int, zone: str) -> bool:
    """Whether the wall clock of `zone` never shows `minute`."""
    return _offset(minute, zone, 1) > _offset(minute, zone, 0)


def _offset(minute: int, zone: str, fold: int = 0) -> int:
    """By how many minutes the wall clock of `zone` is ahead of UTC when it shows `minute`."""
    moment = EPOCH + timedelta(minutes=min(max(minute, 0), LAST))
    ahead = moment.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset() or timedelta()
    return ahead // timedelta(minutes=1)


def _offset_at(minute: int, zone: str) -> int:
    """By how many minutes the wall clock of `zone` is ahead, at a minute since 1970 in UTC."""
    moment = EPOCH + timedelta(minutes=min(max(minute, DAY), LAST - DAY))
    return wall(moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))) - wall(moment)


def _open_on_the_wall(calendar: Calendar, first: int, last: int) -> list[Span]:
    """When `calendar` is open from about `first` to about `last`, on its wall clock."""
    monday = (first // DAY + EPOCH_WEEKDAY) // 7 * 7 - EPOCH_WEEKDAY - 7
    week = merged(sorted(span for hours in calendar.hours for span in weekly(hours)))
    found = merged(
        (base + begin, base + end)
        for base in range(monday * DAY, last + 1, WEEK)
        for begin, end in week
    )
    for stretch in calendar.closed:
        _cut(found, *bounds(stretch))
    extra = [span for span in map(bounds, calendar.extra) if span[1] > first and span[0] < last]
    return merged(sorted([*found, *extra])) if extra else found


def weekly(hours: Hours) -> list[Span]:
    """`hours` as minutes from Monday at midnight; a night shift may end after Sunday."""
    begin, end = clock(hours.start), clock(hours.end)
    if end <= begin:
        end += DAY
    return [(DAYS.index(day) * DAY + begin, DAYS.index(day) * DAY + end) for day in hours.days]


def clock(text: str) -> int:
    """`08:30` as minutes after midnight."""
    return int(text[:2]) * 60 + int(text[3:])


def bounds(stretch: Stretch) -> Span:
    """A stretch on the wall clock; a date without a time is the whole day."""
    end = stretch.end or stretch.start[:10]
    day = DAY if len(end) == 10 else 0
    return wall(datetime.fromisoformat(stretch.start)), wall(datetime.fromisoformat(end)) + day


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans without empty ones, with those that touch or overlap made one."""
    found: list[Span] = []
    for begin, end in spans:
        if end <= begin:
            continue
        if found and begin <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _cut(spans: list[Span], begin: int, end: int) -> None:
    """Take what lies between `begin` and `end` out of sorted `spans`."""
    first = bisect_right(spans, begin, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    pieces = [piece for a, b in spans[first:last] for piece in ((a, begin), (end, b))]
    spans[first:last] = [(a, b) for a, b in pieces if a < b]


def _elapsed(spans: list[Span], zone: str) -> list[Span]:
    """Sorted spans on the wall clock of `zone` in minutes since 1970 in UTC."""
    if not spans:
        return []
    found: list[Span] = []
    at = 0
    for steady_until, ahead in _steady(spans[0][0] // YEAR, spans[-1][1] // YEAR, zone):
        place = bisect_right(spans, steady_until, lo=at, key=lambda span: span[1])
        found += [(begin - ahead, end - ahead) for begin, end in spans[at:place]]
        at = place
        while at < len(spans) and spans[at][0] < steady_until + 2 * DAY:  # around the change
            found.append((to_elapsed(spans[at][0], zone), to_elapsed(spans[at][1], zone)))
            at += 1
    return found


@lru_cache(maxsize=64)
def _steady(first: int, last: int, zone: str) -> tuple[Span, ...]:
    """Until which minutes on the wall clock the offset of `zone` stays what it is, from the year
    `first` after 1970 to after the year `last`. A change lies within a day after such a minute."""
    days = range(first * YEAR - DAY, (last + 1) * YEAR + 2 * DAY, DAY)
    ahead = [_offset(day, zone) for day in days]
    pairs = zip(days, pairwise(ahead), strict=False)
    changes = ((day, before) for day, (before, after) in pairs if before != after)
    return (*changes, (days[-1], ahead[-1]))
