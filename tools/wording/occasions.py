"""Absences at several times in one sentence: "two people are away on Monday morning and one on
Tuesday", 小王周一上午请假、周三也请假. Each time is said again with all that is said once, so that what
reads one absence reads each; one stretch over all of them would be longer than what is meant."""

import re
from collections.abc import Iterator
from itertools import islice

from knowledge import lazily
from knowledge.numbers import NUMBER, spans
from tools.plan import Problem
from tools.wording.absences import RETURNS, absent
from tools.wording.days import EN_WEEKDAY, ZH_WEEKDAY
from tools.wording.moments import moment

_DAY = (
    rf"(?:下?{ZH_WEEKDAY}|[今明后][天日]|"
    rf"(?<![a-z])(?:next )?(?:today|(?:day after )?tomorrow|{EN_WEEKDAY})(?![a-z]))"
)
_HOUR = rf"(?:{NUMBER}点半?|(?<!\d)\d{{1,2}}(?::\d\d)?(?!\d)(?:\s?[ap]m(?![a-z]))?|noon(?![a-z]))"
_TIME = lazily.compile(
    rf"{_DAY}(?:\s?(?:上午|下午|中午|早上|晚上|(?:morning|afternoon|evening)(?![a-z])))?"
    rf"(?:\s?(?:from |at |between )?{_HOUR}(?:\s?(?:to|till|until|and|-|–|到|至)\s?{_HOUR})?)?"
)
_FILL = (
    r"(?:\s?(?:[个名位人也又还则再有另]|员工|(?<![a-z])(?:persons?|people|man|woman|of them|other|is|are|"
    r"will|be|also|again|too|then|away|off|out|ill|sick|absent|short|down|only|just|on|the|in)(?![a-z]))){0,6}"
)
_AND = lazily.compile(
    r"\s?(?:[,，、;；]\s?(?:(?:and|then) )?|(?<![a-z])and(?![a-z])|和|以及|还有|而且|并且)"
    rf"{_FILL}\s?(?P<before>{NUMBER})?{_FILL}\s?(?P<time>{_TIME.pattern}){_FILL}"
    rf"(?P<behind>{NUMBER}(?=[个名位人]))?"
)
_FROM = re.compile(r"(?:(?<![a-z])(?:between|from)\s?|[从自])$")
"""Before a time: “between Monday and Wednesday” is one stretch, which may have two times."""


MOST = 8
"""Times in one part that are looked at."""


def each_time(text: str, problem: Problem) -> Iterator[str]:
    """A part of a message, once for each time that it says somebody is away."""
    for _ in range(MOST if absent(text) else 0):
        found = (_apart(text, joint, problem) for joint in islice(_AND.finditer(text), MOST))
        if (two := next(filter(None, found), None)) is None:
            break
        first, text = two
        yield first
    yield text


def _apart(text: str, joint: re.Match[str], problem: Problem) -> tuple[str, str] | None:
    """What is said up to a word that joins, and what is said of the time behind it; None where both
    times are one stretch."""
    before, tail = text[: joint.start()], text[joint.end() :]
    times = [*_TIME.finditer(before)]
    if not times or RETURNS.search(text):
        return None
    front, back = before[: times[0].start()], before[times[-1].end() :]
    if (stretch := _FROM.search(front)) and len(times) == 1:
        return None
    first, second = moment(times[-1][0], problem), moment(joint["time"], problem)
    many = joint["before"] or joint["behind"]
    if first is None or second is None or not (many or second.first != first.last + 1):
        return None
    front = front[: stretch.start()] if stretch else front
    if many:
        front, back = _counted(front, many), _counted(back, many)
    return before if absent(before) else before + tail, front + joint["time"] + back + tail


def _counted(text: str, many: str) -> str:
    """With another number in the place of the first."""
    first = next(spans(text), None)
    return text if first is None else text[: first.start] + many + text[first.end :]
