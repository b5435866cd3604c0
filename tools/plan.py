"""The domain: what is to be done, with what, and when. It knows no solver, no language model, no
files.

`Problem` is what a person asks for, `Schedule` is an answer to it. Both are immutable, checked at
birth and go to JSON and back unchanged. Times are whole minutes from the start of the plan.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from tools.record import (
    MAX_CAPACITY,
    Amounts,
    Demands,
    Name,
    OneLine,
    PlanError,
    Record,
    Whole,
    short,
)

MAX_MINUTES = 366 * 24 * 60  # one leap year: longer is a slip of the pen in day-to-day work
MAX_PRIORITY = 1000
MAX_TASKS = 2000

PEOPLE = "people"
"""The resource that a message means by people, staff, 人 and the like."""

Goal = Literal["waiting", "makespan", "tardiness"]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]


class Resource(Record):
    """Who or what does the work: a pool of people, a machine, a room."""

    name: Name
    capacity: Whole
    """How many units there are at any moment, 1 or more."""

    @field_validator("capacity")
    @classmethod
    def _some(cls, capacity: int, info: Any) -> int:
        if not 1 <= capacity <= MAX_CAPACITY:
            name = info.data.get("name", "?")
            raise PlanError(
                "bad-capacity", resource=name, value=short(capacity), limit=MAX_CAPACITY
            )
        return capacity


class Task(Record):
    """One piece of work, done without a pause."""

    name: Name
    duration: Whole
    """Whole minutes, 1 or more."""
    demands: Demands = Field(default_factory=Amounts)
    """How many units of each resource it holds while it runs."""
    priority: Whole = 1
    """A positive weight; larger is more urgent."""
    after: tuple[Name, ...] = ()
    """Names of tasks that must finish before it starts."""
    release: Whole = 0
    """It cannot start before this minute."""
    due: Whole | None = None
    """It should finish by this minute; lateness costs priority per minute."""
    deadline: Whole | None = None
    """It must finish by this minute."""

    @field_validator("duration")
    @classmethod
    def _lasts(cls, duration: int, info: Any) -> int:
        if not 1 <= duration <= MAX_MINUTES:
            name = info.data.get("name", "?")
            raise PlanError("bad-duration", task=name, value=short(duration))
        return duration

    @field_validator("priority")
    @classmethod
    def _weighs(cls, priority: int, info: Any) -> int:
        if not 1 <= priority <= MAX_PRIORITY:
            name = info.data.get("name", "?")
            raise PlanError("bad-priority", task=name, value=short(priority), limit=MAX_PRIORITY)
        return priority

    @field_validator("release", "due", "deadline")
    @classmethod
    def _within_reach(cls, minute: int | None, info: Any) -> int | None:
        if minute is not None and not 0 <= minute <= 10 * MAX_MINUTES:
            name = info.data.get("name", "?")
            raise PlanError("bad-minute", task=name, field=info.field_name, value=short(minute))
        return minute

    @model_validator(mode="after")
    def _waits_for_others_only(self) -> Self:
        if self.name in self.after:
            raise PlanError("waits-for-itself", task=self.name)
        return self


class Assumption(Record):
    """A value that the user did not give."""

    field: str = Field(pattern="^(name|duration|demand|priority|capacity|order|deadline)$")
    """`name`, `duration`, `demand`, `priority`, `capacity`, `order` or `deadline`."""
    task: OneLine | None = None
    resource: OneLine | None = None


class Problem(Record):
    """All tasks and resources, and which values were assumed."""

    tasks: tuple[Task, ...]
    resources: tuple[Resource, ...] = ()
    assumed: tuple[Assumption, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        _check_count_and_names(self)
        _check_references(self)
        _check_cycle(self)
        return self

    @cached_property
    def by_name(self) -> Mapping[str, Task]:
        return {task.name: task for task in self.tasks}

    @cached_property
    def capacity(self) -> Mapping[str, int]:
        return {resource.name: resource.capacity for resource in self.resources}

    def task(self, name: str) -> Task:
        """The task called `name`.

        Raises:
            PlanError: there is none.
        """
        if name not in self.by_name:
            raise PlanError("unknown-task", task=name, known=_listing(self))
        return self.by_name[name]

    def replace_task(self, name: str, **changes: object) -> "Problem":
        """A new problem in which one task has other values; checked like any other."""
        old = self.task(name)
        new = Task.read(old.model_dump() | changes)
        tasks = tuple(new if task is old else task for task in self.tasks)
        return Problem.read(self.model_dump() | {"tasks": [task.model_dump() for task in tasks]})


def _listing(problem: Problem) -> str:
    names = [task.name for task in problem.tasks]
    return ", ".join(names[:12]) + (" ..." if len(names) > 12 else "")


def _check_count_and_names(problem: Problem) -> None:
    if not problem.tasks:
        raise PlanError("no-tasks")
    if len(problem.tasks) > MAX_TASKS:
        raise PlanError("too-many-tasks", count=len(problem.tasks), limit=MAX_TASKS)
    for kind, names in (
        ("task", [task.name for task in problem.tasks]),
        ("resource", [resource.name for resource in problem.resources]),
    ):
        double = next((name for name, count in Counter(names).items() if count > 1), None)
        if double is not None:
            raise PlanError(f"double-{kind}", name=double)


def _check_references(problem: Problem) -> None:
    for task in problem.tasks:
        for other in task.after:
            if other not in problem.by_name:
                raise PlanError(
                    "unknown-predecessor", task=task.name, after=other, known=_listing(problem)
                )
        for resource, amount in task.demands.items():
            capacity = problem.capacity.get(resource)
            if capacity is None:
                raise PlanError("unknown-resource", task=task.name, resource=resource)
            if amount > capacity:
                raise PlanError(
                    "demand-above-capacity",
                    task=task.name,
                    resource=resource,
                    demand=amount,
                    capacity=capacity,
                )


def _check_cycle(problem: Problem) -> None:
    """Depth-first search without recursion; names the tasks of the first cycle met."""
    state: dict[str, Literal["open", "done"]] = {}
    for root in problem.by_name:
        path, stack = [], [root]
        while stack:
            name = stack[-1]
            if state.get(name) is None:
                state[name] = "open"
                path.append(name)
                for other in problem.by_name[name].after:
                    if state.get(other) == "open":
                        cycle = [*path[path.index(other) :], other]
                        raise PlanError("cycle", tasks=" → ".join(reversed(cycle)))
                    if other not in state:
                        stack.append(other)
            else:
                stack.pop()
                if state[name] == "open":
                    state[name] = "done"
                    path.pop()


class Assignment(Record):
    """One task at its time on its resources."""

    task: str
    start: int
    end: int
    resources: Demands = Field(default_factory=Amounts)


class Miss(Record):
    """A deadline that cannot be kept, in the plan that breaks deadlines least."""

    task: str
    deadline: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.deadline


class Schedule(Record):
    """When everything happens, and how good that is known to be."""

    status: Status
    goal: Goal = "waiting"
    objective: int | None = None
    """Value of the goal: priority x minutes for waiting and tardiness, minutes for makespan."""
    bound: int | None = None
    """No plan can be better than this."""
    seconds: float = 0.0
    assignments: tuple[Assignment, ...] = ()
    """In the order of the problem's tasks; empty unless `optimal` or `feasible`."""
    misses: tuple[Miss, ...] = ()
    """If infeasible because of deadlines: which, and by how much."""

    @cached_property
    def by_task(self) -> Mapping[str, Assignment]:
        return {assignment.task: assignment for assignment in self.assignments}

    @property
    def makespan(self) -> int:
        """Minute at which the last task ends; 0 for an empty plan."""
        return max((assignment.end for assignment in self.assignments), default=0)

    @property
    def optimal(self) -> bool:
        return self.status == "optimal"

    @property
    def planned(self) -> bool:
        return bool(self.assignments)
