"""When all work starts, as a message says of no task: "we start on 1 December at 8",
从明天早上8点开始."""

import re
from collections.abc import Sequence
from datetime import timedelta

from knowledge.numbers import fold
from tools.prose.clock import Clock
from tools.prose.records import Row
from tools.prose.shift import Shift
from tools.wording.days import words_of_day
from tools.wording.moments import clock_time
from tools.wording.starts import says_start

_SENTENCE = re.compile(r"(?:[^.。!！?？;；:\n]|\.(?=\S)|:(?=\d))+")
_CLAUSE = re.compile(r"(?:(?! and (?:we )?works? )[^,，、]|(?<=\d),(?=\d))+")
_ALL = re.compile(
    r"(?<![a-z])(?:we|all|everything|the (?:plan|project|work))(?![a-z])|我们|大家|全部|计划|项目|整个"
)
_THAT_DAY = re.compile(r" ?(?:on )?(?<![a-z])(?:that|the same) day(?![a-z])|当天|那天|同一天")
_FOR = re.compile(
    r"(?<![a-z])(?:plan|schedule|arrange|organi[sz]e|following|these|this|tasks?|jobs?|orders?|to-?do|"
    r"work|team|list|all|everybody|everyone)(?![a-z])[^.:;!?\n]{0,40}?,? (?:for|on) "
    r"(?P<day>tomorrow|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*(?=[,:.?!\n]|$)"
)
"""Work for a day: “please schedule the following for Thursday”."""
_DUE = re.compile(
    r"(?<![a-z])(?:due|deadlines?|by|until|till|done|ready|finished)(?![a-z])|截止|期限|之?前"
)
_HOUR = re.compile(
    r"(?<![a-z])(?:from|at|starting at) \d{1,2}(?::\d\d)?(?: ?[ap]\.?m)?(?=[\s,:;.]|$)|(?:早上|上午|下午|晚上)?\d{1,2}点(?:半|钟)?(?=起|开始)"
)
"""From when on, on the day that heads all tasks."""
_HEADING = re.compile(r"[^:：,，.。;；\n]{1,16}[:：]")
_OURS = re.compile(r"(?<![a-z])(?:i|we|you)(?![a-z])|[我咱]|[要得]|需要?")
LEADS = 14
"""Signs at the head of a sentence in which a day is that of all of it: “On Wednesday”."""
MORNING = 8 * 60
"""When a day begins of whose hours nobody speaks."""
_OF_US = re.compile(r"我们|咱们?|大家|全家|(?<![a-z])we(?![a-z])")
_MEETING = re.compile("纪要|会议|例会|晨会|时间[:：]|日期[:：]|(?<![a-z])(?:minutes|date|sent):")
_WORK = re.compile(
    "安排|任务|[的干]活|工作|计划|要[做干]|如下|盘点|排班|清单|(?<![a-z])(?:tasks?|jobs?|plans?|to do|work)(?![a-z])"
)
"""Words that announce tasks."""


def beginning(text: str, rows: Sequence[Row], shift: Shift | None) -> str | None:
    """The words of it, folded; None if the message does not say. No row keeps them as its own.

    They stand before the tasks, beside the working hours, or speak of all; else they may well be
    of one task.
    """
    low = fold(text)
    first = min((row.start for row in rows), default=len(low))
    limits = [each.start for row in rows for each in row.limits.values()]
    for sentence in _SENTENCE.finditer(low):
        begin, end = sentence.span()
        if any(begin <= row.start < end for row in rows):
            continue
        hours = shift is not None and begin <= shift.start < end
        for clause in _CLAUSE.finditer(low, begin, end):
            words = _dated(clause[0].strip(), low[begin : clause.start()], begin < first)
            of_all = begin < first or hours or _ALL.search(words)
            taken = any(clause.start() <= at < clause.end() for at in limits)
            if of_all and says_start(words) and (not taken or _ALL.search(words)):
                _free(rows, *clause.span())
                return words
    asked = _FOR.search(low, 0, first)
    if asked and not _DUE.search(asked[0]):
        return asked["day"]
    hour = _HOUR.search(low, 0, first) if shift is None else None
    others = [at for at in limits if at < first and not (hour and at <= hour.start())]
    alone = shift is None and not _of_all(low[:first])
    if others or alone or (shift is None and _other_days(low, first)):
        return None
    day = _announced(low[:first])
    if day and hour:
        _free(rows, 0, first)
    return f"{day} {hour[0]}" if day and hour else day or None


