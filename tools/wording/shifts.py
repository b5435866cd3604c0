"""Longer working hours: "the office stays open till 6 pm", "仓库班每天延长一小时"."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.calendar import Day
from tools.plan.changes import LongerShift, OpenDay
from tools.plan.hours import clock
from tools.wording.days import words_of_day
from tools.wording.durations import duration
from tools.wording.moments import clock_time
from tools.wording.names import mentions

_LONGER = re.compile(
    r"延长|加长|加班|晚(?=[走下收关半]|\d|[一两二三])|多(?=[干开上做工]|\d|[一两二三半])|(?<![a-z])(?:longer|later|extend(?:ed|ing)?|extra)(?![a-z])"
)
_SHORTER = re.compile(
    r"缩|减|砍|少|早(?=[收关下结]|\d|[一两二三半])|(?<![a-z])(?:shorter|shorten\w*|cut|reduc\w+|trim\w*|earlier|early|less|sooner)(?![a-z])"
)
_UNTIL = re.compile(
    r"[干开上做营延加推宽拉拖][^，,]{0,3}到|(?<![a-z])(?:till|until|close[sd]? at|end(?:s|ed)? at)(?![a-z])"
)
_BEGINS = re.compile(
    r"开门|开始|提前|(?<![a-z])(?:open(?:s|ed|ing)? (?:at|from|earlier)|starts?|started|begins?|began)(?![a-z])"
)
"""What is said of the beginning of a day changes something else."""

_OPENS = re.compile(
    r"(?:早|提前|晚|推迟)[^，,]{0,6}(?:上班|开工|开门|开始)|(?:上班|开工|开门|开始)[^，,]{0,4}(?:早|提前|晚|推迟)|"
    r"(?<![a-z])(?:start|begin|open|come in)s? [^,.?!]{0,24}(?:earlier|sooner|later)(?![a-z])"
)
"""The day begins at another time: it gets no shorter at its end."""

_WORKS = re.compile(
    r"(?<!不)(?:上班|开工|加[^，,。]{0,3}班|营业|开门|干活|工作|做事)|(?<![a-z])(?<!n't )(?<!not )(?:work(?:s|ed|ing)?|open(?:s|ed)?)(?![a-z])"
)
_DAILY = re.compile(
    r"每[天日]|天天|(?<![a-z])(?:each|every|per|a|the|our) (?:(?:working )?day|evening)s?(?![a-z])|(?<![a-z])daily(?![a-z])"
)
_WEEKEND: dict[Day, re.Pattern[str]] = {
    "sat": re.compile(
        r"(?:周|星期|礼拜)六|周末|双休|(?<![a-z])(?:saturdays?|sat|weekends?)(?![a-z])"
    ),
    "sun": re.compile(
        r"(?:周|星期|礼拜)[日天]|周末|双休|(?<![a-z])(?:sundays?|sun|weekends?)(?![a-z])"
    ),
}


def longer_shift(clause: str, problem: Problem) -> LongerShift | None:
    """How many minutes later, or if negative earlier, the days of a calendar end."""
    text = fold(clause)
    named = [
        each for each in mentions(text, [each.name for each in problem.calendars]) if each.exact
    ]
    if len({each.name for each in named}) != 1 or _BEGINS.search(text):
        return None
    return shifted(text, named[0].name, problem, sure=True)


def shifted(text: str, name: str, problem: Problem, *, sure: bool = False) -> LongerShift | None:
    """The same for one calendar.

    Args:
        sure: only where the words say whether it is longer or shorter.
    """
    begins, ends = _last_hours(problem, name)
    until = _UNTIL.search(text)
    closing = clock_time(text[until.start() :]) if until else None
    shorter = _SHORTER.search(text)
    if closing is not None:
        closing += 12 * 60 if closing <= begins else 0
        later = closing - ends
    elif (found := duration(text)) is None:
        return None
    elif _LONGER.search(text) or not (sure or shorter):
        later = found.minutes
    elif shorter:
        later = -found.minutes
    else:
        return None
    return LongerShift(calendar=name, minutes=later) if later and ends + later > begins else None


def opened(text: str, name: str, problem: Problem) -> tuple[OpenDay, ...]:
    """The further days of the week on which one calendar is open, as far as it is not yet."""
    held = {day for hours in problem.calendar[name].hours for day in hours.days}
    days = (each for each in _further_days(text) if each not in held)
    return tuple(OpenDay(calendar=name, day=day) for day in days)


def of_all(text: str, problem: Problem) -> tuple[LongerShift | OpenDay, ...]:
    """What a text that names no calendar changes about the working hours of everybody: longer days,
    or further days of the week."""
    used = {each.calendar for each in problem.resources}
    names = [each.name for each in problem.calendars if each.name in used]
    if works_further(text):
        return tuple(each for name in names for each in opened(text, name, problem))
    if not (_DAILY.search(text) or _works_until(text)) or _OPENS.search(text):
        return ()
    found = (shifted(text, name, problem, sure=True) for name in names)
    return tuple(each for each in found if each is not None)


def _works_until(text: str) -> bool:
    """“What if we worked until 8 pm?”, on no day in particular."""
    return bool(_WORKS.search(text) and _UNTIL.search(text)) and not words_of_day(text)


def each_day(text: str, name: str, problem: Problem) -> LongerShift | None:
    """“We run the press an hour longer each day”: the hours of its calendar."""
    calendar = problem.resource[name].calendar if name in problem.resource else None
    if calendar is None or not _DAILY.search(text) or _OPENS.search(text):
        return None
    return shifted(text, calendar, problem, sure=True)


def works_further(text: str) -> bool:
    """Does a text say that there is work on a day of the weekend?"""
    return bool(_WORKS.search(text) and _further_days(text))


def _further_days(text: str) -> list[Day]:
    return [day for day, words in _WEEKEND.items() if words.search(text)]


def _last_hours(problem: Problem, name: str) -> tuple[int, int]:
    """The minutes of the day at which the last hours of the calendar begin and end."""
    return max((clock(each.start), clock(each.end)) for each in problem.calendar[name].hours)
