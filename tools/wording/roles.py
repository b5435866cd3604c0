"""People who are named by what they can do: "our physio is off sick", 会维修的那位周五请假."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.stems import stem

_ZH_ROLE = re.compile(
    r"(?:我们|俺们|咱们?|你们)?(?:唯一)?(?:那个|那位)?(?:会|搞|懂|负责|管|做)(?P<skill>[^，,。；;！!？?的]{1,6})的(?:那[个位]?(?:人|师傅|同事)?|人|师傅|同事)?"
    r"|(?P<any>那[个位])(?P<plain>[a-z\u4e00-\u9fff]{1,10}?)(?=[今明后大周星礼下上请病不没要得])"
)
_EN_ROLE = re.compile(
    r"(?<![a-z])(?:the|our|my) (?P<skill>[a-z]+)(?P<is>'s)?(?= (?:is|was|will|won't|can't|cannot|doesn't|isn't|has|calls|called|goes|leaves|off|out|sick|ill)(?![a-z]))"
)
_ABSENT = re.compile(
    r"(?<![a-z])(?:off|ill|sick|away|out|absent|leave|leaves|holiday|gone|quits?|unavailable|won't|can't|cannot|doesn't|isn't)(?![a-z])"
)
_IS_WORK = re.compile(r"(?:ing|ion|ment|al)$")
"""Words for work itself: “the welding is off” is about no welder."""


def by_role(message: str, problem: Problem) -> str:
    """`message` with such words replaced by the name of the only one who has that skill."""
    text = fold(message)
    for pattern in (_EN_ROLE, _ZH_ROLE):
        for said in reversed(list(pattern.finditer(text))):
            name = _only_one(said, text, problem)
            if name is not None:
                message = message[: said.start()] + name + message[said.end() :]
                text = fold(message)
    return message


def _only_one(said: re.Match[str], text: str, problem: Problem) -> str | None:
    parts = said.groupdict()
    word = str(parts["skill"] or parts.get("plain"))
    if said.re is _EN_ROLE and (
        _IS_WORK.search(word) or not _ABSENT.search(text, said.end(), said.end() + 24)
    ):
        return None
    able = [
        each.name
        for each in problem.resources
        if each.capacity == 1 and any(_means(word, fold(skill)) for skill in each.skills)
    ]
    return able[0] if len(able) == 1 else None


def _means(word: str, skill: str) -> bool:
    return word == skill or (word.isascii() and len(word) > 3 and stem(word) == stem(skill))
