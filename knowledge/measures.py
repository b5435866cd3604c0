"""Numbers with what they measure: times, money, shares, counts, days of the year and hours of the
day, in Chinese and English alike, so that 七天 is as long as "a week". It knows no sentence.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from knowledge.numbers import fold, number, spans

_UNITS: tuple[tuple[str, Fraction, str], ...] = tuple(
    (kind, Fraction(size), words)
    for kind, size, words in (
        ("working days", 1, r"(?:working|business) days?(?![a-z])|个?工作日"),
        ("time", 1, r"min(?:ute)?s?(?![a-z])|分钟"),
        ("time", 60, r"(?:hours?|hrs?)(?![a-z])|个?(?:小时|钟头)"),
        ("time", 24 * 60, r"(?:calendar )?days?(?![a-z])|天|日(?![期程])|个?自然日"),
        ("time", 7 * 24 * 60, r"weeks?(?![a-z])|周(?![围末])|个?(?:星期|礼拜)"),
        ("months", 1, r"months?(?![a-z])|个月"),
        ("months", 12, r"years?(?![a-z])|年"),
        ("percent", 1, r"%|per ?cent(?![a-z])"),
        ("CNY", 1, r"(?:yuan|rmb|cny)(?![a-z])|元|块钱?"),
        ("USD", 1, r"(?:dollars?|usd)(?![a-z])|美元"),
        ("EUR", 1, r"(?:euros?|eur)(?![a-z])|欧元"),
        ("GBP", 1, r"(?:pounds?|gbp)(?![a-z])|英镑"),
        ("grams", 1, r"grams?(?![a-z])|克"),
        ("grams", 500, r"斤"),
        ("grams", 1000, r"(?:kg|kilos?|kilograms?)(?![a-z])|公斤|千克"),
        ("metres", 1, r"met(?:re|er)s?(?![a-z])|米(?![饭面线粉])"),
        ("metres", 1000, r"(?:km|kilomet(?:re|er)s?)(?![a-z])|公里|千米"),
        ("times", 1, r"times?(?![a-z])|次"),
        ("people", 1, r"(?:people|persons?|guests?|visitors?|participants?)(?![a-z])|[人名位]"),
        ("pieces", 1, r"(?:pieces?|items?|copies|copy|photos?)(?![a-z])|[件份张]"),
    )
)
_UNIT = re.compile("|".join(f"(?P<u{n}>{words})" for n, (_, _, words) in enumerate(_UNITS)))
_GAP = re.compile(r"[ -]?")
_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}
_YEARS = range(1900, 2200)
"""Of a calendar, where 年 follows; no other number of years is so large."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"({'|'.join(MONTHS)})[a-z]*\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<year>\d{4}) ?[-/.年] ?(?P<month>\d{1,2}) ?[-/.月] ?"
               r"(?P<day>\d{1,2})(?: ?日)?(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]"),
    re.compile(rf"(?<![a-z]){_NAME.replace('(', '(?P<name>', 1)} (?P<day>\d{{1,2}})"
               r"(?:st|nd|rd|th)?(?![\d:])(?:,? (?P<year>\d{4}))?"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?"
               rf"{_NAME.replace('(', '(?P<name>', 1)}(?![a-z])(?:,? (?P<year>\d{{4}}))?"),
)  # fmt: skip
_CLOCKS = (
    re.compile(r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?: ?(?P<half>[ap]m))?(?![\d:])"),
    re.compile(r"(?<![\d:])(?P<hour>\d{1,2}) ?(?P<half>[ap]m)(?![a-z])"),
    re.compile(r"(?:(?P<half>上午|下午|晚上|中午) ?)?"
               r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?[点时]"
               r"(?![钟间候])(?P<minute>[0-5]\d)?"),
)  # fmt: skip
_OF_ANOTHER = re.compile(r"(?:half|times|once|twice) $")
"""What stands before the "an hour" that is halved, and before the "a day" on which something is
done so often."""
_PERCENT = re.compile(r"百分之([零〇一二两三四五六七八九十百点\d.]+)")


class Measure(NamedTuple):
    """A number with its unit, and where both stand in the text."""

    kind: str
    """What may be compared: `time` (minutes), `months`, `CNY`, `date`, `clock`, ..."""
    value: Fraction
    start: int
    end: int


def measures(text: str) -> list[Measure]:
    """All of them, from left to right; of a range the upper end, which alone has the unit."""
    folded = fold(text)
    found: list[Measure] = []
    for measure in (*_dates(folded), *_clocks(folded), *_shares(folded), *_counted(folded)):
        if all(measure.end <= each.start or measure.start >= each.end for each in found):
            found.append(measure)
    return sorted(found, key=lambda each: each.start)


def _dates(text: str) -> Iterator[Measure]:
    """A day of the year as 100 times the month and the day; the year is another measure."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            name = parts.get("name")
            month = MONTHS.index(name) + 1 if name else int(parts["month"])
            day = Fraction(100 * month + int(parts["day"]))
            yield Measure("date", day, *match.span())


def _clocks(text: str) -> Iterator[Measure]:
    """Minutes since midnight."""
    for pattern in _CLOCKS:
        for match in pattern.finditer(text):
            hour = number(match["hour"])
            if hour is None or hour > 24:
                continue
            late = match["half"] in ("pm", "下午", "晚上") and hour < 12
            minute = int(match.groupdict().get("minute") or 0)
            yield Measure("clock", (hour + 12 * late) * 60 + minute, *match.span())


def _shares(text: str) -> Iterator[Measure]:
    for match in _PERCENT.finditer(text):
        if (worth := number(match[1])) is not None:
            yield Measure("percent", worth, *match.span())


def _counted(text: str) -> Iterator[Measure]:
    for start, end, worth in spans(text):
        if text[max(0, start - 1) : start] in _SIGNS:
            yield Measure(_SIGNS[text[start - 1]], worth, start - 1, end)
            continue
        gap = _GAP.match(text, end)
        unit = _UNIT.match(text, gap.end()) if gap else None
        if unit is None or _OF_ANOTHER.search(text, max(0, start - 12), start):
            continue
        kind, size, _ = _UNITS[int(str(unit.lastgroup)[1:])]
        if not (kind == "months" and worth in _YEARS):
            yield Measure(kind, worth * size, start, unit.end())
