"""Tasks that have started: by which way they are done, and when they end. It does not know who does
them; `crews.py` does."""

from collections.abc import Iterable, Mapping

from tools.contradictions.edits import replaced
from tools.plan import Problem, Resource, Schedule, Task
from tools.plan.hours import Span, together
from tools.record import Amounts
from tools.solver.instance import FARTHEST


def ways_before(problem: Problem, before: Schedule | None) -> Mapping[str, int]:
    """By which way those tasks are done that have started and are not done by their own."""
    old = before.by_task if before else {}
    return {
        task.name: old[task.name].way
        for task in problem.tasks
        if task.started is not None and task.name in old and 0 < old[task.name].way < len(task.ways)
    }


def settled(problem: Problem, before: Schedule | None) -> Problem:
    """The problem in which what has started can be done in one way only: that of the plan before,
    or its own; and what has ended holds nothing that is gone."""
    facts = [task for task in problem.tasks if task.started is not None]
    if not any(task.alternatives or _gone(problem, task) for task in facts):
        return problem
    ways = ways_before(problem, before)
    return replaced(
        problem,
        tasks=tuple(_settled(problem, task, ways.get(task.name, 0)) for task in problem.tasks),
    )


def _gone(problem: Problem, task: Task) -> bool:
    known = problem.resource.keys() >= task.demands.keys()
    return not known or not problem.skilled.keys() >= task.skills.keys()


def _settled(problem: Problem, task: Task, number: int) -> Task:
    if task.started is None or not (task.alternatives or _gone(problem, task)):
        return task
    way = task.ways[number]
    held = Amounts({name: n for name, n in way.demands.items() if name in problem.resource})
    skills = Amounts({name: n for name, n in way.skills.items() if name in problem.skilled})
    return replaced(task, alternatives=(), duration=way.duration, demands=held, skills=skills)


def with_ways(plan: Schedule, ways: Mapping[str, int]) -> Schedule:
    """A plan of the settled problem as one of the problem that was asked about."""
    if not ways:
        return plan
    rows = (
        each.model_copy(update={"way": ways[each.task]}) if each.task in ways else each
        for each in plan.assignments
    )
    return plan.model_copy(update={"assignments": tuple(rows)})


def fact_end(problem: Problem, task: Task, who: Mapping[str, tuple[str, ...]], far: int) -> int:
    """The end of a task that has started; -1 for others."""
    if task.started is None:
        return -1
    if task.ended is not None:
        return task.ended
    end = task.started + task.duration
    if task.pausable:
        names = {*task.demands, *who.get(task.name, ())}
        end = _worked(problem, [problem.resource[name] for name in names], task, far)
    return max(end, problem.present)


def _worked(problem: Problem, held: list[Resource], task: Task, far: int) -> int:
    """The end of so many minutes of work in which everything held is open; calendars are followed
    further than `far` for as long as work is left."""
    assert task.started is not None
    end, left = worked(open_together(problem, held, far), task.started, task.duration)
    while left and far < FARTHEST:
        far = min(FARTHEST, 4 * far)
        end, left = worked(open_together(problem, held, far), task.started, task.duration)
    return end


def open_together(problem: Problem, held: Iterable[Resource], until: int) -> list[Span]:
    """When all of them are open, whatever is in use."""
    return together(problem, [(each, 1) for each in held], until)


def worked(stretches: Iterable[Span], start: int, minutes: int) -> tuple[int, int]:
    """When so many minutes of work end that is done in the open `stretches` from a start on, and
    how much is left."""
    end, left = start + minutes, minutes
    for first, last in stretches:
        begin = max(first, start)
        if begin >= last:
            continue
        end = begin + min(left, last - begin)
        left -= end - begin
        if left == 0:
            break
    return end, left
