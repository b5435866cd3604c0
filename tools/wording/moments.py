"""Times that a message names ("tomorrow at 3 pm", "周五中午") -> minutes of the plan.

Days are counted from the day on which the plan stands now. Only what can be meant in one way is
read: "3:00" is three in the morning, as the clock says, unless words like 下午 or pm say otherwise.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value
from tools.plan import Problem
from tools.plan.dates import minute_of, moment_of
from tools.record import PlanError
from tools.wording.days import EN_MONTH, EN_WEEKDAY, day_in
from tools.wording.durations import duration
from tools.wording.zones import zone_in


class Moment(NamedTuple):
    """The first and the last minute that are meant: the same for a time, far apart for a day."""

    first: int
    last: int


_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9]"
_DAY_NAME = rf"(?:today|tomorrow|tmrw|{EN_WEEKDAY})(?:,| at)?"
_CLOCKS = (
    re.compile(
        r"(?P<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[今明][早晚])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\d:])"
    ),
    re.compile(
        r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\d:])\s?(?P<half>[ap]\.?m\.?(?![a-z]))?"
    ),
    re.compile(
        r"(?<![\d:.])(?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?(?![a-z])|o'?clock)"
    ),
    re.compile(
        r"(?<![a-z])(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
        r"(?P<half>[ap]\.?m\.?(?![a-z])|o'?clock)"
    ),
    lazily.compile(
        rf"(?P<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[今明][早晚]|[半午深]夜|夜里|[早晚])?(?<![周期拜])(?P<hour>{NUMBER})\s?"
        rf"[点时](?![候间多也])(?P<bell>钟)?(?P<rest>半|一刻|三刻|{NUMBER}分?)?"
    ),
    re.compile(
        rf"(?<![a-z])(?:at|by|from|until|till|before|b4|after|@|{_DAY_NAME}) (?:about )?(?P<bare>(?P<hour>{_HOUR})"
        r"(?:\.(?P<minute>[0-5]\d))?)(?![\w:%]|\.\d| (?:hours?|minutes?|mins?|days?|people|weeks?|more|of)(?![a-z])"
        rf"| (?:of )?{EN_MONTH})"
    ),
)
_TIME = (
    rf"(?:(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)?{NUMBER}点(?:钟|半|一刻|三刻|{NUMBER}分)?|noon|midday|正午|"
    rf"(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|half past |quarter (?:past|to) )?(?:{_HOUR}|0?\d(?=[:.])|1[3-9]|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\.?(?![a-z])|o'?clock)?(?!(?![到至])[\w:]))"
)
_RANGE = lazily.compile(
    rf"(?<![a-z0-9:.])(?P<begin>{_TIME})\s?(?:-|–|~|到|至|(?<![a-z])(?:to|till|until|and)(?![a-z]))\s?(?P<end>{_TIME})"
)
_LATE_HOUR = re.compile(r"^(1[3-9]|2[0-3])$")
_NOON = re.compile(r"中午|正午|(?<![a-z])(?:noon|midday|lunch ?time)(?![a-z])")
_AFTERNOON = re.compile(r"(?<![a-z])(?:afternoon|evening|tonight|at night)(?![a-z])")
_NIGHT = re.compile(r"凌晨|夜|早|上午|(?<![\d:])0\d:|(?<![a-z])(?:a\.?m\.?|morning|night)(?![a-z])")
_MORNING = re.compile(r"上午|早上|早晨|[今明]早|(?<![a-z])morning(?![a-z])")
_EVENING = re.compile(r"傍晚|晚上|[今明]晚|(?<![a-z])(?:evening|tonight)(?![a-z])")
_PARTS_OF_DAY = (
    (re.compile(r"[前上]半天|(?<![a-z])first half of (?:the day|[a-z]+day)(?![a-z])"), 0, 12),
    (_MORNING, 6, 12),
    (
        re.compile(
            r"下午|[后下]半天|(?<![a-z])(?:afternoon|(?:second|latter) half of (?:the day|[a-z]+day))(?![a-z])"
        ),
        12,
        18,
    ),
    (_EVENING, 18, 22),
)
"""Hours of a day that are called so, if no time is named."""
_RELATIVE = re.compile(r"(?<![a-z])(?:half|quarter|qtr|minutes?) (?:past|to)(?![a-z])")
_MINUTES_PAST = re.compile(
    rf"(?<![a-z])(?:(?P<minutes>{NUMBER}) minutes?|(?P<alone>twenty(?:[- ]five)?)) (?P<side>past|to) (?P<hour>{_HOUR})(?![\w:])"
)
_PAST = re.compile(
    rf"(?<![a-z])(?:a )?(?P<part>half|quarter|qtr)(?: (?P<side>past|to))? (?P<hour>{_HOUR})(?:\s?(?P<half>[ap])\.?m)?(?![a-z0-9])(?! (?:hours?|minutes?|of)(?![a-z]))"
)
EARLIEST = 7
"""Hour before which nobody means the morning by “at three”."""
_LATER = ("下午", "傍晚", "晚上", "今晚", "明晚", "晚", "pm", "p.m.", "p.m", "pm.")
_BEHIND = re.compile(
    r"\s?(?:之内|以内|内|之?后)| (?:after|from|past) (?:the )?(?:very )?(?:start|beginning|outset)(?![a-z])"
)
_AHEAD_OF = re.compile(r"(?<![a-z])(?:in|within|after)\s?$")
_HOUR_COUNTED = re.compile(rf"(?<![a-z])at hour ({NUMBER})(?!\w)")
_AT = re.compile(r"(?<![a-z])at\s?$")
"""“At hour 2”, “at 2 h”: as a plan without a clock is read."""
_LONG_UNIT = re.compile(r"天|日|周|星期|礼拜|(?<![a-z])(?:days?|weeks?)(?![a-z])")


def moment(message: str, problem: Problem) -> Moment | None:
    """The first time or day that `message` names; for a plan without a clock, a duration such as
    "within 4 hours", counted from the start of the plan.

    Returns:
        None if it names none, or one that there is not (30 February, an hour that is skipped).
    """
    text = fold(message)
    if problem.start is None:
        return _from_now(text, problem)
    today = moment_of(problem.now, problem).date()
    try:
        day, clock = day_in(text, today), _clock(text)
        if clock is not None and (zone := zone_in(text)) is not None:
            return _elsewhere(day, clock, zone, problem)
        if clock is not None:
            return _at(day, clock, today, problem)
        for words, begin, end in _PARTS_OF_DAY:
            if words.search(text):
                first, last = (_minute(day or today, (h, 0), problem) for h in (begin, end))
                return Moment(first, last - 1)
        if day is not None:
            return Moment(minute_of(day, problem), minute_of(day, problem, end=True) - 1)
    except (PlanError, ValueError):
        return None
    return _from_now(text, problem)


def names_time(message: str) -> bool:
    """Whether a day or a time of day is named, whatever it means in a plan."""
    text = fold(message)
    try:
        return _clock(text) is not None or day_in(text, date(2024, 1, 1)) is not None
    except ValueError:
        return True


def clock_time(message: str) -> int | None:
    """The first time of day that `message` names, in minutes after midnight."""
    found = _clock(fold(message))
    return None if found is None else found[0] * 60 + found[1]


def clock_range(message: str) -> tuple[int, int] | None:
    """“From nine to eleven”, “10:00-12:30”: minutes after midnight; a bare end before its beginning
    is in the afternoon."""
    found = _RANGE.search(fold(message))
    if found is None:
        return None
    sides = (_LATE_HOUR.sub(r"\1:00", found[side]) for side in ("begin", "end"))
    begin, end = (_clock(f"at {side}", literal=True) for side in sides)
    if begin is None or end is None:
        return None
    first, last = begin[0] * 60 + begin[1], end[0] * 60 + end[1]
    if _MORNING.search(fold(message)) and last > 12 * 60 > first:
        last -= 12 * 60 if last - 12 * 60 > first else 0
    late = found["begin"].startswith(("下午", "中午"))  # then its end is, too
    if last <= first and (late or first < 12 * 60) and first < last + 12 * 60:
        last += 12 * 60
    told = _LATE_HOUR.match(found["begin"]) is not None  # “22 to 6” begins at night
    if not told and first > 12 * 60 and first - 12 * 60 >= EARLIEST * 60 and last <= first:
        first -= 12 * 60
    if 0 < first < last < EARLIEST * 60 and not _NIGHT.search(fold(message)):  # 两点到四点
        first, last = first + 12 * 60, last + 12 * 60
    return (first, last) if first < last else None


def is_evening(text: str) -> bool:
    """Whether the first part of a day that a text names is an evening."""
    named = (each.search(text) for each, _, _ in _PARTS_OF_DAY)
    first = min(filter(None, named), key=re.Match.start, default=None)
    return first is not None and _EVENING.match(first[0]) is not None


def at_time(minute: int, clock: int, problem: Problem) -> int:
    """The minute of the plan at `clock`, minutes after midnight, on the day on which `minute` is."""
    return _minute(moment_of(minute, problem).date(), divmod(clock, 60), problem)


def end_of_day(minute: int, problem: Problem) -> int:
    """The minute after the day on which `minute` lies."""
    return minute_of(moment_of(minute, problem).date(), problem, end=True)


def _from_now(text: str, problem: Problem) -> Moment | None:
    """“within 4 hours”. Days on the clock are no working days, so these are left alone there."""
    if problem.start is None:
        text = _HOUR_COUNTED.sub(r"at \1 hours", text)
    found = duration(text)
    if found is not None and problem.start is None and _AT.search(text[: found.start]):
        return Moment(found.minutes, found.minutes)
    if found is None or (problem.start and _LONG_UNIT.search(text[found.start : found.end])):
        return None
    if not (_BEHIND.match(text, found.end) or _AHEAD_OF.search(text[: found.start])):
        return None
    minute = problem.now + found.minutes
    return Moment(minute, minute)


def _at(day: date | None, clock: tuple[int, int], today: date, problem: Problem) -> Moment:
    """At that time of `day`; without a day, the next time the clock shows it."""
    minute = _minute(day or today, clock, problem)
    if day is None and minute < problem.now:
        minute = _minute(today + timedelta(days=1), clock, problem)
    return Moment(minute, minute)


def _elsewhere(
    day: date | None, clock: tuple[int, int], zone: ZoneInfo, problem: Problem
) -> Moment:
    """At that time on a clock in another place; without a day, the next time it shows it there."""
    here = ZoneInfo(problem.time_zone)
    now = moment_of(problem.now, problem).replace(tzinfo=here).astimezone(zone)
    when = datetime.combine(day or now.date(), time(*clock), zone)
    if day is None and when < now:
        when += timedelta(days=1)
    minute = minute_of(when.astimezone(here).replace(tzinfo=None), problem)
    return Moment(minute, minute)


def _minute(day: date, clock: tuple[int, int], problem: Problem) -> int:
    return minute_of(datetime(day.year, day.month, day.day, *clock), problem)


def _clock(text: str, *, literal: bool = False) -> tuple[int, int] | None:
    """Hour and minute.

    Args:
        literal: 三点 is three in the morning, as in a range whose other end tells more.
    """
    if said := _PAST.search(text):
        hour, minutes = value(said["hour"]), 30 if said["part"] == "half" else 15
        if hour is None or not 1 <= hour <= 12:
            return None
        if said["side"] is None and said["part"] != "half":
            return None
        at = int(hour) * 60 + (-minutes if said["side"] == "to" else minutes)
        late = said["half"] == "p" or (not said["half"] and _is_late(at // 60, text))
        return divmod(at + (12 * 60 if late and at < 12 * 60 else 0), 60)
    if said := _MINUTES_PAST.search(text):
        return _beside_hour(said, text)
    if _RELATIVE.search(text):  # half to two
        return None
    for pattern in _CLOCKS:
        for match in pattern.finditer(text):
            if (found := _read(match, text, literal)) is not None:
                return found
    return (12, 0) if _NOON.search(text) else None


def _beside_hour(said: re.Match[str], text: str) -> tuple[int, int] | None:
    """“Twenty to eleven”, “ten minutes past two”."""
    hour, minutes = value(said["hour"]), value(said["minutes"] or said["alone"].replace("-", " "))
    if hour is None or minutes is None or not 0 < minutes < 60:
        return None
    at = int(hour) * 60 + (-1 if said["side"] == "to" else 1) * int(minutes)
    return divmod(at + (12 * 60 if _is_late(at // 60, text) and at < 12 * 60 else 0), 60)


def _read(match: re.Match[str], text: str, literal: bool) -> tuple[int, int] | None:
    parts = match.groupdict()
    worth, half = value(parts["hour"]), parts.get("half") or ""
    if worth is None or worth.denominator != 1 or _a_bit(parts, text[: match.start()]):
        return None
    hour, rest = int(worth), parts.get("rest") or parts.get("minute") or "0"
    past = {"半": 30, "一刻": 15, "三刻": 45}.get(rest)
    if past is None:
        read = value(rest.rstrip("分"))
        past = int(read) if read is not None else 0
    night = half.endswith("夜") or half == "夜里"
    if (night or half in ("晚上", "今晚", "明晚")) and hour == 12:  # midnight: of which day?
        return None
    spoken = parts.get("bare") is not None or half in ("o'clock", "oclock")
    spoken = spoken or ("bell" in parts and not half and hour > 0 and not literal)
    late = half in _LATER or (not half and bool(_AFTERNOON.search(text)))
    late = late or (spoken and _is_late(hour, text)) or (night and hour > 6)
    if hour < 12 and (late or (half == "中午" and hour < 3)):
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return (hour, past) if 0 <= hour <= 23 and 0 <= past <= 59 else None


def _is_late(hour: int, text: str) -> bool:
    """“At three” is in the afternoon, where people work by day; as is what is said to be."""
    if _MORNING.search(text):
        return False
    return hour < EARLIEST or bool(_AFTERNOON.search(text))


def _a_bit(parts: dict[str, str | None], before: str) -> bool:
    """Whether 一点 only means a bit, as in 快一点 and 提前一点."""
    if parts["hour"] != "一" or parts.get("half") or parts.get("bell") or parts.get("rest"):
        return False
    return not before.endswith(("在", "于", "到", "周", "天"))
