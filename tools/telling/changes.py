"""Changed conditions, as parts of a sentence."""

from collections.abc import Iterator

from tools.phrases import Language, say
from tools.plan import DAYS, Problem, Task
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.calendar import time_of_day
from tools.plan.changes import (
    AddTask,
    Away,
    Change,
    DropTask,
    LongerShift,
    OpenDay,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.edits import Edit
from tools.plan.regroups import Assign, Finish, Overlap, SplitTask, Together
from tools.telling.regroups import tell_regroup
from tools.telling.rewrites import tell_rewrite
from tools.telling.values import listing, moment, reading, resource_name, span, until


def tell_change(change: Change, language: Language, problem: Problem | None = None) -> str:
    """One changed condition, as part of a sentence."""
    match change:
        case SetCapacity():
            name = resource_name(change.resource, language, change.capacity)
            return say("change-capacity", language, value=change.capacity, resource=name)
        case SetDuration():
            time = span(change.minutes, language)
            return say("change-duration", language, task=change.task, value=time)
        case SetPriority():
            return say("change-priority", language, task=change.task, value=change.priority)
        case DropTask():
            return say("change-drop", language, task=change.task)
        case SetDeadline():
            limit = until(change.minute, language, problem)
            return say("change-deadline", language, task=change.task, value=limit)
        case LongerShift():
            time = span(change.minutes, language)
            return say("change-shift", language, calendar=change.calendar, value=time)
        case OpenDay():
            return say(
                "change-open-day",
                language,
                calendar=change.calendar,
                weekday=DAYS.index(change.day),
            )
        case Away():
            return _tell_away(change, language, problem)
        case AddTask():
            told = say("clauses-comma", language).join(_tell_task(change.task, language))
            return say("change-add", language, task=change.task.name, value=told)
        case SetStart():
            value = reading(0, language, problem, dated=True)
            return say("change-start", language, value=value)
        case SetHours():
            return _tell_hours(change, language)
        case Assign() | Together() | Overlap() | Finish() | SplitTask():
            return tell_regroup(change, language, problem)
        case _:
            return tell_rewrite(change, language, problem)


def _tell_task(task: Task, language: Language) -> Iterator[str]:
    """How long a new task takes, what it needs and what it waits for."""
    yield span(task.duration, language)
    for name, units in task.demands.items():
        resource = resource_name(name, language, units)
        yield say("change-add-needs", language, count=units, resource=resource)
    for skill, heads in task.skills.items():
        yield say("conflict-skill", language, amount=heads, skill=skill)
    if task.after:
        names = listing((f"“{name}”" for name in task.after), language)
        yield say("change-add-after", language, tasks=names)


def _tell_hours(change: SetHours, language: Language) -> str:
    clock = [tuple(map(time_of_day, stretch)) for stretch in change.hours]
    hours = listing([f"{first}–{last}" for first, last in clock], language)
    places = [DAYS.index(day) for day in change.days]
    days = [say("moment-weekday", language, weekday=place) for place in places]
    in_a_row = len(days) > 2 and places[-1] - places[0] == len(days) - 1
    told = f"{days[0]}–{days[-1]}" if in_a_row else listing(days, language)
    return say("change-hours", language, hours=hours, days=told)


def _tell_away(change: Away, language: Language, problem: Problem | None) -> str:
    name = resource_name(change.resource, language, change.amount or 2)
    if change.amount is not None:
        name = say("change-units", language, count=change.amount, resource=name)
    start = reading(max(0, change.start), language, problem)
    if change.end is None and change.start > 0:
        return say("change-away-from", language, resource=name, start=start)
    if change.end is None:
        return say("change-away-always", language, resource=name)
    end = until(change.end, language, problem)
    return say("change-away", language, resource=name, start=start, end=end)


def tell_edit(edit: Edit, language: Language, problem: Problem | None = None) -> str:
    """One thing that was said differently before, as part of a sentence."""
    values = {"before": "none", "after": "none"}
    for field in values:
        minute = getattr(edit, field)
        if minute is not None:
            values[field] = _edited(edit, minute, language, problem)
    name = (
        resource_name(edit.name, language) if edit.kind in ("capacity", "resource") else edit.name
    )
    return say(f"edit-{edit.kind}", language, name=name, **values)


def _edited(edit: Edit, value: int, language: Language, problem: Problem | None) -> str:
    if edit.kind == "duration":
        return span(value, language)
    if edit.kind in ("priority", "capacity"):
        return str(value)
    if edit.kind == "fixed":
        return moment(value, language, problem)
    if edit.kind in ("due", "deadline"):
        return until(value, language, problem)
    return reading(value, language, problem, dated=True)  # midnight begins a day here
