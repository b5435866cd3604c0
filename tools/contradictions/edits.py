"""Problems with something changed: `apply` carries out a repair. It solves nothing."""

from collections.abc import Collection, Iterable
from itertools import chain, islice
from operator import is_
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from tools.plan import MAX_MINUTES, Absence, Calendar, Link, Problem, Resource, Stretch, Task
from tools.plan.changes import DropTask
from tools.plan.changes import apply as carried_out
from tools.plan.conflict import Repair
from tools.plan.dates import moment_of
from tools.record import MAX_CAPACITY, MAX_NAME, Record

R = TypeVar("R", bound=Record)

LONG = MAX_MINUTES
"""Units added for a stretch are away for a year after it."""


def changed(problem: Problem, **fields: object) -> Problem:
    """The problem with other fields, checked like any other."""
    return Problem.read(_fields(problem) | fields)


def replaced(record: R, **fields: object) -> R:
    """The record with other fields, unchecked; `model_copy` would keep what it has cached."""
    return type(record).model_construct(**(_fields(record) | fields))


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def with_task(problem: Problem, name: str, **fields: object) -> Problem:
    """The problem with one task changed."""
    new = replaced(problem.by_name[name], **fields)
    return changed(
        problem, tasks=tuple(new if each.name == name else each for each in problem.tasks)
    )


def with_resource(problem: Problem, name: str, **fields: object) -> Problem:
    """The problem with one resource changed."""
    new = replaced(problem.resource[name], **fields)
    return changed(
        problem, resources=tuple(new if each.name == name else each for each in problem.resources)
    )


def only(problem: Problem, names: Collection[str]) -> Problem:
    """The problem with these tasks alone; what waits for another one no longer does."""
    tasks = tuple(_unlinked(task, names) for task in problem.tasks if task.name in names)
    if len(tasks) == len(problem.tasks) and all(map(is_, tasks, problem.tasks)):
        return problem
    assumed = (each for each in problem.assumed if each.task is None or each.task in names)
    return replaced(problem, tasks=tasks, assumed=tuple(assumed))


def _unlinked(task: Task, names: Collection[str]) -> Task:
    links = (link.task for link in task.links)
    if all(name in names for name in chain(task.after, links, task.apart, task.same_people)):
        return task
    return replaced(
        task,
        after=_among(task.after, names),
        links=tuple(link for link in task.links if link.task in names),
        apart=_among(task.apart, names),
        same_people=_among(task.same_people, names),
    )


def _among(given: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in given if name in names)


def unlinked(task: Task, places: Collection[int]) -> dict[str, tuple[str, ...] | tuple[Link, ...]]:
    """`after` and `links` without the predecessors at these places, as fields."""
    shift = len(task.after)
    return {
        "after": tuple(name for at, name in enumerate(task.after) if at not in places),
        "links": tuple(link for at, link in enumerate(task.links) if at + shift not in places),
    }


def apply(problem: Problem, repair: Repair) -> Problem:
    """The problem with a repair of its conflict carried out."""
    task, other = repair.task or "", repair.other or ""
    if repair.kind == "deadline":
        for each in repair.deadlines:
            problem = with_task(problem, each.task, deadline=each.after)
        return problem
    if repair.kind in ("release", "fixed"):
        return with_task(problem, task, **{repair.kind: repair.after})
    if repair.kind == "leave-out":
        return carried_out(problem, [DropTask(task=task)])
    if repair.kind == "link":
        return with_task(problem, task, **unlinked(problem.by_name[task], {repair.place}))
    if repair.kind in ("apart", "same-people"):
        return unpaired(problem, repair.kind.replace("-", "_"), task, other)
    if repair.kind == "open":
        return _opened(problem, repair)
    if repair.kind == "person":
        return _staffed(problem, repair)
    if repair.kind == "both":
        first, second = repair.both
        return apply(apply(problem, first), second)
    return with_resource(problem, repair.resource or "", **_resourced(problem, repair))


def unpaired(problem: Problem, field: str, first: str, second: str) -> Problem:
    """The problem without a rule (`apart` or `same_people`) between two tasks."""
    for name, other in ((first, second), (second, first)):
        kept = tuple(each for each in getattr(problem.by_name[name], field) if each != other)
        problem = with_task(problem, name, **{field: kept})
    return problem


def _resourced(problem: Problem, repair: Repair) -> dict[str, Any]:
    resource: Resource = problem.resource[repair.resource or ""]
    absences = resource.absences
    if repair.kind == "absence":
        return {"absences": absences[: repair.place] + absences[repair.place + 1 :]}
    fields: dict[str, Any] = {"capacity": repair.after}
    if repair.kind == "capacity-then":
        more = (repair.after or 0) - (repair.before or 0)
        begins, ends = zip(*repair.spans, strict=True)
        spans = zip((0, *ends), (*begins, ends[-1] + LONG), strict=True)
        away = (Absence(start=a, end=b, amount=more) for a, b in spans if a < b)
        fields["absences"] = (*absences, *away)
    return fields


def _opened(problem: Problem, repair: Repair) -> Problem:
    """The calendar open for some more stretches."""
    return changed(
        problem,
        calendars=tuple(
            _longer(problem, each, repair) if each.name == repair.resource else each
            for each in problem.calendars
        ),
    )


def _longer(problem: Problem, calendar: Calendar, repair: Repair) -> Calendar:
    extra = (
        Stretch(start=_shown(problem, calendar, begin), end=_shown(problem, calendar, end, True))
        for begin, end in repair.spans
    )
    return replaced(calendar, extra=(*calendar.extra, *extra))


def _shown(problem: Problem, calendar: Calendar, minute: int, end: bool = False) -> str:
    """What the clock of a calendar shows. When it is put back it shows an hour twice, and means the
    first; an end in the second is put off until that is over, so that nothing is left out."""
    zone = ZoneInfo(calendar.time_zone or problem.time_zone)
    moment = moment_of(minute, problem).astimezone(zone)
    while end and moment.fold:
        minute += 1
        moment = moment_of(minute, problem).astimezone(zone)
    return f"{moment:%Y-%m-%dT%H:%M}"


def _staffed(problem: Problem, repair: Repair) -> Problem:
    """With more who have a skill, each of their own, who work when the first does who has it."""
    skill, count = repair.skill or "", repair.after or 0
    first = problem.skilled[skill][0]
    names = (f"{skill[: MAX_NAME // 2]} +{number}" for number in range(1, MAX_CAPACITY))
    free = islice((name for name in names if name not in problem.resource), count)
    alike = {"capacity": 1, "skills": (skill,), "absences": ()}
    new = (replaced(first, name=name, **alike) for name in free)
    return changed(problem, resources=(*problem.resources, *new))
