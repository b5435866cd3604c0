"""Why a task, or the whole plan, is as it is: facts of the plan, and how soon it could end."""

from tools.plan import Problem, Schedule
from tools.reasons.chain import chain
from tools.reasons.floor import floor
from tools.reasons.records import Explanation, NoPlan, Overall, Why
from tools.reasons.slack import room
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import last_task, least_end, need_plan


def why(problem: Problem, schedule: Schedule, task: str) -> Explanation:
    """What `task` waited for, link by link back to the start.

    Raises:
        PlanError: no such task, or no plan.
    """
    need_plan(problem, schedule, task)
    links = chain(problem, schedule, task)
    found = Why(task=task, chain=links)
    return Explanation(certificate=found.model_copy(update=room(problem, schedule, task)))


def why_this_plan(problem: Problem, schedule: Schedule, budget: Budget = USUAL) -> Explanation:
    """What the end of the plan waits for, and how good the plan is known to be.

    Raises:
        PlanError: no plan.
    """
    need_plan(problem, schedule)
    last = last_task(schedule)
    reason = Why(task=last, chain=chain(problem, schedule, last))
    least = floor(problem, schedule)
    found = Overall(plan=schedule, last=reason, floor=least)
    if least is None or least.minutes < schedule.makespan:
        found = found.model_copy(update=_ends(problem, schedule, budget))
    return Explanation(certificate=found)


def _ends(problem: Problem, schedule: Schedule, budget: Budget) -> dict[str, int]:
    """How soon a plan can end, as far as solving for the end alone finds out; nothing if something
    must come before the end, as with tasks that may be left out."""
    if schedule.optimal and schedule.goal == "makespan" and schedule.weighed is None:
        return {"soonest": schedule.makespan, "least": schedule.makespan}
    quickest = Clock(budget).solve(problem, "makespan", hint=schedule)
    if not quickest.planned or quickest.goal != "makespan":
        return {}
    return {"soonest": quickest.makespan, "least": least_end(quickest)}


def why_no_plan(problem: Problem, schedule: Schedule, budget: Budget = USUAL) -> Explanation:
    """Why there is none, as solving has found, and what would help; where there was too little time
    to find the smallest conflict, it is looked for again.

    Args:
        schedule: not planned.
    """
    if schedule.conflict is None or not schedule.conflict.minimal:
        # What had begun by the plan before is not said here, and may be what is in the way.
        proved = schedule.status == "infeasible" and not schedule.begun
        clock = Clock(budget)
        found = clock.conflict(problem, schedule, schedule.misses, impossible=proved)
        if found is not None:
            schedule = schedule.model_copy(update={"status": "infeasible", "conflict": found})
    return Explanation(certificate=NoPlan(plan=schedule), problem=problem)
