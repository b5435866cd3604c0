"""What was said differently, read off the two problems field by field."""

from collections.abc import Iterator, Sequence

from tools.plan import Problem
from tools.plan.edits import Edit

VALUES = ("duration", "priority", "release", "due", "deadline", "fixed")
NEEDS = ("demands", "skills", "after", "links", "alternatives", "started", "ended", "pausable")
Told = tuple[str, str, int | None, int | None]
"""Kind, name, before, after."""


def unsaid(edits: Sequence[Edit], old: Problem, new: Problem) -> Iterator[str]:
    """Differences that are not told, and what is told and no difference."""
    told = {(each.kind, each.name, each.before, each.after) for each in edits}
    true = {*_of_tasks(old, new), *_of_resources(old, new), *_of_all(old, new)}
    for each in sorted(told ^ true, key=str):
        yield f"that {each} was said differently"


def _of_tasks(old: Problem, new: Problem) -> Iterator[Told]:
    before, after = ({task.name: task.model_dump() for task in each.tasks} for each in (old, new))
    for name in after.keys() - before.keys():
        yield "added", name, None, None
    for name in before.keys() - after.keys():
        yield "removed", name, None, None
    for name in before.keys() & after.keys():
        for field in VALUES:
            if before[name][field] != after[name][field]:
                yield field, name, before[name][field], after[name][field]
        if any(before[name][field] != after[name][field] for field in NEEDS):
            yield "other", name, None, None


def _of_resources(old: Problem, new: Problem) -> Iterator[Told]:
    before = {each.name: each.model_dump() for each in old.resources}
    for each in new.resources:
        was = before.get(each.name, each.model_dump())
        if was["capacity"] != each.capacity:
            yield "capacity", each.name, was["capacity"], each.capacity
        elif was != each.model_dump():
            yield "resource", each.name, None, None


def _of_all(old: Problem, new: Problem) -> Iterator[Told]:
    if old.calendars != new.calendars:
        yield "calendars", "", None, None
    if old.goals != new.goals:
        yield "goals", "", None, None
    if old.now != new.now:
        yield "now", "", old.now, new.now
