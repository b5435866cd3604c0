"""What must not change in a reply: amounts, days, numbers, addresses, names of slots' values, and
what is promised. It knows how they are written in both languages; it changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from knowledge.numbers import fold

FactKind = Literal["amount", "date", "number", "address", "count"]


class Fact(NamedTuple):
    """A fact and where it stands."""

    kind: FactKind
    start: int
    end: int


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FIGURE = r"[0-9]+(?:[,.][0-9]+)*"
_MONEY = r"dollars?|euros?|pounds?|yuan|rmb|cny|usd|eur|gbp|cents?|美元|欧元|英镑|人民币|元|块钱?"
_PATTERNS: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s，。；）)]+")),
    ("amount", re.compile(rf"(?:[$€£¥]|(?:usd|eur|gbp|rmb|cny)\s?){_FIGURE}|"
                          rf"{_FIGURE}\s?(?:[$€£¥]|(?:{_MONEY})(?![a-z]))")),
    ("date", re.compile(
        r"(?<!\d)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?!\d)|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|"
        rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?![a-z])(?:,?\s\d{{4}})?|"
        rf"(?<![a-z]){_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\w)(?:,?\s\d{{4}})?|"
        rf"(?<![a-z]){_DAY}(?![a-z])|(?:周|星期|礼拜)[一二三四五六日天]|"
        r"(?<!\d)\d{1,2}:\d{2}(?!\d)(?:\s?[ap]m)?|(?<!\d)\d{1,2}\s?[ap]m(?![a-z])|"
        r"(?<![a-z])(?:today|tomorrow|yesterday|tonight)(?![a-z])|今天|明天|昨天|后天|前天")),
    ("number", re.compile(
        r"(?<![\w.])(?:#\s?)?[a-z]{0,5}[-/]?\d[\d-]{2,}[a-z0-9-]*(?![\w])|"
        r"(?<![\w.])[a-z]{1,5}[-/]\d[\w-]*|(?<![\w.])#\s?\d+|"
        r"(?<![\w.])[a-z]+\d+[a-z0-9]*(?![\w])|(?<=[㐀-鿿])[a-z]{0,5}[-/]?\d[\d-]{3,}")),
    ("count", re.compile(rf"(?<![\w.]){_FIGURE}|(?<=[㐀-鿿]){_FIGURE}")),
)  # fmt: skip


def facts_of(text: str) -> list[Fact]:
    """The facts in a text, from left to right; none within another."""
    folded = fold(text)
    taken: list[Fact] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if all(end <= fact.start or start >= fact.end for fact in taken):
                taken.append(Fact(kind, start, end))
    return sorted(taken, key=lambda fact: fact.start)


_PROMISE = re.compile(
    r"(?<![a-z])(?:will|shall|'ll|won't|can|cannot|could|may|must|need|have to|should|promise|"
    r"guarantee\w*|refund\w*|repay\w*|replace\w*|free|charge\w*|compensat\w*|credit\w*|discount\w*|"
    r"approv\w*|cancel\w*|confirm\w*|send\w*|sent|ship\w*|deliver\w*|arriv\w*|pay\w*|paid|cost\w*|"
    r"money|fee|fees|price\w*|within|until|before|after|by|at once|immediately|always|never|not|no|"
    r"n't|without|only|all|full|half|double|every|any|block\w*|frozen|freeze|open\w*|close\w*|"
    r"register\w*|reserv\w*|hold|return\w*|exchang\w*|extend\w*|waive\w*|gift|voucher|legal\w*|"
    r"liab\w*|fault|responsib\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"hundred|thousand|twenty|thirty|day|days|hour|hours|week|weeks|month|months|year|years)(?![a-z])|"
    r"n't(?![a-z])|'ll(?![a-z])|"
    r"会|将|可以|可|能|应|须|必|保证|承诺|确保|退|赔|补|换|免|收费|费|钱|款|优惠|折|批准|取消|确认|寄|发货|"
    r"送|到货|付|缴|价|内|前|后|之后|马上|立即|立刻|一定|绝|不|没|未|无|别|只|全|半|双倍|每|冻结|挂失|"
    r"登记|预留|保留|延|责任|赠|礼|[一二两三四五六七八九十百千万]|天|日|小时|分钟|周|月|年"
)
_POLITE = re.compile(
    r"would love|happy to help|glad to help|thank you|"
    r"别担心|不好意思|谢谢|感谢|放心|非常抱歉|十分抱歉|深表歉意|抱歉"
)


def promises_in(text: str) -> Counter[str]:
    """The words of a text by which something is promised, limited, demanded or denied."""
    return Counter(_PROMISE.findall(_POLITE.sub(" ", fold(text))))


def changed_facts(before: str, after: str, values: Sequence[str] = ()) -> list[str]:
    """What stands in one text and not, or not as often, in the other.

    Args:
        values: words that must stay as they are, such as the names that were filled in.

    Returns:
        Empty if nothing was lost, added or altered.
    """
    counted = [Counter(_said(text)) for text in (before, after)]
    for value in values:
        for text, count in zip((before, after), counted, strict=True):
            edges = (r"(?<![\w-])", r"(?![\w-])") if value.isascii() else ("", "")
            count[value] += len(re.findall(f"{edges[0]}{re.escape(value)}{edges[1]}", text))
    promised = [promises_in(text) for text in (before, after)]
    differences = [(a - b) + (b - a) for a, b in (tuple(counted), tuple(promised))]
    return sorted({words for difference in differences for words in difference})


def _said(text: str) -> Iterator[str]:
    folded = fold(text)
    for fact in facts_of(text):
        # What a figure counts belongs to it: 3 days are not 3 working days.
        unit = re.match(r"\s?[-–]?\s?(?:[a-z%]+(?: [a-z]+)?|[㐀-鿿%]{1,3})", folded[fact.end :])
        tail = unit.group() if unit and fact.kind == "count" else ""
        yield re.sub(r"\s+", " ", folded[fact.start : fact.end] + tail)
