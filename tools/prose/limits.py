"""Words that give a task a time: not before, should be done by, must be done by.

It finds the words and says which of the three they mean; when that is, `moments.py` knows.
"""

import re
from typing import Literal, NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.wording.zones import ZONED

Kind = Literal["release", "due", "deadline", "fixed"]


class Limit(NamedTuple):
    """A time that a task is given, and the words for it."""

    start: int
    end: int
    kind: Kind
    words: str
    """The time alone, as written: `Friday 12:00`."""


_DAY = (
    r"(?:(?:this |next |on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?(?![a-z])|today|tomorrow|tonight|"
    r"(?:the )?day after tomorrow|\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:the )?\d{1,2}(?:st|nd|rd|th)(?: of (?:next )?[a-z]+)?|\d{1,2}(?:st|nd|rd|th)? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?|\d{4}-\d{2}-\d{2}|"
    r"(?:the )?end of (?:the |this |next )?(?:month|week|quarter|year|day)|(?:month|quarter|year)[- ]end|(?:this|the) (?:morning|afternoon|evening)|"
    r"(?:eod|cob)(?![a-z])|(?:the )?close of (?:business|play)|end of (?:the |this )?(?:business|working) day)"
    r"(?: (?:morning|afternoon|evening)(?![a-z]))?"
)
_HOURS = (
    r"(?:(?:half past|quarter (?:past|to)) )?(?:\d{1,2}(?::\d{2}|\.\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s?(?:[ap]\.m\.?|[ap]m)(?![a-z])|\s?o'?clock| sharp)?(?: noon| midnight)?"
    r"(?![\w%]|:\d|\.\d|/\d| ?(?:hours?|h|hrs?|minutes?|mins?|days?|people|persons?|weeks?|clerks?|of us|men)(?![a-z]))|noon|midday|midnight|lunch(?:time)?"
)
EN_TIME = (
    rf"(?:(?:(?:{_DAY}(?:,? (?:{_DAY}))?(?:,? (?:at )?(?:{_HOURS}))?)|(?:at )?(?:{_HOURS})(?:,? (?:on )?{_DAY})?"
    rf"(?: in the (?:morning|afternoon|evening))?)(?:\s?(?:{ZONED}))?)"
)
_ZH_DAY = (
    "(?:(?:今|明|后)[天日早晚]|下?(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|(?:下个?|本|这个)?(?:月|季度?|年)[底末]|本?周末|本周|"
    rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}[日号]|(?:本月|下个?月|次月)?{NUMBER}[号日](?!楼|线|机))"
)
_ZH_HOUR = (
    rf"(?:(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[半午深]夜|晚)?(?:{NUMBER}点(?:钟|半|一刻|三刻|{NUMBER}分?)?|\d{{1,2}}:\d{{2}})|"
    "中午|正午|下班|午饭|上午|下午|早上|晚上)"
)
ZH_TIME = rf"(?:(?:{ZONED})?(?:{_ZH_DAY}(?:\s?的?{_ZH_HOUR})?|{_ZH_HOUR})(?:{ZONED})?)"
_ONLY_TIME = lazily.compile(rf"{EN_TIME}|{ZH_TIME}")
_FULL_DATE = re.compile(r"^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:日|(?![\d日]))")
_SOFT = (
    r"ideally|preferably|if possible|would be (?:nice|good|great)|hopefully|at best|should be|due|"
    r"最好|尽量|争取|希望|力争|理想|如果可能"
)
_PART = re.compile(r"[^。；;\n!！?？]+")
_ANCHOR = re.compile(
    r"before|earlier|until|till|after|from|(?<![a-z])(?:by|at|due|latest|deadline|only|starts?|begins?|starting|beginning|earliest)(?![a-z])|"
    "前|后|早于|晚|迟|截|期|才|从|自|内|起|开始|完成|完工|交[货付工]|要货"
)
_IF = re.compile(r"(?:如果|要是|假如|若|(?<![a-z])(?:if|unless)(?![a-z]))[^,，。.;；\n]*$")
_OF_ALL = re.compile(
    r"(?:^|[,.;:()\n]|(?<![a-z])(?:and|all|our)) ?(?:work|everything|the (?:plan|project)) $"
)
"""Before “starts at 9”: when all begins, and no task by itself."""
_OF_US = re.compile(
    r"(?:我们|咱们?|大家|全家)[^。.;；:\n]*[,，]\s?(?:当天|那天|同一天)?(?:就|从)?$"
)
"""Before 早上8点开始, beside a day on which we do something: 我们12月1日搬家，当天."""
_COUNTED = re.compile(
    r" (?!(?:on|at|in|sharp|today|tomorrow|tonight|this|and|or|because|latest|onwards?|so|but|if|when|please|as|for|with|to|is|since|while|then|after|before|school|pm|am|p\.m|a\.m)(?![a-z]))[a-z]"
)
_NOBODY = re.compile(
    r"(?<![a-z])(?:no ?one|nobody|nothing|never|none of (?:us|them|you))(?![a-z])[^,.;:!?\n]{0,40}$"
)
"""Before “touches it before 8 pm”: then it may begin."""
_SOFT_NEAR = re.compile(_SOFT)
_EN_RELEASE = lazily.compile(
    rf"(?:(?:and |but )?(?:it |that |this )?(?:can't|cannot|can not|must not|mustn't|may not|should not|shouldn't|not to|do not|don't|does not|doesn't|will not|won't|is not|isn't|are not|aren't|not)"
    rf"(?: be| to)?(?: ?(?:start|begin|started|begun|done|go|run|come|arrive|open|leave|get here|get in|be here|here|in|available|free|ready|possible|delivered))? (?:before|earlier than|until|till)|no earlier than|not earlier than|"
    rf"earliest(?: at)?|(?:starts?|start|begin|begins)? ?only (?:after|from)|from|only (?:possible )?after|(?:starts?|begins?) (?:at|from)|"
    rf"(?:starts?|begins?)? ?(?:not )?(?:any )?time after|earliest start:?|(?:starting|beginning)(?: at| from| on)?) (?P<time>{EN_TIME})(?: (?:on|onwards?|because[^,.;\n]*))?"
    rf"|(?:not before |from )?(?P<time2>{EN_TIME})(?: (?:at the )?earliest| or later| onwards?)(?![a-z])"
)
_EN_ARRIVES = lazily.compile(
    rf"(?:(?:is |are |'s )?(?:coming|comes?|arriv(?:es?|ing)|here|there|available|unlocks|opens?|gets? here)) (?:only )?(?:at|from) (?P<time>{EN_TIME})"
    r"(?P<not>,? (?:and |so )?(?:not earlier|no earlier|not before)?(?:no [a-z ]{3,30} before that)?)"
)
_EN_END = lazily.compile(
    rf"(?:(?:(?:it|that|this|which|they|all|everything|and|but|we|these|both) )?(?:(?:must|has to|have to|needs to|need to|should|will have to|would be (?:nice|good|great)|is to)(?: to)?"
    rf"(?: have (?:it|that|this))?(?: be| get)?(?: (?:done|finished|through|complete|completed|out|ready|ended|over|sent|there|in|up))*(?: and [a-z]+)? )?"
    rf"(?:(?:ideally|preferably|if possible|hopefully)?,? ?(?:done |finished |ready )?)"
    rf"(?:by|before|no later than|not later than|latest(?: by)?|at the latest(?: by)?|due(?: by| on| at)?:?|deadline(?: (?:for|of) [a-z ]{{2,40}}?)?:?(?: is)?) (?P<time>{EN_TIME})"
    rf"(?: at the latest| sharp| latest)?|(?P<time2>{EN_TIME}),? (?:at the (?:very )?)?latest(?![a-z]))"
)
_ZH_RELEASE = lazily.compile(
    rf"(?:[^，,。；;\n]{{0,6}}?(?P<time>{ZH_TIME})(?:钟)?(?:之后|以后|过后|后)(?:才)?(?:能|可以|可|再)?(?:开始|进行|做|动工|开工|[\u4e00-\u9fff])?"
    rf"|(?:不能|不得|不可|不)?早于(?P<time2>{ZH_TIME})(?:开始)?|(?:最早|从|自){{1,2}}(?P<time3>{ZH_TIME})(?:起|开始|才)?"
    rf"|(?P<time4>{ZH_TIME})(?:之前|以前|前)(?:不能|不可|不得|不要|别|不)[\u4e00-\u9fff]{{0,4}}"
    rf"|(?P<time6>{ZH_TIME})(?:起|(?:再|才)?开始(?!前))"
    rf"|(?P<time5>{ZH_TIME})才[到来有能开][\u4e00-\u9fff]{{0,3}}(?:[，,]之前[不别][\u4e00-\u9fff]{{1,6}})?)"
)
_ZH_END = lazily.compile(
    rf"(?:(?:必须|务必|一定|请|要|得|最好|尽量|争取|希望|力争|最晚|最迟|赶)*(?:在|赶在|于)?(?P<time>{ZH_TIME})(?:钟)?(?:(?:开[会门业工庭考]|上[课班]|下班|营业|发车|交班|起飞)之?)?(?:之前|以前|前(?![台天后])|之内|内)"
    rf"(?:(?:就|都|一定|必须|务必|要|得|能|全部)*[\u4e00-\u9fff]{{0,6}}?(?:完成|完毕|完|好|出|结束|交付|到位|发出|发|报|上)?(?=[，,。；;！!、）)\n\s]|$))?"
    rf"|(?:最晚|最迟|截止(?:时间)?(?:是|到|为)?|截至|期限(?:是|为)?)[:：]?(?P<time2>{ZH_TIME})(?:(?:必须|要|得)?[\u4e00-\u9fff]{{0,5}}完)?"
    rf"|(?:交[货付工]?(?:日?期|时间)|期限)(?:是|为)?[:：]?(?P<time3>{ZH_TIME})"
    rf"|(?:要求|须|必须|得|要)(?:在|于)?(?P<time4>{ZH_TIME})(?:完成|交[货付工]|做完|完工)"
    rf"|(?P<time5>{ZH_TIME})(?:交[货付工]|要货|完工|截止|到期))"
)


