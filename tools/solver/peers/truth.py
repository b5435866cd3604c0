"""What is true of a plain problem with working hours, by a CP-SAT model of its own: to judge what
an explanation claims of a plan solved again. It knows demands by name, calendars, releases, fixed
starts, deadlines, finish-start links without lag, and that a task starts no later than another."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from tools.plan import Goal, Problem, Task
from tools.plan.hours import units

Orders = Sequence[tuple[str, str]]


class Truth(NamedTuple):
    """What is known of the best value that a plan can have."""

    least: int | None
    """No plan is below; None if there is no plan."""
    found: int | None
    """A plan has it; None if none was found."""

    @property
    def impossible(self) -> bool:
        return self.least is None

    @property
    def known(self) -> bool:
        return self.least == self.found


def truth(
    problem: Problem,
    goal: Goal,
    orders: Orders = (),
    seconds: float = 5.0,
    workers: int = 2,
    until: int = 0,
) -> Truth:
    """Bounds on the best value of `goal` (waiting, makespan, completion or tardiness) in minutes of
    the plan.

    Args:
        until: a minute by which some best plan has ended.
    """
    model = cp_model.CpModel()
    starts = {task.name: _start(model, problem, task, until) for task in problem.tasks}
    for task in problem.tasks:
        for other in task.after:
            model.add(starts[task.name] >= starts[other] + problem.by_name[other].duration)
    for first, second in orders:
        model.add(starts[first] <= starts[second])
    for resource in problem.resources:
        users = [task for task in problem.tasks if resource.name in task.demands]
        model.add_cumulative(
            [
                model.new_fixed_size_interval_var(starts[task.name], task.duration, "")
                for task in users
            ],
            [task.demands[resource.name] for task in users],
            resource.capacity,
        )
    if goal == "makespan":
        last = model.new_int_var(0, until, "")
        for task in problem.tasks:
            model.add(last >= starts[task.name] + task.duration)
        model.minimize(last)
    elif goal == "completion":
        model.minimize(
            sum(task.priority * (starts[task.name] + task.duration) for task in problem.tasks)
        )
    elif goal == "tardiness":
        model.minimize(sum(_late(model, starts[task.name], task, until) for task in problem.tasks))
    else:
        model.minimize(
            sum(task.priority * (starts[task.name] - task.release) for task in problem.tasks)
        )
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = seconds
    engine.parameters.num_workers = workers
    status = engine.solve(model)
    if status == cp_model.INFEASIBLE:
        return Truth(None, None)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    least = math.ceil(engine.best_objective_bound - 1e-6)
    return Truth(max(0, least), round(engine.objective_value) if found else None)


def _late(model: cp_model.CpModel, start: cp_model.IntVar, task: Task, until: int) -> Any:
    if task.due is None:
        return 0
    late = model.new_int_var(0, until, "")
    model.add(late >= start + task.duration - task.due)
    return task.priority * late


def _start(model: cp_model.CpModel, problem: Problem, task: Task, until: int) -> cp_model.IntVar:
    """At minutes from which all that the task needs by name stays open for as long as it takes."""
    last = until if task.deadline is None else min(until, task.deadline)
    spans = [
        (max(begin, task.release), min(end, last) - task.duration)
        for begin, end in _open(problem, task, until)
    ]
    if task.fixed is not None:
        spans = [(max(begin, task.fixed), min(end, task.fixed)) for begin, end in spans]
    allowed = [list(span) for span in spans if span[0] <= span[1]]
    domain = cp_model.Domain.from_intervals(allowed)
    return model.new_int_var_from_domain(domain, task.name)


def _open(problem: Problem, task: Task, until: int) -> list[tuple[int, int]]:
    """Stretches in which enough of everything that it needs is there."""
    steps = {name: units(problem, problem.resource[name], until) for name in task.demands}
    moments = sorted({0, until, *(minute for each in steps.values() for minute, _ in each)})
    found: list[tuple[int, int]] = []
    for begin, end in pairwise(moments):
        there = all(
            [count for minute, count in each if minute <= begin][-1] >= task.demands[name]
            for name, each in steps.items()
        )
        if there and found and found[-1][1] == begin:
            found[-1] = (found[-1][0], end)
        elif there:
            found.append((begin, end))
    return found
