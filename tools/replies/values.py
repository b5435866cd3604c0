"""What kind of value a customer asks for (how much, how long, when, where, who, may I), and whether
a sentence holds one. It knows no documents."""

import re
from collections.abc import Callable
from typing import NamedTuple

from knowledge.measures import measures
from knowledge.numbers import fold

Has = Callable[[str], bool]
"""Does a text hold a value of a kind?"""


class Kind(NamedTuple):
    """A kind of value."""

    asks: re.Pattern[str]
    """Of a folded question."""
    has: Has


def _either(english: str, chinese: str) -> re.Pattern[str]:
    """Whole English words, or Chinese ones."""
    return re.compile(rf"(?<![a-z-])(?:{english})(?![a-z])|{chinese}")


def _worded(words: re.Pattern[str]) -> Has:
    return lambda text: bool(words.search(fold(text)))


def _measured(kinds: frozenset[str], words: re.Pattern[str] | None = None) -> Has:
    def has(text: str) -> bool:
        told = words is not None and words.search(fold(text))
        return bool(told) or any(each.kind in kinds for each in measures(text))

    return has


_MONEY = frozenset({"CNY", "USD", "EUR", "GBP", "percent"})
_LENGTH = frozenset({"time", "months", "working days"})
_FREE = _either(
    r"free(?! (?:of (?!charge)|to))|no (?:extra )?(?:cost|charge|fee)|nothing|half (?:of|the)",
    r"免费|免收|免运费|不收|包邮|免息|一半",
)
"""How a price is told without a figure."""
_DAY = _either(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|workdays?|weekdays?|weekends?|daily|every day|"
    r"day and night|at any time|at once|noon|midnight|before|until|the \d{1,2}(?:st|nd|rd|th)",
    r"(?:周|星期|礼拜)[一二三四五六日天末]|每[天日]|当天|随时|全天|即时|立即|中午|\d{1,2}[日号]|之?前",
)
"""How a time is told without a clock or a date."""
_PLACE = _either(
    r"roads?|streets?|avenue|square|floor|room|gate|exit|station|pier|building|lobby|desk|"
    r"reception|basement|roof|opposite|next to|behind|beside|counter|branch|lockers?|online|"
    r"website|address|at the|in the",
    r"[路街道]\s?\d|\d\s?[号楼层室]|[一二三四五六七八九十]楼|大厅|门口|前台|对面|旁|后面|位于|地址|"
    r"网点|窗口|网上|在.{1,8}[处里上内]",
)
_PERSON = _either(
    r"mr|ms|mrs|dr|team|manager|leader|officer|agent|staff|nurse|department|phone|call|ring|"
    r"contact|extension|head of",
    r"@|\d{3,}-\d{3,}|\d{4} \d{4}|先生|女士|小姐|医生|老师|经理|主管|专员|负责|部门?|科|电话|热线|"
    r"拨打|联系|分机|邮箱",
)
_RULE = _either(
    r"may|can(?:not)?|must|allowed|only|never|not|no|need|have to|has to|at least|free|welcome|"
    r"either|unless|available",
    r"可以?|不|禁止|须|必|只[能有可限需按在]|仅|无需|允许|免|欢迎|除外",
)
MEASURED: tuple[Kind, ...] = (
    Kind(
        re.compile(
            r"how much(?! (?:time|longer|does .* weigh))|\bcosts?\b|\bprices?\b|\bfees?\b|"
            r"\bcharged?\b|\bowe\b|多少(?:钱|元|块|费|押金)|[什啥]么?价|价格|收费|[费金]多少|要钱|"
            r"怎么收|(?:[费金]|要|付|加|赔)多少(?!天|个|时间)"
        ),
        _measured(_MONEY, _FREE),
    ),
    Kind(
        re.compile(
            r"how (?:long|soon|often|many (?:hours|days|weeks|months|years))|"
            r"多久|多长|几[天周年]|几个(?:小时|月|星期|工作日)|"
            r"多少(?:天|周|年|个|时间|小时|工作日)"
        ),
        _measured(_LENGTH),
    ),
    Kind(
        re.compile(
            r"what time|(?:when|how late)\b.{0,40}\b(?:open|clos)|opening (?:hours|times)|"
            r"几点|营业时间|开门|关门|打烊"
        ),
        _measured(frozenset({"clock"})),
    ),
    Kind(
        re.compile(
            r"\bwhen\b(?!.{0,40}\b(?:open|clos))|what day|which days?|"
            r"什么时候|何时|哪天|几号|周几"
        ),
        _measured(_LENGTH | {"clock", "date"}, _DAY),
    ),
)
"""Money, a length of time, a time of day, a day."""
WORDED: tuple[Kind, ...] = (
    Kind(
        re.compile(r"\bwhere\b|\baddress\b|哪里|哪儿|在哪|地址|什么(?:位置|地方)|何处"),
        _worded(_PLACE),
    ),
    Kind(
        re.compile(r"\bwhom?\b|\bcontact\b|phone number|which doctor|找谁|联系|谁|哪位|电话"),
        _worded(_PERSON),
    ),
    Kind(
        re.compile(
            r"(?:^|[.,;!?] ?)(?:(?:and|but|so) )?(?:can|may|could|must|do|is|are|am|will)\b|"
            r"可以|可不可以|能不能|能否|是否|吗|允许|需要"
        ),
        _worded(_RULE),
    ),
)
"""A place, a person, a permission: only words tell of them."""
