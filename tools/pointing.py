"""What can be asked by pointing at a task of a plan: the questions that make sense for it, what
each asks for, and its words. It answers none of them; `explain.py` does."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from tools.contradictions.paths import earliest
from tools.meaning import Meaning
from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem, Schedule, Task
from tools.plan.changes import Change, DropTask, SetDuration, apply
from tools.reasons import fitting, staff
from tools.reasons.book import Book
from tools.record import PlanError
from tools.studies.order import first_but
from tools.studies.plans import need_plan
from tools.telling import tell_change
from tools.telling.values import listing, reading, then
from tools.wording.moments import Moment

Ask = Literal["why", "earlier", "who", "instead", "longer", "dropped", "first", "in_time"]
ASKS: tuple[Ask, ...] = get_args(Ask)
"""In the order in which they are offered."""


class Pointed(NamedTuple):
    """What was pointed at, and what is asked about it."""

    task: str
    other: str | None = None
    """The task onto which it was dragged: why does `task` not come before that one?"""
    ask: Ask = "why"


def meant(problem: Problem, schedule: Schedule, pointed: Pointed) -> Meaning:
    """What is asked for.

    Raises:
        PlanError: there is no plan, no such task in it, or the question makes no sense for it.
    """
    if pointed.other is not None:
        return Meaning("order", (pointed.other, pointed.task))
    found = asks(problem, schedule, pointed.task)
    if pointed.ask not in found:
        raise PlanError("ask-no-more", task=pointed.task)
    return found[pointed.ask]


def asks(problem: Problem, schedule: Schedule, task: str) -> Mapping[Ask, Meaning]:
    """The questions that make sense for a task, in the order in which they are offered.

    Raises:
        PlanError: there is no plan, or no such task in it.
    """
    need_plan(problem, schedule, task)
    found = dict(_asks(problem, schedule, task))
    return {ask: found[ask] for ask in ASKS if ask in found}


def _asks(problem: Problem, schedule: Schedule, name: str) -> Iterator[tuple[Ask, Meaning]]:
    yield "why", Meaning("why", (name,))
    yield from _of_people(problem, schedule, name)
    task, mine = problem.by_name[name], schedule.by_task[name]
    if task.ended is None and not task.alternatives:
        longer = SetDuration(task=name, minutes=_longer(task))
        yield from _supposed("longer", problem, longer)
    if task.started is not None:
        return
    yield from _supposed("dropped", problem, DropTask(task=name))
    if (minute := _soonest(problem, schedule, name)) is not None:
        yield "earlier", Meaning("not_then", (name,), when=Moment(minute, minute))
    other = first_but(problem, schedule, name)
    if schedule.by_task[other].start < mine.start:
        yield "first", Meaning("first_by", (name, other))
    if task.due is not None and problem.now < task.due < mine.end:
        yield "in_time", Meaning("in_time", (name,), when=Moment(task.due, task.due))


def _of_people(problem: Problem, schedule: Schedule, name: str) -> Iterator[tuple[Ask, Meaning]]:
    """Why these, and why not the first of the others who could, somebody free before all."""
    book, mine = Book(problem, schedule), schedule.by_task[name]
    crew = tuple(book.crew(mine))
    if crew or _named(problem, book, schedule, name):
        yield "who", Meaning("who", (name,), who=crew[0] if crew else None)
    if crew:
        busy, free = staff.others(book, mine)
        others = [*free, *(each.name for each in busy)]
        if others:
            yield "instead", Meaning("who", (name,), instead=others[0])


def _named(problem: Problem, book: Book, schedule: Schedule, name: str) -> list[str]:
    """Single people whom the task asks for by name."""
    demands = book.way(schedule.by_task[name]).demands
    people = [problem.resource[each] for each in demands if each != PEOPLE]
    return [each.name for each in people if each.kind == "people" and each.capacity == 1]


def _supposed(ask: Ask, problem: Problem, change: Change) -> Iterator[tuple[Ask, Meaning]]:
    """A what-if, unless the problem with it makes no sense or is the same."""
    try:
        changed = apply(problem, [change])
    except PlanError:
        return
    if changed != problem:
        yield ask, Meaning("what_if", changes=(change,))


def _longer(task: Task) -> int:
    """Half as long again, in whole minutes; from half an hour on in whole five minutes."""
    more = -(-task.duration // 2)
    return task.duration + (more if more < 15 else -(-more // 5) * 5)


def _soonest(problem: Problem, schedule: Schedule, name: str) -> int | None:
    """The first minute at which what the user said of links, releases, durations and hours would
    let it start, if that is before its start."""
    mine, bounds = schedule.by_task[name], earliest(problem)
    if problem.by_name[name].fixed is not None or name not in bounds:
        return None
    return fitting.first(Book(problem, schedule), mine, bounds[name].start.minute)


def tell_question(problem: Problem, schedule: Schedule, asked: Meaning, language: Language) -> str:
    """A question of those that are asked by pointing, in words."""
    task, other = (*asked.tasks, "", "")[:2]
    match asked.kind:
        case "order":
            return say("question-order", language, task=other, other=task)
        case "first_by":
            return say("question-first", language, task=task, other=other)
        case "not_then" if asked.when is not None:
            start = then(asked.when.first, language, problem)
            return say("question-earlier", language, task=task, start=start)
        case "in_time":
            limit = reading(asked.limit, language, problem)
            return say("question-in-time", language, task=task, limit=limit)
        case "what_if":
            changes = [tell_change(each, language, problem) for each in asked.changes]
            return say("question-what-if", language, changes=listing(changes, language))
        case "who" if asked.instead is not None:
            return say("question-instead", language, task=task, who=asked.instead)
        case "who":
            book = Book(problem, schedule)
            crew = list(book.crew(schedule.by_task[task])) or _named(problem, book, schedule, task)
            return say("question-who", language, task=task, who=listing(crew, language))
    return say("question-why", language, task=task)
