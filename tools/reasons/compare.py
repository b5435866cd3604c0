"""Two plans side by side."""

from collections.abc import Iterator

from tools.plan import Move, Reached, Schedule
from tools.reasons.comparison import Comparison, Difference


def compare(before: Schedule, after: Schedule) -> Comparison:
    """What changes from one plan to the other, under their first goal and those after it.

    If either was not proved optimal, the difference of the true optima lies in the interval
    [bound after - value before, value after - bound before] (Krarup et al., JAIR 72, 2021).

    Args:
        before, after: plans under the same goals; `after` may belong to another problem.
    """
    old, new = _reached(before), _reached(after)
    return Comparison(
        goal=old[0].goal,
        before=old[0].value,
        after=new[0].value,
        least=(new[0].bound or 0) - old[0].value,
        most=new[0].value - (old[0].bound or 0),
        then=tuple(_then(old, new)),
        end_before=before.makespan,
        end_after=after.makespan,
        moves=moves(before, after),
        dropped=tuple(name for name in before.by_task if name in after.left_out),
        added=tuple(name for name in after.by_task if name in before.left_out),
    )


def _reached(schedule: Schedule) -> list[Reached]:
    assert schedule.objective is not None, "a plan"
    first = Reached(goal=schedule.goal, value=schedule.objective, bound=schedule.bound)
    return [first, *schedule.then]


def _then(old: list[Reached], new: list[Reached]) -> Iterator[Difference]:
    """The further goals, as long as they are the same. The bound of each holds among the best plans
    for those before, so it says something only once these are proved."""
    proved = True
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one.goal != other.goal:
            return
        if place:
            found = Difference(goal=one.goal, before=one.value, after=other.value)
            limits = {
                "least": (other.bound or 0) - one.value,
                "most": other.value - (one.bound or 0),
            }
            yield found.model_copy(update=limits) if proved else found
        proved = proved and one.value == one.bound and other.value == other.bound


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """Tasks of both plans that start at another time or are done by others, largest move first.
    More or fewer of the same are no others."""
    both = [
        (old, after.by_task[name]) for name, old in before.by_task.items() if name in after.by_task
    ]
    found = [
        Move(
            task=old.task,
            before=old.start,
            after=new.start,
            others=set(old.resources) != set(new.resources),
        )
        for old, new in both
        if (old.start, set(old.resources)) != (new.start, set(new.resources))
    ]
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))
