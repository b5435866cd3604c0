"""An answer to a problem: when everything happens, who does it, and how good that is."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from tools.plan.conflict import Conflict
from tools.plan.money import Valued
from tools.record import Amounts, Demands, Flag, PlanError, Record, Whole, short

Goal = Literal[
    "waiting", "makespan", "tardiness", "completion", "people", "cost", "balance", "value", "moves"
]
"""What a plan should make small; see `tools/solver/goals.py` for each definition:
`waiting` priority x (start - release); `makespan` the end of the last task; `tardiness` priority x
minutes past due; `completion` priority x end; `people` the most people ever needed; `cost`;
`balance` the load of whoever is busiest; `value` what is lost with tasks left out; `moves` how much
differs from the plan before."""

MAX_PLAN = 10**11
"""Minutes: longer than any problem can take (tasks, setups and lags of a year, one by one)."""
MAX_WAY = 1000

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


class Assignment(Record):
    """One task at its time on its resources."""

    task: str
    start: int
    end: int
    """Later than start + duration if the task pauses."""
    resources: Demands = Field(default_factory=Amounts)
    """Everything it holds or uses up, people found by skill included, by name."""
    way: int = 0
    """Which of the task's ways: 0 its own, 1 the first alternative."""

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if not (0 <= self.start <= self.end <= MAX_PLAN and 0 <= self.way <= MAX_WAY):
            raise PlanError(
                "bad-assignment",
                task=short(self.task).strip("'"),
                start=short(self.start),
                end=short(self.end),
                way=short(self.way),
            )
        return self


class Miss(Record):
    """A deadline that cannot be kept, in the plan that breaks deadlines least."""

    task: str
    deadline: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.deadline


class Move(Record):
    """A task that starts at another time, or is done by others, than in the plan before."""

    task: str
    before: Whole
    after: Whole
    others: Flag = False
    """Other people or machines do it."""

    @property
    def shifts(self) -> bool:
        """Does it start at another time?"""
        return self.before != self.after


class Reached(Valued):
    """The value of one goal in a plan, and what no plan can go below."""

    goal: Goal
    value: int
    bound: int | None = None


class Schedule(Valued):
    """When everything happens, and how good that is known to be."""

    status: Status
    """`optimal` only if every goal of the list was proved, one that is `weighed` with its moves."""
    goal: Goal = "waiting"
    """The first goal."""
    objective: int | None = None
    """Value of the first goal: priority x minutes for waiting, tardiness and completion, minutes
    for makespan and balance, heads for people; for cost sixtieths of the unit that prices are given
    in, and in JSON that unit itself (101.5)."""
    bound: int | None = None
    """No plan can be better than this; if the goal is `weighed`, none that moves no more."""
    then: tuple[Reached, ...] = ()
    """The other goals, in their order; each bound holds among the best plans for those before."""
    weighed: Goal | None = None
    """After planning again with a weight of moves (`stability`): the goal that they were weighed
    with. Its value is told without them, and its bound holds among plans that move no more."""
    seconds: float = 0.0
    assignments: tuple[Assignment, ...] = ()
    """In the order of the problem's tasks, without those left out; empty unless `optimal` or
    `feasible`."""
    left_out: tuple[str, ...] = ()
    """Optional tasks that are not done."""
    misses: tuple[Miss, ...] = ()
    """If infeasible because of deadlines: which, and by how much. Of a plan those of what runs
    already and ends too late, whatever is planned."""
    conflict: Conflict | None = None
    """If infeasible and looked into: what cannot all hold, and what would help."""
    moved: tuple[Move, ...] = ()
    """After planning again: what differs from the plan before, the largest first."""
    dropped: tuple[str, ...] = ()
    """After planning again: optional tasks that the plan before did and this one leaves out."""
    begun: tuple[str, ...] = ()
    """After planning again: tasks that count as started, or ended, because the plan before had them
    start before now and the problem says nothing else."""

    @field_validator("assignments")
    @classmethod
    def _each_once(cls, assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
        counts = Counter(each.task for each in assignments)
        if len(counts) < len(assignments):
            raise PlanError("double-assignment", task=counts.most_common(1)[0][0])
        return assignments

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
        """Is there a plan? It may leave out everything, where everything is optional."""
        return self.status in ("optimal", "feasible")
