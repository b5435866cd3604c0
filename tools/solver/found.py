"""A plan in numbers, between encoding and decoding: what the search and the exact model pass on."""

from typing import NamedTuple

from tools.plan import Status
from tools.solver.instance import Numbers


class Found(NamedTuple):
    """A plan that keeps every rule of its instance."""

    start: Numbers
    """By task; -1 if it is left out."""
    end: Numbers
    way: Numbers
    """By task: 0 its own way, 1 the first alternative, ...; -1 if it is left out."""
    who: Numbers
    """By slot of the instance: the resource that fills it; only slots of chosen ways count."""
    values: tuple[int, ...]
    """Of the goals, in their order (with stability, one of them holds its share of moves)."""


class Outcome(NamedTuple):
    """How a search ended."""

    status: Status
    found: Found | None
    bounds: tuple[int | None, ...]
    """By goal: no plan can be below, among the best plans for the goals before it."""
