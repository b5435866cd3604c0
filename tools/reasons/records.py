"""Certificates: frozen records of what an explanation rests on. `tools/telling/` says them."""

from typing import Annotated, Literal

from pydantic import Field

from tools.plan import Conflict, Goal, Move, Problem, Schedule, Status
from tools.plan.changes import Change
from tools.plan.task import LinkKind
from tools.record import Record

Cause = Literal[
    "fact",
    "fixed",
    "start",
    "release",
    "now",
    "predecessor",
    "closed",
    "resource",
    "setup",
    "apart",
    "skill",
    "mates",
    "kept",
    "choice",
]
Effect = Literal["better", "worse", "same"]


class Busy(Record):
    """Somebody or something that a task could not have."""

    name: str
    task: str | None = None
    """What it was busy with; None: it was closed or away."""


class Link(Record):
    """Why one task starts when it does, or why not at an earlier minute that was tried."""

    task: str
    start: int
    end: int
    cause: Cause
    """`fact`: it has started; `fixed`: it must start then; `start`: the plan begins; `release`: it
    may not start earlier; `now`: nothing can start earlier; `predecessor`: it waits for a task;
    `closed`: a resource is closed or away; `resource`: too few units were free; `setup`: the
    machine had to be set up; `apart`: it must not overlap a task; `skill`: too few of those who
    have a skill were free; `mates`: it waits for the people who do another task; `kept`: no rule
    forbids an earlier start, but the plan before had it here too; `choice`: no rule does."""
    tried: int | None = None
    """The latest start before `start` that the hours of its resources allow, at which the rule of
    this link forbids it, with everything else as it is (for `kept` and `choice`: nothing does);
    for `closed` and bounds from there on, simply `start` - 1."""
    until: int | None = None
    """`predecessor`: the minute at which it may start (or, finish to finish, end); `closed`: when
    the resource is back; `resource`: the first minute after that of `free`."""
    blockers: tuple[str, ...] = ()
    """The tasks it waited for: predecessors, those that held the resource, the one that must not
    overlap, what kept people busy."""
    kind: LinkKind | None = None
    lag: int | None = None
    """Of `predecessor`; minutes."""
    resource: str | None = None
    demand: int | None = None
    """Units of `resource` that it holds; for `skill`: units with any of `skills`."""
    there: int | None = None
    """`closed`: units of `resource` that are there just before `until`; 0: it is closed."""
    free: int | None = None
    """Units free: of `resource` just before `until`; for `skill`, of those who have any of
    `skills`, from `tried` on for as long as the task takes (if it may pause: at `tried`)."""
    since: int | None = None
    """`closed`: from which minute on."""
    latest: int | None = None
    """`closed`: the last start before it that the hours of all its resources allow."""
    piece: int | None = None
    """`closed`: the minutes it needs in one piece; None if it may pause."""
    left: int | None = None
    """`closed`, if there is no `latest`: the longest stretch before it that the hours leave, from
    the moment the task may start."""
    skills: tuple[str, ...] = ()
    who: tuple[Busy, ...] = ()
    """`skill` and `mates`: who was not free."""
    mate: str | None = None
    """`mates`: the task that is done by the same people."""
    minutes: int | None = None
    """`setup`: how long."""
    pair: tuple[str, str] | None = None
    """`setup`: the tasks between which it would be."""
    families: tuple[str, str] | None = None
    others: bool = False
    """`choice`: only if other people did it."""
    goal: Goal | None = None
    """`choice`: the first goal of the plan that would change."""
    effect: Effect | None = None
    """`choice`: what starting at `tried` would do to `goal`; None if that is not known."""


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
    dropped: tuple[str, ...] = ()
    """Tasks that are done in the plan asked about and left out in the other."""
    added: tuple[str, ...] = ()
    """The reverse."""

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
    conflict: Conflict | None = None
    """If there is none: what cannot all hold, and what would help."""


class NotThen(Record):
    """Why a task does not start at another time, and what that would cost."""

    kind: Literal["not_then"] = "not_then"
    task: str
    start: int
    """When it does start."""
    first: int
    last: int
    """The start that was asked about, from minute to minute; the same for a time of day."""
    lifted: int | None = None
    """The release or the fixed start that forbids it, which was left aside to see what it costs."""
    status: Status = "optimal"
    """How solving with such a start ended."""
    comparison: Comparison | None = None
    """None if it starts then already, or if there is no such plan."""
    conflict: Conflict | None = None
    """If there is none: what cannot all hold, and what would help."""

    @property
    def already(self) -> bool:
        return self.first <= self.start <= self.last


class FirstBy(Record):
    """The least priority for which a best plan has `task` no later than `other`."""

    kind: Literal["first_by"] = "first_by"
    task: str
    other: str
    starts: tuple[int, int]
    """When `task` and `other` start in the plan asked about."""
    now: int
    """The priority of `task` in the problem."""
    needed: int | None = None
    """From this priority on a plan with it first is as good as any that was found; None: at no
    priority that was tried. `now`: it is first, or such a plan is as good as the one there is."""
    proved: bool = False
    """One less is proved not to do; without `needed`: the highest priority is proved not to."""
    comparison: Comparison | None = None
    """The plan with `task` first at that priority; the values are by different priorities."""


class Enough(Record):
    """So many units of a resource with which everything ends in time."""

    resource: str
    now: int
    needed: int
    end: int
    """Of the plan that was found with so many."""
    proved: bool
    """One less is proved not to be enough."""


class InTime(Record):
    """What it takes that everything has ended by a minute."""

    kind: Literal["in_time"] = "in_time"
    limit: int
    end: int
    """Of the plan asked about."""
    soonest: int | None = None
    """The earliest end that was found for the problem as it is."""
    soonest_proved: bool = False
    comparison: Comparison | None = None
    """A plan of the same tasks and resources that ends in time."""
    enough: tuple[Enough, ...] = ()
    """Otherwise, for each resource that alone would do: how many."""


class Help(Record):
    """One small change, and the plan that it would allow."""

    change: Change
    comparison: Comparison


class Helps(Record):
    """What small changes would gain, one at a time; largest gain first."""

    kind: Literal["helps"] = "helps"
    goal: Goal
    before: int
    """Value of `goal` in the plan asked about."""
    end: int
    helps: tuple[Help, ...]
    untried: int = 0
    """Changes for which there was no time."""


class Explanation(Record):
    """A question about a plan, answered: the certificate, and the other plan if one was solved."""

    certificate: Annotated[
        Why | Overall | Order | WhatIf | NotThen | FirstBy | InTime | Helps,
        Field(discriminator="kind"),
    ]
    problem: Problem | None = None
    """The problem of `alternative`, or of the conflict."""
    alternative: Schedule | None = None

    @property
    def other(self) -> Schedule | None:
        """`alternative`, if it is a plan."""
        return self.alternative if self.alternative and self.alternative.planned else None
