"""Certificates: frozen records of what an explanation rests on. `tools/telling/` says them."""

from typing import Literal

from tools.plan import Goal, Problem, Schedule, Status
from tools.record import Record
from tools.wording.changes import Change

Cause = Literal["start", "release", "predecessor", "resource", "choice"]


class Link(Record):
    """Why one task starts when it does."""

    task: str
    start: int
    end: int
    cause: Cause
    """`start`: the plan begins; `release`: it may not start earlier; `predecessor`: it waits for a
    task to finish; `resource`: too few units were free; `choice`: it could start earlier, but no
    plan known gains by it."""
    blockers: tuple[str, ...] = ()
    """Tasks that end at `start`: the predecessor, or those that held the resource."""
    resource: str | None = None
    demand: int | None = None
    free: int | None = None
    """Units of `resource` free just before `start`."""


class Move(Record):
    """A task that starts at another time in another plan."""

    task: str
    before: int
    after: int


class Comparison(Record):
    """A plan solved again, beside the plan that was asked about."""

    goal: Goal
    before: int
    """Value of the goal in the plan asked about."""
    after: int
    least: int
    """The other way costs at least this much more (negative: saves)."""
    most: int
    """And at most this much; equal to `least` if both plans are proved optimal."""
    end_before: int
    end_after: int
    moves: tuple[Move, ...] = ()

    @property
    def exact(self) -> bool:
        return self.least == self.most


class Why(Record):
    """Why a task starts when it does."""

    kind: Literal["why"] = "why"
    task: str
    chain: tuple[Link, ...]
    """From the task back to the start of the plan."""


class Overall(Record):
    """Why the whole plan is as it is: what its end waits for, and how good it is known to be."""

    kind: Literal["overall"] = "overall"
    plan: Schedule
    last: Why
    """Of the task that ends last."""


class Order(Record):
    """Why `first` comes before `second`, and what the other order would cost."""

    kind: Literal["order"] = "order"
    first: str
    second: str
    starts: tuple[int, int]
    """When `first` and `second` start in the plan asked about."""
    together: bool = False
    """They start at the same moment, so neither comes first."""
    asked_reversed: bool = False
    """The question took it the other way round."""
    rule: tuple[str, ...] = ()
    """If the other order is impossible by precedence: the tasks from `first` to `second`, each of
    which must wait for the one before."""
    impossible: bool = False
    comparison: Comparison | None = None
    """The best plan in which `second` starts no later than `first`; if `rule` forbids that, the
    best plan without the rule."""


class WhatIf(Record):
    """What would happen under other conditions."""

    kind: Literal["what_if"] = "what_if"
    changes: tuple[Change, ...]
    comparison: Comparison | None = None
    """None if one of the two plans is missing."""
    status: Status = "optimal"
    """How solving under these conditions ended."""
    end: int | None = None
    """If only the plan asked about is missing: when the plan under these conditions ends."""
    late: tuple[tuple[str, int], ...] = ()
    """If there is none because of deadlines: task, minutes by which it misses its own."""


class Explanation(Record):
    """A question about a plan, answered: the certificate, and the other plan if one was solved."""

    certificate: Why | Overall | Order | WhatIf
    problem: Problem | None = None
    """The problem of `alternative`."""
    alternative: Schedule | None = None
