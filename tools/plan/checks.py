"""Contradictions that need no solver: found when a problem is made, and named."""

from collections import Counter
from typing import TYPE_CHECKING, Literal

from tools.plan.task import Task, Way
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem

MAX_TASKS = 50_000


def check(problem: "Problem") -> None:
    """Everything that a problem must not say.

    Raises:
        PlanError: the first contradiction, with its culprit.
    """
    _check_count_and_names(problem)
    _check_references(problem)
    _check_cycle(problem)


def listing(problem: "Problem") -> str:
    names = [task.name for task in problem.tasks]
    return ", ".join(names[:12]) + (" ..." if len(names) > 12 else "")


def _check_count_and_names(problem: "Problem") -> None:
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


def _check_references(problem: "Problem") -> None:
    for task in problem.tasks:
        for link in task.predecessors:
            if link.task not in problem.by_name:
                raise PlanError(
                    "unknown-predecessor", task=task.name, after=link.task, known=listing(problem)
                )
        for other in (*task.apart, *task.same_people):
            if other not in problem.by_name:
                raise PlanError(
                    "unknown-other", task=task.name, other=other, known=listing(problem)
                )
        for way in task.ways:
            _check_needs(problem, task, way)


def _check_needs(problem: "Problem", task: Task, way: Task | Way) -> None:
    for resource, amount in way.demands.items():
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
    for skill, amount in way.skills.items():
        able = sum(resource.capacity for resource in problem.skilled.get(skill, ()))
        if amount > able:
            raise PlanError(
                "too-few-skilled", task=task.name, skill=skill, demand=amount, able=able
            )


def _check_cycle(problem: "Problem") -> None:
    """Depth-first search without recursion; names the tasks of the first cycle met."""
    state: dict[str, Literal["open", "done"]] = {}
    for root in problem.by_name:
        path, stack = [], [root]
        while stack:
            name = stack[-1]
            if state.get(name) is None:
                state[name] = "open"
                path.append(name)
                for other in (link.task for link in problem.by_name[name].predecessors):
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
