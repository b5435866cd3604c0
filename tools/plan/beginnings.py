"""Changes of when the whole plan starts and when people work, as data and made."""

from datetime import datetime
from typing import Any, Literal

from tools.plan.calendar import Day, time_of_day
from tools.plan.dates import minute_of
from tools.plan.problem import Problem
from tools.record import Name, PlanError, Record


class SetStart(Record):
    """The plan starts then, on the wall clock of its time zone."""

    kind: Literal["start"] = "start"
    start: datetime


class SetHours(Record):
    """Everybody works so."""

    kind: Literal["hours"] = "hours"
    hours: tuple[tuple[int, int], ...]
    """Stretches of a day, in minutes after midnight, one after the other."""
    days: tuple[Day, ...]
    old: Name | None = None
    """The calendar that this takes the place of, which keeps its holidays."""
    assumed: bool = False
    """Whether nobody said on which days."""

    @property
    def longest(self) -> int:
        """Minutes of the longest stretch."""
        return max(end - start for start, end in self.hours)


def started_at(problem: Problem, change: SetStart) -> Problem:
    """`problem` from another start on: what is to be at a time of the clock stays there; without a
    clock before, all times are counted from the new start.

    Raises:
        PlanError: work has begun, or something is to be over before the new start.
    """
    if problem.under_way:
        raise PlanError("start-begun")
    said = problem.model_dump() | {"start": change.start}
    if problem.start is not None:
        later = minute_of(change.start, problem)
        said["tasks"] = [_shifted(task, later) for task in said["tasks"]]
        said["resources"] = [_present(each, later) for each in said["resources"]]
    return Problem.read(said)


def _shifted(task: dict[str, Any], later: int) -> dict[str, Any]:
    limits = {}
    for field in ("due", "deadline", "fixed"):
        if task[field] is not None:
            limits[field] = task[field] - later
            if limits[field] < 0:
                raise PlanError("start-too-late", task=task["name"])
    release = max(0, task["release"] - later) if task["release"] else 0
    return task | limits | {"release": release}


def _present(resource: dict[str, Any], later: int) -> dict[str, Any]:
    away = [
        each | {"start": max(0, each["start"] - later), "end": each["end"] - later}
        for each in resource["absences"]
        if each["end"] > later
    ]
    return resource | {"absences": away}


def working(problem: Problem, change: SetHours) -> Problem:
    """`problem` in which all people work at other hours; what takes longer than they work at one go
    may pause."""
    name = ", ".join(f"{time_of_day(first)}–{time_of_day(last)}" for first, last in change.hours)
    said = problem.model_dump()
    hours = [
        {"days": change.days, "start": time_of_day(first), "end": time_of_day(last)}
        for first, last in change.hours
    ]
    calendars: dict[str, dict[str, Any]] = {each["name"]: each for each in said["calendars"]}
    old = calendars.pop(change.old or "", {})
    said["calendars"] = [*calendars.values(), old | {"name": name, "hours": hours}]
    people = {each.name for each in problem.resources if each.somebody}
    for each in said["resources"]:
        if each["name"] in people or (change.old and each["calendar"] == change.old):
            each["calendar"] = name
    for task in said["tasks"]:
        held = bool(task["skills"]) or bool(people & set(task["demands"]))
        task["pausable"] = task["pausable"] or (held and task["duration"] > change.longest)
    said["assumed"] = [each for each in said["assumed"] if each["field"] != "days"]
    said["assumed"] += [{"field": "days"}] if change.assumed else []
    return Problem.read(said)
