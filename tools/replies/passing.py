"""When a customer is handed over: why, and to whom. It keeps nothing."""

import re
from collections.abc import Sequence

from knowledge.numbers import fold
from knowledge.passage import Passage
from tools.handover import Reason
from tools.replies.answering import Answer
from tools.replies.intents import Recognised

DANGER = "healthcare-emergency-redirect"
ALARMING = 0.25
"""Share of `DANGER` from which somebody must be told at once."""


_HIT = "[砸撞压夹碰扎割摔弹打刮]"
_LIMB = "(?:手|脚|头|腿|脸|眼睛?|胳膊|肩|腰|膝)(?![机柄册套环表推盔灯饰纱部刹轮])"
_HARM = re.compile(
    r"\b(?:(?:burn(?:ed|t|s)?|injured|cut|hurt) (?:my|his|her|our|their|me|him|us)(?:self)?\b|"
    r"injur(?:y|ies|ed)\b|(?:was|got|been|were) (?:badly )?(?:burn(?:ed|t)|hurt)\b|"
    r"explo(?:ded|des|sion)|(?:caught|on|catches) fire|electric shock|electrocuted|"
    r"bleeding|unconscious|poison(?:ed|ing)|suffocat|"
    r"(?:needed|had|got|took|with) (?:\d+|a few|some|several|two|three|four|five|six|seven|eight|"
    r"nine|ten)? ?stitches|(?:had to go|(?:was|were|been) taken|rushed|ended up) (?:to|in|at) "
    r"(?:the )?(?:hospital|a ?(?:&|and) ?e|er|emergency room|casualty)|"
    r"(?:broke|broken|crushed|sprained|fractured) (?:my|his|her|our|their) "
    r"(?:\w+ )?(?:arm|leg|hand|wrist|finger|thumb|foot|toe|ankle|knee|rib)s?)\b|"
    r"smell(?:s|ed|ing)? (?:of )?(?:gas|smoke|burn(?:ing|t))|burning smell|gas leak|overheat|"
    r"(?:is|was|were|started|starts|began|keeps) smoking\b(?! (?:allowed|permitted))|"
    r"(?:smoke|sparks) (?:\w+ )?c[oa]m(?:es?|ing)|"
    r"batter(?:y|ies)\b[^.!?]{0,60}\b(?:swollen|swell|bulg|leak|hot\b(?! weather| days| summer))|"
    r"(?:swollen|bulging|leaking) batter|brakes? (?:\w+ )?(?:fail|(?:do(?:es)?n't|not) work)|"
    r"冒烟|冒火花|焦糊?味|糊味|烧焦|[煤燃]气(?:味|泄漏)|刹车(?:\w{0,3}失灵|失效)|刹不住|"
    r"电池[^。！!？?]{0,20}(?:鼓包|鼓起|鼓胀|膨胀|发烫|烫手|漏液|过热)|"
    r"缝了?(?:好?几|[\d一二两三四五六七八九十]+)针|[进送去]了急诊|[送抬][去到往进]了?医院|"
    rf"{_HIT}[到中着]了?{_LIMB}|{_HIT}[到中着断破伤]了?[^,，.!?。]{{0,3}}[我他她爸妈父母孩儿女人][^,，.!?。]{{0,4}}{_LIMB}|"
    r"受了?伤|[烫烧炸划砸撞压夹扎割摔]伤|流血|出血|"
    r"爆炸|起火|着火|冒火|触电|漏电|中毒|昏迷|晕倒|骨折|窒息|轻生|自杀"
)
"""How customers of any house write that somebody came to harm, or may soon."""


def dangerous(heard: Recognised, message: str) -> bool:
    """May somebody be harmed, whatever this house has replies for?"""
    likely = heard.status != "outside" and dict(heard.shares).get(DANGER, 0.0) >= ALARMING
    return likely or bool(_HARM.search(fold(message)))


def reason_for(
    told: Recognised, suggested: bool, answer: Answer | None, danger: bool
) -> Reason | None:
    """Why somebody else must answer; None if there is something to send."""
    if danger:
        return "risk"
    if answer is not None and answer.contradicting:
        return "contradiction"
    if (told.status == "recognised" and suggested) or answer is not None:
        return None
    if told.status == "unclear" and suggested:
        return "unclear"
    return "outside" if told.status == "outside" else "no-template"


def owner_of(procedures: Sequence[Passage]) -> str:
    """Who answers for what was found; empty if nobody is named."""
    return next((each.owner for each in procedures if each.owner), "")
