"""Changed conditions, as parts of a sentence."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.changes import (
    AddTask,
    Away,
    Change,
    DropTask,
    LongerShift,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.telling.values import reading, resource_name, span


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
            limit = reading(change.minute, language, problem)
            return say("change-deadline", language, task=change.task, value=limit)
        case LongerShift():
            time = span(change.minutes, language)
            return say("change-shift", language, calendar=change.calendar, value=time)
        case Away():
            return _tell_away(change, language, problem)
        case AddTask():
            time = span(change.task.duration, language)
            return say("change-add", language, task=change.task.name, value=time)


def _tell_away(change: Away, language: Language, problem: Problem | None) -> str:
    name = resource_name(change.resource, language)
    if change.end is None:
        return say("change-away-always", language, resource=name)
    start, end = (reading(each, language, problem) for each in (max(0, change.start), change.end))
    return say("change-away", language, resource=name, start=start, end=end)
