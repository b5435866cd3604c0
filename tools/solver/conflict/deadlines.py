"""When deadlines cannot all be kept: the plan that breaks them least, and what it breaks."""

from collections.abc import Sequence

from tools.plan import Miss, Problem, Schedule
from tools.solver.progress import Watch
from tools.solver.run import Run


def least_misses(
    problem: Problem,
    orders: Sequence[tuple[str, str]] = (),
    seconds: float = 1.0,
    known: Schedule | None = None,
) -> tuple[Miss, ...]:
    """The deadlines missed in a plan with the fewest minutes missed in all, as far as `seconds`
    allow; empty if none is missed or no plan was found.

    Args:
        known: a plan that says how what has started is done.
    """
    tasks = [
        task.model_dump() | {"deadline": None, "due": task.deadline, "priority": 1}
        for task in problem.tasks
    ]
    without = Problem.read(problem.model_dump() | {"tasks": tasks})
    plan = Run(without, "tardiness", orders, None, None, 2, 0, Watch(seconds), known).schedule()
    return tuple(
        Miss(task=task.name, deadline=task.deadline, end=plan.by_task[task.name].end)
        for task in problem.tasks
        if task.deadline is not None
        and task.name in plan.by_task
        and plan.by_task[task.name].end > task.deadline
    )
