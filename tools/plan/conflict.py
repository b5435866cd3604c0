"""Why there is no plan: what was said that cannot all hold, and what would help."""

from typing import Literal

from tools.plan.task import LinkKind
from tools.record import Flag, Record

StatementKind = Literal[
    "deadline",
    "fixed",
    "latest",
    "release",
    "link",
    "order",
    "duration",
    "demand",
    "skill",
    "apart",
    "same-people",
    "setups",
    "calendar",
    "absence",
    "capacity",
    "now",
]
RepairKind = Literal[
    "deadline",
    "release",
    "fixed",
    "capacity",
    "capacity-then",
    "person",
    "open",
    "absence",
    "link",
    "apart",
    "same-people",
    "leave-out",
    "both",
]


class Statement(Record):
    """One thing that the user said, which could be taken back."""

    kind: StatementKind
    """`order` and `latest` (the last minute to start) are asked for with a question; all others
    stand in the problem."""
    task: str | None = None
    """Whose; None where it is about a resource or, for `now`, about all."""
    other: str | None = None
    """The task that is waited for, or that must lie apart or be done by the same people."""
    resource: str | None = None
    """The resource; for `skill`, the skill."""
    link: LinkKind | None = None
    place: int = 0
    """Which of the task's `after` and `links`, or which of the resource's absences."""
    value: int | None = None
    """Minutes of a duration or lag; the minute of a deadline, release, fixed or latest start, or
    now; units of a demand or capacity."""
    least: int | None = None
    """For `link`: the minute at which the other task can end (or start) at the earliest, by what
    the other statements of the conflict say."""


class NewDeadline(Record):
    """A deadline that is moved."""

    task: str
    before: int
    after: int


class Repair(Record):
    """One change that makes a plan possible, or two that only together do; checked by solving again
    with it."""

    kind: RepairKind
    task: str | None = None
    other: str | None = None
    resource: str | None = None
    place: int = 0
    """Which of the task's `after` and `links`, or which of the resource's absences."""
    deadlines: tuple[NewDeadline, ...] = ()
    before: int | None = None
    """The minute of a release or fixed start, or the units of a resource, now."""
    after: int | None = None
    """The same with the repair."""
    spans: tuple[tuple[int, int], ...] = ()
    """For `capacity-then`, `open` and `absence`: from one minute to another, which no longer
    belongs to it; for `open` only what is closed now."""
    skill: str | None = None
    """For `person`: what the new ones can do; `after` is how many of them."""
    both: tuple["Repair", ...] = ()
    """For `both`: the two changes."""
    size: int
    """How much it changes, to compare repairs by: minutes by which deadlines, a release or a start
    move; units x minutes added (of a stock: units; of a resource or of people for good: units x
    minutes until the last task ends); minutes opened; minutes of work left out; for rules dropped
    between two tasks, the minutes by which these could overlap; of two changes, both."""
    least: Flag = True
    """No smaller change of this kind is known to be enough; False: time ran out on the way."""

    @property
    def parts(self) -> tuple["Repair", ...]:
        """The two changes of `both`; else itself."""
        return self.both or (self,)


class Conflict(Record):
    """Statements that cannot all hold."""

    statements: tuple[Statement, ...]
    minimal: Flag = True
    """Solving showed: these alone leave no plan, and without any one of them there is one."""
    more: Flag = False
    """Without these there is still no plan: something else is contradictory as well."""
    others: tuple[tuple[Statement, ...], ...] = ()
    """What else cannot hold, one contradiction after the other, if there is `more` and all of it
    was found in time; nothing of `statements` stands in them."""
    repairs: tuple[Repair, ...] = ()
    """The smallest change first."""
    partly: Flag = False
    """Neither one change nor two that were tried make a plan possible, because something else is
    contradictory as well; each of the repairs mends the contradiction of `statements`, and what
    else there is stays."""
