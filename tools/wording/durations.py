"""How long something takes, out of words like "两个半小时" or "an hour and a half".

A number without a unit is no duration. Of a range the upper end counts: a plan that is too short
breaks, one that is too long only waits. Clock times are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value

# People plan in working time: "a day" is one shift, "half a day" half of it. The reader is told so.
HOUR = 60
DAY = 8 * HOUR
WEEK = 5 * DAY

MONTH = 4 * WEEK
YEAR = 12 * MONTH
LONGEST_LOW = 40  # characters before a number and its unit in which a range may begin

Sizes = Mapping[str, Fraction]
"""Minutes of each unit, by every word for it."""


def _sizes(day: int, week: int, month: int, year: int) -> Sizes:
    return {
        **dict.fromkeys(["秒钟", "秒", "seconds", "second", "secs", "sec", "s"], Fraction(1, 60)),
        **dict.fromkeys(["分钟", "分", "minutes", "minute", "mins", "min", "m"], Fraction(1)),
        **dict.fromkeys(["刻钟", "刻"], Fraction(15)),
        **dict.fromkeys(
            ["小时", "钟头", "钟", "时", "hours", "hour", "hrs", "hr", "h"], Fraction(HOUR)
        ),
        **dict.fromkeys(["工作日", "天", "日", "days", "day", "d"], Fraction(day)),
        **dict.fromkeys(["星期", "礼拜", "周", "weeks", "week", "wks", "wk", "w"], Fraction(week)),
        **dict.fromkeys(["个月", "months", "month"], Fraction(month)),
        **dict.fromkeys(["years", "year"], Fraction(year)),
    }


WORKING = _sizes(DAY, WEEK, MONTH, YEAR)
"""People plan in working time."""
_BY_THE_CLOCK = _sizes(24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR, 365 * 24 * HOUR)
SECONDS = {word: 60 * size for word, size in _BY_THE_CLOCK.items()}
"""What a clock and a calendar show, in seconds; with these a duration's `minutes` are seconds."""
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}

