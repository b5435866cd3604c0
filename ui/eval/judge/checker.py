"""Judges plans, minute by minute. It shares no code with the solver: only the domain's records.

`faults` says what is wrong with a plan, by every rule; the rules themselves are in `judge/`. `best`
finds the true optimum of a small problem of tasks, demands, precedence and deadlines by trying
every list of tasks (for goals that only grow with time some best plan comes from a list, each task
in turn as early as the ones before it allow: Sprecher, Kolisch and Drexl 1995); for problems that
say more, `judge.brute.optimum` tries every minute.
"""

from collections.abc import Callable, Sequence
from itertools import permutations

from tools.plan import Goal, Problem, Reached, Schedule, Task
from ui.eval.judge import moves, people, rules
from ui.eval.judge.clock import Clock
from ui.eval.judge.past import begun
from ui.eval.judge.values import value

Orders = Sequence[tuple[str, str]]
Starts = dict[str, int]


def faults(
    problem: Problem,
    schedule: Schedule,
    orders: Orders = (),
    before: Schedule | None = None,
) -> list[str]:
    """Every rule that the plan breaks, as a sentence; empty if it may be carried out.

    Args:
        orders: pairs of tasks; the first must start no later than the second.
        before: the plan before, if this one is a plan made again.
    """
    said, problem = problem, begun(problem, before)
    if schedule.status not in ("optimal", "feasible"):
        return [f"There is no plan: {schedule.status}."]
    broken = list(rules.complete(problem, schedule))
    if broken:
        return broken
    clock = Clock(problem)
    return [
        *rules.of_each(problem, schedule, clock, before),
        *rules.of_pairs(problem, schedule, orders),
        *rules.of_resources(problem, schedule, clock),
        *people.doubled(problem, schedule.assignments, before),
        *moves.faults(problem, schedule, before),
        *_begun(said, problem, schedule),
        *_goals(problem, schedule, before),
    ]


def _begun(said: Problem, problem: Problem, schedule: Schedule) -> list[str]:
    """What is wrong with the list of what has begun by the plan before alone."""
    true = [
        task.name
        for task in problem.tasks
        if task.started is not None and said.task(task.name).started is None
    ]
    return [] if list(schedule.begun) == true else [f"{true} have begun, not {schedule.begun}."]


def reached(schedule: Schedule) -> list[Reached]:
    """All goals of a plan with what it says of their values."""
    first = Reached(goal=schedule.goal, value=schedule.objective or 0, bound=schedule.bound)
    return [first, *schedule.then]


def _goals(problem: Problem, schedule: Schedule, before: Schedule | None) -> list[str]:
    """What is wrong with the values and bounds that the plan gives."""
    found = []
    goals = [each.goal for each in reached(schedule)]
    if len(set(goals)) < len(goals):
        found.append(f"A goal is named twice: {goals}.")
    if schedule.objective is None:
        found.append("The plan does not say its value.")
    for each in reached(schedule):
        true = value(problem, schedule, each.goal, before)
        if each.value != true:
            found.append(f"The {each.goal} is {true}, not {each.value}.")
        if each.bound is not None and each.bound > each.value:
            found.append(f"The bound of {each.goal} is above its value.")
        if schedule.optimal and each.bound != each.value:
            found.append(f"Optimal, but the bound of {each.goal} is not its value.")
    return found


def _room(problem: Problem, task: Task, start: int, used: dict[tuple[str, int], int]) -> bool:
    return all(
        used.get((resource, minute), 0) + amount <= problem.capacity[resource]
        for resource, amount in task.demands.items()
        for minute in range(start, start + task.duration)
    )


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