def limits(text: str) -> list[Limit]:
    """All times that tasks are given in `text`, from left to right."""
    text = fold(text)
    found: list[Limit] = []
    for part in _PART.finditer(text):
        if _ANCHOR.search(part[0]):
            found += _limits(text, part.start(), part.end())
    return sorted(found)


def is_time(text: str) -> bool:
    """Whether `text` is a time and nothing else; a date with its year may stand in front."""
    rest = _FULL_DATE.sub("", fold(text).strip(), 1).strip(" ,，的")
    return not rest or _ONLY_TIME.fullmatch(rest) is not None


def _limits(text: str, start: int, end: int) -> list[Limit]:
    found: list[Limit] = []
    for pattern, kind in (
        (_EN_RELEASE, "release"),
        (_EN_ARRIVES, "release"),
        (_ZH_RELEASE, "release"),
        (_EN_END, "end"),
        (_ZH_END, "end"),
    ):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            group = next(name for name, said in match.groupdict().items() if said and name != "not")
            time = match[group].strip()
            before = text[max(0, match.start() - 20) : match.start()]
            of_all = _OF_ALL.search(before) or _OF_US.search(text, start, match.start())
            if _IF.search(before) or (kind == "release" and of_all):
                continue
            if _certain(time, match[0], kind) and not _counts(time, text[match.end(group) :]):
                found.append(
                    Limit(
                        match.start(),
                        match.end(),
                        told := _kind(text, match, kind),
                        _told(match, time, "release" if told == "release" else kind),
                    )
                )
    return found


