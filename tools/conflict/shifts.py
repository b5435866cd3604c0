"""Repairs in time: deadlines later, releases sooner, fixed starts elsewhere, each as little as
is enough."""

from collections.abc import Callable, Collection, Iterator

from tools.conflict.stretches import smallest
from tools.conflict.trial import Trial
from tools.contradictions.edits import replaced, with_task
from tools.plan import Problem, Schedule
from tools.plan.conflict import NewDeadline, Repair, RepairKind, Statement

Repairs = Iterator[Repair]


def deadlines(trial: Trial) -> Repairs:
    """Each deadline moved alone, and all together in the plan that misses least."""
    alone = [[each.task or ""] for each in trial.of("deadline")]
    every = [task.name for task in trial.problem.tasks if task.deadline is not None]
    for names in (*alone, every) if alone else ():
        if trial.watch.over:
            return
        plan = trial.best(_counting_late(trial.problem, names), "tardiness")
        late = _late(trial.problem, plan, names) if plan else ()
        if plan and late:
            size = sum(each.after - each.before for each in late)
            yield Repair(kind="deadline", deadlines=late, size=size, least=plan.optimal)


def _counting_late(problem: Problem, names: Collection[str]) -> Problem:
    """The problem in which these deadlines may be missed, and tardiness is the minutes missed."""
    return replaced(
        problem,
        tasks=tuple(
            replaced(task, due=task.deadline, deadline=None, priority=1)
            if task.name in names
            else replaced(task, due=None)
            for task in problem.tasks
        ),
    )


def _late(problem: Problem, plan: Schedule, names: Collection[str]) -> tuple[NewDeadline, ...]:
    return tuple(
        NewDeadline(task=each.task, before=deadline, after=each.end)
        for each in plan.assignments
        if each.task in names
        and (deadline := problem.by_name[each.task].deadline) is not None
        and each.end > deadline
        and problem.by_name[each.task].started is None
    )


def releases(trial: Trial) -> Repairs:
    for each in trial.of("release"):
        was, make = each.value or 0, _mover(each, "release")
        found = smallest(lambda minutes: trial.helps(make(-minutes)), was)  # noqa: B023
        if found:
            yield make(-found[0], found[1])


def _mover(said: Statement, kind: RepairKind) -> Callable[..., Repair]:
    """Minutes (negative: earlier) -> the repair that moves a release or fixed start so far."""
    was = said.value or 0

    def make(minutes: int, sure: bool = True) -> Repair:
        return Repair(
            kind=kind,
            task=said.task,
            before=was,
            after=was + minutes,
            size=abs(minutes),
            least=sure,
        )

    return make


def fixed(trial: Trial) -> Repairs:
    for each in trial.of("fixed"):
        make = _mover(each, "fixed")
        later = trial.best(_no_sooner(trial.problem, each), "tardiness")
        if later:
            yield make(later.by_task[each.task or ""].start - (each.value or 0), later.optimal)
        sooner = smallest(
            lambda minutes: trial.works(_sooner(trial.problem, each, minutes)),  # noqa: B023
            each.value or 0,
        )
        if sooner:
            plan = trial.plan(_sooner(trial.problem, each, sooner[0]))
            if plan:
                yield make(plan.by_task[each.task or ""].start - (each.value or 0), sooner[1])


def _no_sooner(problem: Problem, said: Statement) -> Problem:
    """A fixed start becomes a release, and every minute later counts."""
    name, start = said.task or "", said.value or 0
    task = problem.by_name[name]
    end = start + min(way.duration for way in task.ways)
    fields = {"fixed": None, "release": max(start, task.release), "due": end, "priority": 1}
    return with_task(_counting_late(problem, ()), name, **fields)


def _sooner(problem: Problem, said: Statement, minutes: int) -> Problem:
    """A fixed start becomes a window of so many minutes before it."""
    name, start = said.task or "", said.value or 0
    task = problem.by_name[name]
    end = start + min(way.duration for way in task.ways)
    latest = end if task.deadline is None else min(end, task.deadline)
    release = max(start - minutes, task.release)
    return with_task(problem, name, fixed=None, release=release, deadline=latest)
