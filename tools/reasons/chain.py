"""What a task waited for: the binding chain, from the task back to the start of the plan."""

from tools.plan import Assignment, Problem, Schedule, Task
from tools.reasons.records import Link


def chain(problem: Problem, schedule: Schedule, name: str) -> tuple[Link, ...]:
    """One link for each task that the one before it waited for; the first is `name` itself.

    Raises:
        PlanError: no task is called `name`.
    """
    links, seen = [], set[str]()
    current: str | None = problem.task(name).name
    while current is not None and current not in seen:
        seen.add(current)
        link = binding(problem, schedule, current)
        links.append(link)
        current = link.blockers[0] if link.blockers else None
    return tuple(links)


def binding(problem: Problem, schedule: Schedule, name: str) -> Link:
    """The rule that keeps one task from starting a minute earlier."""
    task, mine = problem.task(name), schedule.by_task[name]
    link = Link(task=name, start=mine.start, end=mine.end, cause="start")
    if mine.start == 0:
        return link
    if mine.start == task.release:
        return link.model_copy(update={"cause": "release"})
    waited = [other for other in task.after if schedule.by_task[other].end == mine.start]
    if waited:
        longest = max(waited, key=lambda other: problem.by_name[other].duration)
        rest = tuple(other for other in waited if other != longest)
        return link.model_copy(update={"cause": "predecessor", "blockers": (longest, *rest)})
    for resource, demand in task.demands.items():
        free = problem.capacity[resource] - _in_use(schedule, resource, mine.start - 1, mine)
        if free < demand:
            facts = {
                "cause": "resource",
                "resource": resource,
                "demand": demand,
                "free": free,
                "blockers": _holders(schedule, resource, mine.start),
            }
            return link.model_copy(update=facts)
    return link.model_copy(update={"cause": "choice"})


def _in_use(schedule: Schedule, resource: str, moment: int, mine: Assignment) -> int:
    return sum(
        other.resources.get(resource, 0)
        for other in schedule.assignments
        if other.start <= moment < other.end and other.task != mine.task
    )


def _holders(schedule: Schedule, resource: str, moment: int) -> tuple[str, ...]:
    """Tasks that give the resource back at `moment`, the largest share first."""
    ending = [
        other
        for other in schedule.assignments
        if other.end == moment and resource in other.resources
    ]
    ending.sort(key=lambda other: -other.resources[resource])
    return tuple(other.task for other in ending)


def precedence_path(problem: Problem, first: str, last: str) -> tuple[str, ...]:
    """Tasks from `first` to `last`, each of which waits for the one before; empty if `last` need
    not wait for `first`."""
    paths: dict[str, tuple[str, ...]] = {last: (last,)}
    queue = [problem.task(last)]
    while queue:
        task: Task = queue.pop(0)
        for other in task.after:
            if other not in paths:
                paths[other] = (other, *paths[task.name])
                queue.append(problem.by_name[other])
    return paths.get(first, ()) if first != last else ()
