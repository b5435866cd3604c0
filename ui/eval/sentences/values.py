"""How numbers, names, durations and moments are said, in English and Chinese."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tools.plan import PEOPLE, Goal
from ui.eval.sentences.patterns import Said, Slot, Voice, any_of, pattern, plain

SHOWN = 12
"""Names in a list, at most."""
BETWEEN = r" ?\| ?"
"""Two cells of a table."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "zh": [f"周{d}" for d in "一二三四五六日"],
}


@dataclass(frozen=True)
class Lasts:
    """A duration in minutes."""

    minutes: int

    def words(self, voice: Voice) -> str:
        hours, rest = divmod(abs(self.minutes), 60)
        units = ("h", "min") if voice.language == "en" else ("小时", "分钟")
        parts = [f"{hours:,} {units[0]}"] if hours or not rest else []
        parts += [f"{rest} {units[1]}"] if rest else []
        return ("−" if self.minutes < 0 else "") + " ".join(parts)

    def pattern(self, voice: Voice) -> str:
        return plain(self.words(voice), voice)


@dataclass(frozen=True)
class At:
    """A minute of the plan, on its clock, or counted from its start if it has none."""

    minute: int

    def pattern(self, voice: Voice) -> str:
        forms = _elapsed(self.minute, voice) if voice.start is None else _shown(self.minute, voice)
        return any_of(plain(each, voice) for each in forms)


@dataclass(frozen=True)
class DayOf:
    """The day of a minute of the plan."""

    minute: int

    def pattern(self, voice: Voice) -> str:
        day = _day(_moment(self.minute, voice), voice)
        return plain(f"on {day}" if voice.language == "en" else day, voice)


@dataclass(frozen=True)
class TimeOf:
    """The time of day of a minute of the plan, without the day."""

    minute: int

    def pattern(self, voice: Voice) -> str:
        return plain(f"{_moment(self.minute, voice):%H:%M}", voice)


def is_midnight(minute: int, voice: Voice) -> bool:
    return voice.start is not None and f"{_moment(minute, voice):%H:%M}" == "00:00"


def same_day(one: int, other: int, voice: Voice) -> bool:
    return voice.start is not None and (_moment(one, voice).date() == _moment(other, voice).date())


def _elapsed(minute: int, voice: Voice) -> list[str]:
    time = Lasts(minute).words(voice)
    if voice.language == "en":
        starts = ["at once", "the start", "at the beginning"] if minute == 0 else []
        return [time, f"after {time}", f"{time} after the start", *starts]
    starts = ["立即", "计划开始时"] if minute == 0 else []
    return [time, f"{time}后", f"开始后{time}", *starts]


def _shown(minute: int, voice: Voice) -> list[str]:
    """With the date, which may be left away on the first day; midnight also as the end of a day."""
    moment, first = _moment(minute, voice), _moment(0, voice)
    time, day = f"{moment:%H:%M}", _day(moment, voice)
    english = voice.language == "en"
    forms = [f"{day}, {time}", f"on {day}, {time}"] if english else [f"{day}{time}"]
    if moment.date() == first.date():
        forms += [time, f"at {time}"]
    if minute > 0 and time == "00:00":
        ended = _day(_moment(minute - 1, voice), voice)
        forms.append(f"the end of {ended}" if english else f"{ended}结束")
    return forms


def _moment(minute: int, voice: Voice) -> datetime:
    """What a clock on the wall shows."""
    assert voice.start is not None, "a clock"
    zone = ZoneInfo(voice.zone)
    begins = voice.start.replace(tzinfo=zone).astimezone(UTC)
    return (begins + timedelta(minutes=minute)).astimezone(zone)


def _day(moment: datetime, voice: Voice) -> str:
    assert voice.start is not None, "a clock"
    weekday = WEEKDAYS[voice.language][moment.weekday()]
    other = moment.year != voice.start.year
    if voice.language == "en":
        year = f" {moment.year}" if other else ""
        return f"{weekday} {moment.day} {MONTHS[moment.month - 1]}{year}"
    year = f"{moment.year}年" if other else ""
    return f"{year}{moment.month}月{moment.day}日{weekday}"


