"""When deadlines cannot all be kept: the plan that breaks them least, and what it breaks."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from tools.plan import Miss, Problem
from tools.solver.cpsat import Model, horizon, solver


def least_misses(
    problem: Problem, orders: Sequence[tuple[str, str]], end: float, workers: int
) -> tuple[Miss, ...]:
    """The deadlines missed in a plan with the fewest minutes missed in all; empty if none is missed
    or no plan was found by `end` (of `time.monotonic`)."""
    model = Model(problem, horizon(problem), keep_deadlines=False)
    model.add_precedence(orders)
    model.add_capacity()
    late = model.misses()
    model.cp.minimize(sum(late.values()))
    engine = solver(end, workers)
    if engine.solve(model.cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return ()
    plan = model.read(engine)
    return tuple(
        Miss(
            task=task.name,
            deadline=task.deadline,
            end=plan.by_task[task.name].end,
        )
        for task in problem.tasks
        if task.deadline is not None and plan.by_task[task.name].end > task.deadline
    )
