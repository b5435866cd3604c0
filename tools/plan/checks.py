"""Contradictions that need no solver: found when a problem is made, and named.

`abilities.py` looks at who can do what, `mates.py` at tasks that the same people do, `costs.py` at
money, `circles.py` at tasks that wait for each other, `openings.py` at calendars and working time.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from tools.phrases import Names
from tools.plan import abilities, circles, costs, mates, openings
from tools.plan.task import Task
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem

MAX_TASKS = 50_000
SHOWN = 12
"""Names that a sentence lists."""


def check(problem: "Problem") -> None:
    """Everything that a problem must not say.

    Raises:
        PlanError: the first contradiction, with its culprit.
    """
    _check_names(problem)
    _check_references(problem)
    abilities.check(problem)
    mates.check(problem)
    costs.check(problem)
    circles.check(problem)
    _check_fixed(problem)
    _check_facts(problem)
    openings.check(problem)


def check_count(tasks: object) -> None:
    """Refuse too many tasks before each of them is looked at.

    Raises:
        PlanError: with their number.
    """
    if isinstance(tasks, list | tuple) and len(tasks) > MAX_TASKS:
        raise PlanError("too-many-tasks", count=len(tasks), limit=MAX_TASKS)


def listing(names: Iterable[str]) -> Names:
    first = list(islice(names, SHOWN + 1))
    return Names(first[:SHOWN], more=len(first) > SHOWN)


def _check_names(problem: "Problem") -> None:
    if not problem.tasks:
        raise PlanError("no-tasks")
    for kind, named in (
        ("task", problem.tasks),
        ("resource", problem.resources),
        ("calendar", problem.calendars),
    ):
        counts = Counter(each.name for each in named)
        double = next((name for name, count in counts.items() if count > 1), None)
        if double is not None:
            raise PlanError(f"double-{kind}", name=double)


def _check_references(problem: "Problem") -> None:
    known = problem.by_name
    for task in problem.tasks:
        for other in _waited_for(task):
            if other not in known:
                raise PlanError(
                    "unknown-predecessor", task=task.name, after=other, known=listing(known)
                )
        for other in (*task.apart, *task.same_people):
            if other not in known:
                raise PlanError("unknown-other", task=task.name, other=other, known=listing(known))


def _waited_for(task: Task) -> list[str]:
    return [*task.after, *(link.task for link in task.links)]


def _check_fixed(problem: "Problem") -> None:
    for task in problem.tasks:
        if task.fixed is None or task.started is not None:
            continue
        shortest = min(way.duration for way in task.ways)
        values = {"task": task.name, "fixed": _when(problem, task.fixed)}
        if task.fixed < task.release:
            release = _when(problem, task.release)
            raise PlanError("fixed-before-release", **values, release=release)
        if task.deadline is not None and task.fixed + shortest > task.deadline:
            deadline = _when(problem, task.deadline)
            raise PlanError("fixed-past-deadline", **values, minutes=shortest, deadline=deadline)


def _check_facts(problem: "Problem") -> None:
    """What has happened lies before now, if it is said when that is."""
    for task in problem.tasks if problem.now else ():
        for field, minute in (("started", task.started), ("ended", task.ended)):
            if minute is not None and minute > problem.now:
                raise PlanError(
                    "fact-after-now",
                    task=task.name,
                    field=field,
                    value=_when(problem, minute),
                    now=_when(problem, problem.now),
                )


def _when(problem: "Problem", minute: int) -> str:
    """A minute for a sentence: on the wall clock if there is one."""
    if problem.start is None:
        return f"{minute} min"
    return f"{problem.start + timedelta(minutes=minute):%Y-%m-%d %H:%M}"
