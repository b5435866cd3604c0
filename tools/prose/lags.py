"""How long lies at least between the end of a task and the start of another: “labelling, 30
minutes, 2 hours after filling”, “焊接完至少隔1小时再打磨”. Such a time is the duration of neither."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.prose.records import Row
from tools.wording.lags import marked_in
from tools.wording.names import Mention

_ON = r"[^◆◇.。;；!！?？\n]"
"""What may stand between two of them: no other task, no other time, the same sentence."""
_LEAST = r"(?:at least|no (?:sooner|earlier) than|(?:not )?(?:before|until|till|sooner than)|only|starts?|begins?)"
_WAIT = r"(?<![a-z])(?:wait|leave|allow|keep|pause|stay)(?:s|ing)?(?: for| at least| about| apart| a (?:gap|break|pause) of)*"
_TASK_FIRST = (
    rf"◆{_ON}{{0,24}}◇{_ON}{{0,32}}(?P<one>◇) (?:or more )?(?:after|later than|following) (?:the |its )?(?:◆|that|this|it)"
    rf"|◆{_ON}{{0,30}}{_LEAST} (?:at least )?(?P<two>◇) (?:or more )?(?:after|later than|following) (?:the )?◆"
    rf"|◆{_ON}{{0,12}}◇{_ON}{{0,8}}◆{_ON}{{0,6}}[后完束]{_ON}{{0,4}}(?P<three>◇)(?:之后|以后|后)"
)
_OTHER_FIRST = (
    rf"{_WAIT} (?P<four>◇) (?:between (?:the )?◆ and|after (?:the )?◆{_ON}{{0,12}}(?:before|then|and)) (?:the )?◆"
    rf"|◆{_ON}{{0,8}}[后完好束了]{_ON}{{0,6}}(?:等|隔|过|至少|最少){_ON}{{0,4}}(?P<five>◇){_ON}{{0,8}}◆"
    rf"|◆[和与到跟]◆之?间{_ON}{{0,8}}(?:等|隔|留|空){_ON}{{0,3}}(?P<six>◇)"
)
_LAGS = re.compile(rf"(?P<task>{_TASK_FIRST})|{_OTHER_FIRST}")
_TIMES = ("one", "two", "three", "four", "five", "six")


class Lag(NamedTuple):
    """So many minutes between two tasks, by name, and where they are said."""

    task: str
    other: str
    minutes: int
    start: int
    end: int


def lags(message: str, rows: Sequence[Row]) -> list[Lag]:
    """All in `message`, each pair of tasks once."""
    found: dict[tuple[str, str], Lag] = {}
    for each in _lags(message, rows):
        if each.task != each.other and (each.other, each.task) not in found:
            found.setdefault((each.task, each.other), each)
    return list(found.values())


def _lags(message: str, rows: Sequence[Row]) -> Iterator[Lag]:
    marked, _, names, lengths = marked_in(fold(message), [row.name for row in rows])
    for match in _LAGS.finditer(marked):
        first = marked[: match.start()].count("◆")
        beyond = match[0].count("◆") == 1  # “2 hours after that”: what was spoken of before
        one, two = names[first].name, _before(names, first) if beyond else names[first + 1].name
        time = next(match.start(each) for each in _TIMES if match[each])
        said = lengths[marked[:time].count("◇")]
        if two:
            task, other = (one, two) if match["task"] else (two, one)
            yield Lag(task, other, said.minutes, said.start, said.end)


def _before(names: Sequence[Mention], place: int) -> str:
    one = names[place]
    return next((n.name for n in reversed(names[:place]) if n.name != one.name), "")
