"""Certificates of what it takes, and what would help: priorities, more of a resource, changes."""

from typing import Literal

from tools.plan import Conflict, Goal, Valued
from tools.plan.changes import Change
from tools.plan.task import MAX_PRIORITY
from tools.reasons.comparison import Comparison
from tools.record import Record


class FirstBy(Record):
    """The least priority for which a best plan has `task` no later than `other`."""

    kind: Literal["first_by"] = "first_by"
    task: str
    other: str
    starts: tuple[int, int]
    """When `task` and `other` start in the plan asked about."""
    now: int
    """The priority of `task` in the problem."""
    highest: int = MAX_PRIORITY
    """The highest that there is."""
    needed: int | None = None
    """From this priority on a plan with it first is as good as any that was found; None: at no
    priority that was tried. `now`: it is first, or such a plan is as good as the one there is."""
    tried: int | None = None
    """Without `needed`: the highest that was tried."""
    proved: bool = False
    """One less is proved not to do; without `needed`: the highest priority is proved not to."""
    comparison: Comparison | None = None
    """The plan with `task` first at that priority; the values are by different priorities."""
    rule: tuple[str, ...] = ()
    """If no plan at all has it first because of precedence: the tasks from `other` to `task`, each
    of which must wait for the one before."""
    conflict: Conflict | None = None
    """If no plan has it first for another reason: what cannot all hold."""


class Enough(Record):
    """So many units of a resource with which it is in time."""

    resource: str
    now: int
    needed: int
    end: int
    """In the plan that was found with so many."""
    proved: bool
    """One less is proved not to be enough."""


class InTime(Record):
    """What it takes that everything, or one task, has ended by a minute."""

    kind: Literal["in_time"] = "in_time"
    task: str | None = None
    """None: everything. All ends are those of this task."""
    limit: int
    end: int
    """In the plan asked about."""
    soonest: int | None = None
    """The earliest end that was found for the problem as it is."""
    soonest_proved: bool = False
    late: int | None = None
    """Minutes by which `soonest` is after `limit`: a limit would have to move so far."""
    comparison: Comparison | None = None
    """A plan of the same tasks and resources that ends in time."""
    enough: tuple[Enough, ...] = ()
    """Otherwise, for each resource that alone would do: how many."""
    conflict: Conflict | None = None
    """If none would: what cannot all hold, with the limit as a deadline."""


class Help(Record):
    """One small change, and the plan that it would allow."""

    change: Change
    comparison: Comparison


class Helps(Valued):
    """What small changes would gain, one at a time; largest gain first."""

    kind: Literal["helps"] = "helps"
    goal: Goal
    before: int
    """Value of `goal` in the plan asked about."""
    end: int
    helps: tuple[Help, ...]
    untried: int = 0
    """Changes for which there was no time."""
