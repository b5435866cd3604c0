"""Why a task is not at another time, and what it would cost to have it there."""

from tools.plan import Conflict, Problem, Schedule, Task
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, NotThen
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget
from tools.studies.plans import as_asked, need_plan


def why_not_then(
    problem: Problem,
    schedule: Schedule,
    task: str,
    first: int,
    last: int,
    budget: Budget = USUAL,
) -> Explanation:
    """Why `task` does not start from minute `first` to minute `last`, and what that would cost, by
    solving again with such a start.

    Args:
        first, last: the same minute for a time of day; the minutes of a day for a day.

    Raises:
        PlanError: no such task, no plan, a task that has started already, or a minute before the
            start of the plan.
    """
    need_plan(problem, schedule, task)
    asked = problem.by_name[task]
    if asked.started is not None:
        raise PlanError("task-has-started", task=asked.name)
    if last < 0:
        raise PlanError("before-the-plan", task=asked.name)
    first = max(0, first)
    start = schedule.by_task[asked.name].start
    facts = NotThen(
        task=asked.name,
        start=start,
        first=first,
        last=last,
        lifted=_lifted(asked, first),
        fixed=asked.fixed is not None,
    )
    if first <= start <= last:
        return Explanation(certificate=facts)
    schedule, goals = as_asked(problem, schedule)
    foil = _started_then(problem, asked.name, first, last)
    other = budget.optimise(foil, goals, schedule)
    if other.planned and not first <= other.by_task[asked.name].start <= last:
        other = Schedule(status="unknown", goal=other.goal)
    if first < last:
        facts = facts.model_copy(update=_on_a_day(foil, asked, other))
    else:
        conflict = _of_use(other.conflict, asked.name)
        facts = facts.model_copy(update={"status": other.status, "conflict": conflict})
    if not other.planned:
        return Explanation(certificate=facts, problem=foil)
    counted = _counted(problem, foil, asked.name, other) if facts.lifted is None else other
    facts = facts.model_copy(update={"comparison": compare(schedule, counted)})
    return Explanation(certificate=facts, problem=foil, alternative=other)


def _on_a_day(foil: Problem, asked: Task, other: Schedule) -> dict[str, object]:
    """The day is put as a deadline, which is too strict for a task that pauses."""
    if asked.pausable and not other.planned:
        return {"status": "unknown"}
    facts: dict[str, object] = {"status": other.status}
    if other.conflict is not None:
        facts["latest_end"] = foil.by_name[asked.name].deadline
        facts["conflict"] = _of_use(other.conflict, asked.name)
    return facts


def _of_use(conflict: Conflict | None, name: str) -> Conflict | None:
    """Whoever asks about a task does not want to hear that it could be left out."""
    if conflict is None:
        return None
    wanted = [each for each in conflict.repairs if (each.kind, each.task) != ("leave-out", name)]
    return conflict.model_copy(update={"repairs": tuple(wanted)})


def _counted(problem: Problem, foil: Problem, name: str, other: Schedule) -> Schedule:
    """The other plan, with waiting counted from the release that the user gave, not from the day
    that was asked about: for all plans that is the same difference."""
    if other.goal != "waiting" or other.objective is None:
        return other
    later = foil.by_name[name].release - problem.by_name[name].release
    more = later * problem.by_name[name].priority
    bound = None if other.bound is None else other.bound + more
    return other.model_copy(update={"objective": other.objective + more, "bound": bound})


def _lifted(task: Task, minute: int) -> int | None:
    """The start that the user asked for, if it forbids the minute."""
    if task.fixed is not None:
        return task.fixed
    return task.release if task.release > minute else None


def _started_then(problem: Problem, name: str, first: int, last: int) -> Problem:
    """The problem in which the task starts then. Within a day the latest start becomes a deadline,
    which is too early for a task that pauses."""
    task = problem.by_name[name]
    if first == last:
        release = min(task.release, first)
        return problem.replace_task(name, fixed=first, release=release, value=None)
    longest = max(way.duration for way in task.ways)
    limits = [each for each in (task.deadline, last + longest) if each is not None]
    return problem.replace_task(name, release=first, deadline=min(limits), fixed=None, value=None)
