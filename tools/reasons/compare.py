"""Two plans side by side."""

from tools.plan import Schedule
from tools.reasons.records import Comparison, Move


def compare(before: Schedule, after: Schedule) -> Comparison:
    """What changes from one plan to the other.

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
    )


def _bound(schedule: Schedule) -> int:
    return schedule.bound if schedule.bound is not None else 0


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """Tasks of both plans that start at another time, largest move first."""
    found = [
        Move(task=name, before=old.start, after=after.by_task[name].start)
        for name, old in before.by_task.items()
        if name in after.by_task and after.by_task[name].start != old.start
    ]
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))
