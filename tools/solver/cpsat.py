"""The exact model in OR-Tools CP-SAT, one function per family of constraints; `solve` is the list
of them. Times are minutes."""

import math
import time
from collections.abc import Sequence

from ortools.sat.python import cp_model

from tools.plan import Assignment, Goal, Problem, Schedule, Status, Task
from tools.solver.dispatch import compacted
from tools.solver.goals import rank, second, value

STATUS: dict[cp_model.CpSolverStatus, Status] = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "infeasible",
}

MAX_SUM = 2**62
"""OR-Tools refuses a model in which a sum may leave 64 bits."""


class Model:
    """Variables and rules of one problem, without a goal."""

    def __init__(self, problem: Problem, horizon: int, *, keep_deadlines: bool = True) -> None:
        self.problem = problem
        self.horizon = horizon
        self.cp = cp_model.CpModel()
        self.starts = {
            task.name: self.cp.new_int_var(task.release, _latest(task, horizon, keep_deadlines), "")
            for task in problem.tasks
        }

    def end(self, task: Task) -> cp_model.LinearExpr:
        return self.starts[task.name] + task.duration

    def add_precedence(self, orders: Sequence[tuple[str, str]]) -> None:
        for task in self.problem.tasks:
            for other in task.after:
                self.cp.add(self.starts[task.name] >= self.end(self.problem.by_name[other]))
        for first, last in orders:
            self.cp.add(self.starts[first] <= self.starts[last])

    def add_capacity(self) -> None:
        intervals = {
            task.name: self.cp.new_fixed_size_interval_var(
                self.starts[task.name], task.duration, ""
            )
            for task in self.problem.tasks
        }
        for resource in self.problem.resources:
            users = [task for task in self.problem.tasks if resource.name in task.demands]
            self.cp.add_cumulative(
                [intervals[task.name] for task in users],
                [task.demands[resource.name] for task in users],
                resource.capacity,
            )

    def add_work_cuts(self) -> None:
        """Redundant cuts (Queyranne 1993, energy form). For tasks S on a resource of capacity c,
        with work e = duration x demand: sum e (end - duration / 2) >= (sum e)^2 / 2c, because the
        work of S cannot be done faster than c per minute. One cut for each prefix of Smith's
        order."""
        for resource in self.problem.resources:
            name = resource.name
            users = [task for task in self.problem.tasks if name in task.demands]
            users.sort(key=lambda task: task.duration * task.demands[name] / task.priority)
            total, terms, offset = 0, [], 0
            for task in users[:200]:
                work = task.duration * task.demands[name]
                total += work
                offset += work * task.duration
                terms.append(2 * work * self.end(task))
                if 2 * total * self.horizon > MAX_SUM:
                    break
                least = -(-total * total // resource.capacity)
                self.cp.add(sum(terms) >= least + offset)

    def goal(self, goal: Goal) -> cp_model.LinearExprT:
        """The expression to minimise."""
        if goal == "makespan":
            last = self.cp.new_int_var(0, self.horizon, "")
            for task in self.problem.tasks:
                self.cp.add(last >= self.end(task))
            return last
        if goal == "waiting":
            return sum(
                task.priority * (self.starts[task.name] - task.release)
                for task in self.problem.tasks
            )
        return sum(
            task.priority * self._late(task, task.due)
            for task in self.problem.tasks
            if task.due is not None
        )

    def _late(self, task: Task, limit: int) -> cp_model.IntVar:
        late = self.cp.new_int_var(0, self.horizon, "")
        self.cp.add(late >= self.end(task) - limit)
        return late

    def misses(self) -> dict[str, cp_model.IntVar]:
        """Minutes by which each deadline is missed, for a model that does not keep them."""
        return {
            task.name: self._late(task, task.deadline)
            for task in self.problem.tasks
            if task.deadline is not None
        }

    def hint(self, plan: Schedule) -> None:
        self.cp.clear_hints()  # type: ignore[no-untyped-call]
        for assignment in plan.assignments:
            self.cp.add_hint(self.starts[assignment.task], assignment.start)

    def read(self, solver: cp_model.CpSolver) -> Schedule:
        return Schedule(
            status="feasible",
            assignments=tuple(
                Assignment(
                    task=task.name,
                    start=solver.value(self.starts[task.name]),
                    end=solver.value(self.starts[task.name]) + task.duration,
                    resources=task.demands,
                )
                for task in self.problem.tasks
            ),
        )


def _latest(task: Task, horizon: int, keep_deadlines: bool) -> int:
    """Latest start; below the release if the deadline leaves too little, which CP-SAT then reports
    as infeasible."""
    if keep_deadlines and task.deadline is not None:
        return min(horizon, task.deadline) - task.duration
    return horizon - task.duration


def horizon(problem: Problem) -> int:
    """A minute by which some best plan has ended: all releases passed, then one after another."""
    return max(task.release for task in problem.tasks) + sum(
        task.duration for task in problem.tasks
    )


def solver(end: float, workers: int, seed: int = 0) -> cp_model.CpSolver:
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = max(0.01, end - time.monotonic())
    engine.parameters.num_workers = workers
    engine.parameters.random_seed = seed
    engine.parameters.linearization_level = 2
    return engine


def solve(
    problem: Problem,
    goal: Goal,
    orders: Sequence[tuple[str, str]],
    first: Schedule | None,
    end: float,
    workers: int,
    seed: int,
) -> Schedule:
    """Minimise the goal, then, if it was proved, what decides between equals."""
    model = Model(problem, horizon(problem))
    if any(_latest(task, model.horizon, True) < task.release for task in problem.tasks):
        return Schedule(status="infeasible", goal=goal)
    model.add_precedence(orders)
    model.add_capacity()
    if goal != "makespan":
        model.add_work_cuts()
    aim = model.goal(goal)
    model.cp.minimize(aim)
    plan, status, bound = _minimise(model, goal, first, end, workers, seed)
    if plan is not None and status == "optimal":
        model.cp.add(aim <= value(problem, plan, goal))
        model.cp.minimize(model.goal(second(goal)))
        better, _, _ = _minimise(model, second(goal), plan, end, workers, seed)
        plan = min((plan, better or plan), key=lambda each: rank(problem, each, goal))
    if plan is None:
        return Schedule(status=status, goal=goal, bound=bound)
    plan = compacted(problem, plan, orders)
    reached = value(problem, plan, goal)
    return plan.model_copy(
        update={
            "status": "optimal" if status == "optimal" or bound == reached else "feasible",
            "goal": goal,
            "objective": reached,
            "bound": reached if status == "optimal" else bound,
        }
    )


def _minimise(
    model: Model, goal: Goal, first: Schedule | None, end: float, workers: int, seed: int
) -> tuple[Schedule | None, Status, int | None]:
    """The best of `first` and what CP-SAT finds; its status; a lower bound."""
    if first is not None:
        model.hint(first)
    engine = solver(end, workers, seed)
    status = STATUS.get(engine.solve(model.cp), "unknown")
    if status in ("infeasible", "unknown"):
        known = first if status == "unknown" else None
        return known, "feasible" if known else status, _bound(engine, status)
    found = model.read(engine)
    if first is not None and value(model.problem, first, goal) < value(model.problem, found, goal):
        found = first
    return found, status, _bound(engine, status)


def _bound(engine: cp_model.CpSolver, status: Status) -> int | None:
    if status == "infeasible" or not math.isfinite(engine.best_objective_bound):
        return None
    return max(0, math.ceil(engine.best_objective_bound - 1e-6))
