"""A message read without its remarks, and then these heard, one after the other."""

import re
from collections.abc import Callable, Sequence

from tools.extraction.values import values
from tools.plan import Problem
from tools.prose.able import abilities
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.remarks.corrections import corrected, may_correct
from tools.remarks.doing import alone, assigned, may_assign
from tools.remarks.places import may_place, placed
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
        problem = _told(_without(message, places), read)
        if problem is None:  # the first one tells what the others speak of again
            places = places[1:]
            continue
        for place in places:
            after = _hear(message[slice(*place)], problem, clock)
            if after is None:
                places = [each for each in places if each != place]
                break
            problem = after
        else:
            return problem
    return None


def _told(rest: str, read: Callable[[str], Problem]) -> Problem | None:
    """What the rest says; None if it tells of no task how long it takes."""
    try:
        problem = read(rest)
    except PlanError:
        return None
    return problem if len(problem.untimed) < len(problem.tasks) else None


def remarks(message: str) -> list[Place]:
    """The sentences that may be such."""
    return [place for place in sentences(message) if _may_be_one(message[slice(*place)])]


def sentences(message: str) -> list[Place]:
    """All of a message."""
    return [match.span() for match in _SENTENCE.finditer(message)]


def _may_be_one(sentence: str) -> bool:
    words = bare(sentence)
    if not words or len(words) > LONGEST or _ITEM.match(words) or _ASKS.search(sentence):
        return False
    return any(may(words) for may in (may_correct, may_assign, may_be_there, may_rank, may_place))


def _set_aside(words: str, problem: Problem) -> Problem | None:
    """Who alone can do something that is none of the tasks does none of them; the user is told."""
    if not alone(words) or abilities(words) or any(v.kind == "duration" for v in values(words)):
        return None
    return problem.model_copy(update={"unread": (*problem.unread, words)})


def bare(sentence: str) -> str:
    """Its words."""
    return sentence.strip().rstrip("。；;.!！")


def _hear(words: str, problem: Problem, clock: Clock) -> Problem | None:
    """`problem` with a remark heard."""
    words = bare(words)
    try:
        return (
            corrected(words, problem)
            or assigned(words, problem)
            or ranked(words, problem)
            or placed(words, problem)
            or present(words, problem, clock)
            or _set_aside(words, problem)
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
