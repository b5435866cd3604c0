"""Tasks that have started: who does them, if the user did not say, and when they end."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from tools.plan import Problem, Resource, Schedule, Task
from tools.plan.hours import units


def fact_who(problem: Problem, before: Schedule | None) -> Mapping[str, tuple[str, ...]]:
    """For each task that has started and asks for skills: a resource for each unit, as in the plan
    before, or whoever can."""
    return {
        task.name: _as_before(problem, task, before) or _whoever(problem, task)
        for task in problem.tasks
        if task.started is not None and task.skills
    }


def _as_before(problem: Problem, task: Task, before: Schedule | None) -> tuple[str, ...]:
    old = before.by_task.get(task.name) if before else None
    if old is None or old.way > 0:
        return ()
    held = {name: n - task.demands.get(name, 0) for name, n in old.resources.items()}
    crew = tuple(name for name, heads in held.items() for _ in range(heads))
    return crew if len(crew) == sum(task.skills.values()) else ()


def _whoever(problem: Problem, task: Task) -> tuple[str, ...]:
    """A matching of skill units to resources, by augmenting paths (Kuhn)."""
    slots = [skill for skill, heads in task.skills.items() for _ in range(heads)]
    filled: dict[tuple[str, int], int] = {}

    def fill(slot: int, seen: set[tuple[str, int]]) -> bool:
        for resource in problem.skilled[slots[slot]]:
            for unit in range(resource.capacity - task.demands.get(resource.name, 0)):
                chair = (resource.name, unit)
                if chair in seen:
                    continue
                seen.add(chair)
                if chair not in filled or fill(filled[chair], seen):
                    filled[chair] = slot
                    return True
        return False

    for slot in range(len(slots)):
        fill(slot, set())
    return tuple(name for name, _ in filled)


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
    return max(end, problem.now)


def _worked(problem: Problem, held: list[Resource], task: Task, far: int) -> int:
    """The end of so many minutes of work in which everything held is open."""
    assert task.started is not None
    left, end = task.duration, task.started + task.duration
    for first, last in _open(problem, held, far):
        begin = max(first, task.started)
        if begin >= last:
            continue
        end = begin + min(left, last - begin)
        left -= end - begin
        if left == 0:
            break
    return end


def _open(problem: Problem, held: list[Resource], far: int) -> Iterator[tuple[int, int]]:
    """Stretches in which all of them are open."""
    steps = [units(problem, each, far) for each in held if each.calendar or each.absences]
    moments = sorted({0, far, *(minute for each in steps for minute, _ in each)})
    at = [0] * len(steps)
    for first, last in pairwise(moments):
        for row, each in enumerate(steps):
            while at[row] + 1 < len(each) and each[at[row] + 1][0] <= first:
                at[row] += 1
        if all(each[at[row]][1] for row, each in enumerate(steps)):
            yield first, last
