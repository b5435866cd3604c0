"""Remarks on when somebody is there: “Tom is only available from 1 pm”, “Ann has to go at 3”,
老李下午才到, 小周上午请假."""

import re

from knowledge.numbers import fold
from tools.extraction.values import values
from tools.plan import PEOPLE, Problem
from tools.plan.changes import Away, apply
from tools.plan.dates import moment_of
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.wording.moments import Moment, clock_range, end_of_day, moment
from tools.wording.names import mentions

_THERE = (
    r"(?:available|booked|open|free|in|here|there|around|back|on shift|at work|present|on site)"
)
_COMES = r"(?:comes?|arrives?|starts?|joins?|gets|turns up|shows up|works?|is)"
_FROM = re.compile(
    rf"(?<![a-z])(?:only )?(?:(?:(?:is|are|will be|gets?|can be) (?:only )?)?{_THERE}|{_COMES}(?: in| here| work)?|can (?:only )?(?:come|start|work|be {_THERE}))"
    r" (?:again )?(?:only )?(?:from|after|at|as of|by|in|on|this|tomorrow|around|later)(?![a-z])"
    rf"|(?:not|n't|cannot) (?:be )?(?:{_THERE}|come|start|work|make it|begin)(?: in)? (?:before|until|till)(?![a-z])"
    rf"|(?:以后|之后|后|才)(?:才|再)?(?:能|会|可以)?(?:到|来|上班|有空|有时间|开始|回来|过来|能)|前(?:都)?(?:不在|来不了|没空|到不了|来不及)"
)
_UNTIL = re.compile(
    rf"(?<![a-z])(?:leaves?|(?:goes?|going) home|(?:has|have|had|needs?|must|got) (?:to )?(?:be )?(?:go|leave|gone|off|away|out)|finishes|knocks off|{_THERE} (?:only )?(?:until|till)|works? (?:only )?(?:until|till))(?![a-z])"
    r"|(?:就|要|得|必须|之前|前)(?:得|要|先)?(?:走|离开|下班|回家|撤)|只(?:能|有)?[待干做上在]到|点(?:钟|半)?就?(?:下班|走|回家|离开)"
)
_OFF = re.compile(
    r"(?<![a-z])(?:(?:is|are|'s|will be|be) (?:off|away|out|busy|on leave|on holiday|ill|sick)|(?:is not|isn't|not|won't be|can't be|cannot be|n't) (?:here|in|available|there|free|around))(?![a-z])"
    r"|不在|请(?:了)?假|休息|没空|有事|不上班|来不了|不来|外出|开会"
)
_HALF = re.compile(
    r"(?<![a-z])(?:works?|is (?:in|here)|comes?(?: in)?) (?:only )?(?:(?:in the )?(?:mornings|afternoons|evenings)|part[- ]time)(?![a-z])"
    r"|只(?:上|干|做|来)(?:上午|下午|晚上|半天)"
)
"""Hours of somebody that are not known well enough to count."""
_BETWEEN = re.compile(r"(?<![a-z])only(?![a-z])|只(?:在|有|能)")


def may_be_there(words: str) -> bool:
    """Whether a sentence may say when somebody is there."""
    low = fold(words)
    return any(cue.search(low) for cue in (_FROM, _UNTIL, _OFF, _HALF))


def present(words: str, problem: Problem, clock: Clock) -> Problem | None:
    """`problem` with when the one is away whom a sentence names; None if it says no such thing."""
    who = _who(words, problem)
    if (
        who is None
        or _HALF.search(fold(words))
        or any(each.kind == "duration" for each in values(words))
    ):
        return None
    timed = problem if problem.start is not None else clock.starting(problem)
    low = fold(words)
    low = low.replace(fold(who), " ; ", 1)
    gone = _away(low, timed)
    if not gone:
        return None
    try:
        return apply(timed, [Away(resource=who, start=a, end=b) for a, b in gone if b > max(0, a)])
    except PlanError:
        return None


def _who(words: str, problem: Problem) -> str | None:
    """The only one whom a sentence names, of those who are there once; no task is named."""
    able = [
        each.name
        for each in problem.resources
        if each.kind == "people" and each.capacity == 1 and each.name != PEOPLE
    ]
    found = {each.name for each in mentions(words, able) if each.exact}
    tasks = [each for each in mentions(words, list(problem.by_name)) if each.exact]
    return found.pop() if len(found) == 1 and not tasks else None


def _away(low: str, problem: Problem) -> list[tuple[int, int]]:
    """From when to when, in minutes from the start; empty if that is not understood."""
    hours, when = clock_range(low), moment(low, problem)
    if when is None:
        return []
    day = end_of_day(when.first, problem)
    if hours is not None and _BETWEEN.search(low):
        begin, end = (_at(when, each, problem) for each in hours)
        return [(0, begin), (end, day)]
    if _UNTIL.search(low):
        return [(when.first, day)]
    if _FROM.search(low):
        return [(0, when.first)]
    if hours is not None and _OFF.search(low):
        begin, end = (_at(when, each, problem) for each in hours)
        return [(begin, end)]
    return [(when.first, when.last + 1)] if _OFF.search(low) and when.last > when.first else []


def _at(when: Moment, clock: int, problem: Problem) -> int:
    at = moment_of(when.first, problem)
    return when.first + clock - at.hour * 60 - at.minute
