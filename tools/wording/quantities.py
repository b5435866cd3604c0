"""Amounts with a noun: "3名工人", "two forklifts", "another nurse".

Any word for a worker counts as `people`; other nouns stay themselves, in English in the singular.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value

PEOPLE = "people"

_ZH_PEOPLE = (
    "人手|人员|人(?![天工份民次数生体像字均事])|工人|员工|职工|同事|师傅|护士|医生|大夫|医师|技师|技术员|技工|"
    "志愿者|店员|柜员|客服|坐席|操作员|操作工|工程师|保安|司机|会计|职员|伙计|帮手|助手|学徒|焊工|电工|钳工|"
    "油漆工|装配工|质检员|检验员|仓管员|理货员|收银员|导购|经理|文员|审核员|分析师|顾问|药师|护工|保洁员?|"
    "临时工|短工|民警|警察|消防员|社工|公务员|办事员|工作人员|队员|成员|实习生|搬运工|清洁工|厨师|服务员"
)
_EN_PEOPLE = (
    "people|persons?|men|man|women|woman|workers?|staff(?: members?)?|employees?|nurses?|doctors?|"
    "technicians?|clerks?|agents?|operators?|engineers?|volunteers?|assistants?|officers?|"
    "colleagues?|members?|hands|painters?|welders?|drivers?|cashiers?|tellers?|advis[eo]rs?|"
    "analysts?|inspectors?|guards?|cleaners?|cooks?|chefs?|packers?|pickers?|porters?|"
    "radiologists?|radiographers?|pharmacists?|physicians?|surgeons?|therapists?|midwives|"
    "receptionists?|associates?|representatives?|reps?|helpers?|mechanics?|electricians?|"
    "plumbers?|carpenters?|fitters?|machinists?|accountants?|auditors?|underwriters?|managers?|"
    "supervisors?|attendants?|stockers?|paramedics?|firefighters?|caseworkers?|social workers?|"
    "carers?|caregivers?|handlers?|loaders?|testers?|librarians?|teachers?|interns?|temps?|folks|guys"
)
WORKER = rf"(?:{_ZH_PEOPLE}|(?<![a-z])(?:{_EN_PEOPLE})(?![a-z]))"
"""A pattern for one word for a worker."""
# Words that end a noun phrase, or are counted in their own way (times, weights).
_STOP = (
    r"(?:hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s|days?|d|weeks?|months?|years?|times?|"
    "and|or|for|each|every|at|with|to|in|on|of|off|is|are|was|were|be|per|priority|prio|available|"
    "total|overall|altogether|needed|required|only|who|that|which|the|a|an|by|from|after|before|"
    "then|until|once|when|while|if|do|does|did|need|needs|take|takes|can|will|must|should|has|"
    "have|today|now|free|half|quarter|more|less|fewer|first|finally|meanwhile|tasks?|steps?|jobs?|"
    "one|two|three|four|five|six|seven|eight|nine|ten|it|we|they|this|long|lot|bit|while|percent)"
    r"(?![a-z])"
)
_WORD = rf"(?!{_STOP})[a-z]+"
_ZH_STOP = "[做用，需要来在可和及并花共参负就才都也每优先呢吗的了吧会能,、。；;同时今一二两三四五六七八九十]"
_ZH_THING = (
    "(?!小时|钟头|半|月|星期|礼拜|工作日|任务|步骤|工序|环节|人|多|优先|阶段)"
    rf"(?P<thing>(?:(?!{_ZH_STOP})[一-龥a-z0-9]){{1,8}})"
)
_MORE = r"(?:(?P<more>more|extra|additional|fewer|less|other|another)\s)?"
_ADJECTIVES = rf"(?:{_WORD}[ -]){{0,2}}?"
_AMOUNT = rf"(?:(?P<number>{NUMBER})|(?P<another>(?<![a-z])another))"
_QUANTITY = lazily.compile(
    rf"{_AMOUNT}(?:"
    rf"\s?(?:个|多个|多)?\s?(?P<zh>(?:熟练|专业|资深|普通|实习|临时|兼职|全职)?(?:{_ZH_PEOPLE}))"
    rf"|\s?[名位](?P<title>{_ZH_PEOPLE})?"
    rf"|\s?[台辆部架套间张条把艘座个]{_ZH_THING}"
    rf"|[ -]{_MORE}(?:{_ADJECTIVES}(?P<en>{_EN_PEOPLE})|(?P<noun>{_WORD}(?:[ -]{_WORD}){{0,2}}))"
    r"(?![a-z])(?!\sof(?![a-z])))"
)


class Quantity(NamedTuple):
    """So many of something, where it stands, and whether it is said as a difference."""

    start: int
    end: int
    amount: int
    noun: str
    """`people`, or the thing in lower case and singular."""
    words: str
    """The noun as written ("nurses"), in lower case."""
    more: str
    """`more`, `fewer` or another such word before the noun, else empty."""


def quantities(text: str) -> Iterator[Quantity]:
    """Every amount with a noun in `text`, from left to right."""
    for match in _QUANTITY.finditer(fold(text)):
        amount = 1 if match["another"] else count(match["number"])
        if amount is None:
            continue
        words = match["zh"] or match["title"] or match["thing"] or match["en"] or match["noun"]
        thing = match["thing"] or match["noun"]
        noun = singular(thing) if thing else PEOPLE
        more = match["more"] or match["another"] or ""
        yield Quantity(match.start(), match.end(), amount, noun, words or "人", more)


def count(words: str) -> int | None:
    """The whole number in `words`, None if it is none."""
    worth = value(words)
    return int(worth) if worth is not None and worth.denominator == 1 else None


def singular(noun: str) -> str:
    """The singular of an English noun phrase; anything else as it is."""
    if len(noun) < 4 or not noun.isascii() or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zes", "uses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") else noun


def is_people(words: str) -> bool:
    """Whether `words`, the name of a resource, name people."""
    return bool(re.fullmatch(rf"(?:{_EN_PEOPLE}|team|crew|{_ZH_PEOPLE}|人力)", fold(words).strip()))
