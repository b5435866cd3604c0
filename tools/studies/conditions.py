"""What if something were different."""

from collections.abc import Sequence

from tools.optimise import optimise
from tools.plan import Problem, Schedule
from tools.plan.changes import Change, apply
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, WhatIf
from tools.studies.plans import as_asked


def what_if(
    problem: Problem, schedule: Schedule, wanted: Sequence[Change], time_limit_seconds: float = 5.0
) -> Explanation:
    """The plan under other conditions beside the plan there is, by solving again.

    Raises:
        PlanError: under these conditions the problem makes no sense, such as a task that needs more
            people than there are.
    """
    changed = apply(problem, wanted)
    schedule, goals = as_asked(problem, schedule)
    # Where the plan there is still fits, as with more people, the new one is never worse.
    other = optimise(changed, goals, time_limit_seconds=time_limit_seconds, hint=schedule)
    certificate = WhatIf(changes=tuple(wanted), status=other.status, conflict=other.conflict)
    if not other.planned:
        return Explanation(certificate=certificate, problem=changed)
    news = {"comparison": compare(schedule, other)} if schedule.planned else {"end": other.makespan}
    certificate = certificate.model_copy(update=news)
    return Explanation(certificate=certificate, problem=changed, alternative=other)