# "十分紧急" (very urgent), "三分之一" (a third) and "3时候" are no times.
# A day at whose morning something happens is one of the calendar.
_OF_THE_DAY = "凌晨|早|上午|中午|下午|傍晚|晚"
_ZH_UNIT = rf"秒钟?|分钟|分(?![之紧重急满])|刻钟?|小时|钟头|(?<=个)钟(?![头表点])|时(?![候间段])|工作日|天|日(?!期|{_OF_THE_DAY})|星期|礼拜|周(?!围)|个月"
_EN_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|days?|d|weeks?|wks?|w|months?|years?)(?![a-z])(?!')(?! old)"
_UNIT = rf"(?:{_ZH_UNIT}|{_EN_UNIT})"
_PART = "half|three[- ]quarters|quarter"
_WHOLE = r"(?:full|whole|working|business|整|工作|多)?[ -]?"
_TAIL = rf"(?P<tail>半(?!小时)|\s+and\s+(?:a\s+)?(?:{_PART})(?![a-z])(?!\s+(?:of|an?|hours?|days?)(?![a-z])))?"
# "1,5 h", as much of Europe writes it.
_COMMA_ALONE = "[0-9]{1,2},[0-9]{1,2}"
_COMMA = rf"(?<![0-9.,]){_COMMA_ALONE}(?=\s?(?:h|d|days?|hours?|hrs?|小时|天)(?![a-z]))"
_QUANTITY = re.compile(
    rf"(?:(?<![0-9])(?P<clock>[0-9]{{1,3}}):(?P<past>[0-5][0-9])\s?(?:小时|{_EN_UNIT})"
    rf"|(?P<part>{_PART})[- ](?:of\s+)?(?:an?\s+|the\s+)?(?P<whole>{_EN_UNIT})"
    rf"|(?P<tens>几(?=[十百]))?(?P<number>{_COMMA}|(?![百千万]个?[天日]){NUMBER}|(?<![a-z])another)(?P<few>[来几多])?\s?-?\s?(?:个(?!月))?(?P<half>半)?\s?{_WHOLE}(?P<unit>{_UNIT}){_TAIL})"
)
_MONTH_BEFORE = lazily.compile(rf"{NUMBER}月(?:{NUMBER}[日号]\s?(?:-|–|~|到|至)\s?)?$")
"""12月9日 is a date, and no nine days."""
_GIVE_OR_TAKE = re.compile(r"\s?(?:±|\+/-|\+-|正负|give or take|plus or minus)\s?")
_SHARE = re.compile(r"(\d{1,2})\s?%")
_LIMIT = re.compile(
    r"(?:(?<![a-z])(?:at (?:the )?(?:least|most)|up to|(?:no|not) (?:more|less|longer) than|(?:more|less|longer) than|under|over|"
    r"(?:a )?(?:minimum|maximum)(?: of)?|min\.|max\.)|至少|最多|至多|最少|不超过|不少于|不低于|超过|不到|起码|顶多|少于|多于)\s?$"
)
_OR_MORE = re.compile(
    r"\s?(?:or (?:more|less|longer)|at (?:the )?(?:least|most)|(?:and|or) up|以上|以内(?!完成|要|必须|做完|交)|以下|不到)(?![a-z])"
)
_APART = re.compile(r"\s?(?:after|before|later|earlier|between|之?后|之?前|以[前后])")
"""What a length of time is told from."""
_MORE = re.compile(r"\s?(?:,|，|and|又|零|加|、)?\s?")
_RANGE = re.compile(r"\s?(?:-|–|—|~|to|or|到|至|或者?)\s?")
# "90 to 120 minutes": the number that shares the unit of the next one.
_LOW = re.compile(
    rf"(?:(?<![a-z])(?:between|from) )?{NUMBER}\s?(?:-|–|—|~|to|or|and|到|至|或者?)\s?$"
)
_SPREAD = lazily.compile(
    rf"{NUMBER}\s?个?(?:{_UNIT})?\s?(?:-|–|—|~|(?<![a-z])(?:to|or)(?![a-z])|到|至|或者?)\s?{NUMBER}"
    rf"|(?<![a-z])between (?:about )?{NUMBER}(?:[^.;?!]{{0,12}}?) and (?:about )?{NUMBER}"
    r"|±|\+/-|\+-|几[十百]|十[几多](?=[个天周刻小分秒时])|[一两二三四五六七八九][两三四五六七八九](?=[个天周刻小])"
)
# "1h30", "1小时20": bare minutes, unless they count something else ("2 h 3 people", "1h 2").
_BARE_MINUTES = re.compile(
    r"(?<=[h时])([0-9]{2})(?![0-9]|[.:][0-9])(?!\s?(?:[个名位台人]|people|persons|men|workers|staff))"
    r"|\s?(?:and )?([0-9]{2}|(?<!\s)[0-9]|[二三四五]?十五?|(?<= )(?:(?:twenty|thirty|forty|fifty)(?:[- ]five)?|ten|fifteen)(?![a-z]))(?=\s*(?:$|[,;.?，；。？、)]| [一-龥]| (?:and|with|which|but|then)(?![a-z])))"
)
_BARE_NUMBER = re.compile(rf"({NUMBER})(?![\w])(?!\s?[a-z一-龥])")
_OR_TWO = re.compile(rf"({NUMBER})(?![\w])")


class Duration(NamedTuple):
    """A duration and where it stands in the text."""

    start: int
    end: int
    minutes: int


class _Part(NamedTuple):
    end: int
    amount: Fraction
    unit: Fraction


def minutes(text: str) -> int | None:
    """The first duration in `text` in whole minutes, rounded up.

    Returns:
        None if no number with a unit is there. Zero and negative durations come out as they are,
        so that the domain can refuse them with its own sentence.
    """
    found = duration(text)
    return None if found is None else found.minutes


def duration(text: str) -> Duration | None:
    """The first duration in `text`, with its place."""
    return next(_durations(fold(text)), None)


def durations(text: str, sizes: Sizes = WORKING) -> tuple[Duration, ...]:
    """All durations in `text`, in order."""
    return tuple(_durations(fold(text), sizes))


def bounded(text: str) -> Iterator[Duration]:
    """All durations in `text` with the words that make them limits, as in "at least 2 hours"; not
    those that are told from something else, as in "at least an hour after the welding"."""
    text = fold(text)
    for each in _durations(text):
        before = _LIMIT.search(text, max(0, each.start - LONGEST_LOW), each.start)
        after = _OR_MORE.match(text, each.end)
        end = after.end() if after else each.end
        if _APART.match(text, end):
            yield each
        else:
            yield Duration(before.start() if before else each.start, end, each.minutes)


def is_range(words: str) -> bool:
    """Whether the words of one duration name two: "90 to 120 minutes", "一两个小时", "2 h ± 15 min",
    十几分钟."""
    return bool(_SPREAD.search(fold(words)))


def is_limit(words: str) -> bool:
    """Whether the words of one duration say what it is at least or at most."""
    words = fold(words)
    found = duration(words)
    return found is not None and bool(
        _LIMIT.search(words, 0, found.start) or _OR_MORE.match(words, found.end)
    )


def is_working_time(words: str) -> bool:
    """Whether the words count days or more, of which each is one of work: a day is 8 hours."""
    units = (match["unit"] or match["whole"] for match in _QUANTITY.finditer(fold(words)))
    return any(unit and WORKING[unit] >= DAY for unit in units)


def _durations(text: str, sizes: Sizes = WORKING) -> Iterator[Duration]:
    end = 0
    for match in _QUANTITY.finditer(text):
        beside = match.start() < end or _is_date(text, match)
        first = None if beside else _part(match, sizes)
        if first is not None:
            low = _lower(text, end, match)
            end, amount = _run(text, first, sizes)
            yield Duration(low, end, _whole(amount))


def _is_date(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - LONGEST_LOW) : match.start()]
    return match["unit"] == "日" and _MONTH_BEFORE.search(before) is not None


