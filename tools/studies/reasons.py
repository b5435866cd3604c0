"""Why a task, or the whole plan, is as it is: facts of the plan, without solving."""

from tools.plan import Problem, Schedule
from tools.reasons.chain import chain
from tools.reasons.records import Explanation, Overall, Why
from tools.studies.plans import need_plan


def why(problem: Problem, schedule: Schedule, task: str) -> Explanation:
    """What `task` waited for, link by link back to the start.

    Raises:
        PlanError: no such task, or no plan.
    """
    need_plan(schedule, problem.task(task).name)
    return Explanation(certificate=Why(task=task, chain=chain(problem, schedule, task)))


def why_this_plan(problem: Problem, schedule: Schedule) -> Explanation:
    """What the end of the plan waits for, and how good the plan is known to be.

    Raises:
        PlanError: no plan.
    """
    need_plan(schedule)
    last = max(schedule.assignments, key=lambda each: (each.end, each.start)).task
    reason = Why(task=last, chain=chain(problem, schedule, last))
    return Explanation(certificate=Overall(plan=schedule, last=reason))
