"""Calendars <-> rows of the calendar table.

hours    mon-fri 08:00-12:00, 13:00-17:00; sat 09:00-12:00      周一至周五 08:00-17:00
closed   2026-12-25 (Christmas); 2026-12-31 12:00 to 2027-01-01
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from tools.phrases import Language, say
from tools.plan import DAYS, Calendar, Hours, Problem
from tools.record import PlanError
from tools.table import moments
from tools.table.cells import Place
from tools.table.rows import Cells, Rows, renames, text

CALENDAR_COLUMNS = ("calendar", "hours", "closed", "extra", "time zone")

_NAMES = {
    "mon": "monday mon 周一 星期一 礼拜一",
    "tue": "tuesday tues tue 周二 星期二 礼拜二",
    "wed": "wednesday wed 周三 星期三 礼拜三",
    "thu": "thursday thurs thur thu 周四 星期四 礼拜四",
    "fri": "friday fri 周五 星期五 礼拜五",
    "sat": "saturday sat 周六 星期六 礼拜六",
    "sun": "sunday sun 周日 周天 星期日 星期天 礼拜日 礼拜天",
}
_DAY = {word: DAYS.index(day) for day, words in _NAMES.items() for word in words.split()}
_GROUP = {
    **dict.fromkeys(["daily", "every day", "每天", "每日"], range(7)),
    **dict.fromkeys(["weekdays", "工作日"], range(5)),
    **dict.fromkeys(["weekends", "weekend", "周末"], range(5, 7)),
}
_ANY_DAY = "|".join(sorted(_DAY, key=len, reverse=True))
_TO = r"\s*(?:-|–|—|~|to|至|到)\s*"
_TOKEN = re.compile(
    rf"(?P<group>{'|'.join(_GROUP)})"
    rf"|(?P<first>{_ANY_DAY})(?:{_TO}(?P<last>{_ANY_DAY}))?"
    rf"|(?P<start>\d{{1,2}}[:：]\d{{2}}){_TO}(?P<end>\d{{1,2}}[:：]\d{{2}})"
    r"|(?P<gap>[\s,，、;；和]+)",
    re.IGNORECASE,
)


def calendar_rows(problem: Problem | None, language: Language) -> list[list[str]]:
    """One row for each calendar; one empty row if there is none."""
    if problem is None or not problem.calendars:
        return [[""] * len(CALENDAR_COLUMNS)]
    return [
        [
            calendar.name,
            _write_hours(calendar.hours, language),
            moments.write_stretches(calendar.closed, language),
            moments.write_stretches(calendar.extra, language),
            calendar.time_zone or "",
        ]
        for calendar in problem.calendars
    ]


def renamed_calendars(rows: Rows, shown: Sequence[str], old: Problem | None) -> dict[str, str]:
    """Calendars whose name changed in their row, old to new."""
    names = [line.get("calendar", "") for line in text(rows, shown)]
    return renames([calendar.name for calendar in old.calendars] if old else [], names)


def read_calendars(
    rows: Rows, old: Problem | None, shown: Sequence[str] = CALENDAR_COLUMNS
) -> list[dict[str, Any]]:
    """Calendars as the domain reads them. Rows without any text are skipped.

    Raises:
        PlanError: the first cell that cannot be read, with its row.
    """
    before = {now: was for was, now in renamed_calendars(rows, shown, old).items()}
    calendars = []
    for row, line in enumerate(text(rows, shown), start=1):
        if any(line.values()):
            name = line.get("calendar", "")
            known = old.calendar.get(before.get(name, name)) if old else None
            calendars.append(_kept(known, shown) | _read(line, Place("calendar", row, name)))
    return calendars


def _kept(old: Calendar | None, shown: Sequence[str]) -> dict[str, Any]:
    fields = {"hours", "closed", "extra", "time_zone"}
    hidden = fields - {column.replace(" ", "_") for column in shown}
    return old.model_dump(include=hidden) if old else {}


def _read(line: Cells, place: Place) -> dict[str, Any]:
    if not place.of:
        raise PlanError("page-no-calendar", row=place.row)
    calendar: dict[str, Any] = {"name": place.of}
    if "hours" in line:
        calendar["hours"] = read_hours(line["hours"], place._replace(column="hours"))
    for column in ("closed", "extra"):
        if line.get(column):
            there = place._replace(column=column)
            calendar[column] = moments.read_stretches(line[column], there)
    if line.get("time zone"):
        calendar["time_zone"] = line["time zone"]
    return {"hours": []} | calendar


def _write_hours(hours: Sequence[Hours], language: Language) -> str:
    """Hours one after another; those of the same days together."""
    return "; ".join(
        f"{_write_days(days, language)} " + ", ".join(f"{each.start}-{each.end}" for each in same)
        for days, same in groupby(hours, key=lambda each: each.days)
    )


def _write_days(days: Sequence[str], language: Language) -> str:
    """`mon-fri`, `mon wed fri`, `sat sun`."""
    words = [say(f"page-day-{day}", language) for day in DAYS]
    places = [DAYS.index(day) for day in DAYS if day in days]
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    to = say("page-day-to", language)
    return " ".join(
        f"{words[run[0]]}{to}{words[run[-1]]}" if len(run) > 2 else " ".join(words[d] for d in run)
        for run in runs
    )


def read_hours(cell: str, place: Place) -> list[dict[str, Any]]:
    """`mon-fri 08:00-12:00, 13:00-17:00; sat 09:00-12:00` as hours; without days: every day.

    Raises:
        PlanError: what is neither days nor hours, naming the row and the value.
    """
    found: list[dict[str, Any]] = []
    days: list[int] = []
    at, timed = 0, False
    while at < len(cell):
        token = _TOKEN.match(cell, at)
        if token is None:
            raise place.refuse("page-bad-hours", cell[at:])
        at = token.end()
        if token["start"]:
            found.append(_hours(days, token["start"], token["end"]))
            timed = True
        elif not token["gap"]:
            days = _days(token) if timed else [*days, *_days(token)]
            timed = False
    if days and not timed:
        raise place.refuse("page-bad-hours", cell)
    return found


def _hours(days: Sequence[int], start: str, end: str) -> dict[str, Any]:
    named = [DAYS[day] for day in days] or list(DAYS)
    return {"days": named, "start": start.replace("：", ":"), "end": end.replace("：", ":")}


def _days(token: re.Match[str]) -> list[int]:
    """Places in the week; `fri-mon` goes over the weekend."""
    if token["group"]:
        return list(_GROUP[token["group"].lower()])
    first = _DAY[token["first"].lower()]
    last = _DAY[(token["last"] or token["first"]).lower()]
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]
