"""The past day that a question is about: "what did the rule say in May?" -> the last day of May. It
knows months and days in both languages; it knows no plan and no knowledge base.

A date alone is not enough: who asks whether something that was bought in May can still be returned
wants the rule of today. So a word that looks back at a rule must stand there too.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from knowledge.measures import MONTHS

_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAYS = (
    re.compile(r"(?P<year>\d{4})[-/.年](?P<number>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?(?!\d)"),
    re.compile(r"(?:(?P<ago>去年|前年|今年))?(?P<number>\d{1,2})月(?P<day>\d{1,2})[日号]"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},?(?: (?P<year>\d{{4}}))?\b"
    ),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b"),
    re.compile(r"(?P<year>\d{4})[-/.年](?P<number>\d{1,2})月?(?:份|的时候|时|底|的|那)?(?!\d)"),
    re.compile(
        r"(?:(?P<ago>去年|前年|今年)的?)?(?P<number>\d{1,2}|十[一二]|[一二三四五六七八九十])月(?![\d日号])"
    ),
    re.compile(
        rf"\b(?:in|during|last|since|until|till|as of|end of|early|late|mid) {_MONTH}"
        r"(?: (?:of )?(?P<year>\d{4}))?\b"
    ),
    re.compile(r"\b(?:in|during) (?P<year>(?:19|20)\d\d)\b|(?P<year_zh>(?:19|20)\d\d)年"),
)
_SPANS = (
    (re.compile(r"\b(?:last|previous) month\b|上个?月"), "month"),
    (re.compile(r"\b(?:last|previous) year\b|去年"), "year"),
    (re.compile(r"\b(?:last|previous) week\b|上个?(?:周|星期|礼拜)"), "week"),
    (re.compile(r"\byesterday\b|昨[天日]"), "day"),
)
_LOOKS_BACK = re.compile(
    r"\b(?:did|was|were|used to|back then|at th(?:e|at) time|old|previous|former|valid|applied|"
    r"in force|as of|version|said)\b|当时|那时|那会|原来|原先|以前|之前|曾经?|旧|过去|"
    r"规定|规则|制度|政策|版本|版|有效|怎么[说写]|是怎样|是什么|是多少"
)
_ONLY_WHEN = re.compile(
    r"\b(?:and|so|but|then|or|what|how|which|did|do|does|was|were|is|are|had|has|have|be|the|an?|this|"
    r"that|these|those|it|its|they|there|of|in|on|at|as|for|about|to|we|our|you|me|us|please|tell|can|"
    r"could|sa(?:y|id)|stated?|mean|look(?:ed)?|like|read|appl(?:y|ied)|h[oe]ld|valid|force|versions?|"
    r"text|wording|rules?|polic(?:y|ies)|regulations?|procedures?|documents?|provisions?|same|old|"
    r"previous|former|used|back|time|long|much|many)\b|"
    r"当时|那时候?|那会儿?|以前|之前|原来|原先|旧|过去|规定|规则|制度|政策|条款|文件|流程|版本?|内容|原文|有效|生效|"
    r"执行|怎么样?|怎样|如何|什么|多少|多久|情况|时候|样子?|请问?|一下|我们?|你们?|咱们?|[是说写讲的了呢吗呀啊这那此该个"
    r"条些份它里上时在对又还也都几天]"
)
"""What a question has that says when, and not what about."""
_ZH = {name: number for number, name in enumerate("一二三四五六七八九十", 1)} | {
    "十一": 11,
    "十二": 12,
}


def past_day(question: str, today: date) -> date | None:
    """The day before today as of which a question wants to know a rule; None if it is about today.

    Of a month or a year that is the last day: by then its rules were known.
    """
    text = question.lower()
    if not _LOOKS_BACK.search(text):
        return None
    for pattern in _DAYS:
        match = pattern.search(text)
        found = _read(match.groupdict(), today) if match else None
        if found:
            return found if found < today else None
    for pattern, span in _SPANS:
        if pattern.search(text):
            return _before(span, today)
    return None


def says_only_when(question: str) -> bool:
    """Whether a question about a past day does not say what it is about: “what did the rule say in
    May?”, “当时的规定是什么” means what was spoken of."""
    text = question.lower()
    for pattern in (*_DAYS, *(span for span, _ in _SPANS), _ONLY_WHEN):
        text = pattern.sub(" ", text)
    return not any(map(str.isalpha, text))


def _read(said: dict[str, str | None], today: date) -> date | None:
    year = _year(said, today)
    number = _number(said)
    if number is None:
        return date(year, 12, 31) if year and year < today.year else None
    if not 1 <= number <= 12:
        return None
    if year is None:  # the last one that is over, or is still going on
        year = today.year if number <= today.month else today.year - 1
    last = monthrange(year, number)[1]
    day = int(said.get("day") or last)
    return date(year, number, day) if 1 <= day <= last else None


def _year(said: dict[str, str | None], today: date) -> int | None:
    ago = {"去年": 1, "前年": 2, "今年": 0}.get(said.get("ago") or "")
    if ago is not None:
        return today.year - ago
    year = int(said.get("year") or said.get("year_zh") or 0)
    return year if 1900 < year <= today.year else None


def _number(said: dict[str, str | None]) -> int | None:
    if month := said.get("month"):
        return MONTHS.index(month[:3]) + 1
    number = said.get("number")
    return (_ZH.get(number) or int(number)) if number else None


def _before(span: str, today: date) -> date:
    if span == "month":
        return today.replace(day=1) - timedelta(days=1)
    if span == "year":
        return date(today.year - 1, 12, 31)
    return today - timedelta(days=today.weekday() + 1 if span == "week" else 1)
