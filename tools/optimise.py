"""The tool `optimise_schedule`: Problem -> Schedule, with an honest word on how good it is."""

from typing import Annotated, Any, get_args

from langchain.tools import tool
from langgraph.types import Command
from pydantic import WithJsonSchema

from tools.conflict.explained import optimise
from tools.kinds.labels import Aim
from tools.plan import Goal, Problem
from tools.record import PlanError
from tools.solver.begun import begun
from tools.state import Runtime, refuse, reply
from tools.telling import tell_schedule

Wished = Annotated[Goal, WithJsonSchema({"enum": list(get_args(Aim)), "type": "string"})]
"""A goal; models choose among those that people ask for in words, and a plan may have another."""


@tool
def optimise_schedule(goal: Wished, runtime: Runtime) -> Command[Any]:
    """The user wants the known tasks planned again, or by another goal: waiting (the usual one),
    makespan (everything done as early as possible), tardiness (least lateness), people (fewest at
    once), cost (cheapest) or balance (work shared evenly)."""
    problem = runtime.state.get("problem")
    if problem is None:
        return refuse(runtime, PlanError("no-plan-yet"))
    context = runtime.context
    before = runtime.state.get("schedule") if _goes_on(problem, goal) else None
    problem = aimed(problem, goal, *problem.goals[1:])
    before = before if before and before.planned else None
    schedule = optimise(
        problem,
        before=before,
        time_limit_seconds=context.time_limit_seconds,
        tell=context.tell,
        cancelled=context.cancelled,
    )
    problem = begun(problem, before)
    words = tell_schedule(problem, schedule, context.language)
    return reply(
        runtime,
        words,
        answer="\n\n".join(filter(None, (runtime.state.get("preface"), words))),
        preface="",
        problem=problem,
        schedule=schedule,
        explanation=None,
        possible=schedule.planned,
    )


def _goes_on(problem: Problem, goal: Goal) -> bool:
    """Is it the same work, under way, by the same goal? Then few tasks are to move."""
    return problem.under_way and goal == (problem.goals or ("waiting",))[0]


def aimed(problem: Problem, *goals: Goal) -> Problem:
    """`problem` with other goals: the first counts first."""
    return problem.model_copy(update={"goals": tuple(dict.fromkeys(goals))})
