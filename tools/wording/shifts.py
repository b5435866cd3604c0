"""Longer working hours: "the office stays open till 6 pm", "仓库班每天延长一小时"."""

import re

from tools.plan import Problem
from tools.plan.changes import LongerShift
from tools.plan.hours import clock
from tools.wording.durations import duration
from tools.wording.moments import clock_time
from tools.wording.names import mentions
from tools.wording.numbers import fold

_LONGER = re.compile(
    r"延长|加长|加班|增加|多(?=[干开上做工]|\d|[一两二三半])|(?<![a-z])(?:longer|later|extend(?:ed)?|more|extra)(?![a-z])"
)
_SHORTER = re.compile(r"缩短|减少|少|早|(?<![a-z])(?:shorter|earlier|less|cut)(?![a-z])")
_UNTIL = re.compile(r"到|至|(?<![a-z])(?:till|until|to|at)(?![a-z])")


def longer_shift(clause: str, problem: Problem) -> LongerShift | None:
    """How many minutes later, or if negative earlier, a calendar that is known by name ends."""
    text = fold(clause)
    named = [
        each for each in mentions(text, [each.name for each in problem.calendars]) if each.exact
    ]
    if len({each.name for each in named}) != 1:
        return None
    name, rest = named[0].name, text[named[0].end :]
    until = _UNTIL.search(rest)
    ends = clock_time(rest[until.end() :]) if until else None
    if ends is not None:
        return LongerShift(calendar=name, minutes=ends - _end(problem, name))
    found = duration(rest)
    if found is None:
        return None
    if _LONGER.search(rest):
        return LongerShift(calendar=name, minutes=found.minutes)
    return LongerShift(calendar=name, minutes=-found.minutes) if _SHORTER.search(rest) else None


def _end(problem: Problem, name: str) -> int:
    """The minute of the day at which the last hours of the calendar end."""
    return max(clock(each.end) for each in problem.calendar[name].hours)
