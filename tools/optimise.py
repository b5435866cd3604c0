"""The tool `optimise_schedule`: Problem -> Schedule, with an honest word on how good it is."""

from typing import Any

from langchain.tools import tool
from langgraph.types import Command

from tools.plan import Goal, Problem, Schedule
from tools.record import PlanError
from tools.solver import solve
from tools.solver.conflicts import explain
from tools.state import Runtime, refuse, reply
from tools.telling import tell_schedule


@tool
def optimise_schedule(goal: Goal, runtime: Runtime) -> Command[Any]:
    """The user wants the known tasks planned again, or by another goal: waiting (the usual one),
    makespan (everything done as early as possible) or tardiness (least lateness)."""
    problem = runtime.state.get("problem")
    if problem is None:
        return refuse(runtime, PlanError("no-plan-yet"))
    context = runtime.context
    schedule = optimise(problem, goal, time_limit_seconds=context.time_limit_seconds)
    words = tell_schedule(problem, schedule, context.language)
    return reply(
        runtime,
        words,
        answer=words,
        schedule=schedule,
        explanation=None,
        possible=schedule.planned,
    )


def optimise(
    problem: Problem, goal: Goal = "waiting", *, time_limit_seconds: float = 5.0
) -> Schedule:
    """The best plan for `problem` found in the time; see `tools.solver.solve`. If there is none,
    the conflict behind that, looked for in the same time again."""
    schedule = solve(problem, goal, time_limit_seconds=time_limit_seconds)
    if schedule.status != "infeasible":
        return schedule
    conflict = explain(problem, seconds=time_limit_seconds)
    return schedule.model_copy(update={"conflict": conflict})
