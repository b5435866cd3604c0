"""Days that a text names: "tomorrow", "next Friday", "15.12.2026", 下个月5号."""

import re
from datetime import date, timedelta

from knowledge.measures import MONTHS
from tools.wording.periods import end_of_period

_AHEAD = re.compile(
    r"(?P<three>大后天)|(?P<two>后天|(?<![a-z])day after tomorrow(?![a-z]))|"
    r"(?P<one>明[天日早晚儿]|(?<![a-z])(?:tomm?orr?ow|tmr+w?|tmw)(?![a-z]))|"
    r"今[天日早晚儿]|(?<![a-z])(?:today|tonight|this (?:morning|afternoon|evening))(?![a-z])"
)
_AHEAD_BY = {"one": 1, "two": 2, "three": 3}
_CLOSE = re.compile(
    r"(?<![a-z])(?:eod|cob|close of (?:business|play)|end of (?:the |this )?(?:business |working )?day)(?![a-z])"
)
"""Today, where no other day is named."""
_WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"
_LONG = {"mon": "day", "tue": "s(?:day)?", "wed": "s|nesday", "thu": "r?s?(?:day)?"}
_LONG |= {"fri": "day", "sat": "urday", "sun": "day"}
EN_WEEKDAY = "|".join(rf"{short}(?:{rest})?" for short, rest in _LONG.items())
ZH_WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
_WEEKDAY = re.compile(
    rf"(?:(?P<week>下|next\s?)?(?:个)?(?:(?:周|星期|礼拜|拜)(?P<zh>[一二三四五六日天])"
    rf"|(?<![a-z])(?P<en>{EN_WEEKDAY})(?![a-z])))"
)
EN_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_MONTH = rf"(?P<month>{EN_MONTH})\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?!\d)"),
    re.compile(r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]"),
    re.compile(rf"(?<![\w:])(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}"),
    re.compile(rf"(?<![a-z]){_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])"),
    re.compile(
        r"(?<![a-z])the (?P<d>\d{1,2})(?:st|nd|rd|th)(?![\w:])(?P<next> of next month(?![a-z]))?"
    ),
    re.compile(
        r"(?:(?P<next>下个?月|次月)|(?<![\d月]))(?P<d>\d{1,2})[号日](?![\d楼线机桌房床库位仓橱窗车门厅台炉柜井塔栋那这])"
    ),
)


def day_in(text: str, today: date) -> date | None:
    """The first day that `text` (folded) names.

    Raises:
        ValueError: there is no such day, or it may be one of two.
    """
    for pattern in _DATES:
        if match := pattern.search(text):
            return _dated(match, today)
    if (last := end_of_period(text, today)) is not None:
        return last
    if match := _AHEAD.search(text):
        return today + timedelta(days=_AHEAD_BY.get(match.lastgroup or "", 0))
    if match := _WEEKDAY.search(text):
        wanted = (
            "一二三四五六日".index(match["zh"].replace("天", "日"))
            if match["zh"]
            else _WEEKDAYS.split("|").index(match["en"][:3])
        )
        if match["week"]:
            return today + timedelta(days=7 - today.weekday() + wanted)
        return today + timedelta(days=(wanted - today.weekday()) % 7)
    return today if _CLOSE.search(text) else None


def words_of_day(text: str) -> str:
    """The words with which `text` (folded) names a day; empty if it names none."""
    found = (pattern.search(text) for pattern in (*_DATES, _AHEAD, _WEEKDAY))
    return next((match[0] for match in found if match), "")


def _dated(match: re.Match[str], today: date) -> date:
    parts = match.groupdict()
    if parts.get("mark"):
        return _by_numbers(match)
    if parts.get("next"):
        return (today.replace(day=1) + timedelta(days=31)).replace(day=int(parts["d"]))
    if not (parts.get("m") or parts.get("month")):  # a day of this month, or of the next
        found = today.replace(day=int(parts["d"]))
        return found if found >= today else (found + timedelta(days=31)).replace(day=found.day)
    month = int(parts["m"]) if parts.get("m") else MONTHS.index(parts["month"][:3]) + 1
    if parts.get("y"):
        return date(int(parts["y"]), month, int(parts["d"]))
    found = date(today.year, month, int(parts["d"]))
    return found.replace(year=today.year + 1) if (today - found).days > 180 else found


def _by_numbers(match: re.Match[str]) -> date:
    """“15.12.2026”, “12/15/2026”; nobody knows which month “12/04/2026” is in.

    Raises:
        ValueError: it may be read in two ways, or in none.
    """
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["mark"] == "." or a > 12 or a == b:
        return date(year, b, a)
    if b > 12:
        return date(year, a, b)
    raise ValueError(match[0])