def _of_all(head: str) -> bool:
    """Whether the words before the first task head all of them: “Tomorrow:”, “tomorrow I need to”."""
    headed = head.rstrip().endswith((":", "：")) or _HEADING.match(head) is not None
    return headed or _OURS.search(head) is not None or _WORK.search(head) is not None


def begins_at(words: str | None, shift: Shift | None, clock: Clock) -> tuple[int, bool]:
    """Minutes from now to the start of the plan, and whether its hour was assumed.

    Args:
        words: those that say when it starts; None: now.
    """
    minute = clock.minute(words, end=False) if words else None
    if words is None or minute is None:
        return 0, False
    if clock_time(words) is not None:
        return minute, False
    if shift is not None:  # on that day, as soon as people work
        return minute + shift.hours[0][0], False
    begins = clock.start + timedelta(minutes=minute)
    if not minute or begins.hour or begins.minute:  # today, or in a part of the day
        return minute, False
    return minute + MORNING, True


def _free(rows: Sequence[Row], start: int, end: int) -> None:
    """What is said there is when all begin, and not one of the rows."""
    for row in rows:
        release = row.limits.get("release")
        if release is not None and start <= release.start < end:
            del row.limits["release"]


def _other_days(low: str, first: int) -> bool:
    """Whether days are named behind the words before the first task; under a heading these are
    days of single tasks, unless they head others."""
    headed = low[:first].rstrip().endswith((":", "："))
    for sentence in _SENTENCE.finditer(low, first):
        leads = words_of_day(sentence[0].strip()[:LEADS])
        if leads or (not headed and words_of_day(sentence[0])):
            return True
    return False


def day_before(text: str, place: int, first: int) -> str:
    """The day that an hour means which stands in `place`: the last one that its sentence names
    before it, or else the one of the words before the first task, folded; empty if there is none.

    Args:
        first: where the first task begins.
    """
    low = fold(text)
    here = next((each for each in _SENTENCE.finditer(low) if each.end() > place), None)
    begin = here.start() if here else 0
    clauses = reversed(list(_CLAUSE.finditer(low, begin, place)))
    return next(filter(None, (words_of_day(each[0]) for each in clauses)), "") or _announced(
        low[:first]
    )


def _announced(head: str) -> str:
    """The day of all work, where the words before the tasks name one and announce them."""
    days = {
        words_of_day(clause)
        for sentence in _SENTENCE.findall(head)
        if not _MEETING.search(sentence) and (_WORK.search(sentence) or _leads(head, sentence))
        for clause in _CLAUSE.findall(sentence)
        if not _DUE.search(clause)
    } - {""}
    return days.pop() if len(days) == 1 else ""


def _leads(head: str, sentence: str) -> bool:
    """Whether it stands right before the first task, or heads all of them."""
    headed = _HEADING.match(head)
    heads = headed is not None and headed[0].rstrip(" :：") == sentence.rstrip()
    return heads or head.rstrip(" :：\n").endswith(sentence)


def _dated(words: str, before: str, heads: bool) -> str:
    """A clause with the day that it points to: “we open on 1 December, work starts at 9 that day”,
    or that is the one on which we do it: 我们12月1日搬家，早上8点开始.

    Args:
        heads: it stands before the tasks.
    """
    hour = _THAT_DAY.sub("", words)
    ours = heads and _OF_US.search(before) and not words_of_day(words)
    if not (hour != words or ours) or _DUE.search(before):
        return words
    return f"{words_of_day(before)} {hour}".strip()
