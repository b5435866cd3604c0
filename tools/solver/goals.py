"""The value of a plan under each goal; smaller is better."""

from tools.plan import Goal, Problem, Schedule, Task


def cost(task: Task, start: int, goal: Goal) -> int:
    """What one task adds to the goal's sum if it starts at `start`; 0 for `makespan`."""
    if goal == "waiting":
        # If it were alone it could start at its release.
        return task.priority * (start - task.release)
    if goal == "tardiness" and task.due is not None:
        return task.priority * max(0, start + task.duration - task.due)
    return 0


def value(problem: Problem, schedule: Schedule, goal: Goal) -> int:
    """Priority x minutes for `waiting` and `tardiness`, minutes for `makespan`."""
    if goal == "makespan":
        return schedule.makespan
    return sum(cost(task, schedule.by_task[task.name].start, goal) for task in problem.tasks)


def second(goal: Goal) -> Goal:
    """What decides between plans that are equal under `goal`."""
    return "waiting" if goal == "makespan" else "makespan"


def rank(problem: Problem, schedule: Schedule, goal: Goal) -> tuple[int, int]:
    """Plans in order of preference: the goal, then what decides between equals."""
    return value(problem, schedule, goal), value(problem, schedule, second(goal))
