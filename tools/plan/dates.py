"""Dates and times of day at the border <-> whole minutes from the start inside.

A date without a time is the whole day: where something begins it means midnight, where something
ends the midnight after it. A time with an offset (`+08:00`, `Z`) is taken as given.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tools.plan.calendar import read_moment, time_zone
from tools.plan.hours import DAY, EPOCH, skipped, to_elapsed, wall
from tools.record import PlanError, placed, short

if TYPE_CHECKING:
    from tools.plan.problem import Problem

Moment = str | date | datetime
YEARS = (1980, 2200)  # of a start: older zones go by seconds, later ones nobody knows
IS_MOMENT = re.compile(r"\s*\d{4}-\d{2}-\d{2}")
DATED = {
    "release": False,
    "due": True,
    "deadline": True,
    "fixed": False,
    "started": False,
    "ended": True,
}
"""Fields of a task that may be dates, and whether a bare date means the end of that day."""
NOT_BEFORE_THE_START = ("deadline", "fixed", "started", "ended")


def minute_of(moment: Moment, problem: "Problem", *, end: bool = False) -> int:
    """The minute of the plan at a date and time; negative if that lies before the start.

    Args:
        end: a bare date means the end of that day, not its beginning.

    Raises:
        PlanError: no date, no start to count from, or an hour that daylight saving skips.
    """
    return _elapsed(moment, problem.start, problem.time_zone, end)


def moment_of(minute: int, problem: "Problem") -> datetime:
    """The date and time at a minute of the plan, aware of the problem's time zone.

    Raises:
        PlanError: the problem has no start to count from.
    """
    if problem.start is None:
        raise PlanError("needs-start", value=str(minute))
    at = to_elapsed(wall(problem.start), problem.time_zone) + minute
    return (EPOCH.replace(tzinfo=UTC) + timedelta(minutes=at)).astimezone(
        ZoneInfo(problem.time_zone)
    )


def in_minutes(data: Any) -> Any:
    """What may become a problem, with its dates as minutes and its start on the wall clock.

    Raises:
        PlanError: a date that cannot be one, or that lies before the start where it must not.
    """
    zone = data.get("time_zone", "UTC")
    start = data.get("start")
    if isinstance(zone, str) and isinstance(start, str | date):
        start = local_start(start, time_zone(zone))
        data = data | {"start": start}
    elif start is not None or not isinstance(zone, str):
        return data  # neither can be counted from: the fields themselves will say so
    changes: dict[str, Any] = {}
    if _dated(data.get("now")):
        changes["now"] = max(0, _elapsed(data["now"], start, zone, end=False))
    for field, convert in (("tasks", _task), ("resources", _resource)):
        if isinstance(each := data.get(field), list | tuple):
            changes[field] = [convert(entry, start, zone) for entry in each]
    return data | changes


def local_start(value: Moment, zone: str) -> datetime:
    """A start on the wall clock of `zone`, to the minute.

    Raises:
        PlanError: no date and time, too far away, or an hour that the clock skips or shows twice.
    """
    moment = _parsed(value)
    if moment.tzinfo is not None:
        moment = _there(moment, ZoneInfo(zone))
        if moment.fold:
            raise PlanError("start-shown-twice", value=short(value), zone=zone)
    elif YEARS[0] <= moment.year <= YEARS[1] and skipped(wall(moment), zone):
        raise PlanError("skipped-hour", value=_plain(value), zone=zone)
    if not YEARS[0] <= moment.year <= YEARS[1]:
        raise PlanError("bad-start", value=_plain(value), first=str(YEARS[0]), last=str(YEARS[1]))
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _elapsed(moment: Moment, start: datetime | None, zone: str, end: bool) -> int:
    if start is None:
        raise PlanError("needs-start", value=_plain(moment))
    parsed = _parsed(moment)
    first = to_elapsed(wall(start), zone)
    if parsed.tzinfo is not None:
        return wall(_there(parsed, UTC)) - first
    if _bare(moment):
        return to_elapsed(wall(parsed) + (DAY if end else 0), zone) - first
    if skipped(wall(parsed), zone):
        raise PlanError("skipped-hour", value=_plain(moment), zone=zone)
    return to_elapsed(wall(parsed), zone) - first


def _parsed(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment
    if isinstance(moment, date):
        return datetime(moment.year, moment.month, moment.day)
    return read_moment(moment)


def _there(moment: datetime, zone: tzinfo) -> datetime:
    try:
        return moment.astimezone(zone)
    except OverflowError:  # within a day of the year 1 or 9999
        raise PlanError("bad-date", value=short(moment.isoformat())) from None


def _bare(moment: Moment) -> bool:
    """Whether it is a date without a time of day."""
    if isinstance(moment, str):
        return len(moment.strip()) <= len("2026-11-24")
    return not isinstance(moment, datetime)


def _plain(moment: Moment) -> str:
    return short(moment).strip("'") if isinstance(moment, str) else moment.isoformat()


def _dated(value: object) -> bool:
    return isinstance(value, date) or (isinstance(value, str) and bool(IS_MOMENT.match(value)))


def _task(task: Any, start: datetime | None, zone: str) -> Any:
    if not isinstance(task, dict):
        return task
    dated = [field for field in DATED if _dated(task.get(field))]
    if not dated:
        return task
    try:
        return task | {field: _of_task(task, field, start, zone) for field in dated}
    except PlanError as error:
        raise placed(error, "task", task.get("name")) from None


def _of_task(task: Mapping[str, Any], field: str, start: datetime | None, zone: str) -> int:
    minute = _elapsed(task[field], start, zone, DATED[field])
    if minute < 0 and field in NOT_BEFORE_THE_START:
        raise PlanError(
            "before-start",
            task=short(task.get("name", "?")).strip("'"),
            field=field,
            value=_plain(task[field]),
            start=f"{start:%Y-%m-%d %H:%M}",
        )
    return minute if field == "due" else max(0, minute)  # what was due by then is late


def _resource(resource: Any, start: datetime | None, zone: str) -> Any:
    if not isinstance(resource, dict) or not isinstance(resource.get("absences"), list | tuple):
        return resource
    try:
        absences = [_absence(absence, start, zone) for absence in resource["absences"]]
    except PlanError as error:
        raise placed(error, "resource", resource.get("name")) from None
    return resource | {"absences": [absence for absence in absences if absence is not None]}


def _absence(absence: Any, start: datetime | None, zone: str) -> Any:
    """An absence in minutes from the start on; None if it is over by then."""
    if not isinstance(absence, dict):
        return absence
    first: Any = absence.get("start")
    last: Any = absence.get("end")
    changes: dict[str, int] = {}
    if _dated(first):
        changes["start"] = max(0, _elapsed(first, start, zone, end=False))
        if last is None and _bare(first):
            last = first
    if _dated(last):
        changes["end"] = _elapsed(last, start, zone, end=True)
        if changes["end"] <= 0 == changes.get("start"):
            return None
    return absence | changes
