"""A message read without its remarks, and then these heard, one after the other."""

import re
from collections.abc import Callable, Sequence

from tools.plan import Problem
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.remarks.corrections import corrected, may_correct
from tools.remarks.doing import assigned, may_assign
from tools.remarks.presence import may_be_there, present
from tools.remarks.ranking import may_rank, ranked

_SENTENCE = re.compile(r"(?:[^。；;！!？?\n.]|\.(?!\s|$))+(?:[。；;！!？?\n.]+|$)")
_ITEM = re.compile(r"\s*(?:[-*•·>#|]|\d+\s?[.)、:：）]|[（(]\d)")
_ASKS = re.compile(r"[?？]\s*$")
LONGEST = 160
"""Signs of a remark."""
MOST = 8
"""Remarks in one message; more are no remarks."""
Place = tuple[int, int]


def heard(message: str, read: Callable[[str], Problem], clock: Clock) -> Problem | None:
    """What is said with the remarks heard; None if there are none that are understood.

    Args:
        read: a message without its remarks.
    """
    places = remarks(message)
    while 0 < len(places) <= MOST:
        try:
            problem = read(_without(message, places))
        except PlanError:
            return None
        if not any(task.name not in problem.untimed for task in problem.tasks):
            return None  # it is not yet told what would be spoken of again
        for place in places:
            after = _hear(message[slice(*place)], problem, clock)
            if after is None:
                places = [each for each in places if each != place]
                break
            problem = after
        else:
            return problem
    return None


def remarks(message: str) -> list[Place]:
    """The sentences that may be such."""
    return [match.span() for match in _SENTENCE.finditer(message) if _may_be_one(match[0])]


def _may_be_one(sentence: str) -> bool:
    words = _bare(sentence)
    if not words or len(words) > LONGEST or _ITEM.match(words) or _ASKS.search(sentence):
        return False
    return any(may(words) for may in (may_correct, may_assign, may_be_there, may_rank))


def _bare(sentence: str) -> str:
    return sentence.strip().rstrip("。；;.!！")


def _hear(words: str, problem: Problem, clock: Clock) -> Problem | None:
    """`problem` with a remark heard."""
    words = _bare(words)
    try:
        return (
            corrected(words, problem)
            or assigned(words, problem)
            or ranked(words, problem)
            or present(words, problem, clock)
        )
    except PlanError:
        return None


def _without(message: str, places: Sequence[Place]) -> str:
    """A message without some sentences; each leaves its line as it is."""
    parts, begin = list[str](), 0
    for start, end in places:
        parts.append(message[begin:start])
        parts.append("\n" if message[start:end].endswith("\n") else "")
        begin = end
    return "".join([*parts, message[begin:]])
