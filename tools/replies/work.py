"""From a conversation to work: the steps of a procedure become tasks, ready to be planned. It knows
no solver and no page."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowledge.passage import Passage
from tools.plan import PEOPLE, Assumption, Goal, Problem, Resource, Task
from tools.plan.task import Link
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.replies.procedures import Step, steps_of
from tools.replies.timing import begins, timed

GOALS: tuple[Goal, ...] = ("tardiness", "waiting")
"""Where something is promised, that comes first, as with tickets."""
LONGEST = 80
"""Characters of a step in the name of its task."""


class Promised(NamedTuple):
    """By when a case was promised to be done, beside what its procedure says."""

    minute: int
    clock: Clock


class Work(NamedTuple):
    """What is to be done now."""

    passage: Passage
    """Of the procedure whose steps the new tasks are."""
    new: Problem
    whole: Problem
    """The new tasks beside those that were planned already."""


def work_of(
    found: Iterable[Passage],
    read: Callable[[str], str],
    case: str,
    beside: Problem | None,
    promised: Promised | None = None,
) -> Work:
    """The steps of the first procedure that has some, joined to what is planned.

    Args:
        found: the passages of procedures, the likeliest first.
        read: a source -> its whole text.
        case: what the tasks are about, such as an order.
        promised: counts from now.

    Raises:
        PlanError: `no-procedure`, or together they cannot be planned.
    """
    known = with_steps(found, read)
    if known is None:
        raise PlanError("no-procedure")
    passage, document = known
    new = tasks_of(document, passage.title, case, beside, now_in(beside))
    if promised is not None:
        new = _done_by(new, begins(beside, now_in(beside)) + promised.minute)
        new = promised.clock.starting(new) if beside is None else new
    return Work(passage, new, joined(beside, new))


def with_steps(found: Iterable[Passage], read: Callable[[str], str]) -> tuple[Passage, str] | None:
    """The first passage whose document has steps, with the document.

    Args:
        read: a source -> its whole text.
    """
    whole = ((passage, read(passage.source)) for passage in found)
    return next((each for each in whole if steps_of(each[1])), None)


def tasks_of(
    document: str,
    title: str,
    case: str = "",
    beside: Problem | None = None,
    at: datetime | None = None,
) -> Problem:
    """The tasks of one case: each step after the one before, by the one who does it, and due when
    the procedure promises. Assumed is what it does not say: who does a step that names nobody, how
    many there are of each role, and the moment from which its promises count.

    Args:
        document: the procedure as Markdown.
        case: what the tasks are about, such as an order; it stands before their names.
        beside: the plan to which the tasks will be joined: its clock and working hours count.
        at: now, on the wall clock of that plan.

    Raises:
        PlanError: `no-steps`.
    """
    steps = steps_of(document)
    if not steps:
        raise PlanError("no-steps", title=title)
    names = [_name(step, case) for step in steps]
    begin = begins(beside, at)
    times = timed(steps, begin, beside)
    tasks = [
        Task(
            name=name,
            duration=step.minutes,
            demands={step.who or PEOPLE: 1},
            after=tuple(names[each] for each in time.after),
            links=tuple(Link(task=names[each], lag=lag) for each, lag in time.links),
            release=0 if place else begin,
            due=time.due,
        )
        for place, (step, name, time) in enumerate(zip(steps, names, times, strict=True))
    ]
    who = tuple(dict.fromkeys(name for task in tasks for name in task.demands))
    return Problem(
        tasks=tuple(tasks),
        goals=GOALS if any(task.due is not None for task in tasks) else (),
        resources=tuple(Resource(name=name, capacity=1) for name in who),
        assumed=(*_unsaid(steps, tasks), *_counted(who)),
    )


def _done_by(new: Problem, minute: int) -> Problem:
    """The last step is due then, if nothing else was promised sooner."""
    *steps, last = new.tasks
    if last.due is not None and last.due <= minute:
        return new
    assumed = [each for each in new.assumed if (each.field, each.task) != ("due", last.name)]
    tasks = (*steps, last.model_copy(update={"due": minute}))
    return new.model_copy(update={"tasks": tasks, "assumed": tuple(assumed), "goals": GOALS})


def now_in(plan: Problem | None) -> datetime | None:
    """What the clock on the wall of a plan shows now."""
    return datetime.now(ZoneInfo(plan.time_zone)).replace(tzinfo=None) if plan else None


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
    assumed = tuple(each for each in new.assumed if each.task or each.resource not in known)
    whole = old.model_copy(
        update={
            "tasks": (*old.tasks, *new.tasks),
            "resources": (*old.resources, *more),
            "assumed": (*old.assumed, *assumed),
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


def _unsaid(steps: Iterable[Step], tasks: Iterable[Task]) -> Iterator[Assumption]:
    for step, task in zip(steps, tasks, strict=True):
        if step.assumed:
            yield Assumption(field="duration", task=task.name)
        if not step.who:
            yield Assumption(field="demand", task=task.name, resource=PEOPLE)
        for field in ("release", "due"):
            if getattr(task, field):
                yield Assumption(field=field, task=task.name)


def _counted(who: Iterable[str]) -> Iterator[Assumption]:
    """A procedure says who, never how many of them there are."""
    return (Assumption(field="capacity", resource=name) for name in who)


def _name(step: Step, case: str) -> str:
    said = _without(step.who, step.text) if step.who else step.text
    said = said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
    return f"{case} {step.number}. {said}".strip()


def _without(who: str, text: str) -> str:
    """What is done: who does it has a column of its own."""
    begins = re.match(rf"(?:The |An? |Both |由)?{re.escape(who)}", text, re.IGNORECASE)
    return text[begins.end() :].strip(" ,，") if begins else text
