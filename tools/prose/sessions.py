"""Work that is said to go from one time of day to another: “Welding runs from 9:00 to 11:30
tomorrow”, 明天9:00到11:30焊接, and through the night from 22:00 to 6:00. That is how long it takes
and when it starts."""

import re
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.prose.limits import Limit
from tools.wording.days import ZH_WEEKDAY
from tools.wording.moments import clock_range

_EN_DAY = r"(?:(?:on |this |next ){0,2}(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|(?:on )?\d{4}-\d{2}-\d{2})"
_EN_CLOCK = r"(?:\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|noon)"
_EN = re.compile(
    rf"(?:(?<![a-z])(?:runs?|goes|lasts?|takes place|is|is on|is scheduled) )?(?:(?P<first>{_EN_DAY}),? )?from "
    rf"(?P<hours>{_EN_CLOCK} ?(?:to|till|until|-|–) ?{_EN_CLOCK})(?:,? (?P<day>{_EN_DAY}))?(?![a-z])"
)
_ZH_DAY = rf"(?:(?:今|明|后)天|下?{ZH_WEEKDAY}|\d{{1,2}}月\d{{1,2}}[日号])"
_ZH_CLOCK = rf"(?:(?:早上|上午|中午|下午|晚上)?(?:{NUMBER}点(?:钟|半|一刻|三刻|{NUMBER}分?)?|\d{{1,2}}:\d{{2}}))"
_NEXT = "(?:次日|第二天|翌日)?"
_ZH = lazily.compile(
    rf"(?:在|于)?(?P<day>{_ZH_DAY})?的?从?(?P<hours>{_ZH_CLOCK}\s?(?:到|至|-|–|—|~)\s?{_NEXT}{_ZH_CLOCK})"
)
_NIGHT = re.compile(
    rf"(?:晚上)?(?P<hour>1[89]|2[0-3]):(?P<minute>\d\d)\s?(?:to|till|until|到|至|-|–|—|~)\s?{_NEXT}(?:早上|上午)?"
    r"(?P<until>0?\d):(?P<past>\d\d)"
)
_SAME = re.compile(r"(\d{1,2}:\d\d)\D+\1")
_AHEAD = re.compile(rf"(?:^|[,，])\s*(?:and |then )?(?:on )?(?P<day>{_EN_DAY}|{_ZH_DAY})")
"""The day at the beginning of a clause holds for what follows."""
_NO_WORK = re.compile(
    r"(?<![a-z])(?:away|absent|off|out|closed|open|opens|hours|shift|break|lunch|we|they|busy|holiday|available|works?|between)(?![a-z])"
    "|请假|不在|休息|午休|上班|工作时间|营业|有空|停电|停机|关门|开门|班次|大家|我们"
)
"""What such times may be of, other than a task."""
_STOPS = re.compile(r"[。；;\n!！?？]|\. ")


class Session(NamedTuple):
    """How long something takes and when it starts."""

    start: int
    end: int
    minutes: int
    begins: Limit
    day: tuple[int, int] | None = None
    """Where its day stands, if that is apart from it."""


def sessions(text: str) -> list[Session]:
    """All stretches of time that are told by their two ends, from left to right."""
    low = fold(text)
    return sorted(
        session
        for pattern in (_EN, _ZH)
        for match in pattern.finditer(low)
        if not _NO_WORK.search(_sentence(low, match)) and (session := _session(low, match))
    )


def _sentence(low: str, match: re.Match[str]) -> str:
    """The words around it, up to the stops."""
    before = _STOPS.split(low[max(0, match.start() - 80) : match.start()])[-1]
    return before + " " + _STOPS.split(low[match.end() : match.end() + 40])[0]


def _session(low: str, match: re.Match[str]) -> Session | None:
    hours = _hours(match["hours"])
    if hours is None:
        return None
    day = match["day"] or match.groupdict().get("first") or ""
    ahead = None if day else _ahead(low, match.start())
    if ahead is not None:
        day = low[slice(*ahead)]
    words = f"{day.removeprefix('on ')} {hours[0] // 60}:{hours[0] % 60:02}".strip()
    begins = Limit(match.start(), match.end(), "fixed", words)
    return Session(match.start(), match.end(), hours[1] - hours[0], begins, ahead)


def _hours(words: str) -> tuple[int, int] | None:
    """The two ends in minutes after midnight."""
    if _SAME.fullmatch(words):
        return None
    if night := _NIGHT.fullmatch(words):
        hour, minute, until, past = map(int, night.group("hour", "minute", "until", "past"))
        return 60 * hour + minute, 60 * (24 + until) + past
    return clock_range(words)


def _ahead(low: str, end: int) -> tuple[int, int] | None:
    """Where the day stands that begins this sentence, or a clause of it."""
    begin = max((stop.end() for stop in _STOPS.finditer(low, 0, end)), default=0)
    found = [match.span("day") for match in _AHEAD.finditer(low[begin:end])]
    return (begin + found[-1][0], begin + found[-1][1]) if found else None
