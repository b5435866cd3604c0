"""What each goal counts, from the definitions alone."""

from math import ceil

from tools.plan import Assignment, Goal, Problem, Schedule
from ui.eval.judge import moves
from ui.eval.judge.clock import Clock
from ui.eval.judge.people import chosen


def value(problem: Problem, schedule: Schedule, goal: Goal, before: Schedule | None = None) -> int:
    """The value of a plan; smaller is better."""
    done = schedule.assignments
    tasks = problem.by_name
    match goal:
        case "waiting":
            return sum(
                tasks[each.task].priority * (each.start - tasks[each.task].release)
                for each in done
                if tasks[each.task].started is None
            )
        case "makespan":
            return max((each.end for each in done), default=0)
        case "tardiness":
            dues = [(tasks[each.task], each.end) for each in done]
            return sum(
                task.priority * max(0, end - task.due) for task, end in dues if task.due is not None
            )
        case "completion":
            return sum(tasks[each.task].priority * each.end for each in done)
        case "people":
            staff = [each.name for each in problem.resources if each.kind == "people"]
            clock = Clock(problem)
            return sum(_most(clock, schedule, name) for name in staff)
        case "cost":
            return sum(_cost(problem, each) for each in done)
        case "balance":
            return max(
                (_load(problem, schedule, r.name) for r in problem.resources if r.kind == "people"),
                default=0,
            )
        case "value":
            return sum(tasks[name].value or 0 for name in schedule.left_out)
        case "moves":
            return 0 if before is None else moves.cost(problem, schedule, before)


def _most(clock: Clock, schedule: Schedule, name: str) -> int:
    """The most units in use in any minute in which there are some."""
    used: dict[int, int] = {}
    for each in schedule.assignments:
        amount = each.resources.get(name, 0)
        if amount and clock.problem.task(each.task).ended is None:
            for minute in range(each.start, each.end):
                used[minute] = used.get(minute, 0) + amount
    return max((n for minute, n in used.items() if clock.units(name, minute)), default=0)


def _cost(problem: Problem, each: Assignment) -> int:
    """In sixtieths of a unit of money, since costs are given by the hour and times in minutes."""
    duration = chosen(problem, each).duration
    return sum(
        amount * used.cost * (60 if used.kind == "stock" else duration)
        for name, amount in each.resources.items()
        for used in [problem.resource[name]]
    )


def _load(problem: Problem, schedule: Schedule, name: str) -> int:
    """Minutes of work for each unit, rounded up."""
    work = sum(
        each.resources.get(name, 0) * chosen(problem, each).duration
        for each in schedule.assignments
    )
    return ceil(work / problem.capacity[name])
