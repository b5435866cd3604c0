"""Two plans side by side."""

from tools.plan import Move, Schedule
from tools.reasons.records import Comparison


def compare(before: Schedule, after: Schedule) -> Comparison:
    """What changes from one plan to the other, under the first goal.

    If either was not proved optimal, the difference of the true optima lies in the interval
    [bound after - value before, value after - bound before] (Krarup et al., JAIR 72, 2021).

    Args:
        before, after: plans under the same goal; `after` may belong to another problem.
    """
    assert before.objective is not None, "a plan"
    assert after.objective is not None, "a plan"
    least = _bound(after) - before.objective
    most = after.objective - _bound(before)
    return Comparison(
        goal=before.goal,
        before=before.objective,
        after=after.objective,
        least=least,
        most=most,
        end_before=before.makespan,
        end_after=after.makespan,
        moves=moves(before, after),
        dropped=tuple(name for name in before.by_task if name in after.left_out),
        added=tuple(name for name in after.by_task if name in before.left_out),
    )


def _bound(schedule: Schedule) -> int:
    return schedule.bound if schedule.bound is not None else 0


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """Tasks of both plans that start at another time or are done by others, largest move first."""
    both = [
        (old, after.by_task[name]) for name, old in before.by_task.items() if name in after.by_task
    ]
    found = [
        Move(
            task=old.task, before=old.start, after=new.start, others=old.resources != new.resources
        )
        for old, new in both
        if (old.start, old.resources) != (new.start, new.resources)
    ]
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))
