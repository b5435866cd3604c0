"""“Why not at once?”, 为什么不能一开始就做: a time that no clock shows."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.hours import open_stretches
from tools.plan.openings import SOON
from tools.wording.moments import Moment

_AT_ONCE = re.compile(
    r"一开始|一上来|一开头|打从开头|马上|立刻|立即|立马|即刻|现在就|开工就|头一个小时|"
    r"(?<![a-z])(?:(?:right|straight) ?away|at once|immediately|right now|first thing|"
    r"(?:at|from|in) the (?:very )?(?:start|beginning|outset)|right (?:at|from) the (?:start|beginning))(?![a-z])"
)
_WISHED = re.compile(
    r"[不没能]|可以|可否|(?<![a-z])(?:not|cannot|can|could|may)(?![a-z])|n't(?![a-z])"
)
"""Whoever asks why it does start at once asks for something else."""


def at_once(message: str, problem: Problem) -> Moment | None:
    """When work can first begin, if it is asked why something does not begin then."""
    text = fold(message)
    if not (_AT_ONCE.search(text) and _WISHED.search(text)):
        return None
    first = _opening(problem)
    return Moment(first, first)


def _opening(problem: Problem) -> int:
    """The first minute from now on at which somebody works."""
    if problem.start is None:
        return problem.now
    return min(
        (
            max(begin, problem.now)
            for each in problem.calendars
            for begin, end in open_stretches(each, problem.start, problem.time_zone, SOON)
            if end > problem.now
        ),
        default=problem.now,
    )
