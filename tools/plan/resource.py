"""Who or what does the work, or is used up by it."""

from collections import Counter
from typing import Any, Literal, Self

from pydantic import field_validator, model_validator

from tools.plan.task import MAX_MINUTES, Task
from tools.record import MAX_CAPACITY, Name, OneLine, PlanError, Record, Whole, short

PEOPLE = "people"
"""The resource that a message means by people, staff, 人 and the like."""

MAX_COST = 1_000_000
MAX_AWAY = 20 * 366 * 24 * 60  # minutes: twenty years from the start
Kind = Literal["people", "equipment", "stock"]


class Absence(Record):
    """Units of a resource that are away for a while."""

    start: Whole
    """The first minute; may be given as a date or a local date and time."""
    end: Whole
    """The minute at which they are back; a date means the end of that day. If `start` is a date
    and this is left out, it is the end of that day."""
    amount: Whole | None = None
    """How many units; all of them if it is left out."""
    reason: OneLine = ""


class Setup(Record):
    """Minutes that a machine stands still between tasks of two families."""

    before: Name
    """Family of the task that ends."""
    after: Name
    """Family of the next task on the machine."""
    minutes: Whole

    @field_validator("minutes")
    @classmethod
    def _possible(cls, minutes: int) -> int:
        if not 0 <= minutes <= MAX_MINUTES:
            raise PlanError("bad-setup", value=short(minutes), limit=MAX_MINUTES)
        return minutes


class Resource(Record):
    """A pool of people, one person, a machine, a room, or a stock of material or money."""

    name: Name
    capacity: Whole = 1
    """How many units there are at any moment, 1 or more; of a stock: how much there is in all."""
    kind: Kind = "equipment"
    """`stock` is used up; the others are given back when a task ends. If it is left out, the pool
    called `people` and whoever has skills are people, everything else is equipment."""
    skills: tuple[Name, ...] = ()
    """What each unit can do: a task that asks for a skill is given such a unit."""
    calendar: Name | None = None
    """When it works; always, if it is left out."""
    absences: tuple[Absence, ...] = ()
    cost: Whole = 0
    """What one unit costs an hour of work; of a stock: what one unit costs."""
    setups: tuple[Setup, ...] = ()
    """Between which families it stands still, and how long; no time between others. Only for a
    capacity of 1."""

    @model_validator(mode="before")
    @classmethod
    def _kind(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("kind") is None:
            people = data.get("name") == PEOPLE or bool(data.get("skills"))
            return data | {"kind": "people" if people else "equipment"}
        return data

    @field_validator("capacity")
    @classmethod
    def _some(cls, capacity: int, info: Any) -> int:
        if not 1 <= capacity <= MAX_CAPACITY:
            name = info.data.get("name", "?")
            raise PlanError(
                "bad-capacity", resource=name, value=short(capacity), limit=MAX_CAPACITY
            )
        return capacity

    @field_validator("cost")
    @classmethod
    def _payable(cls, cost: int, info: Any) -> int:
        if not 0 <= cost <= MAX_COST:
            name = info.data.get("name", "?")
            raise PlanError("bad-cost", resource=name, value=short(cost), limit=MAX_COST)
        return cost

    @field_validator("absences")
    @classmethod
    def _pass(cls, absences: tuple[Absence, ...], info: Any) -> tuple[Absence, ...]:
        name = info.data.get("name", "?")
        for away in absences:
            start, end = short(away.start), short(away.end)
            if not 0 <= away.start <= MAX_AWAY or away.end > MAX_AWAY:
                raise PlanError("absence-out-of-reach", resource=name, start=start, end=end)
            if away.end <= away.start:
                raise PlanError("absence-ends-early", resource=name, start=start, end=end)
            if away.amount is not None and away.amount < 1:
                raise PlanError("bad-absence", resource=name, value=short(away.amount))
        return absences

    @property
    def somebody(self) -> bool:
        """Is it people, or has it skills? Of these "the same people" speaks."""
        return self.kind == "people" or bool(self.skills)

    @property
    def named(self) -> bool:
        """Is it a person known by name? There is no second one."""
        return bool(self.skills) and self.capacity == 1

    def held_at_most(self, task: Task) -> int:
        """Units that a task can hold, by name and by skill, in whichever way it is done."""
        return max(
            way.demands.get(self.name, 0) + sum(way.skills.get(skill, 0) for skill in self.skills)
            for way in task.ways
        )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        between = Counter((setup.before, setup.after) for setup in self.setups)
        if len(between) < len(self.setups):
            before, after = between.most_common(1)[0][0]
            raise PlanError("double-setup", resource=self.name, before=before, after=after)
        if self.setups and (self.capacity > 1 or self.skills or self.kind == "stock"):
            raise PlanError("setups-of-many", resource=self.name, capacity=self.capacity)
        if self.kind == "stock" and (self.skills or self.calendar or self.absences):
            raise PlanError("stock-works", resource=self.name)
        return self
