"""How much later a task could start if nothing else moved: its free slack."""

from collections.abc import Iterator

from tools.plan import Assignment, Problem, Schedule
from tools.reasons.book import Book


def slack(problem: Problem, schedule: Schedule, name: str) -> int | None:
    """Minutes by which a task alone could start later, without breaking a rule and without ending
    the plan later; at every minute up to there it could. None where that is not simple: for what
    has started or is fixed, may pause, or needs a machine that is set up."""
    task, mine = problem.by_name[name], schedule.by_task[name]
    settled = task.started is not None or task.fixed is not None
    if settled or task.pausable or _is_set_up(problem, mine):
        return None
    limits = [schedule.makespan - mine.end, *_links(problem, schedule, mine)]
    if task.deadline is not None:
        limits.append(task.deadline - mine.end)
    limits += _apart(problem, schedule, mine)
    limits += _resources(Book(problem, schedule), mine)
    return max(0, min(limits))


def room(problem: Problem, schedule: Schedule, name: str) -> dict[str, object]:
    """Its `slack`, and how much of that there is before it is late, as `Why` puts it."""
    least, due = slack(problem, schedule, name), problem.by_name[name].due
    if least is None or due is None:
        return {"slack": least}
    left = due - schedule.by_task[name].end
    return {"slack": least, "on_time": max(0, left) if left < least else None, "late": left < 0}


def _is_set_up(problem: Problem, mine: Assignment) -> bool:
    return any(problem.resource[each].setups for each in mine.resources)


def _links(problem: Problem, schedule: Schedule, mine: Assignment) -> Iterator[int]:
    """Until what waits for it would have to move."""
    for other in schedule.assignments:
        follower = problem.by_name[other.task]
        if follower.started is not None:
            continue
        for link in follower.predecessors:
            if link.task == mine.task:
                ours = mine.start if link.kind == "start-start" else mine.end
                theirs = other.end if link.kind == "finish-finish" else other.start
                yield theirs - link.lag - ours


def _apart(problem: Problem, schedule: Schedule, mine: Assignment) -> Iterator[int]:
    """Until the next task that it must not overlap."""
    for other in schedule.assignments:
        if other.start >= mine.end and problem.must_not_overlap(mine.task, other.task):
            yield other.start - mine.end


def _resources(book: Book, mine: Assignment) -> Iterator[int]:
    """Until too little of something that it holds is free or open."""
    for name, amount in book.held(mine.resources).items():
        for level in book.levels(name, mine.end, book.schedule.makespan, mine.task):
            if level.end > level.begin and level.there - level.used < amount:
                yield level.begin - mine.end
                break
