"""What a plan is worth under each goal, counted from the plan itself; smaller is better."""

from math import ceil

from tools.plan import Assignment, Goal, Problem, Schedule
from tools.reasons.book import Book

MOVED = 480
"""Minutes that any move counts, however small."""


def value(problem: Problem, schedule: Schedule, goal: Goal, before: Schedule | None = None) -> int:
    """The value of `goal`; see `tools/plan/schedule.py`. Cost is in sixtieths of money.

    Args:
        before: the plan before, without which there are no moves.
    """
    tasks, done = problem.by_name, schedule.assignments
    match goal:
        case "waiting":
            planned = [each for each in done if tasks[each.task].started is None]
            return sum(
                tasks[each.task].priority * (each.start - tasks[each.task].release)
                for each in planned
            )
        case "makespan":
            return schedule.makespan
        case "tardiness":
            return sum(tasks[each.task].priority * _late(problem, each) for each in done)
        case "completion":
            return sum(tasks[each.task].priority * each.end for each in done)
        case "value":
            return sum(tasks[name].value or 0 for name in schedule.left_out)
        case "cost":
            return sum(_cost(problem, each) for each in done)
        case "people":
            book = Book(problem, schedule)
            return sum(
                _most(book, each.name) for each in problem.resources if each.kind == "people"
            )
        case "balance":
            staff = [each.name for each in problem.resources if each.kind == "people"]
            return max((_load(problem, schedule, name) for name in staff), default=0)
        case "moves":
            return 0 if before is None else _moves(problem, schedule, before)


def _late(problem: Problem, each: Assignment) -> int:
    due = problem.by_name[each.task].due
    return 0 if due is None else max(0, each.end - due)


def _minutes(problem: Problem, each: Assignment) -> int:
    return problem.by_name[each.task].ways[each.way].duration


def _cost(problem: Problem, each: Assignment) -> int:
    used = [(problem.resource[name], amount) for name, amount in each.resources.items()]
    return sum(
        amount * resource.cost * (60 if resource.kind == "stock" else _minutes(problem, each))
        for resource, amount in used
    )


def _most(book: Book, name: str) -> int:
    """The most units in use at a time while the resource is open."""
    levels = book.levels(name, 0, book.schedule.makespan)
    return max((level.used for level in levels if level.there), default=0)


def _load(problem: Problem, schedule: Schedule, name: str) -> int:
    held = [each for each in schedule.assignments if name in each.resources]
    work = sum(each.resources[name] * _minutes(problem, each) for each in held)
    return ceil(work / problem.capacity[name])


def _moves(problem: Problem, schedule: Schedule, before: Schedule) -> int:
    total = 0
    for old in before.assignments:
        task, new = problem.by_name.get(old.task), schedule.by_task.get(old.task)
        if task is None or task.started is not None:
            continue
        if new is None:
            total += MOVED
        elif (new.start, new.way, new.resources) != (old.start, old.way, old.resources):
            total += MOVED + abs(new.start - old.start)
    return total
