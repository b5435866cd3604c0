"""OR-Tools CP-SAT as its manual shows it: precedence, one cumulative a resource, the goal. No hint,
no cuts, no heuristics of ours. Also the fewest moves with which a plan can be mended."""

import math

from ortools.sat.python import cp_model

from tools.plan import Goal, Problem, Schedule, Status, Task
from ui.bench.peers import as_schedule, horizon

STATUS: dict[cp_model.CpSolverStatus, Status] = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "infeasible",
}


def plan(problem: Problem, goal: Goal, seconds: float, workers: int) -> Schedule:
    """The best plan that the plain model finds."""
    model = cp_model.CpModel()
    starts = _rules(model, problem, horizon(problem))
    _minimise(model, problem, goal, starts)
    engine = _engine(seconds, workers)
    status = STATUS.get(engine.solve(model), "unknown")
    if status not in ("optimal", "feasible"):
        return Schedule(status=status, goal=goal)
    found = {name: engine.value(start) for name, start in starts.items()}
    bound = math.ceil(engine.best_objective_bound - 1e-6)
    return as_schedule(problem, goal, found, status, bound)


def fewest_moves(problem: Problem, before: Schedule, seconds: float, workers: int) -> int | None:
    """The least number of tasks that start at another time than in `before`; None if it could not
    be proved in time."""
    model = cp_model.CpModel()
    starts = _rules(model, problem, before.makespan + horizon(problem))
    moved = []
    for task in problem.tasks:
        if task.started is None:
            stays = model.new_bool_var("")
            model.add(starts[task.name] == before.by_task[task.name].start).only_enforce_if(stays)
            moved.append(1 - stays)
    model.minimize(sum(moved))
    engine = _engine(seconds, workers)
    proved = engine.solve(model) == cp_model.OPTIMAL
    return round(engine.objective_value) if proved else None


def _engine(seconds: float, workers: int) -> cp_model.CpSolver:
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = seconds
    engine.parameters.num_workers = workers
    return engine


def _rules(model: cp_model.CpModel, problem: Problem, end: int) -> dict[str, cp_model.IntVar]:
    """The starts of all tasks, under precedence and capacity."""
    starts = {task.name: _start(model, problem, task, end) for task in problem.tasks}
    for task in problem.tasks:
        if task.started is None:
            for other in task.after:
                duration = problem.by_name[other].duration
                model.add(starts[task.name] >= starts[other] + duration)
    intervals = {
        task.name: model.new_fixed_size_interval_var(starts[task.name], task.duration, "")
        for task in problem.tasks
    }
    for resource in problem.resources:
        users = [task for task in problem.tasks if resource.name in task.demands]
        model.add_cumulative(
            [intervals[task.name] for task in users],
            [task.demands[resource.name] for task in users],
            resource.capacity,
        )
    return starts


def _start(model: cp_model.CpModel, problem: Problem, task: Task, end: int) -> cp_model.IntVar:
    if task.started is not None:
        return model.new_int_var(task.started, task.started, "")
    return model.new_int_var(max(task.release, problem.present), end - task.duration, "")


def _minimise(
    model: cp_model.CpModel, problem: Problem, goal: Goal, starts: dict[str, cp_model.IntVar]
) -> None:
    if goal == "makespan":
        last = model.new_int_var(0, horizon(problem), "")
        for task in problem.tasks:
            model.add(last >= starts[task.name] + task.duration)
        model.minimize(last)
    elif goal == "tardiness":
        late = {}
        for task in problem.tasks:
            if task.due is not None:
                late[task.name] = model.new_int_var(0, horizon(problem), "")
                model.add(late[task.name] >= starts[task.name] + task.duration - task.due)
        model.minimize(sum(problem.by_name[name].priority * each for name, each in late.items()))
    else:
        offset = {
            task.name: task.duration if goal == "completion" else -task.release
            for task in problem.tasks
        }
        model.minimize(
            sum(task.priority * (starts[task.name] + offset[task.name]) for task in problem.tasks)
        )
