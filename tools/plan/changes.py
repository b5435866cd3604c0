"""Changes to a problem, as data, and a problem with such changes made. Numbers that make no sense
are left for the problem to refuse."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from tools.plan.beginnings import SetHours, SetStart, started_at, working
from tools.plan.calendar import DAYS, Calendar, Day
from tools.plan.checks import listing
from tools.plan.hours import clock
from tools.plan.origins import settled
from tools.plan.problem import Problem
from tools.plan.regroups import Assign, Finish, Overlap, SplitTask, Together, regrouped
from tools.plan.resource import Resource
from tools.plan.rewrites import Rename, SetDemand, SetLimit, SetPace, SetWait, SwapTasks, rewritten
from tools.plan.task import Task
from tools.record import Name, PlanError, Record

LONG = 366 * 24 * 60
"""Minutes: nobody waits so long for what another way can do."""


class SetCapacity(Record):
    """There are so many units of a resource."""

    kind: Literal["capacity"] = "capacity"
    resource: Name
    capacity: int


class SetDuration(Record):
    """A task takes so long."""

    kind: Literal["duration"] = "duration"
    task: Name
    minutes: int


class SetPriority(Record):
    """A task weighs so much."""

    kind: Literal["priority"] = "priority"
    task: Name
    priority: int


class DropTask(Record):
    """A task is not done at all."""

    kind: Literal["drop"] = "drop"
    task: Name


class SetDeadline(Record):
    """A task must be finished so many minutes after the start of the plan."""

    kind: Literal["deadline"] = "deadline"
    task: Name
    minute: int


class LongerShift(Record):
    """The last hours of each day of a calendar end so many minutes later."""

    kind: Literal["shift"] = "shift"
    calendar: Name
    minutes: int


class OpenDay(Record):
    """A calendar is open on one more day of the week, at the hours of the first day that it has."""

    kind: Literal["open_day"] = "open_day"
    calendar: Name
    day: Day


class Away(Record):
    """A resource, or some units of it, are away or out of order, for a while or for good."""

    kind: Literal["away"] = "away"
    resource: Name
    start: int
    """The first minute."""
    end: int | None = None
    """The minute at which it is back; None: it does not come back."""
    amount: int | None = None
    """How many units; all of them if it is left out."""


class AddTask(Record):
    """One more task is to be done."""

    kind: Literal["add"] = "add"
    task: Task
    assumed: tuple[Literal["duration"], ...] = ()
    """What nobody said about it."""


Change = Annotated[
    SetCapacity
    | SetDuration
    | SetPriority
    | DropTask
    | SetDeadline
    | LongerShift
    | OpenDay
    | Away
    | AddTask
    | Rename
    | SetDemand
    | SetWait
    | SwapTasks
    | SetLimit
    | SetPace
    | Assign
    | Together
    | Overlap
    | Finish
    | SplitTask
    | SetStart
    | SetHours,
    Field(discriminator="kind"),
]


def apply(problem: Problem, wanted: Iterable[Change]) -> Problem:
    """`problem` with the `wanted` changes; who waited for a dropped task waits for what it awaited.
    Of what is changed it is no longer known where it was from.

    Raises:
        PlanError: the changed problem makes no sense, or a change names what it does not have.
    """
    for change in wanted:
        old, problem = problem, _changed(problem, change)
        problem = problem if isinstance(change, Rename) else settled(old, problem)
    return problem


def _changed(problem: Problem, change: Change) -> Problem:
    match change:
        case SetCapacity():
            return _with_capacity(problem, change)
        case SetDuration():
            return problem.replace_task(change.task, duration=change.minutes)
        case SetPriority():
            return problem.replace_task(change.task, priority=change.priority)
        case SetDeadline():
            if change.minute is not None and change.minute <= 0:
                raise PlanError("end-before-start")
            return problem.replace_task(change.task, deadline=change.minute)
        case LongerShift():
            return _with_longer_shift(problem, change)
        case OpenDay():
            return _with_day(problem, change)
        case Away():
            return _with_absence(problem, change)
        case AddTask():
            return _with_task(problem, change)
        case DropTask():
            return _without(problem, problem.task(change.task))
        case SetStart():
            return started_at(problem, change)
        case SetHours():
            return working(problem, change)
        case Assign() | Together() | Overlap() | Finish() | SplitTask():
            return regrouped(problem, change)
        case _:
            return rewritten(problem, change)


def _with_capacity(problem: Problem, change: SetCapacity) -> Problem:
    """Other numbers of a pool; people with skills of their own are told apart by name, so there is
    no number of them to change."""
    if change.resource not in problem.resource:
        known = ", ".join(list(problem.resource)[:12])
        raise PlanError("no-such-pool", resource=change.resource, known=known)
    old = problem.resource[change.resource]
    if old.skills and old.capacity == 1 != change.capacity:
        raise PlanError("one-of-a-kind", resource=old.name, capacity=change.capacity)
    new = Resource.read(old.model_dump() | {"capacity": change.capacity})
    return _with_resource(problem, new)


def _with_resource(problem: Problem, new: Resource) -> Problem:
    resources = [new if each.name == new.name else each for each in problem.resources]
    return Problem.read(problem.model_dump() | {"resources": [r.model_dump() for r in resources]})


def _with_absence(problem: Problem, change: Away) -> Problem:
    """Who is away for good has no skills left to be asked for.

    Raises:
        PlanError: a task asks by name for what is away for good, or the absence is over when the
            plan begins.
    """
    old = problem.resource[change.resource]
    end = problem.now + LONG if change.end is None else change.end
    said = _absent(old, change.start, end, change.amount)
    if change.end is None and (change.amount is None or change.amount >= old.capacity):
        asking = [t.name for t in problem.tasks if t.ended is None and _needs(t, old)]
        if asking:
            named = listing(f"“{name}”" for name in asking)
            raise PlanError("needed-by-name", resource=old.name, tasks=named, count=len(asking))
        return _with_resource(problem, Resource.read(old.model_dump() | said | {"skills": ()}))
    if change.start <= end <= 0:
        raise PlanError("away-before-start", resource=old.name)
    return _with_resource(problem, Resource.read(old.model_dump() | said))


def _absent(old: Resource, start: int, end: int, amount: int | None) -> dict[str, Any]:
    absence = {"start": max(0, start), "end": end, "amount": amount}
    return {"absences": [*(each.model_dump() for each in old.absences), absence]}


def _needs(task: Task, resource: Resource) -> bool:
    return all(resource.name in way.demands for way in task.ways)


def _with_longer_shift(problem: Problem, change: LongerShift) -> Problem:
    calendars = [
        _longer(each, change.minutes) if each.name == change.calendar else each
        for each in problem.calendars
    ]
    return Problem.read(problem.model_dump() | {"calendars": [c.model_dump() for c in calendars]})


def _with_day(problem: Problem, change: OpenDay) -> Problem:
    calendars = []
    for each in problem.calendars:
        said = each.model_dump()
        days = {day for hours in each.hours for day in hours.days}
        if each.name == change.calendar and days and change.day not in days:
            first = min(days, key=DAYS.index)
            said["hours"] = [
                *said["hours"],
                *(h.model_dump() | {"days": [change.day]} for h in each.hours if first in h.days),
            ]
        calendars.append(said)
    return Problem.read(problem.model_dump() | {"calendars": calendars})


def _longer(calendar: Calendar, minutes: int) -> Calendar:
    """Night shifts, which end on the next day, are left as they are.

    Raises:
        PlanError: a day would end after midnight.
    """
    hours = []
    for each in calendar.hours:
        rival = any(set(each.days) & set(h.days) and h.start > each.start for h in calendar.hours)
        said = each.model_dump()
        if not rival and each.start < each.end:
            hour, minute = divmod(clock(each.end) + minutes, 60)
            said["end"] = f"{hour:02}:{minute:02}"
        hours.append(said)
    return Calendar.read(calendar.model_dump() | {"hours": hours})


def _with_task(problem: Problem, change: AddTask) -> Problem:
    said = problem.model_dump()
    assumed = [{"field": field, "task": change.task.name} for field in change.assumed]
    return Problem.read(
        said
        | {
            "tasks": [*said["tasks"], change.task.model_dump()],
            "assumed": [*said["assumed"], *assumed],
        }
    )


def _without(problem: Problem, gone: Task) -> Problem:
    tasks = []
    for task in problem.tasks:
        if task is not gone:
            after = [*(n for n in task.after if n != gone.name)]
            after += [n for n in gone.after if gone.name in task.after and n not in after]
            said = {"after": after, "links": _links_without(task, gone)}
            for field in ("apart", "same_people"):
                said[field] = [name for name in getattr(task, field) if name != gone.name]
            tasks.append(task.model_dump() | said)
    return Problem.read(problem.model_dump() | {"tasks": tasks})


def _links_without(task: Task, gone: Task) -> list[object]:
    """The links of `task`; what waited for the end of `gone` waits for what that waited for."""
    kept = [link.model_dump() for link in task.links if link.task != gone.name]
    inherited = gone.links if gone.name in task.after else ()
    return [*kept, *(link.model_dump() for link in inherited if link.kind == "finish-start")]
