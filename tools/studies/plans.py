"""What every study begins with: a plan that can be asked about, valued as a fresh plan would be."""

from tools.plan import Goal, Problem, Reached, Schedule
from tools.reasons.values import value
from tools.record import PlanError


def need_plan(problem: Problem, schedule: Schedule, *tasks: str) -> None:
    """Refuse without a plan, or if one of the `tasks` is unknown or left out.

    Raises:
        PlanError: one of these.
    """
    for name in tasks:
        problem.task(name)
    if schedule.status == "infeasible":
        raise PlanError("no-plan")
    if not schedule.planned:
        raise PlanError("no-plan-yet")
    if not schedule.assignments:
        raise PlanError("all-left-out")
    for name in tasks:
        if name not in schedule.by_task:
            raise PlanError("task-left-out", task=name)


def need_two(problem: Problem, schedule: Schedule, first: str, second: str) -> None:
    """Refuse also if both are the same task.

    Raises:
        PlanError: that, or what `need_plan` refuses.
    """
    need_plan(problem, schedule, first, second)
    if first == second:
        raise PlanError("same-task", task=first)


def checked(problem: Problem) -> Problem | None:
    """The problem, if it may be kept; None if it says what contradicts itself at sight."""
    try:
        return Problem.read(problem.model_dump())
    except PlanError:
        return None


def last_task(schedule: Schedule) -> str:
    """The task that ends last."""
    return max(schedule.assignments, key=lambda each: (each.end, each.start)).task


def least_end(plan: Schedule) -> int:
    """What no plan can end before; with optional tasks, where the end comes second, unknown."""
    return (plan.bound or 0) if plan.planned and plan.goal == "makespan" else 0


def unproved(schedule: Schedule) -> Schedule:
    """A plan that was the best under a rule which the problem does not say."""
    then = tuple(each.model_copy(update={"bound": None}) for each in schedule.then)
    return schedule.model_copy(update={"status": "feasible", "bound": None, "then": then})


def in_way(plan: Schedule, name: str, way: int) -> Schedule:
    """A plan of a problem in which the task had this way alone, with its number among all."""
    rows = [
        each.model_copy(update={"way": way}) if each.task == name else each
        for each in plan.assignments
    ]
    return plan.model_copy(update={"assignments": tuple(rows)})


def worth(plan: Schedule) -> tuple[int, ...]:
    """The values of all goals: of two plans the smaller is the better."""
    assert plan.objective is not None, "a plan"
    return (plan.objective, *(each.value for each in plan.then))


def valued(problem: Problem, plan: Schedule) -> Schedule:
    """A plan with its values in another problem, in which waiting counts from another release: for
    all plans that makes the same difference, so that what is proved stays so."""
    reached = [Reached(goal=plan.goal, value=plan.objective or 0, bound=plan.bound), *plan.then]
    first, *then = [_revalued(problem, plan, each) for each in reached]
    update = {"objective": first.value, "bound": first.bound, "then": tuple(then)}
    return plan.model_copy(update=update)


def _revalued(problem: Problem, plan: Schedule, reached: Reached) -> Reached:
    worth = value(problem, plan, reached.goal)
    bound = None if reached.bound is None else reached.bound + worth - reached.value
    return Reached(goal=reached.goal, value=worth, bound=bound)


def as_asked(problem: Problem, schedule: Schedule) -> tuple[Schedule, tuple[Goal, ...]]:
    """The plan with its values by the goals that a fresh plan can have: one that was made again
    counts its moves as well, in a goal of their own or together with the first."""
    reached = (schedule.goal, *(each.goal for each in schedule.then))
    goals = tuple(goal for goal in reached if goal != "moves") or problem.goals or ("waiting",)
    if not schedule.planned:
        return schedule, goals
    first, *rest = [Reached(goal=goal, value=value(problem, schedule, goal)) for goal in goals]
    pure = (schedule.goal, schedule.objective) == (first.goal, first.value)
    pure = pure and schedule.weighed is None
    if pure and goals == reached:
        return schedule, goals
    bound = schedule.bound if pure else None
    plain = {"goal": first.goal, "objective": first.value, "bound": bound, "then": tuple(rest)}
    return schedule.model_copy(update=plain | {"status": "feasible", "weighed": None}), goals
