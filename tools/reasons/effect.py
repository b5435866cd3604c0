"""What a plan would gain or lose if one task started at another minute and nothing else changed."""

from tools.plan import Assignment, Goal, Schedule
from tools.reasons.book import Book
from tools.reasons.links import Effect
from tools.reasons.values import value


def effect(
    book: Book, moved: Assignment, before: Schedule | None = None
) -> tuple[Goal | None, Effect | None]:
    """The first goal of the plan that differs with `moved` in place, and how; (None, "same") if
    none does, (None, None) if that cannot be known.

    Args:
        before: the plan before, if this one was made again.
    """
    problem, plan = book.problem, book.schedule
    rows = tuple(moved if each.task == moved.task else each for each in plan.assignments)
    other = Schedule(status=plan.status, assignments=rows, left_out=plan.left_out)
    for goal in (plan.goal, *(each.goal for each in plan.then)):
        if goal == "moves" and before is None:
            return None, None
        old, new = (value(problem, each, goal, before) for each in (plan, other))
        if old != new:
            return goal, "worse" if new > old else "better"
    return None, "same"