@dataclass(frozen=True)
class Worth:
    """The value of a goal, with its unit or, beside another value with one, without."""

    goal: Goal
    value: int

    def pattern(self, voice: Voice) -> str:
        if self.goal in ("makespan", "balance"):
            return Lasts(self.value).pattern(voice)
        if self.goal == "cost":
            whole, rest = divmod(self.value, 60)
            money = f"{self.value / 60:,.2f}" if rest else f"{whole:,}"
            return re.escape(money)
        unit = Said(f"amount-{self.goal}", value=self.value).pattern(voice)
        return any_of([unit, pattern(self.value, voice)])


@dataclass(frozen=True)
class Pool:
    """A resource; everybody is called 人 in Chinese."""

    name: str

    def pattern(self, voice: Voice) -> str:
        if self.name != PEOPLE:
            return plain(self.name, voice)
        return any_of(["person", "people"]) if voice.language == "en" else "人"


@dataclass(frozen=True)
class Bold:
    """A name in bold type."""

    name: Slot

    def pattern(self, voice: Voice) -> str:
        return rf"\*\*{pattern(self.name, voice)}\*\*"


@dataclass(frozen=True)
class Quoted:
    """Words between quotation marks."""

    words: str

    def pattern(self, voice: Voice) -> str:
        return plain(f"“{self.words}”", voice)


@dataclass(frozen=True)
class Listed:
    """One after the other, and how many more there are."""

    items: tuple[Slot, ...]
    most: int = SHOWN
    kind: str = "list"
    """`clauses` for whole clauses."""

    def pattern(self, voice: Voice) -> str:
        items = [pattern(each, voice) for each in self.items]
        comma = Said(f"{self.kind}-comma").pattern(voice)
        if len(items) < 2:
            return "".join(items)
        if len(items) > self.most:
            first, more = Raw(comma.join(items[: self.most])), len(items) - self.most
            return Said("list-more", first=first, count=more).pattern(voice)
        first = Raw(comma.join(items[:-1]))
        return Said(f"{self.kind}-and", first=first, last=Raw(items[-1])).pattern(voice)


@dataclass(frozen=True)
class Commas:
    """One after the other, with nothing but commas between."""

    items: tuple[Slot, ...]

    def pattern(self, voice: Voice) -> str:
        comma = Said("clauses-comma").pattern(voice)
        return comma.join(pattern(each, voice) for each in self.items)


@dataclass(frozen=True)
class Clauses:
    """Parts of one sentence, in any order."""

    items: tuple[Slot, ...]

    def pattern(self, voice: Voice) -> str:
        if not self.items:
            return ""
        each = any_of(pattern(item, voice) for item in self.items)
        joints = [Said("conflict-comma").pattern(voice)]
        joints.append(Said("conflict-and", first="", last="").pattern(voice))
        return f"{each}(?:{any_of(joints)}{each}){{{len(self.items) - 1}}}"


@dataclass(frozen=True)
class Path:
    """Tasks that wait for each other; of a long path its two ends."""

    names: Sequence[str]

    def pattern(self, voice: Voice) -> str:
        told = [Bold(name).pattern(voice) for name in self.names]
        if len(told) > SHOWN:
            told = [*told[: SHOWN // 2], "…", *told[-SHOWN // 2 :]]
        return plain(" → ", voice).join(told)


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Slot, ...]

    def pattern(self, voice: Voice) -> str:
        cells = [pattern(each, voice) for each in self.cells]
        return rf"\| ?{BETWEEN.join(cells)} ?\|"


@dataclass(frozen=True)
class Raw:
    """A pattern as it is."""

    made: str

    def pattern(self, voice: Voice) -> str:
        return self.made


def names(found: Sequence[str]) -> Listed:
    """Tasks in bold type."""
    return Listed(tuple(Bold(name) for name in found))
