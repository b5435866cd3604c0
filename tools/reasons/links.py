"""One link of the chain that says why a task starts when it does."""

from typing import Literal

from tools.plan import Goal
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
