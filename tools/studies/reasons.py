"""Why a task, or the whole plan, is as it is: facts of the plan, without solving."""

from tools.plan import Problem, Schedule
from tools.reasons.chain import chain
from tools.reasons.floor import floor
from tools.reasons.records import Explanation, NoPlan, Overall, Why
from tools.reasons.slack import slack
from tools.studies.plans import last_task, need_plan


def why(problem: Problem, schedule: Schedule, task: str) -> Explanation:
    """What `task` waited for, link by link back to the start.

    Raises:
        PlanError: no such task, or no plan.
    """
    need_plan(problem, schedule, task)
    links = chain(problem, schedule, task)
    room = slack(problem, schedule, task)
    return Explanation(certificate=Why(task=task, chain=links, slack=room))


def why_this_plan(problem: Problem, schedule: Schedule) -> Explanation:
    """What the end of the plan waits for, and how good the plan is known to be.

    Raises:
        PlanError: no plan.
    """
    need_plan(problem, schedule)
    last = last_task(schedule)
    reason = Why(task=last, chain=chain(problem, schedule, last))
    return Explanation(certificate=Overall(plan=schedule, last=reason, floor=floor(problem)))


def why_no_plan(problem: Problem, schedule: Schedule) -> Explanation:
    """Why there is none, as solving has found, and what would help.

    Args:
        schedule: not planned.
    """
    return Explanation(certificate=NoPlan(plan=schedule), problem=problem)
