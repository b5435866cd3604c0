"""Where the time axis of the chart has labels, and what they say."""

from collections.abc import Iterator

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.plan.hours import DAY, EPOCH_WEEKDAY, WEEK, to_elapsed, wall
from tools.telling import day, span

# Minutes between two labels; the first that needs no more than MOST of them is taken.
STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 7200, 14400, 43200, 129600)
MOST = 4  # more would not fit beside task names on a screen 360 px wide
FINEST = 256  # labels on the whole axis, for who looks closest
CLOCK_STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK)


Labels = tuple[list[int], list[str]]


def labels(problem: Problem, end: int, language: Language, most: int = MOST) -> Labels:
    """At most `most` minutes up to `end`, and what stands at them: dates and times, if the plan has
    a start."""
    if problem.start is not None:
        return _clock_labels(problem, end, language, most)
    at = ticks(end, most)
    return at, [_since_start(minute, language) for minute in at]


def _since_start(minute: int, language: Language) -> str:
    """Hours and minutes in two lines: in one, neighbours would touch on a narrow screen."""
    if not minute:
        return say("duration-hours", language, hours=0)
    hours, rest = minute // 60 * 60, minute % 60
    return "<br>".join(span(part, language) for part in (hours, rest) if part)


def levels(problem: Problem, end: int, language: Language) -> list[Labels]:
    """The same, and finer and finer labels for who looks closer."""
    found: list[Labels] = []
    most = MOST
    while most <= FINEST:
        new = labels(problem, end, language, most)
        if not found or len(new[0]) > len(found[-1][0]):
            found.append(new)
        most *= 2
    return found


def ticks(end: int, most: int = MOST) -> list[int]:
    """0 and at most `most` round minutes up to `end`."""
    step = next((step for step in STEPS if end < step * (most + 1)), None)
    step = step or -(-end // (most * 1440)) * 1440
    return list(range(0, end + 1, step))


def clock_ticks(problem: Problem, end: int, most: int = MOST) -> list[int]:
    """At most `most` minutes up to `end` at which the wall clock shows something round."""
    assert problem.start is not None
    first = wall(problem.start)
    step = next((step for step in CLOCK_STEPS if end < step * most), None)
    step = step or -(-end // (most * WEEK)) * WEEK
    begin = to_elapsed(first, problem.time_zone)
    found = (to_elapsed(at, problem.time_zone) - begin for at in _round(first, end, step))
    return list(dict.fromkeys(minute for minute in found if 0 <= minute <= end))


def _round(first: int, end: int, step: int) -> Iterator[int]:
    """Minutes on the wall clock: multiples of `step` of a day; of weeks, Mondays."""
    monday = -EPOCH_WEEKDAY * DAY
    base = monday + (first - monday) // WEEK * WEEK if step >= DAY else first // DAY * DAY
    return iter(range(base + (first - base) // step * step, first + end + 2 * DAY, step))


def _clock_labels(problem: Problem, end: int, language: Language, most: int) -> Labels:
    at = clock_ticks(problem, end, most)
    moments = [moment_of(minute, problem) for minute in at]
    days = [day(moment, language, key="page-axis-day") for moment in moments]
    times = [f"{moment:%H:%M}" for moment in moments]
    if all(time == "00:00" for time in times):
        return at, days
    dates = [None, *(moment.date() for moment in moments)]
    return at, [
        f"{time}<br>{words.replace('<br>', ' ')}" if dates[place] != dates[place + 1] else time
        for place, (time, words) in enumerate(zip(times, days, strict=True))
    ]
