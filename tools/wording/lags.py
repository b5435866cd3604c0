"""How long lies between two tasks, said as an edit: "delivery an hour after packing",
"喷漆和打包之间等30分钟". A time that stands between two tasks is never read as the duration of one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.rewrites import SetWait
from tools.record import PlanError
from tools.wording.clauses import replaced
from tools.wording.durations import Duration, durations
from tools.wording.names import Mention, mentions
from tools.wording.questions import SUPPOSED

_PAUSE = r"(?:wait\w*|pause|gap|lag|break|rest|leave|allow|keep|put|add|insert|等待?|间?隔|停|留|歇|空|加|晾)"
_NEXT = r"[^◆◇.。;；!！\n]"
"""What may stand between two of them: no other task, no other time, the same sentence."""
_TASK_FIRST = (
    rf"◆{_NEXT}{{0,40}}◇ (?:or more |at least )?(?:after|behind|later than|following) {_NEXT}{{0,24}}◆"
    rf"|◆{_NEXT}{{0,8}}(?:在|于){_NEXT}{{0,4}}◆{_NEXT}{{0,4}}后{_NEXT}{{0,6}}◇"
)
_OTHER_FIRST = (
    rf"◇ (?:or more )?after {_NEXT}{{0,12}}◆{_NEXT}{{0,24}}◆"
    rf"|(?:wait|pause) (?:for |at least |another )*◇ after {_NEXT}{{0,12}}◆{_NEXT}{{0,24}}◆"
    rf"|◇ (?:of )?(?:{_PAUSE} )?between (?:the )?◆ and (?:the )?◆|{_PAUSE}{_NEXT}{{0,20}}◇ between (?:the )?◆ and (?:the )?◆"
    rf"|between (?:the )?◆ and (?:the )?◆{_NEXT}{{0,24}}(?<![a-z]){_PAUSE}{_NEXT}{{0,16}}◇"
    rf"|◆{_NEXT}{{0,16}}(?<![a-z])(?:ends?|finish(?:ed|es)?|done|ready|over|dry|dries|cools?|rests?|sits?)(?: for| at least)* ◇ (?:before|ahead of) {_NEXT}{{0,16}}◆"
    rf"|◆[和与到跟]◆之?间{_NEXT}{{0,8}}{_PAUSE}{_NEXT}{{0,6}}◇"
    rf"|◆{_NEXT}{{0,6}}(?:后|完|完成|结束){_NEXT}{{0,8}}◇{_NEXT}{{0,10}}◆"
    rf"|◆{_NEXT}{{0,4}}◇(?:之后|以后|后){_NEXT}{{0,8}}◆"
)
_TAKES = r"(?:takes?|took|lasts?|needs?|requires?|to|需要|用|改[成为到]|[:=：])\s?(?:about |only )?"
_UNCLEAR = re.compile(
    rf"◆{_NEXT}{{0,40}}◇ (?:before|after|later|earlier|sooner|behind|ahead|longer than|shorter than|more than|less than)(?![a-z]){_NEXT}{{0,24}}◆"
    rf"|◇ (?:before|after|behind|ahead of) {_NEXT}{{0,16}}◆{_NEXT}{{0,24}}◆|◆之?间{_NEXT}{{0,12}}◇|between {_NEXT}{{0,8}}◆ and {_NEXT}{{0,8}}◆{_NEXT}{{0,12}}◇"
    rf"|◆比{_NEXT}{{0,4}}◆{_NEXT}{{0,2}}[早晚长短多少]{_NEXT}{{0,4}}◇|◆{_NEXT}{{0,12}}◆之?前{_NEXT}{{0,6}}◇"
)
_LAGS = re.compile(rf"(?P<task>{_TASK_FIRST})|(?P<other>{_OTHER_FIRST})")


def lagged(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Waits with a time between the end of a task and the start of another, and the rest of the
    message.

    Raises:
        PlanError: a time stands between two tasks, but not how they are to lie.
    """
    found: list[Change] = []
    while True:
        marked, origin, names, times = marked_in(fold(message), list(problem.by_name))
        match = _LAGS.search(marked)
        if match is None or _is_length(match[0]):
            match = match or _UNCLEAR.search(marked)
            if match is None:
                return found, message
            first = marked[: match.start()].count("◆")
            raise PlanError("which-lag", task=names[first + 1].name, other=names[first].name)
        first = marked[: match.start()].count("◆")
        one, two = (each.name for each in names[first : first + 2])
        minutes = times[marked[: match.start()].count("◇")].minutes
        task, other = (one, two) if match["task"] else (two, one)
        found.append(SetWait(task=task, other=other, lag=minutes))
        message = message[: origin[match.start()]] + message[origin[match.end()] :]


def supposed_lags(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The same of a question that supposes something; nothing of any other, or where it is not
    clear how the tasks are to lie."""
    if not SUPPOSED.search(message):
        return [], message
    try:
        return lagged(message, problem)
    except PlanError:
        return [], message


def _is_length(words: str) -> bool:
    """Whether they say how long a task takes: “painting takes 2 hours after the welding”."""
    return bool(re.search(rf"{_TAKES}◇", words))


class Marked(NamedTuple):
    """A text with ◆ for each task in it and ◇ for each time, where each character was, and what the
    signs stand for."""

    text: str
    origin: list[int]
    names: list[Mention]
    times: list[Duration]


def marked_in(text: str, names: Sequence[str]) -> Marked:
    """A folded text, marked; a time inside a name is none."""
    text = text.replace("◆", " ").replace("◇", " ")
    named = list(mentions(text, names))
    lengths = [
        each
        for each in durations(text)
        if all(each.end <= task.start or task.end <= each.start for task in named)
    ]
    signs = [*((m.start, m.end, "◆") for m in named), *((d.start, d.end, "◇") for d in lengths)]
    marked, origin = replaced(text, sorted(signs))
    return Marked(marked, origin, named, lengths)
