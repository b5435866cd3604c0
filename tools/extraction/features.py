"""What code sees between two places of a message, for the network to weigh."""

import re
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

import numpy as np
from numpy.typing import NDArray

from knowledge.numbers import fold
from tools.extraction.units import Place, Units
from tools.wording.order import dependencies

COUNT = 10
_STOP = re.compile(r"[。！？!?\n；;.]")
_COMMA = re.compile(r"[,，、]")


def between(
    message: str, units: Units, tasks: Sequence[Place], others: Sequence[tuple[Place, str]]
) -> NDArray[np.float32]:
    """For each task and each other place: how far and in which direction it stands, the stops, the
    commas, the tasks and the places of its kind between them, and whether it is the task itself.

    Args:
        others: places with their kinds; spans of units, as `tasks` are.

    Returns:
        shape (tasks, others, COUNT), values of about -1 to 3; the last two are left to `ordered`.
    """
    words = [message[a:b] for a, b in units.places]
    stops = [0, *accumulate(bool(_STOP.fullmatch(word)) for word in words)]
    commas = [0, *accumulate(bool(_COMMA.fullmatch(word)) for word in words)]
    found = np.zeros((len(tasks), len(others), COUNT), dtype=np.float32)
    for row, (start, end) in enumerate(tasks):
        for column, ((other, other_end), kind) in enumerate(others):
            low, high = (end, other) if other >= start else (other_end, start)
            near, far = sorted((start, other))
            found[row, column, : COUNT - 2] = (
                log1p(max(0, high - low)) / 3,
                other >= start,
                other < start,
                min(stops[high] - stops[low], 4) / 2,
                min(commas[high] - commas[low], 6) / 3,
                min(sum(near < at < far for at, _ in tasks), 4) / 2,
                min(sum(near < at < far for (at, _), like in others if like == kind), 4) / 2,
                (start, end) == (other, other_end),
            )
    return found


def ordered(message: str, units: Units, tasks: Sequence[Place]) -> NDArray[np.float32]:
    """What rules say of the order of tasks: for each pair, whether the first waits for the second,
    and whether it is the other way round.

    Returns:
        shape (tasks, tasks, 2), 0 or 1.
    """
    names = [message[slice(*units.place(span))] for span in tasks]
    found = np.zeros((len(tasks), len(tasks), 2), dtype=np.float32)
    if len({fold(name) for name in names}) < len(names):
        return found
    told = [names[place] for place in sorted(range(len(names)), key=lambda n: tasks[n])]
    after = dependencies(message, told).after
    for row, name in enumerate(names):
        for other in after.get(name, ()):
            column = names.index(other)
            found[row, column, 0] = found[column, row, 1] = 1
    return found
