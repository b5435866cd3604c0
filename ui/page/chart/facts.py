"""What the chart marks of a plan besides its bars: the tasks that decide its end, and how long each
waits for people or resources. Pure; small plans only, in large ones nobody could see it."""

from collections.abc import Mapping

from tools.plan import Problem, Schedule
from tools.reasons.book import Book
from tools.reasons.chain import chain
from tools.reasons.rules import earliest

MOST = 300
"""Tasks; more would keep the page waiting for marks that are a pixel wide."""


def critical(problem: Problem, schedule: Schedule) -> frozenset[str]:
    """The tasks that one after another decide when the plan ends."""
    rows = schedule.assignments
    if not 1 < len(rows) <= MOST:
        return frozenset()
    last = max(rows, key=lambda row: (row.end, row.task))
    links = chain(problem, schedule, last.task)
    return frozenset(link.task for link in links)


def waits(problem: Problem, schedule: Schedule) -> Mapping[str, int]:
    """By task: the earliest minute at which it could start if it were alone, where it starts later.
    What it comes after, its release and its own hours are kept."""
    if len(schedule.assignments) > MOST:
        return {}
    book = Book(problem, schedule)
    found = {
        row.task: earliest(book, row)[0]
        for row in schedule.assignments
        if problem.by_name[row.task].started is None
    }
    return {task: minute for task, minute in found.items() if minute < schedule.by_task[task].start}
