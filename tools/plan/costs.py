"""Does what everything costs add up in the numbers of the solver, 64 bits wide?"""

from typing import TYPE_CHECKING

from tools.plan.task import Task, Way
from tools.record import PlanError

if TYPE_CHECKING:
    from tools.plan.problem import Problem

MAX_TOTAL = 10**16
"""Units of money; the solver counts in sixtieths, and 2^63 of these are fifteen times as many."""


def check(problem: "Problem") -> None:
    """Refuse tasks that together may cost more than can be added up.

    Raises:
        PlanError: with the task that may cost most.
    """
    if not any(resource.cost for resource in problem.resources):
        return
    dearest = {
        skill: max(resource.cost for resource in able) for skill, able in problem.skilled.items()
    }
    most = {
        task.name: max(_most(problem, way, dearest) for way in task.ways) for task in problem.tasks
    }
    if (total := sum(most.values())) > MAX_TOTAL:
        task = max(most, key=lambda name: most[name])
        raise PlanError(
            "cost-too-large", task=task, cost=_said(most[task]), total=_said(total), limit="10^16"
        )


def _most(problem: "Problem", way: Task | Way, dearest: dict[str, int]) -> int:
    """What a way may cost at most, rounded up."""
    hourly = sum(heads * dearest.get(skill, 0) for skill, heads in way.skills.items())
    used = 0
    for name, amount in way.demands.items():
        resource = problem.resource.get(name)
        if resource is None:  # what a task held that has ended may be gone
            continue
        if resource.kind == "stock":
            used += amount * resource.cost
        else:
            hourly += amount * resource.cost
    return used - (-hourly * way.duration // 60)


def _said(money: int) -> str:
    return f"{money:.1e}" if money >= 10**9 else str(money)
