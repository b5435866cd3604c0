"""Other conditions for a plan, drawn by lot: changes that make sense, and limits too tight."""

from random import Random

from tools.plan import Problem, Schedule
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
from tools.plan.rewrites import SetPace
from tools.record import PlanError


def squeezed(problem: Problem, plan: Schedule, chance: Random, percent: int) -> Problem | None:
    """Some of the tasks that end late must end, or one must start, by a share of what the plan
    takes; None where that is less than a task takes, which is refused before it is planned."""
    late = sorted(plan.assignments, key=lambda row: -row.end)[: 2 + len(plan.assignments) // 4]
    fixed = chance.random() < 0.3
    for row in chance.sample(late, 1 if fixed else chance.randint(1, min(3, len(late)))):
        minute = (row.start if fixed else row.end) * percent // 100
        try:
            field = {"fixed" if fixed else "deadline": minute}
            problem = problem.replace_task(row.task, **field, value=None)
        except PlanError:
            return None
    return problem


def changes(problem: Problem, plan: Schedule, chance: Random) -> list[Change]:
    """One or two changes of different tasks or resources."""
    wanted = [_change(problem, plan, chance)]
    if chance.random() < 0.3:
        more = _change(problem, plan, chance)
        wanted += [more] if _about(more) != _about(wanted[0]) else []
    return wanted


def _about(change: Change) -> object:
    """A pace is about all tasks."""
    return getattr(change, "task", None) or getattr(change, "resource", None) or change.kind


def _change(problem: Problem, plan: Schedule, chance: Random) -> Change:
    task = problem.by_name[chance.choice(list(plan.by_task))]
    pool = chance.choice([each for each in problem.resources if not each.skills])
    held = max((each.demands.get(pool.name, 0) for each in problem.tasks), default=0)
    more, fewer = pool.capacity + 1, max(1, held, pool.capacity - 1)
    lasts = max(1, task.duration * chance.choice([1, 3]) // 2)
    begin = chance.randint(0, max(1, plan.makespan // 2))
    away = {"start": begin, "end": begin + max(2, plan.makespan // 5)}
    absent = [Away(resource=each.name, **away) for each in problem.resources if each.skills]
    added = task.model_copy(update={"name": "extra", "after": (), "links": ()})
    ends = plan.by_task[task.name].end - chance.choice([0, 1, 2]) * max(1, task.duration // 3)
    return chance.choice(
        [
            SetCapacity(resource=pool.name, capacity=more),
            SetCapacity(resource=pool.name, capacity=fewer),
            Away(resource=pool.name, amount=1 if pool.capacity > 1 else None, **away),
            *absent[:1],
            SetDuration(task=task.name, minutes=lasts),
            SetPriority(task=task.name, priority=chance.randint(1, 20)),
            SetDeadline(task=task.name, minute=max(ends, task.release + task.duration)),
            DropTask(task=task.name),
            AddTask(task=added),
            SetPace(percent=chance.choice([80, 125])),
            *(LongerShift(calendar=each.name, minutes=60) for each in problem.calendars[:1]),
        ]
    )
