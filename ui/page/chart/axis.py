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
CLOCK_STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK)


def labels(problem: Problem, end: int, language: Language) -> tuple[list[int], list[str]]:
    """Minutes up to `end`, and what stands at them: dates and times, if the plan has a start."""
    if problem.start is not None:
        return _clock_labels(problem, end, language)
    at = ticks(end)
    zero = say("duration-hours", language, hours=0)
    return at, [span(minute, language) if minute else zero for minute in at]


def ticks(end: int) -> list[int]:
    """0 and at most `MOST` round minutes up to `end`."""
    step = next((step for step in STEPS if end < step * (MOST + 1)), None)
    step = step or -(-end // (MOST * 1440)) * 1440
    return list(range(0, end + 1, step))


def clock_ticks(problem: Problem, end: int) -> list[int]:
    """At most `MOST` minutes up to `end` at which the wall clock shows something round."""
    assert problem.start is not None
    first = wall(problem.start)
    step = next((step for step in CLOCK_STEPS if end < step * MOST), None)
    step = step or -(-end // (MOST * WEEK)) * WEEK
    begin = to_elapsed(first, problem.time_zone)
    found = (to_elapsed(at, problem.time_zone) - begin for at in _round(first, end, step))
    return list(dict.fromkeys(minute for minute in found if 0 <= minute <= end))


def _round(first: int, end: int, step: int) -> Iterator[int]:
    """Minutes on the wall clock: multiples of `step` of a day; of weeks, Mondays."""
    monday = -EPOCH_WEEKDAY * DAY
    base = monday + (first - monday) // WEEK * WEEK if step >= DAY else first // DAY * DAY
    return iter(range(base + (first - base) // step * step, first + end + 2 * DAY, step))


def _clock_labels(problem: Problem, end: int, language: Language) -> tuple[list[int], list[str]]:
    at = clock_ticks(problem, end)
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
