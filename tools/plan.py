"""The domain: what is to be done, with what, and when. It knows no solver, no language model, no
files.

`Problem` is what a person asks for, `Schedule` is an answer to it. Both are immutable, checked at
birth and go to JSON and back unchanged. Times are whole minutes from the start of the plan.

    PlanError(SayableError)   it cannot be planned as asked: what, the value, what would be right
"""

import math
import reprlib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Never, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from tools.phrases import SayableError

MAX_MINUTES = 366 * 24 * 60  # one leap year: longer is a slip of the pen in day-to-day work
MAX_PRIORITY = 1000
MAX_CAPACITY = 1_000_000
MAX_TASKS = 2000
MAX_NAME = 200  # characters

PEOPLE = "people"
"""The resource that a message means by people, staff, 人 and the like."""

SHORT = reprlib.Repr()
SHORT.maxstring = SHORT.maxother = 60

Goal = Literal["waiting", "makespan", "tardiness"]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]


class PlanError(SayableError):
    """It cannot be planned as asked: what, the value, what would be right."""


class Record(BaseModel):
    """Base of everything that travels: frozen, no unknown fields, docstrings become the schema."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False
    )

    @classmethod
    def read(cls, data: object) -> Self:
        """`data` (parsed JSON) as this record.

        Raises:
            PlanError: the first thing that is wrong, with its place and value.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise _first_complaint(error) from None


def _first_complaint(error: ValidationError) -> PlanError:
    first = error.errors()[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, PlanError):
        return cause
    place = ".".join(_short(part).strip("'") for part in first["loc"]) or "problem"
    kind, value = first["type"], _short(first["input"])
    if kind == "missing":
        return PlanError("missing-field", place=place)
    if kind == "extra_forbidden":
        return PlanError("unknown-field", place=place, value=value)
    if kind.startswith("int_") or kind == "finite_number":
        return PlanError("not-whole", place=place, value=value)
    return PlanError("bad-field", place=place, value=value, rule=first["msg"])


def _short(value: object) -> str:
    """`value` as it is written, in at most 60 characters; never fails."""
    if isinstance(value, int) and abs(value) >= 10**15:  # Python writes no 4300 digits and more
        digits = int(math.log10(abs(value)))
        return f"{'-' if value < 0 else ''}10^{digits}"
    text = SHORT.repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _one_line(text: str) -> str:
    return " ".join(text.split())


OneLine = Annotated[str, AfterValidator(_one_line)]


def _name(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        value = str(value)
    text = _one_line(value) if isinstance(value, str) else ""
    unwritable = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)
    if not text or len(text) > MAX_NAME or unwritable:
        raise PlanError("bad-name", value=_short(value), limit=MAX_NAME)
    return text


def _whole(value: Any) -> Any:
    if isinstance(value, bool):  # to Python `True` is 1, to a person it is a slip
        raise PydanticCustomError("int_type", "Input should be a whole number")
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
Name = Annotated[str, BeforeValidator(_name)]


class Amounts(dict[str, int]):
    """A mapping that cannot be changed (`MappingProxyType` can be neither copied nor pickled)."""

    def _refuse(self, *_: object, **__: object) -> Never:
        raise TypeError("Amounts cannot be changed; make a new task with other demands.")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __deepcopy__(self, memo: object) -> "Amounts":
        return self

    def __reduce__(self) -> tuple[type["Amounts"], tuple[dict[str, int]]]:
        return Amounts, (dict(self),)


def _amounts(value: Mapping[str, int]) -> Amounts:
    for resource, amount in value.items():
        if not 1 <= amount <= MAX_CAPACITY:
            raise PlanError(
                "bad-demand", resource=resource, value=_short(amount), limit=MAX_CAPACITY
            )
    return Amounts(value)


Demands = Annotated[
    Mapping[Name, Whole],
    AfterValidator(_amounts),
    PlainSerializer(dict, return_type=dict[str, int]),
]


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
                "bad-capacity", resource=name, value=_short(capacity), limit=MAX_CAPACITY
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
            raise PlanError("bad-duration", task=name, value=_short(duration))
        return duration

    @field_validator("priority")
    @classmethod
    def _weighs(cls, priority: int, info: Any) -> int:
        if not 1 <= priority <= MAX_PRIORITY:
            name = info.data.get("name", "?")
            raise PlanError("bad-priority", task=name, value=_short(priority), limit=MAX_PRIORITY)
        return priority

    @field_validator("release", "due", "deadline")
    @classmethod
    def _within_reach(cls, minute: int | None, info: Any) -> int | None:
        if minute is not None and not 0 <= minute <= 10 * MAX_MINUTES:
            name = info.data.get("name", "?")
            raise PlanError("bad-minute", task=name, field=info.field_name, value=_short(minute))
        return minute

    @model_validator(mode="after")
    def _waits_for_others_only(self) -> Self:
        if self.name in self.after:
            raise PlanError("waits-for-itself", task=self.name)
        return self


class Assumption(Record):
    """A value that the user did not give."""

    field: str = Field(pattern="^(name|duration|demand|priority|capacity|order)$")
    """`name`, `duration`, `demand`, `priority`, `capacity` or `order`."""
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
