"""What is remembered of where values are from, for as long as they are those values."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from tools.plan.dates import moment_of
from tools.plan.problem import Assumption, Origin, Problem

TIMES = ("release", "due", "deadline")
Entry = TypeVar("Entry", Origin, Assumption)


def standing(
    entries: Iterable[Entry],
    old: Problem,
    new: Problem,
    tasks: Mapping[str, str] | None = None,
    resources: Mapping[str, str] | None = None,
) -> tuple[Entry, ...]:
    """Those of `entries`, which are about `old`, whose values are the same in `new`.

    Args:
        tasks, resources: new names by the old ones.
    """
    tasks, resources = tasks or {}, resources or {}
    found = []
    for each in entries:
        names = {
            "task": tasks.get(each.task or "", each.task),
            "resource": resources.get(each.resource or "", each.resource),
        }
        renamed = each.model_copy(update=names) if tasks or resources else each
        value = value_of(old, each)
        if value is not None and value == value_of(new, renamed):
            found.append(renamed)
    return tuple(found)


def settled(old: Problem, new: Problem) -> Problem:
    """`new` without the entries that `old` had about values that are others now."""
    assumed, origins = set(old.assumed), set(old.origins)
    fresh = [each for each in new.assumed if each not in assumed]
    more = [each for each in new.origins if each not in origins]
    kept = {
        "assumed": (*standing(old.assumed, old, new), *fresh),
        "origins": (*standing(old.origins, old, new), *more),
    }
    return new.model_copy(update=kept)


def value_of(problem: Problem, entry: Origin | Assumption) -> object:
    """The value that an entry is about; None if it is not there any more."""
    if entry.field == "days":
        return tuple(hours.days for each in problem.calendars for hours in each.hours) or None
    if entry.task is None:
        there = entry.resource is None or entry.resource in problem.capacity
        return problem.capacity.get(entry.resource or "", 0) if there else None
    task = problem.by_name.get(entry.task)
    if task is None:
        return None
    if entry.field == "demand":
        return task.demands.get(entry.resource or "")
    if entry.field in TIMES:
        minute: int | None = getattr(task, entry.field, None)
        dated = minute is not None and problem.start is not None
        return moment_of(minute or 0, problem) if dated else (minute or 0)
    if entry.field == "order":
        return task.predecessors
    return True if entry.field == "name" else getattr(task, entry.field)
