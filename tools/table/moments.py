"""Cells with dates <-> minutes of the plan, absences, and stretches of a calendar.

2026-11-24 14:00                     with a start of the plan; without one `90`, `1h30`, `2小时`
2026-11-24                           all that day: where something ends, the end of it
2026-11-24 to 2026-11-26 × 2 (fair)  2 units are away for three days; pieces are parted by `;`
2026-12-25 (Christmas)
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from tools.phrases import Language, say
from tools.plan import Absence, Problem, Stretch
from tools.plan.dates import minute_of, moment_of
from tools.table.cells import Place, groups, minutes, write_minutes

_DATE = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
_TIME = r"\s*t?\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?"
_READ = re.compile(rf"{_DATE}(?:{_TIME})?", re.IGNORECASE)
_TO = r"\s*(?:to|until|till|至|到|~|–|—|\s-)\s*"
_CLOCK = r"\d{1,2}[:：]\d{2}"
_STRETCH = re.compile(
    rf"(?P<start>{_READ.pattern})(?:{_TO}(?P<end>{_READ.pattern}|{_CLOCK}))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LENGTHS = re.compile(rf"(?P<start>[^(（×]*?\S){_TO}(?P<end>[^(（×]+)(?P<rest>.*)", re.DOTALL)
_REST = re.compile(r"\s*(?:[×xX*]\s*(?P<amount>\d{1,7}))?(?P<reason>.*)", re.DOTALL)
_BRACKETS = re.compile(r"[(（](.*)[)）]", re.DOTALL)


def write_moment(
    minute: int | None, problem: Problem, language: Language, *, end: bool = False
) -> str:
    """A minute of the plan: a local date and time if the plan has a start, else a duration."""
    if minute is None or problem.start is None:
        return write_minutes(minute, language)
    local = moment_of(minute, problem)
    text = f"{local:%Y-%m-%d %H:%M}"
    if text.endswith("00:00"):
        text = f"{local - timedelta(days=int(end)):%Y-%m-%d}"
    if minute_of(text, problem, end=end) != minute:  # the clock shows it a second time
        text = local.isoformat(sep=" ", timespec="minutes")
    return text


def read_moment(text: str, place: Place) -> int | str:
    """Minutes, or a date and time as the domain reads them.

    Raises:
        PlanError: neither of them, naming the row, the column and the value.
    """
    found: int | str | None = _iso(text) or _minutes(text)
    if found is None:
        raise place.refuse("page-bad-time", text)
    return found


def _minutes(text: str) -> int | None:
    """As `minutes`; with a minus it is so long before the start."""
    early = re.fullmatch(r"\s*[-−]\s*(\S.*)", text)
    if early is None:
        return minutes(text)
    found = minutes(early[1])
    return None if found is None else -found


def is_moment(text: str) -> bool:
    """Whether it is a date, with or without a time of day."""
    return _READ.fullmatch(text.strip()) is not None


def names_date(text: str) -> bool:
    """Whether a date stands somewhere in it."""
    return _READ.search(text) is not None


def _iso(text: str) -> str | None:
    """`2026/11/24 14:00`, `2026年11月24日` and the like in ISO 8601; None if it is no date."""
    found = _READ.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, ahead = found.groups()
    on = f"{year}-{int(month):02}-{int(day):02}"
    return f"{on}T{int(hour):02}:{minute}{(ahead or '').upper()}" if hour else on


def write_absences(absences: Iterable[Absence], problem: Problem, language: Language) -> str:
    return "; ".join(_absence(away, problem, language) for away in absences)


def _absence(away: Absence, problem: Problem, language: Language) -> str:
    start = write_moment(away.start, problem, language)
    end = write_moment(away.end, problem, language, end=True)
    amount = "" if away.amount is None else f" × {away.amount}"
    told = start if start == end else _stretch(start, end, language)
    return f"{told}{amount}{_in_brackets(away.reason)}"


def _stretch(start: str, end: str, language: Language) -> str:
    return say("page-stretch", language, start=start, end=end) if end else start


def read_absences(text: str, place: Place) -> list[dict[str, Any]]:
    """Absences as the domain reads them.

    Raises:
        PlanError: the first that cannot be read, naming the row, the column and the value.
    """
    return [_read_absence(piece, place) for piece in groups(text)]


def _read_absence(piece: str, place: Place) -> dict[str, Any]:
    found = _STRETCH.fullmatch(piece) or _LENGTHS.fullmatch(piece)
    rest = _REST.fullmatch(found["rest"]) if found else None
    if found is None or rest is None:
        raise place.refuse("page-bad-stretch", piece)
    start, end = read_moment(found["start"], place), _end(found)
    return {
        "start": start,
        "end": read_moment(end, place) if end else str(start)[:10],
        "amount": int(rest["amount"]) if rest["amount"] else None,
        "reason": _bare(rest["reason"]),
    }


def _end(found: re.Match[str]) -> str | None:
    """The end of a stretch; a time without a date is on the day of the start."""
    end = found["end"]
    if end and re.fullmatch(_CLOCK, end) and (start := _iso(found["start"])):
        return f"{start[:10]} {end}"
    return end or None


def write_stretches(stretches: Iterable[Stretch], language: Language) -> str:
    return "; ".join(
        _stretch(each.start.replace("T", " "), (each.end or "").replace("T", " "), language)
        + _in_brackets(each.reason)
        for each in stretches
    )


def read_stretches(text: str, place: Place) -> list[dict[str, Any]]:
    """Stretches of a calendar as the domain reads them.

    Raises:
        PlanError: the first that cannot be read, naming the row, the column and the value.
    """
    return [_read_stretch(piece, place) for piece in groups(text)]


def _read_stretch(piece: str, place: Place) -> dict[str, Any]:
    found = _STRETCH.fullmatch(piece)
    start = _iso(found["start"]) if found else None
    if found is None or start is None:
        raise place.refuse("page-bad-stretch", piece)
    end = _end(found)
    return {"start": start, "end": end and _iso(end), "reason": _bare(found["rest"])}


def _in_brackets(reason: str) -> str:
    """A reason after a date, without marks that would part it from the date."""
    return f" ({re.sub('[;；]', ',', reason)})" if reason else ""


def _bare(reason: str) -> str:
    found = _BRACKETS.fullmatch(reason.strip())
    return found[1] if found else reason.strip(" :：,，")
