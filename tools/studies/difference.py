"""What changed from one plan to the next, and why."""

from tools.plan import Problem, Schedule
from tools.plan.edits import edits
from tools.reasons.chain import chain
from tools.reasons.compare import compare
from tools.reasons.records import Changed, Explanation, Why
from tools.record import PlanError
from tools.studies.plans import as_asked, need_plan


def what_changed(
    old_problem: Problem, old: Schedule, problem: Problem, schedule: Schedule
) -> Explanation:
    """What was said differently, how the plan differs, and what the task that moved most now waits
    for.

    Raises:
        PlanError: one of the two is no plan.
    """
    need_plan(problem, schedule)
    if not old.planned:
        raise PlanError("no-plan-before")
    said = tuple(edits(old_problem, problem))
    was, goals = as_asked(old_problem, old)
    now, own = as_asked(problem, schedule)
    compared = compare(was, now)
    same = goals[0] == own[0] and not any(each.weighs for each in said)
    facts = Changed(edits=said, comparison=compared.model_copy(update={"valued": same}))
    if compared.moves:
        most = compared.moves[0].task
        reason = Why(task=most, chain=chain(problem, schedule, most))
        facts = facts.model_copy(update={"why": reason})
    return Explanation(certificate=facts)
