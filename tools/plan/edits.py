"""What was said differently: one problem beside another."""

from collections.abc import Iterator
from typing import Literal

from tools.plan.problem import Problem
from tools.record import Record

EditKind = Literal[
    "added",
    "removed",
    "duration",
    "priority",
    "release",
    "due",
    "deadline",
    "fixed",
    "other",
    "capacity",
    "resource",
    "calendars",
    "goals",
    "now",
]

TOLD: tuple[EditKind, ...] = ("duration", "priority", "release", "due", "deadline", "fixed")
"""Fields of a task whose values are said; of others only that they changed."""
OTHERS = ("demands", "skills", "after", "links", "alternatives", "started", "ended", "pausable")


class Edit(Record):
    """One thing that was said differently before."""

    kind: EditKind
    name: str
    """Of the task or resource; empty where it is about the whole plan."""
    before: int | None = None
    after: int | None = None
    """Minutes, a priority, or a number of units."""

    @property
    def weighs(self) -> bool:
        """Are values of the goal from before and after no longer about the same work?"""
        return self.kind in ("added", "removed", "priority", "release", "due", "goals", "now")


def edits(old: Problem, new: Problem) -> Iterator[Edit]:
    """Each difference, tasks first."""
    for task in new.tasks:
        if task.name not in old.by_name:
            yield Edit(kind="added", name=task.name)
    for task in old.tasks:
        if task.name not in new.by_name:
            yield Edit(kind="removed", name=task.name)
    for task in new.tasks:
        was = old.by_name.get(task.name)
        if was is None or was == task:
            continue
        for field in TOLD:
            before, after = getattr(was, field), getattr(task, field)
            if before != after:
                yield Edit(kind=field, name=task.name, before=before, after=after)
        if any(getattr(was, field) != getattr(task, field) for field in OTHERS):
            yield Edit(kind="other", name=task.name)
    for resource in new.resources:
        held = old.resource.get(resource.name)
        if held is not None and held.capacity != resource.capacity:
            counts = {"before": held.capacity, "after": resource.capacity}
            yield Edit(kind="capacity", name=resource.name, **counts)
        elif held is not None and held != resource:
            yield Edit(kind="resource", name=resource.name)
    if old.calendars != new.calendars:
        yield Edit(kind="calendars", name="")
    if old.goals != new.goals:
        yield Edit(kind="goals", name="")
    if old.now != new.now:
        yield Edit(kind="now", name="", before=old.now, after=new.now)
