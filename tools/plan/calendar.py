"""When a resource works: weekly hours, what is closed and what is open out of turn.

Hours are what a clock on the wall shows, in the calendar's time zone, so that eight o'clock stays
eight o'clock when daylight saving begins; `hours.py` turns them into minutes from the start.
"""

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, field_validator, model_validator

from tools.record import UNNAMED, Name, OneLine, PlanError, Record, short

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _clock(value: Any) -> str:
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", value) if isinstance(value, str) else None
    if found is None or int(found[2]) > 59 or int(found[1]) * 60 + int(found[2]) > 24 * 60:
        raise PlanError("bad-clock", value=short(value))
    return f"{int(found[1]):02}:{found[2]}"


def read_moment(text: str) -> datetime:
    """A date, or a date and a time of day, as people write them in ISO 8601; `24:00` ends the day.

    Raises:
        PlanError: it is none.
    """
    text = text.strip()
    day, late, offset = text.partition(text[10:11] + "24:00")
    try:
        if late:
            return datetime.fromisoformat(f"{day}T00:00{offset}") + timedelta(days=1)
        return datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise PlanError("bad-date", value=short(text)) from None


def _local_time(value: str) -> str:
    moment = read_moment(value)
    if moment.tzinfo is not None:
        raise PlanError("bad-date", value=short(value))
    if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", value.strip()):
        return date.isoformat(moment.date())
    return moment.isoformat(timespec="minutes")


def _timed(moment: str, time: str) -> str:
    """A local time that sorts like one also if it is a date: `time` is taken then."""
    return moment if "T" in moment else f"{moment}T{time}"


def time_of_day(minute: int) -> str:
    """A minute of the day as in `Hours`: 570 is “09:30”."""
    return f"{minute // 60:02}:{minute % 60:02}"


def time_zone(name: str) -> str:
    """`name`, if there is such a time zone.

    Raises:
        PlanError: there is none.
    """
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown names, folders, and what is no name
        raise PlanError("unknown-time-zone", value=short(name)) from None
    return name


Clock = Annotated[str, BeforeValidator(_clock)]
"""`08:00`; `24:00` is the end of a day."""
LocalTime = Annotated[str, AfterValidator(_local_time)]
"""`2026-12-24T13:00`, or `2026-12-24`, which means the whole day."""
TimeZone = Annotated[str, AfterValidator(time_zone)]
"""An IANA name, such as `Asia/Shanghai`."""


class Hours(Record):
    """Open from `start` to `end` on these days of every week."""

    days: tuple[Day, ...]
    start: Clock
    end: Clock
    """No later than `start` means: on the next day, as in a night shift."""

    @field_validator("days")
    @classmethod
    def _some(cls, days: tuple[Day, ...]) -> tuple[Day, ...]:
        if not days:
            raise PlanError("no-days", calendar=UNNAMED)
        return tuple(day for day in DAYS if day in days)


class Stretch(Record):
    """A stretch of time on the wall clock, such as a holiday."""

    start: LocalTime
    end: LocalTime | None = None
    """Its end, or its last day; if it is left out, the end of the day on which it starts."""
    reason: OneLine = ""

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        end = _timed(self.end or self.start[:10], "24:00")
        if end <= _timed(self.start, "00:00"):
            raise PlanError("stretch-ends-early", start=self.start, end=self.end or end)
        return self


class Calendar(Record):
    """The working time of one or more resources."""

    name: Name
    hours: tuple[Hours, ...]
    closed: tuple[Stretch, ...] = ()
    """Holidays and the like: closed whatever `hours` say."""
    extra: tuple[Stretch, ...] = ()
    """Open whatever `hours` and `closed` say: overtime, a Saturday in the season."""
    time_zone: TimeZone | None = None
    """Whose wall clock; if it is left out, the problem's."""
