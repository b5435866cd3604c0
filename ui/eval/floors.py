"""Judges what is said to be the least that any plan takes, by going through it minute by minute."""

from collections.abc import Iterator
from itertools import pairwise

from tools.plan import Problem, Schedule, Task, Way
from tools.reasons.records import Floor
from ui.eval.judge.clock import Clock
from ui.eval.judge.truth import Truth


def mistakes(floor: Floor, problem: Problem, plan: Schedule) -> Iterator[str]:
    """What is wrong with it."""
    judge = _of_resource if floor.resource else _of_chain
    minutes = judge(floor, problem, plan.makespan)
    if minutes != floor.minutes:
        yield f"that it takes {floor.minutes}, not {minutes}"
    begun = [each.task for each in plan.assignments if each.start < floor.since]
    if any(_needs(floor, problem, name) for name in begun):
        yield "that none of it can begin sooner"
    if floor.minutes > plan.makespan:
        yield "that no plan is shorter"
    if any(problem.by_name[name].value is not None for name in floor.tasks):
        yield "that all of the chain must be done"


def _needs(floor: Floor, problem: Problem, name: str) -> bool:
    task = problem.by_name[name]
    if task.value is not None:
        return False
    return name in floor.tasks or all(floor.resource in way.demands for way in task.ways)


def _of_chain(floor: Floor, problem: Problem, until: int) -> int | None:
    """Its tasks in their shortest ways, in the hours of what they need, and the lags between them;
    None if they do not wait for each other, or the first may begin sooner."""
    clock, tasks = Clock(problem), [problem.by_name[name] for name in floor.tasks]
    if floor.since != _free_from(tasks[0]):
        return None
    minutes = _ends(clock, tasks[0], floor.since, until)
    for first, second in pairwise(tasks):
        said = [each for each in second.predecessors if each.task == first.name]
        lags = [each.lag for each in said if each.kind == "finish-start"]
        if not lags or minutes + max(lags) < _free_from(second):
            return None
        minutes = _ends(clock, second, minutes + max(lags), until)
    return minutes


def _free_from(task: Task) -> int:
    return max(task.release, task.fixed or 0)


def _ends(clock: Clock, task: Task, since: int, until: int) -> int:
    return min(_end(clock, task, way, since, until) for way in task.ways)


def _end(clock: Clock, task: Task, way: Task | Way, since: int, until: int) -> int:
    """The first minute by which it can be done with what it asks for by name, and for each skill
    with one person beside it."""
    named = [(name, way.demands[name]) for name in clock.held(way.demands)]
    work = range(since, until), way.duration, task.pausable
    found = [_worked(clock, named, *work)]
    for skill in way.skills:
        able = [r.name for r in clock.problem.resources if skill in r.skills]
        ends = [_worked(clock, [*named, (n, 1)], *work) for n in able if n not in way.demands]
        found += [min(ends)] if ends else []
    return max(found)


def _worked(
    clock: Clock, need: list[tuple[str, int]], minutes: range, duration: int, pausable: bool
) -> int:
    """The minute by which all of it has been there for so long, in one piece if it may not pause;
    the end of the minutes if that is later."""
    worked = 0
    for minute in minutes:
        there = all(clock.units(name, minute) >= amount for name, amount in need)
        worked = worked + 1 if there else worked if pausable else 0
        if worked == duration:
            return minute + 1
    return max(minutes.stop, minutes.start + duration)


def _of_resource(floor: Floor, problem: Problem, until: int) -> int | None:
    """The minute by which all that are there have done its work; None if it has another amount."""
    name, work = floor.resource or "", 0
    for task in problem.tasks:
        if task.value is None:
            work += min(way.demands.get(name, 0) * way.duration for way in task.ways)
    if (work, problem.capacity[name]) != (floor.work, floor.units):
        return None
    clock = Clock(problem)
    for minute in range(floor.since, until):
        work -= clock.units(name, minute)
        if work <= 0:
            return minute + 1
    return until


def within(said: int, proved: bool, known: Truth, what: str) -> Iterator[str]:
    """No better plan than a proved one, and none at all where there is none."""
    if known.least is None:
        yield f"{what}: there is no plan"
    elif said < known.least:
        yield f"{what}: {said} is below the bound {known.least}"
    elif proved and known.found is not None and known.found < said:
        yield f"{what}: {known.found} is possible, not only {said}"
