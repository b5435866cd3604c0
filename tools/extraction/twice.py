"""All that the network says of a message; and tasks that it has marked twice, which are one:
“热处理3小时，磨削1小时（热处理后）” has two tasks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.extraction.units import Place, Units
from tools.extraction.values import Value
from tools.wording.names import mentioned

SAID = 0.5
"""From which probability on something is taken to be said."""


class Owned(NamedTuple):
    """A value, the places where it is said, and how surely it belongs to each task."""

    values: list[Value]
    shares: list[float]


class Extract(NamedTuple):
    """All that the network says of a message."""

    tasks: list[Place]
    """First and last unit of each."""
    owned: list[Owned]
    waits: list[list[float]]
    """How surely each task waits for each other one."""


def once(found: Extract, message: str, units: Units) -> Extract:
    """Without the places that only come back to a task: of two with one name only one is said to
    take a time."""
    names = [fold(message[slice(*units.place(span))]) for span in found.tasks]
    timed = [_timed(found.owned, number) for number in range(len(names))]
    same = list(range(len(names)))
    for number, name in enumerate(names):
        first = names.index(name)
        if first < number and timed[first] is not timed[number]:
            same[number] = first
            timed[first] = True
    for number, first in _told_later(names, timed):
        same[number] = first
    kept = [number for number, first in enumerate(same) if first == number]
    if len(kept) == len(names):
        return found
    groups = [[n for n, first in enumerate(same) if first == number] for number in kept]
    return Extract(
        [found.tasks[number] for number in kept],
        [
            each._replace(shares=[max(each.shares[n] for n in group) for group in groups])
            for each in found.owned
        ],
        [[_most(found.waits, group, others) for others in groups] for group in groups],
    )


def _told_later(names: Sequence[str], timed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where all tasks are named first and how long they take is told afterwards: each mention with
    a time, and the task that it is of, “Desks 2 hours” of “set out the desks”."""
    begin = timed.index(True) if True in timed else len(timed)
    first, later = list(range(begin)), [n for n, has in enumerate(timed) if has]
    if len(first) < 2:
        return
    for number in later:
        meant = mentioned(names[number], [names[each] for each in first])
        if len(meant) == 1:
            yield number, (one := names.index(meant[0]))
            first.remove(one)


def _timed(owned: Sequence[Owned], number: int) -> bool:
    """Whether a time belongs to a task."""
    return any(each.shares[number] >= SAID for each in owned if each.values[0].kind == "duration")


def _most(waits: Sequence[Sequence[float]], group: Sequence[int], others: Sequence[int]) -> float:
    return max(waits[n][m] for n in group for m in others)