def _told(match: re.Match[str], time: str, kind: str) -> str:
    """With the "at" without which a bare hour is no time of day, and the "before" which ends a day
    before it begins."""
    if kind == "end" and f"before {time}" in match[0]:
        return f"before {time}"
    bare = time.replace(".", "").isdigit() or (time[:1].isdigit() and " this " in time)
    return f"at {time}" if bare else time


def _certain(time: str, words: str, kind: str) -> bool:
    """A bare part of the day or a bare number beside a weak word is no time."""
    if time in ("上午", "下午", "早上", "晚上") and kind == "release":
        return False
    return not (words.startswith("from ") and time.isdigit())


def _counts(time: str, rest: str) -> bool:
    """Whether a bare number counts what follows: "by one biochemist"."""
    bare = re.fullmatch(
        r"(?:at )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)", time
    )
    return bare is not None and _COUNTED.match(rest) is not None


def _kind(text: str, match: re.Match[str], kind: str) -> Kind:
    if kind == "release" or (
        match[0].strip().startswith("before ") and _NOBODY.search(text, 0, match.start())
    ):
        return "release"
    near = text[max(0, match.start() - 22) : match.end()]
    near = re.split(r"[.。；;\n]", near[: len(near) - (match.end() - match.start())])[-1] + match[0]
    return "due" if _SOFT_NEAR.search(near) else "deadline"
