"""Remarks on when somebody must go or comes, or who alone can do something, that changed nothing: “I
have to leave at 5”. The user is told, for the plan does not count with them."""

import re
from collections.abc import Iterator

from tools.extraction.values import values
from tools.plan import Problem
from tools.prose.shift import shift
from tools.remarks.doing import alone
from tools.remarks.hearing import bare, sentences
from tools.remarks.presence import may_be_there
from tools.wording.moments import clock_time
from tools.wording.starts import says_start

_PART = re.compile(
    r"[上下]午|早上|晚上|中午|(?<![a-z])(?:mornings?|afternoons?|noon|evenings?|part[- ]time)(?![a-z])|半天"
)


def told_unheard(message: str, problem: Problem) -> Problem:
    """`problem` with these among what was not read."""
    told = problem.unread
    left = [
        words
        for words in _unheard(message, problem)
        if not any(each in words or words in each for each in told)
    ]
    return problem.model_copy(update={"unread": (*problem.unread, *left)}) if left else problem


def _timed(words: str) -> bool:
    return clock_time(words) is not None or _PART.search(words) is not None


def _unheard(message: str, problem: Problem) -> Iterator[str]:
    said = [e.words for e in problem.origins if e.field not in ("demand", "capacity")]
    absent = any(each.absences for each in problem.resources)
    for start, end in sentences(message):
        words = bare(message[start:end])
        if (only := alone(words)) and not any(name in problem.resource for name in only):
            yield words
            continue
        if not may_be_there(words) or not _timed(words) or shift(words):
            continue
        timed = any(each.kind in ("duration", "limit") for each in values(words))
        used = any(each in words or words in each for each in said)
        if not (timed or used or absent or says_start(words)):
            yield words
