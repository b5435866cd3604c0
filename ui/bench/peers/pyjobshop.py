"""PyJobShop (Lan and Berkhout, MIT), as its documentation shows it: a job for each task."""

import math
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tools.plan import Goal, Problem, Schedule, Status
from ui.bench.peers import as_schedule

if TYPE_CHECKING:
    from pyjobshop import Model, Task

STATUS: dict[str, Status] = {
    "Optimal": "optimal",
    "Feasible": "feasible",
    "Infeasible": "infeasible",
}


def installed() -> bool:
    """True if the extra `bench` is there."""
    return find_spec("pyjobshop") is not None


def plan(problem: Problem, goal: Goal, seconds: float, workers: int) -> Schedule:
    """The best plan that PyJobShop finds."""
    model = _model(problem, goal)
    result = model.solve(time_limit=seconds, display=False, num_workers=workers)
    status = STATUS.get(result.status.value, "unknown")
    if not result.best.tasks:
        return Schedule(status=status, goal=goal)
    found = {
        task.name: planned.start
        for task, planned in zip(problem.tasks, result.best.tasks, strict=True)
    }
    bound = math.ceil(result.lower_bound - 1e-6) + _offset(problem, goal)
    return as_schedule(problem, goal, found, status, bound)


def _offset(problem: Problem, goal: Goal) -> int:
    """What turns its flow time, priority x (end - release), into the goal."""
    if goal == "waiting":
        return -sum(task.priority * task.duration for task in problem.tasks)
    if goal == "completion":
        return sum(task.priority * task.release for task in problem.tasks)
    return 0


def _model(problem: Problem, goal: Goal) -> "Model":
    from pyjobshop import Model

    model = Model()
    resources = {
        each.name: model.add_machine() if each.capacity == 1 else model.add_renewable(each.capacity)
        for each in problem.resources
    }
    tasks: dict[str, Task] = {}
    for task in problem.tasks:
        due = task.due if goal == "tardiness" else None
        job = model.add_job(weight=task.priority, release_date=task.release, due_date=due)
        tasks[task.name] = model.add_task(job=job)
        used = [resources[name] for name in task.demands]
        # A machine counts as a resource without units: whoever is on it is alone there.
        units = [
            0 if problem.capacity[name] == 1 else amount for name, amount in task.demands.items()
        ]
        model.add_mode(tasks[task.name], used, task.duration, units)
    for task in problem.tasks:
        for other in task.after:
            model.add_end_before_start(tasks[other], tasks[task.name])
    model.set_objective(
        weight_makespan=int(goal == "makespan"),
        weight_total_tardiness=int(goal == "tardiness"),
        weight_total_flow_time=int(goal in ("waiting", "completion")),
    )
    return model