def _lower(text: str, end: int, match: re.Match[str]) -> int:
    """Where the range begins whose upper end `match` is; else where `match` does.

    Args:
        end: of the duration before.
    """
    worded = match["number"] and match["number"] != "another"
    low = (
        _LOW.search(text, max(end, match.start() - LONGEST_LOW), match.start()) if worded else None
    )
    if low is None or (" and " in low[0] and "between" not in low[0]):
        return match.start()
    return low.start()


def _whole(amount: Fraction) -> int:
    """Rounded away from zero: half a minute needs a minute."""
    return ceil(amount) if amount >= 0 else floor(amount)


def _part(match: re.Match[str] | None, sizes: Sizes) -> _Part | None:
    if match is None:
        return None
    if match["clock"]:
        amount = Fraction(int(match["clock"]) * HOUR + int(match["past"]))
        return _Part(match.end(), amount, Fraction(1))
    if match["part"]:
        unit = sizes[match["whole"]]
        return _Part(match.end(), _PARTS[match["part"].replace("-", " ")] * unit, unit)
    words = match["number"]
    if re.fullmatch(_COMMA_ALONE, words):
        words = words.replace(",", ".")
    count = Fraction(1) if words == "another" else value(words)
    if count is None:
        return None
    if match["few"] in ("几", "多") and count % 10 == 0 and 0 < count < 100:
        count += 9  # 十几分钟 are 19 at most
    if match["tens"]:
        count *= 9  # 几十分钟 are 90 at most
    unit = sizes[match["unit"]]
    if (
        match["half"] and unit == sizes["天"]
    ):  # "三个半天" is three times half a day, "三天半" is 3.5 days
        return _Part(match.end(), count * unit / 2, unit)
    half = Fraction(1, 2) if match["half"] else 0
    return _Part(match.end(), (count + half + _tail(match["tail"])) * unit, unit)


def _tail(words: str | None) -> Fraction:
    """The "and a half" after a unit."""
    if not words:
        return Fraction(0)
    words = words.replace("-", " ")
    found = [name for name in _PARTS if words.endswith(name)]
    return _PARTS[max(found, key=len)] if found else Fraction(1, 2)


def _run(text: str, first: _Part, sizes: Sizes) -> tuple[int, Fraction]:
    """Follows "2 hours" into "2 hours and 15 minutes" and "2 hours to 3 hours"."""
    end, total, unit = first
    while True:
        span = _GIVE_OR_TAKE.match(text, end)
        if span and (share := _SHARE.match(text, span.end())):
            return share.end(), total * (100 + int(share[1])) / 100
        if span and (more := _part(_QUANTITY.match(text, span.end()), sizes)) is not None:
            return more.end, total + more.amount
        span = _RANGE.match(text, end)
        if span:
            return _upper(text, end, span.end(), total, unit, sizes)
        glue = _MORE.match(text, end)
        more = _part(_QUANTITY.match(text, glue.end()), sizes) if glue else None
        if more is not None and 0 <= more.amount < unit:
            end, total, unit = more.end, total + more.amount, more.unit
            continue
        bare = _BARE_MINUTES.match(text, end) if unit == sizes["时"] else None
        if bare is None:
            return end, total
        unit = sizes["分"]
        end, total = bare.end(), total + (value(bare[1] or bare[2]) or 0) * unit


def _upper(
    text: str, end: int, start: int, low: Fraction, unit: Fraction, sizes: Sizes
) -> tuple[int, Fraction]:
    """The upper end of a range whose lower end is `low` and whose second number is at `start`."""
    other = _part(_QUANTITY.match(text, start), sizes)
    if other is not None:
        stop, high = _run(text, other, sizes)
        return stop, max(low, high)
    worded = text[end:start].strip() in ("or", "to", "或", "或者", "到", "至")
    bare = (_OR_TWO if worded else _BARE_NUMBER).match(text, start)  # "an hour or two"
    count = value(bare[1]) if bare else None
    if bare is None or count is None:
        return end, low
    return bare.end(), max(low, count * unit)
