"""The answer to a question for durations -> the changes: "2 hours, 30 minutes and a day", "都是两小时",
"welding 2h, the rest an hour". A message that says anything else is no such answer."""

import re
from collections.abc import Sequence

from knowledge.numbers import NUMBER, fold, spans
from tools.plan import Problem
from tools.plan.changes import SetDuration
from tools.plan.checks import listing
from tools.record import PlanError
from tools.wording.durations import Duration, duration, durations
from tools.wording.names import mentions

_EACH = re.compile(r"(?<![a-z])(?:each|all|both|every\w*|apiece)(?![a-z])|[各每均都]|全部|所有")
_REST = re.compile(r"(?<![a-z])(?:rest|others?|remaining)(?![a-z])|其[余他它]|剩下|别的")
_CUTS = (
    re.compile(r"[,，、;；/\n]"),
    re.compile(
        r"[,，、;；/\n]|(?<![a-z])(?:and|then)(?![a-z])(?! (?:a )?(?:half|quarter))|[和跟]|然后"
    ),
)
"""Between the times of two tasks."""
_FILLER = re.compile(
    r"(?:\W|(?<![a-z])(?:it|they|that|this|them|those|these|one|ones|tasks?|steps?|takes?|taking|needs?|lasts?|is|are|will|would|should|be|"
    r"about|around|approx\w*|roughly|maybe|probably|perhaps|i|we|think|guess|say|let's|and|then|each|all|both|every\w*|apiece|of|for|the|"
    r"rest|others?|remaining|respectively|in|order|ok(?:ay)?|well|so|just|duration|time|please|also|to|with|first|second|third|last)(?![a-z])|"
    r"大概|大约|左右|差不多|可能|应该|估计|需要?|分别|时间|时长|任务|它们|全部|所有|其[余他它]|剩下|别的|[约要用花是都各每均个项道和跟与吧嗯就算为按行好那的了我想觉得，。、；：们])*"
)


def filled(message: str, problem: Problem) -> list[SetDuration]:
    """The durations that `message` gives to tasks of which nobody said one; none if it says
    anything else.

    Raises:
        PlanError: it gives durations, but not which task has which.
    """
    gaps, text = problem.untimed, fold(message)
    times = list(_times(text, len(gaps)) if gaps else ())
    named = mentions(message, list(problem.by_name)) if times else []
    places = [(time.start, time.end) for time in times] + [(n.start, n.end) for n in named]
    if not times or not _FILLER.fullmatch(_without(text, places)):
        return []
    names = [each.name for each in named]
    if len(times) == len(names) + 1 and _REST.search(text):
        left = [name for name in gaps if name not in names]
        names, times = [*names, *left], [*times[:-1], *times[-1:] * len(left)]
    elif not names:
        names = list(gaps)
        if len(times) == 1 and _EACH.search(text):
            times = [*times] * len(names)
        if len(times) != len(names):
            raise PlanError("which-gap", count=len(names), names=listing(names))
    if len(times) != len(names):
        return []
    return [SetDuration(task=n, minutes=t.minutes) for n, t in zip(names, times, strict=True)]


def _times(text: str, count: int) -> Sequence[Duration]:
    """All durations: "2 hours, 30 minutes" is one, or two if that makes as many as `count`. In “2,
    3 and 1 hours” the last number's unit is that of all."""
    found = durations(text)
    if len(found) == count:
        return found
    readings = [_apart(text, cuts) for cuts in _CUTS]
    if len(found) == 1:
        readings.append(_of_one_unit(text, found[0]))
    return next((each for each in readings if len(each) == count), found)


def _apart(text: str, cuts: re.Pattern[str]) -> list[Duration]:
    """The durations of the pieces between `cuts`."""
    ends = [*(cut.start() for cut in cuts.finditer(text)), len(text)]
    starts = [0, *(cut.end() for cut in cuts.finditer(text))]
    return [
        each._replace(start=start + each.start, end=start + each.end)
        for start, end in zip(starts, ends, strict=True)
        for each in durations(text[start:end])
    ]


def _of_one_unit(text: str, last: Duration) -> list[Duration]:
    unit = re.sub(rf"^{NUMBER}", "", text[last.start : last.end])
    found = []
    for number in spans(text[: last.start]):
        if each := duration(text[number.start : number.end] + unit):
            found.append(each._replace(start=number.start, end=number.end))
    return [*found, last]


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
