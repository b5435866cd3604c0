"""What a person asks for: all tasks and resources, their calendars, and what matters most."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from tools.plan import checks, dates
from tools.plan.calendar import Calendar, TimeZone
from tools.plan.resource import Resource
from tools.plan.schedule import Goal
from tools.plan.task import MAX_MINUTES, Task
from tools.record import OneLine, PlanError, Record, Whole, short

MAX_STABILITY = 1_000_000


class Assumption(Record):
    """A value that the user did not give."""

    field: str = Field(
        pattern="^(name|duration|demand|priority|capacity|order|release|due|deadline|days)$"
    )
    """`name`, `duration`, `demand`, `priority`, `capacity`, `order`, `release`, `due`, `deadline`
    or `days`, on which everybody works."""
    task: OneLine | None = None
    resource: OneLine | None = None


class Origin(Record):
    """Where a value is from: words of the user."""

    field: str = Field(
        pattern="^(duration|demand|priority|capacity|order|release|due|deadline|hours)$"
    )
    """`duration`, `demand`, `priority`, `capacity`, `order`, `release`, `due`, `deadline`
    or `hours`."""
    words: OneLine
    """As the user wrote them."""
    task: OneLine | None = None
    resource: OneLine | None = None


class Problem(Record):
    """All tasks and resources, and which values were assumed."""

    tasks: tuple[Task, ...]
    resources: tuple[Resource, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    start: datetime | None = None
    """The wall-clock time of minute 0 in `time_zone`, such as 2026-11-24T08:00; needed where there
    are calendars or dates. Given with an offset, it becomes such a time."""
    time_zone: TimeZone = "UTC"
    """Whose wall clock `start` and dates without an offset are read from."""
    now: Whole = 0
    """Nothing that has not started yet can start before this minute; may be given as a date or a
    local date and time. If it is not given, the latest minute at which a task is known to have
    started or ended."""
    goals: tuple[Goal, ...] = ()
    """What to make small: first the first, then the second among plans equal in that, and so on.
    Empty: waiting."""
    stability: Whole | None = None
    """When work that has begun is planned again: so much of the first goal is a moved minute
    worth. None: few and small moves come before all goals."""
    assumed: tuple[Assumption, ...] = ()
    origins: tuple[Origin, ...] = ()
    """The words behind values that were read from a message; a value that was changed since is no
    longer what its words say."""
    unread: tuple[str, ...] = ()
    """The parts of the message with values that were given to no task."""

    @model_validator(mode="before")
    @classmethod
    def _counted_from_the_start(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        checks.check_count(data.get("tasks"))
        return dates.in_minutes(data)

    @field_validator("start")
    @classmethod
    def _on_the_wall(cls, start: datetime | None) -> datetime | None:
        if start is not None and start.tzinfo is not None:  # seconds since 1970, to Pydantic
            raise PlanError("bad-date", value=short(start.timestamp()))
        return start

    @field_validator("now")
    @classmethod
    def _within_reach(cls, now: int) -> int:
        if not 0 <= now <= 10 * MAX_MINUTES:
            raise PlanError("bad-now", value=short(now))
        return now

    @field_validator("stability")
    @classmethod
    def _weighs(cls, stability: int | None) -> int | None:
        if stability is not None and not 0 <= stability <= MAX_STABILITY:
            raise PlanError("bad-stability", value=short(stability), limit=MAX_STABILITY)
        return stability

    @field_validator("goals")
    @classmethod
    def _each_once(cls, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        return tuple(dict.fromkeys(goals))

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        checks.check(self)
        return self

    @cached_property
    def by_name(self) -> Mapping[str, Task]:
        return {task.name: task for task in self.tasks}

    @cached_property
    def capacity(self) -> Mapping[str, int]:
        return {resource.name: resource.capacity for resource in self.resources}

    @cached_property
    def resource(self) -> Mapping[str, Resource]:
        return {resource.name: resource for resource in self.resources}

    @cached_property
    def calendar(self) -> Mapping[str, Calendar]:
        return {calendar.name: calendar for calendar in self.calendars}

    @cached_property
    def skilled(self) -> Mapping[str, tuple[Resource, ...]]:
        """For each skill, the resources that have it."""
        found: dict[str, list[Resource]] = {}
        for resource in self.resources:
            for skill in resource.skills:
                found.setdefault(skill, []).append(resource)
        return {skill: tuple(who) for skill, who in found.items()}

    @cached_property
    def untimed(self) -> tuple[str, ...]:
        """Tasks whose duration nobody said, in their order."""
        assumed = {each.task for each in self.assumed if each.field == "duration"}
        return tuple(task.name for task in self.tasks if task.name in assumed)

    @cached_property
    def present(self) -> int:
        """Now, or if nobody says when that is, the latest known fact; all facts lie before it."""
        facts = (minute for task in self.tasks for minute in (task.started, task.ended))
        return max(self.now, *(minute for minute in facts if minute is not None), 0)

    @property
    def under_way(self) -> bool:
        """Has any of it begun?"""
        return self.now > 0 or any(task.started is not None for task in self.tasks)

    def must_not_overlap(self, one: str, other: str) -> bool:
        """Are the two kept apart? Either of them may say so."""
        return other in self.by_name[one].apart or one in self.by_name[other].apart

    def task(self, name: str) -> Task:
        """The task called `name`.

        Raises:
            PlanError: there is none.
        """
        if name not in self.by_name:
            raise PlanError("unknown-task", task=name, known=checks.listing(self.by_name))
        return self.by_name[name]

    def replace_task(self, name: str, **changes: object) -> "Problem":
        """A new problem in which one task has other values; checked like any other."""
        old = self.task(name)
        new = old.model_dump() | changes
        tasks = [new if task is old else task for task in self.tasks]
        same = {field: getattr(self, field) for field in Problem.model_fields}
        return Problem.read(same | {"tasks": tasks})
