"""Certificates: frozen records of what an explanation rests on. `tools/telling/` says them."""

from typing import Annotated, Literal

from pydantic import Field

from tools.plan import Conflict, Problem, Schedule, Status
from tools.plan.changes import Change
from tools.plan.edits import Edit
from tools.reasons.agenda import Agenda, Availability
from tools.reasons.comparison import Comparison
from tools.reasons.links import Busy, Link
from tools.reasons.remedies import FirstBy, Helps, InTime
from tools.record import Record


class Why(Record):
    """Why a task starts when it does."""

    kind: Literal["why"] = "why"
    task: str
    chain: tuple[Link, ...]
    """From the task back to the start of the plan."""
    slack: int | None = None
    """Minutes by which it could start later with nothing else moved; None if that is not known."""
    on_time: int | None = None
    """Of these, those after which it would still end when it is due; None if it is due at no time,
    or is on time with all of `slack`."""
    late: bool = False
    """It is late as it is."""


class Floor(Record):
    """So long every plan lasts at least: a chain of tasks, or the work of one resource."""

    minutes: int
    """From the start of the plan."""
    since: int = 0
    """The minute before which none of it can begin."""
    closed: bool = False
    """Closed hours and absences make it longer than the work alone."""
    tasks: tuple[str, ...] = ()
    """Each of which waits for the one before."""
    resource: str | None = None
    units: int = 0
    work: int = 0
    """Minutes of `resource`, over all its units."""


class Overall(Record):
    """Why the whole plan is as it is: what its end waits for, and how good it is known to be."""

    kind: Literal["overall"] = "overall"
    plan: Schedule
    last: Why
    """Of the task that ends last."""
    floor: Floor | None = None
    soonest: int | None = None
    """The earliest end that was found when nothing but the end counted; None if that was not
    tried, as where the plan ends at its `floor`."""
    least: int | None = None
    """No plan ends before this minute: that is proved by the same search."""


class NoPlan(Record):
    """Why there is no plan: what cannot all hold, the deadlines that are missed least, and the
    smallest changes with which there is one."""

    kind: Literal["no_plan"] = "no_plan"
    plan: Schedule
    """Without assignments."""


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
    already: bool = False
    """The question was why it is not so."""
    rule: tuple[str, ...] = ()
    """If the other order is impossible by precedence: the tasks from `first` to `second`, each of
    which must wait for the one before."""
    lifted: tuple[tuple[str, str], ...] = ()
    """If a `rule` forbids the other order: what was left aside to try it all the same. The second
    of each pair need not wait for the first."""
    ahead: bool = False
    """`second` was to come before all that is still to begin, not only before `first`."""
    impossible: bool = False
    status: Status = "optimal"
    """How solving with the other order ended; without what was `lifted`."""
    comparison: Comparison | None = None
    """The best plan in which `second` starts no later than `first`, without what was `lifted`."""
    conflict: Conflict | None = None
    """If there is none: what cannot all hold."""


class WhatIf(Record):
    """What would happen under other conditions."""

    kind: Literal["what_if"] = "what_if"
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()
    """What else was to be different, in words that were not understood."""
    already: bool = False
    """It is all like that as it is; then nothing is solved."""
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
    fixed: bool = False
    """`lifted` is a fixed start."""
    status: Status = "optimal"
    """How solving with such a start ended."""
    comparison: Comparison | None = None
    """None if it starts then already, or if there is no such plan."""
    conflict: Conflict | None = None
    """If there is none: what cannot all hold, and what would help."""

    @property
    def already(self) -> bool:
        return self.first <= self.start <= self.last


class Who(Record):
    """Why these people do a task, and not others who have the skills."""

    kind: Literal["who"] = "who"
    task: str
    start: int
    end: int
    crew: tuple[str, ...] = ()
    """Who serves its skills; empty if it asks for nobody by skill."""
    named: tuple[str, ...] = ()
    """Whom the user asked for by name."""
    skills: tuple[str, ...] = ()
    busy: tuple[Busy, ...] = ()
    """Others with such a skill who are not free for all of that time, and what keeps them."""
    free: tuple[str, ...] = ()
    """Others with such a skill who are."""
    asked: str | None = None
    """Who was asked about, if somebody was who does not do it."""
    able: bool = True
    """Whether `asked` has one of `skills`."""
    status: Status = "optimal"
    """How solving with `asked` among the people ended."""
    left_out: bool = False
    """Then it would not be done at all."""
    comparison: Comparison | None = None
    """The best plan in which `asked` does it."""
    conflict: Conflict | None = None
    """If there is none: what cannot all hold, and what would help."""


class Together(Record):
    """Why two tasks are not done at the same time, and what it would cost if both began at once."""

    kind: Literal["together"] = "together"
    tasks: tuple[str, str]
    """The one that starts first comes first."""
    times: tuple[tuple[int, int], tuple[int, int]]
    """Start and end of each."""
    rule: tuple[str, ...] = ()
    """If one waits for the other: the tasks between them, each of which waits for the one
    before."""
    apart: bool = False
    """The user said that they must not overlap."""
    resource: str | None = None
    """What there is too little of for both."""
    demand: int = 0
    """Units of `resource` for both."""
    there: int = 0
    """Its capacity."""
    status: Status = "optimal"
    """How solving with both starting at the same moment ended."""
    left_out: bool = False
    """Then one of them would not be done at all."""
    comparison: Comparison | None = None
    conflict: Conflict | None = None
    """If that is impossible, and nothing above says why: what cannot all hold."""

    @property
    def already(self) -> bool:
        """Do they overlap as it is?"""
        (first, ended), (second, ends) = self.times
        return max(first, second) < min(ended, ends)


class Changed(Record):
    """What changed from the plan before to the plan now."""

    kind: Literal["changed"] = "changed"
    edits: tuple[Edit, ...]
    comparison: Comparison
    why: Why | None = None
    """Of the task that moved most, in the plan now."""


class Explanation(Record):
    """A question about a plan, answered: the certificate, and the other plan if one was solved."""

    certificate: Annotated[
        Why
        | Overall
        | NoPlan
        | Order
        | WhatIf
        | NotThen
        | FirstBy
        | InTime
        | Helps
        | Who
        | Together
        | Changed
        | Agenda
        | Availability,
        Field(discriminator="kind"),
    ]
    problem: Problem | None = None
    """Of `alternative`: the problem asked about with what was asked for, and nothing else; None if
    there is no such rule to be said. Or of the conflict."""
    alternative: Schedule | None = None
    """The other plan, for whoever wants it."""

    @property
    def finished(self) -> bool:
        """Was there time for all that was asked? With more of it another answer may be found."""
        told = self.certificate
        match told:
            case FirstBy():
                return told.needed is not None or told.proved
            case InTime():
                return told.end <= told.limit or told.soonest is not None
            case Helps():
                return not told.untried
            case NoPlan():
                return told.plan.conflict is not None
            case WhatIf() | NotThen() | Who():
                return told.status != "unknown" and not _unexplained(told)
            case Order() | Together():
                return told.status != "unknown"
        return True

    @property
    def other(self) -> Schedule | None:
        """`alternative`, if it is a plan."""
        return self.alternative if self.alternative and self.alternative.planned else None


def _unexplained(told: WhatIf | NotThen | Who) -> bool:
    """Is it impossible, and was there no time to find out why?"""
    return told.status == "infeasible" and told.conflict is None
