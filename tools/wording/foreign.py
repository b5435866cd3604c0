"""Whom or what a part of a message speaks of, if the plan does not have it: “gluing takes 3 hours”
where nothing is glued. What is said of it must not be taken to be said of somebody else."""

from typing import Literal, NamedTuple

from knowledge import lazily
from knowledge.language import HAN
from knowledge.numbers import NUMBER

_LEAD = r"^\s*(?:(?:what|how|and|but|also|if|about|suppose|assume|assuming|say|then|that|when|plus|happens|would|happen) )*"
_NOBODY = (
    r"(?!(?:it|this|that|they|there|we|i|you|he|she|one|two|everything|everyone|everybody|anything|nothing|all|each|both|some\w*|any\w*|nobody|"
    r"plan|schedule|tasks?|steps?|jobs?|work\w*|people|staff|team|crew|days?|[a-z]*day|weekends?|shift|shifts|week|rest|others?|same|whole|first|second|third|last|next|being|doing|having|"
    r"starting|beginning|finishing|taking|using|going|getting|making|adding|hiring|working|morning|evening|something|priority|duration|deadline|time)(?![a-z]))"
)
_VALUE = rf"(?:(?:only|just|about|another|up to|at least) )*(?:{NUMBER}|an? (?:hour|day)|half|twice|longer)"
_DOES = r"(?:(?:would|could|will|now|only|also|just|suddenly) )*"
_EN = lazily.compile(
    rf"{_LEAD}(?:the |our )?{_NOBODY}(?P<doing>[a-z][a-z'-]+ing) {_DOES}(?:(?:takes?|took|needs?|needed|lasts?|lasted|requires?|has|had|gets?) )?(?:priority )?{_VALUE}"
    rf"|{_LEAD}(?:the|our) {_NOBODY}(?P<thing>[a-z][a-z'-]+(?: [a-z'-]+)?) {_DOES}(?:takes?|took|needs?|needed|lasts?|lasted|requires?) {_VALUE}"
    rf"|{_LEAD}(?:the |our )?{_NOBODY}(?P<person>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:is|are|was|were|gets|got|calls|called) (?:away|off|in sick|sick|ill|out|on leave)(?![a-z])"
    rf"|{_LEAD}(?:the |our )?{_NOBODY}(?P<gone>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:is|are|was|were|gets|got) (?:dropped|skipped|cancell?ed|left out)(?![a-z])"
    rf"|{_LEAD}(?:the |our )?{_NOBODY}(?P<machine>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:is|are|was|were|gets|got|breaks|goes) (?:broken|down|out of order)(?![a-z])"
)
_VAGUE = "我你他她它们咱大家每有剩少多减增加招再从到成变占预计时周星期礼拜天日月点前后就只那这一二两俩三四五六七八九十百半得些总共人员力手班组换测遍轮次趟全整被把让给谁都也还能会要用需说想看来去"
_ZH_LEAD = r"^\s*(?:如果|要是|假如|假设|万一|而且|再|同时|并且|还有|那)*+"
"""Taken as far as it goes: 如果 is no task."""
_WHEN = rf"(?:从|到|至|在|[今明后]天|[上下]午|早上|中午|晚上|[这下本]?个?(?:周|星期|礼拜)[一二三四五六日天]|{NUMBER}(?:月|[日号]|点半?|:[0-5][0-9])){{0,8}}"
_ZH = lazily.compile(
    rf"{_ZH_LEAD}(?P<zh>(?:(?![{_VAGUE}])[{HAN}]){{2,4}}?)(?:只|也|就|都|还)?"
    rf"(?:(?:需要?|要|用|花|得|优先级)(?:改?[为成到是])?{NUMBER}|{NUMBER}(?:[个名位]人|人|个?小时|分钟|个?半?钟头|天)|(?:不做了?|取消))"
    rf"|{_ZH_LEAD}(?P<machine>(?:(?![{_VAGUE}])[{HAN}]){{2,5}}?){_WHEN}(?:坏了|出故障)"
    rf"|{_ZH_LEAD}(?P<person>[小老阿][{HAN}]|(?:(?![{_VAGUE}])[{HAN}]){{2,3}}?){_WHEN}[也要会]{{0,2}}(?:不在|请假|生?病了)"
)


class Foreign(NamedTuple):
    """The subject of a part that names nothing of the plan."""

    name: str
    kind: Literal["task", "person", "machine"]


def foreign(part: str) -> Foreign | None:
    """The subject of a part; None if it has none of its own.

    Args:
        part: in which no task, person or thing of the plan is named.
    """
    found = _EN.match(part) or _ZH.match(part)
    if found is None:
        return None
    name = str(found[found.lastgroup or 0]).removesuffix("的")
    if found["person"]:
        return Foreign(name, "person")
    return Foreign(name, "machine" if found["machine"] else "task")


_CALLED = lazily.compile(
    rf"(?<![大最缩减变较更很太古])[小老阿](?![时师组板心事是工队店型鼠])[{HAN}]"
)
"""小王, 老张."""
_CAPITAL = lazily.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?![a-z])")
_NO_NAME = lazily.compile(
    r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
)


def nobody_called(message: str, text: str) -> str | None:
    """Somebody whom a question about who does something names, and nobody else does.

    Args:
        text: the message, folded, with all blanked that the plan has.
    """
    if (called := _CALLED.search(text)) is not None:
        return called[0]
    if len(text) != len(message):
        return None
    names = (each for each in _CAPITAL.finditer(message) if not _NO_NAME.fullmatch(each[0]))
    return next((n[0] for n in names if text[n.start() : n.end()] == n[0].lower()), None)
