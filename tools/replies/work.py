"""From a conversation to work: the steps of a procedure become tasks, ready to be planned. It knows
no solver and no page."""

from collections.abc import Callable, Iterable, Sequence

from knowledge.passage import Passage
from tools.plan import Assumption, Problem, Resource, Task
from tools.plan.task import Link
from tools.record import PlanError
from tools.replies.procedures import Step, steps_of

LONGEST = 80
"""Characters of a step in the name of its task."""
NOBODY = "people"


def with_steps(found: Iterable[Passage], read: Callable[[str], str]) -> tuple[Passage, str] | None:
    """The first passage whose document has steps, with the document.

    Args:
        read: a source -> its whole text.
    """
    whole = ((passage, read(passage.source)) for passage in found)
    return next((each for each in whole if steps_of(each[1])), None)


def tasks_of(document: str, title: str, case: str = "") -> Problem:
    """The tasks of one case: each step after the one before, by the one who does it, and to be done
    as soon as the procedure promises.

    Args:
        document: the procedure as Markdown.
        case: what the tasks are about, such as an order; it stands before their names.

    Raises:
        PlanError: `no-steps`.
    """
    steps = steps_of(document)
    if not steps:
        raise PlanError("no-steps", title=title)
    names = [_name(step, case) for step in steps]
    tasks, promised = [], 0
    for place, (step, name) in enumerate(zip(steps, names, strict=True)):
        promised += step.wait + max(step.minutes, step.within or 0)
        links = (Link(task=names[place - 1], lag=step.wait),) if place else ()
        tasks.append(
            Task(
                name=name,
                duration=step.minutes,
                demands={step.who or _whose(steps, place): 1},
                links=links if step.wait else (),
                after=(names[place - 1],) if place and not step.wait else (),
                deadline=promised if step.within else None,
            )
        )
    who = dict.fromkeys(name for task in tasks for name in task.demands)
    assumed = [
        Assumption(field="duration", task=name)
        for step, name in zip(steps, names, strict=True)
        if step.assumed
    ]
    return Problem(
        tasks=tuple(tasks),
        resources=tuple(Resource(name=name, capacity=1) for name in who),
        assumed=tuple(assumed),
    )


def joined(old: Problem | None, new: Problem) -> Problem:
    """What was planned before and the new tasks together; a second case of the same kind has a
    number behind the names of its tasks.

    Raises:
        PlanError: together they cannot be planned.
    """
    if old is None:
        return new
    new = _apart(new, set(old.by_name))
    known = {resource.name for resource in old.resources}
    more = tuple(each for each in new.resources if each.name not in known)
    whole = old.model_copy(
        update={
            "tasks": (*old.tasks, *new.tasks),
            "resources": (*old.resources, *more),
            "assumed": (*old.assumed, *new.assumed),
        }
    )
    return Problem.read(whole.model_dump())


def _apart(new: Problem, taken: set[str]) -> Problem:
    """The tasks under names that nobody has."""
    names, number = {name: name for name in new.by_name}, 2
    while taken & set(names.values()):
        names, number = {name: f"{name} ({number})" for name in names}, number + 1
    tasks = tuple(
        task.model_copy(
            update={
                "name": names[task.name],
                "after": tuple(names[each] for each in task.after),
                "links": tuple(
                    link.model_copy(update={"task": names[link.task]}) for link in task.links
                ),
            }
        )
        for task in new.tasks
    )
    assumed = tuple(
        each.model_copy(update={"task": names[each.task]}) if each.task else each
        for each in new.assumed
    )
    return new.model_copy(update={"tasks": tasks, "assumed": assumed})


def _name(step: Step, case: str) -> str:
    said = step.text
    if step.who and said.startswith(step.who):
        said = said[len(step.who) :].strip(" ,，")
    said = said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
    return f"{case} {step.number}. {said}".strip()


def _whose(steps: Sequence[Step], place: int) -> str:
    """Who does a step that does not say it: whoever did the one before."""
    before = [step.who for step in steps[:place] if step.who]
    return before[-1] if before else NOBODY
