"""Judges plans, minute by minute. It shares no code with the solver: only the domain's records.

`faults` says what is wrong with a plan, `best` finds the true optimum of a small problem by trying
every list of tasks (for goals that only grow with time some best plan comes from a list, each task
in turn as early as the ones before it allow: Sprecher, Kolisch and Drexl 1995).
"""

from collections.abc import Callable, Sequence
from itertools import permutations

from tools.plan import Goal, Problem, Schedule, Task

Orders = Sequence[tuple[str, str]]
Starts = dict[str, int]


def faults(problem: Problem, schedule: Schedule, orders: Orders = ()) -> list[str]:
    """Every rule that the plan breaks, as a sentence; empty if it may be carried out."""
    found = []
    if [each.task for each in schedule.assignments] != [task.name for task in problem.tasks]:
        return ["The assignments are not the tasks in their order."]
    start = {each.task: each.start for each in schedule.assignments}
    for task, each in zip(problem.tasks, schedule.assignments, strict=True):
        if each.end - each.start != task.duration:
            found.append(f"{task.name} lasts {each.end - each.start}, not {task.duration}.")
        if dict(each.resources) != dict(task.demands):
            found.append(f"{task.name} holds {dict(each.resources)}, not {dict(task.demands)}.")
    found += [
        f"{task.name} breaks its own limits." for task in problem.tasks if not _on_time(task, start)
    ]
    for task in problem.tasks:
        for other in task.after:
            if start[task.name] < start[other] + problem.task(other).duration:
                found.append(f"{task.name} does not wait for {other}.")
    found += [f"{a} starts after {b}." for a, b in orders if start[a] > start[b]]
    found += _overloads(problem, start)
    if schedule.objective != worth(problem, start, schedule.goal):
        found.append(f"The objective is not {schedule.objective}.")
    if schedule.bound is not None and schedule.bound > schedule.objective:
        found.append("The bound is above the objective.")
    if schedule.optimal and schedule.bound != schedule.objective:
        found.append("Optimal, but the bound is not the objective.")
    return found


def _on_time(task: Task, start: Starts) -> bool:
    end = start[task.name] + task.duration
    return start[task.name] >= task.release and (task.deadline is None or end <= task.deadline)


def _overloads(problem: Problem, start: Starts) -> list[str]:
    used: dict[tuple[str, int], int] = {}
    for task in problem.tasks:
        for minute in range(start[task.name], start[task.name] + task.duration):
            for resource, amount in task.demands.items():
                used[resource, minute] = used.get((resource, minute), 0) + amount
    return [
        f"{amount} of {resource} in minute {minute}."
        for (resource, minute), amount in used.items()
        if amount > problem.capacity[resource]
    ]


def running(problem: Problem, schedule: Schedule, resource: str, minute: int) -> int:
    """Units of `resource` in use during `minute`."""
    return sum(
        task.demands.get(resource, 0)
        for task, each in zip(problem.tasks, schedule.assignments, strict=True)
        if each.start <= minute < each.end
    )


def worth(problem: Problem, start: Starts, goal: Goal) -> int:
    """The value of a plan, by the definitions in the README."""
    ends = {task.name: start[task.name] + task.duration for task in problem.tasks}
    if goal == "makespan":
        return max(ends.values())
    if goal == "waiting":
        return sum(task.priority * (start[task.name] - task.release) for task in problem.tasks)
    late = {
        task.name: max(0, ends[task.name] - task.due)
        for task in problem.tasks
        if task.due is not None
    }
    return sum(problem.task(name).priority * minutes for name, minutes in late.items())


def overdue(problem: Problem, start: Starts) -> int:
    """Minutes past deadlines, all tasks together."""
    return sum(
        max(0, start[task.name] + task.duration - task.deadline)
        for task in problem.tasks
        if task.deadline is not None
    )


def listed(problem: Problem, names: Sequence[str], orders: Orders = ()) -> Starts | None:
    """Each task in turn at its earliest minute; None if the list names a task too early."""
    used: dict[tuple[str, int], int] = {}
    start: Starts = {}
    for name in names:
        task = problem.task(name)
        needed = [*task.after, *(a for a, b in orders if b == name)]
        if any(other not in start for other in needed):
            return None
        ends = [start[other] + problem.task(other).duration for other in task.after]
        minute = max([task.release, *ends, *(start[a] for a, b in orders if b == name)])
        while not _room(problem, task, minute, used):
            minute += 1
        start[name] = minute
        for at in range(minute, minute + task.duration):
            for resource, amount in task.demands.items():
                used[resource, at] = used.get((resource, at), 0) + amount
    return start


def _room(problem: Problem, task: Task, start: int, used: dict[tuple[str, int], int]) -> bool:
    return all(
        used.get((resource, minute), 0) + amount <= problem.capacity[resource]
        for resource, amount in task.demands.items()
        for minute in range(start, start + task.duration)
    )


def least(
    problem: Problem, cost: Callable[[Starts], int | None], orders: Orders = ()
) -> int | None:
    """The smallest `cost` of any list of the tasks; None if no list has one."""
    plans = (listed(problem, names, orders) for names in permutations(problem.by_name))
    costs = [cost(start) for start in plans if start is not None]
    return min((each for each in costs if each is not None), default=None)


def best(problem: Problem, goal: Goal, orders: Orders = ()) -> int | None:
    """The true optimum; None if no plan keeps all rules."""
    return least(
        problem,
        lambda start: None if overdue(problem, start) else worth(problem, start, goal),
        orders,
    )


def least_overdue(problem: Problem, orders: Orders = ()) -> int | None:
    """The fewest minutes past deadlines, all tasks together, of any plan."""
    return least(problem, lambda start: overdue(problem, start), orders)
