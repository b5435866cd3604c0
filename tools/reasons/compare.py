"""Two plans side by side."""

from tools.plan import Move, Reached, Schedule
from tools.reasons.comparison import Comparison


def compare(before: Schedule, after: Schedule) -> Comparison:
    """What changes from one plan to the other, under their first goal; if that is the value of
    tasks left out, and both are proved to lose the same, under the second.

    If either was not proved optimal, the difference of the true optima lies in the interval
    [bound after - value before, value after - bound before] (Krarup et al., JAIR 72, 2021).

    Args:
        before, after: plans under the same goals; `after` may belong to another problem.
    """
    old, new = _measures(before, after)
    return Comparison(
        goal=old.goal,
        before=old.value,
        after=new.value,
        least=(new.bound or 0) - old.value,
        most=new.value - (old.bound or 0),
        end_before=before.makespan,
        end_after=after.makespan,
        moves=moves(before, after),
        dropped=tuple(name for name in before.by_task if name in after.left_out),
        added=tuple(name for name in after.by_task if name in before.left_out),
    )


def _measures(before: Schedule, after: Schedule) -> tuple[Reached, Reached]:
    old, new = _reached(before), _reached(after)
    first, second = old[0], new[0]
    settled = first.value == first.bound == second.value == second.bound
    nexts = {each.goal: each for each in new[1:]}
    if first.goal == "value" and settled and old[1:] and old[1].goal in nexts:
        return old[1], nexts[old[1].goal]
    return first, second


def _reached(schedule: Schedule) -> list[Reached]:
    assert schedule.objective is not None, "a plan"
    first = Reached(goal=schedule.goal, value=schedule.objective, bound=schedule.bound)
    return [first, *schedule.then]


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
