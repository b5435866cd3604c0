"""Changed conditions, and what was said differently, as parts of a sentence."""

from collections.abc import Iterator

from tools.plan import PEOPLE, Task
from tools.plan.changes import Change
from tools.plan.edits import Edit
from tools.plan.regroups import Assign
from ui.eval.sentences.patterns import Said, Slot
from ui.eval.sentences.values import At, Commas, Lasts, Listed, Pool, Quoted


def change(made: Change) -> Said:
    """One changed condition."""
    match made.kind:
        case "capacity":
            units = made.capacity
            return Said("change-capacity", value=units, resource=Pool(made.resource))
        case "duration":
            return Said("change-duration", task=made.task, value=Lasts(made.minutes))
        case "priority":
            return Said("change-priority", task=made.task, value=made.priority)
        case "drop":
            return Said("change-drop", task=made.task)
        case "deadline":
            return Said("change-deadline", task=made.task, value=At(made.minute))
        case "shift":
            return Said("change-shift", calendar=made.calendar, value=Lasts(made.minutes))
        case "add":
            return Said("change-add", task=made.task.name, value=Commas(tuple(_added(made.task))))
        case "pace":
            longer = made.percent > 100
            key = "change-pace-longer" if longer else "change-pace-shorter"
            return Said(key, percent=abs(made.percent - 100))
        case "demand" if made.amount:
            resource = Pool(made.resource)
            return Said("change-demand", task=made.task, value=made.amount, resource=resource)
        case "assign":
            return _assigned(made)
        case "away":
            name: Slot = Pool(made.resource)
            if made.amount is not None:
                name = Said("change-units", count=made.amount, resource=name)
            if made.end is None and made.start > 0:
                return Said("change-away-from", resource=name, start=At(made.start))
            if made.end is None:
                return Said("change-away-always", resource=name)
            return Said("change-away", resource=name, start=At(made.start), end=At(made.end))
        case unknown:
            raise ValueError(f"nothing is said here of changes of the kind {unknown}")


def _assigned(made: Assign) -> Said:
    """Who does a task, alone, instead of others or as well."""
    key = "change-assign-instead" if made.instead else "change-assign"
    key = "change-assign-alone" if made.instead == (PEOPLE,) else key
    instead = Commas(tuple(Pool(each) for each in made.instead))
    return Said(key, task=made.task, who=made.who, instead=instead)


def _added(task: Task) -> Iterator[Slot]:
    """What is said of a new task."""
    yield Lasts(task.duration)
    for name, units in task.demands.items():
        yield Said("change-add-needs", count=units, resource=Pool(name))
    for skill, heads in task.skills.items():
        yield Said("conflict-skill", amount=heads, skill=skill)
    if task.after:
        yield Said("change-add-after", tasks=Listed(tuple(Quoted(each) for each in task.after)))


def edit(made: Edit) -> Said:
    """One thing that was said differently before."""
    name: Slot = made.name
    if made.kind in ("capacity", "resource"):
        name = Pool(made.name)
    values = {"before": _edited(made, made.before), "after": _edited(made, made.after)}
    return Said(f"edit-{made.kind}", name=name, **values)


def _edited(made: Edit, value: int | None) -> Slot:
    if value is None:
        return "none"
    if made.kind == "duration":
        return Lasts(value)
    return value if made.kind in ("priority", "capacity") else At(value)
