"""When the whole plan starts and when people work, said as edits: "start at 9 tomorrow",
"we work 8 to 16", 明天九点开始, 我们八点到五点上班."""

import re
from datetime import datetime, timedelta

from knowledge.numbers import NUMBER, fold
from tools.plan import DAYS, Problem
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.plan.dates import moment_of
from tools.prose.shift import WEEK, shift
from tools.record import PlanError
from tools.wording.absences import away
from tools.wording.days import day_in
from tools.wording.marks import Marked, marked_clauses, vocabulary, words
from tools.wording.moments import clock_range, clock_time, moment

_STARTS = re.compile(
    words(r"starts?|starting|begins?|beginning|kicks? off|get going|opens?")
    + "|开始|开工|动工|起算|启动"
)
_OPENS = re.compile(words("opens?"))
_STARTS_ONLY = vocabulary(
    words(
        r"please|pls|now|we|let's|let us|all|everything|the|our|plan|project|schedule|work|workshop|shop|office|site|team|crew|it all|whole|day|should|must|will|to|can|could|you|starts?|starting|begins?|beginning|"
        r"kicks?|opens?|off|get|going|at|on|from|only|move|set|change|push|shift|time|of|is|be|instead|exactly|sharp|today|tomorrow|the day after tomorrow|next|this|week|"
        r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur?|sun)(?:day)?|morning|afternoon|evening|noon|in|half|quarter|past|o'?clock|[ap]\.?m\.?|"
        r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    ),
    r"\d+(?:st|nd|rd|th|[ap]m)?(?![a-z])",
    f"请|我们|大家|咱们|整个|全部|计划|项目|工程|车间|工地|现场|店里|公司|团队|工厂|工作|都|就|再|才|从|在|于|改成|改到|改为|改|把|将|挪到|推迟到|提前到|定在|开始|开工|动工|启动|起算|起|时间|日期|的|为|是|今天|明天|后天|大后天|"
    f"[今明]早|[今明]晚|下个?|本|这个?|周|星期|礼拜|[一二三四五六日天]|上午|下午|早上|中午|晚上|傍晚|{NUMBER}|点|钟|半|一刻|三刻|分|年|月|号|日|整|吧|了|那|那就|安排",
)
_AROUND = vocabulary(
    words(
        r"now|from now on|please|instead|and|so|then|actually|only|as|of|today|days?|week|weekdays"
    ),
    "请|现在|以后|从今天起|改成|改为|改|把|将|时间|的|吧|了|那|都|每天|我们|大家",
)

_OF_ONE = re.compile(
    words(
        r"works?|working|hours|on duty|shifts?|(?:is|are) (?:here|in|there|available)|starts?|begins?"
    )
    + "|上班|在岗|到岗|当班|值班|工作|干活|有空|上工"
)
_PART_OF_DAY = re.compile(
    words(r"mornings?|afternoons?|evenings?|nights?") + "|上午|下午|早上|晚上|夜里"
)
_OTHERWISE = re.compile(words(r"back|not|never|only (?:comes?|arrives?)") + "|n't|不|没|才|回")
_CHANGED = re.compile("(?<=时[间段])改[成为到]")
_STRETCHES = re.compile(r"(?<=[\d点半刻mn钟])\s?(?:-|–|到|至|(?:to|till|until)(?![a-z]))\s?(?=\S)")


def starts(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The start of the plan and the hours of all people, and the rest of the message.

    Raises:
        PlanError: a time is missing, the hours are those of one person, nobody is known who could
            work so, or there are several calendars.
    """
    found, message = _hours(message, problem)
    for part in reversed(list(marked_clauses(message, problem))):
        if _is_of_one(part, problem):
            raise PlanError("hours-of-one", who=part.people[0])
        if _is_start(part):
            found = [_start(part.text, problem), *found]
            message = message[: part.start] + message[part.end :]
    return found, message


def _is_of_one(part: Marked, problem: Problem) -> bool:
    """“Ann works 8 to 12” says when she is there, and not when she is away."""
    text = part.text
    if not part.people or part.tasks or not _OF_ONE.search(text) or _OTHERWISE.search(text):
        return False
    named = text.replace("●", part.people[0])
    timed = clock_range(text) or clock_time(text) is not None or _PART_OF_DAY.search(text)
    return bool(timed) and away(named, problem) is None


def _is_start(part: Marked) -> bool:
    return not (part.tasks or part.people) and says_start(part.text)


def says_start(clause: str) -> bool:
    """Whether a clause, folded, says nothing but when it starts."""
    dated = _has_day(clause)
    if _OPENS.search(clause) and not dated:  # which it does each day
        return False
    timed = dated or clock_time(clause) is not None
    return bool(timed and _STARTS.search(clause) and _STARTS_ONLY.fullmatch(clause))


def _has_day(text: str) -> bool:
    try:
        return day_in(text, datetime(2024, 1, 1).date()) is not None
    except (PlanError, ValueError):
        return True


def _start(text: str, problem: Problem) -> SetStart:
    if problem.start is None:
        raise PlanError("no-clock-yet")
    when, clock = moment(text, problem), clock_time(text)
    if when is None or clock is None or when.first != when.last:
        raise PlanError("start-hour")
    start = moment_of(when.first, problem).replace(tzinfo=None)
    if not _has_day(text):  # on the day on which it starts now, be it earlier
        start = datetime.combine(problem.start.date(), datetime.min.time()) + timedelta(
            minutes=clock
        )
    return SetStart(start=start)


def _hours(message: str, problem: Problem) -> tuple[list[Change], str]:
    said = shift(_CHANGED.sub("是 ", message))
    if said is None:
        return [], message
    start, end = min(p[0] for p in said.places), max(p[1] for p in said.places)
    part = next(
        (p for p in marked_clauses(message, problem) if p.start <= start < max(p.end, 1)), None
    )
    if part is None:
        return [], message
    last = max(end, part.end)
    around = message[part.start : start] + " " + message[end:last]
    if not _AROUND.fullmatch(fold(around)):
        return [], message
    if len(_STRETCHES.findall(fold(message))) > len(said.hours):
        raise PlanError("hours-unclear")
    return [_working(said.hours, said.days, problem)], message[: part.start] + message[last:]


def _working(
    hours: tuple[tuple[int, int], ...], days: tuple[str, ...] | None, problem: Problem
) -> SetHours:
    people = [each for each in problem.resources if each.somebody]
    if not people:
        raise PlanError("hours-of-nobody")
    if problem.start is None:
        raise PlanError("no-clock-yet")
    known = list(dict.fromkeys(each.calendar for each in people if each.calendar))
    if len(known) > 1:
        raise PlanError("which-calendar", known=listing(known))
    old = problem.calendar[known[0]] if known else None
    held = {day for each in old.hours for day in each.days} if old else set()
    worked = tuple(day for day in DAYS if day in (days or held or WEEK))
    return SetHours(
        hours=hours, days=worked, old=old.name if old else None, assumed=not (days or held)
    )
