"""One piece of work: how long, with what, when, after what."""

from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from tools.record import UNNAMED, Amounts, Demands, Flag, Name, PlanError, Record, Whole, short

MAX_MINUTES = 366 * 24 * 60  # one leap year: longer is a slip of the pen in day-to-day work
MAX_PRIORITY = 1000
MAX_ALTERNATIVES = 1000
MAX_VALUE = 1_000_000

ASSUMED_MINUTES = 60
"""The duration of a task whose duration nobody said."""

LinkKind = Literal["finish-start", "start-start", "finish-finish"]


class Link(Record):
    """One task waits for another one, with a lag."""

    task: Name
    """The task that is waited for."""
    kind: LinkKind = "finish-start"
    """`finish-start`: this one starts after that one has finished; `start-start`: after it has
    started; `finish-finish`: this one finishes after that one has."""
    lag: Whole = 0
    """Minutes at least between the two; negative: so much sooner is allowed."""

    @field_validator("lag")
    @classmethod
    def _possible(cls, lag: int, info: Any) -> int:
        if abs(lag) > MAX_MINUTES:
            raise PlanError("bad-lag", after=info.data.get("task", UNNAMED), value=short(lag))
        return lag


def _lasting(duration: int, task: str) -> int:
    if not 1 <= duration <= MAX_MINUTES:
        raise PlanError("bad-duration", task=task, **_as_said(duration))
    return duration


def _as_said(duration: int) -> dict[str, str]:
    """Whoever gives a task a billion hours does not count in minutes."""
    hours, rest = divmod(duration, 60)
    if rest or not 0 < hours < 10**15:
        return {"value": short(duration), "unit": "minutes"}
    return {"value": f"{hours:,}", "unit": "hours"}


class Way(Record):
    """How a task can be done: so long, with these resources and skills."""

    duration: Whole
    """Whole minutes of work, 1 or more."""
    demands: Demands = Field(default_factory=Amounts)
    """How many units of each resource it holds while it runs; of a stock: how much it uses up."""
    skills: Demands = Field(default_factory=Amounts)
    """How many people (or units) who have each skill; the plan says who. One person counts for
    one skill at a time."""

    @field_validator("duration")
    @classmethod
    def _lasts(cls, duration: int) -> int:
        return _lasting(duration, UNNAMED)


class Task(Record):
    """One piece of work."""

    name: Name
    duration: Whole
    """Whole minutes of work, 1 or more."""
    demands: Demands = Field(default_factory=Amounts)
    """How many units of each resource it holds while it runs; of a stock: how much it uses up."""
    skills: Demands = Field(default_factory=Amounts)
    """How many people (or units) who have each skill; the plan says who. One person counts for
    one skill at a time."""
    alternatives: tuple[Way, ...] = ()
    """Other ways to do it, each instead of `duration`, `demands` and `skills`."""
    priority: Whole = 1
    """A positive weight; larger is more urgent."""
    after: tuple[Name, ...] = ()
    """Names of tasks that must finish before it starts."""
    links: tuple[Link, ...] = ()
    """What else it waits for: with a lag, or from start to start, or from finish to finish."""
    release: Whole = 0
    """It cannot start before this minute."""
    due: Whole | None = None
    """It should finish by this minute; lateness costs priority per minute. Of work that is overdue
    already it lies before the start, and is negative."""
    deadline: Whole | None = None
    """It must finish by this minute."""
    fixed: Whole | None = None
    """It must start at this minute, not earlier and not later."""
    started: Whole | None = None
    """It did start at this minute: a fact, kept as it is. Who serves its skills is not chosen for
    any goal: whoever did in the plan before, else whoever can."""
    ended: Whole | None = None
    """It did end at this minute; it holds nothing any more."""
    value: Whole | None = None
    """If given, the task may be left out, and its value is lost then."""
    pausable: Flag = False
    """It may pause while a resource it holds is closed (outside its hours, or all its units away),
    and go on afterwards; where some units are there, but too few, it does not pause."""
    family: Name | None = None
    """What a machine is set up for; see the setups of resources."""
    apart: tuple[Name, ...] = ()
    """Tasks that it must not overlap."""
    same_people: tuple[Name, ...] = ()
    """Tasks done by the same people, asked for by name or by skill: whoever does the one that needs
    fewer is among those who do the other. Each of them must be a resource of their own."""

    @property
    def ways(self) -> tuple["Task | Way", ...]:
        """All ways to do it; the first is its own `duration`, `demands` and `skills`."""
        return (self, *self.alternatives)

    @cached_property
    def predecessors(self) -> tuple[Link, ...]:
        """`after` and `links` in one list. (What is in `after` is checked already: to check half a
        million names again took as long as all the rest.)"""
        return (*(Link.model_construct(task=name) for name in self.after), *self.links)

    @field_validator("duration")
    @classmethod
    def _lasts(cls, duration: int, info: Any) -> int:
        return _lasting(duration, info.data.get("name", UNNAMED))

    @field_validator("alternatives", mode="before")
    @classmethod
    def _few(cls, ways: Any, info: Any) -> Any:
        """Before each of them is looked at."""
        if isinstance(ways, list | tuple) and len(ways) > MAX_ALTERNATIVES:
            task = info.data.get("name", UNNAMED)
            raise PlanError("too-many-ways", task=task, count=len(ways), limit=MAX_ALTERNATIVES)
        return ways

    @field_validator("priority")
    @classmethod
    def _weighs(cls, priority: int, info: Any) -> int:
        if not 1 <= priority <= MAX_PRIORITY:
            name = info.data.get("name", UNNAMED)
            raise PlanError("bad-priority", task=name, value=short(priority), limit=MAX_PRIORITY)
        return priority

    @field_validator("value")
    @classmethod
    def _worth(cls, value: int | None, info: Any) -> int | None:
        if value is not None and not 1 <= value <= MAX_VALUE:
            name = info.data.get("name", UNNAMED)
            raise PlanError("bad-value", task=name, value=short(value), limit=MAX_VALUE)
        return value

    @field_validator("release", "due", "deadline", "fixed", "started", "ended")
    @classmethod
    def _within_reach(cls, minute: int | None, info: Any) -> int | None:
        least = -10 * MAX_MINUTES if info.field_name == "due" else 0
        if minute is not None and not least <= minute <= 10 * MAX_MINUTES:
            name = info.data.get("name", UNNAMED)
            raise PlanError("bad-minute", task=name, field=info.field_name, value=short(minute))
        return minute

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        others = (*self.after, *(link.task for link in self.links))
        if self.name in others:
            raise PlanError("waits-for-itself", task=self.name)
        if self.name in (*self.apart, *self.same_people):
            raise PlanError("names-itself", task=self.name)
        if self.ended is not None and (self.started is None or self.ended < self.started):
            raise PlanError("ended-before-start", task=self.name)
        return self
