"""Why a task is not at another time, and what it would cost to have it there."""

from collections.abc import Iterator

from tools.contradictions.edits import replaced
from tools.plan import Conflict, Problem, Schedule, Statement, Task
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, NotThen
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, checked, in_way, need_plan, unproved, valued, worth
from tools.studies.windows import latest_end


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
    schedule, _ = as_asked(problem, schedule)
    clock = Clock(budget)
    other = _foil(problem, schedule, facts, clock)
    update: dict[str, object] = {"status": other.status}
    if not other.planned:
        asked_for = _asked_for(problem, facts)
        if other.status == "infeasible":
            update["conflict"] = _conflict(asked_for, schedule, facts, clock)
        told = facts.model_copy(update=update)
        return Explanation(certificate=told, problem=checked(asked_for))
    ruled = _fixed(problem, task, other.by_task[task].start)
    counted = valued(ruled, other)
    update["comparison"] = compare(schedule, counted)
    facts = facts.model_copy(update=update)
    # What may be left out was not: to leave it out could be better still.
    plan = counted if asked.value is None else unproved(counted)
    return Explanation(certificate=facts, problem=ruled, alternative=plan)


def _foil(problem: Problem, schedule: Schedule, facts: NotThen, clock: Clock) -> Schedule:
    """The best plan with such a start."""
    _, goals = as_asked(problem, schedule)
    clock.solves = len(problem.by_name[facts.task].ways)
    try:
        foil = _started_then(problem, facts.task, facts.first, facts.last)
    except PlanError:  # such as a start after which its deadline cannot be kept
        return Schedule(status="infeasible", goal=goals[0])
    other = clock.again(foil, goals, schedule)
    if other.planned and not _inside(other, facts):
        return _by_ways(problem, schedule, facts, clock)
    return other


def _inside(plan: Schedule, facts: NotThen) -> bool:
    return facts.first <= plan.by_task[facts.task].start <= facts.last


def _by_ways(problem: Problem, schedule: Schedule, facts: NotThen, clock: Clock) -> Schedule:
    """The best plan with such a start, tried for each way to do the task by itself: a way that is
    quicker than others may end by their latest end and begin after the day."""
    task = problem.by_name[facts.task]
    _, goals = as_asked(problem, schedule)
    clock.solves = len(task.ways)
    found = list(_tries(problem, schedule, facts, clock))
    inside = [plan for plan in found if plan.planned and _inside(plan, facts)]
    if inside:
        return min(inside, key=worth)
    impossible = all(plan.status == "infeasible" for plan in found)
    return Schedule(status="infeasible" if impossible else "unknown", goal=goals[0])


def _tries(
    problem: Problem, schedule: Schedule, facts: NotThen, clock: Clock
) -> Iterator[Schedule]:
    _, goals = as_asked(problem, schedule)
    for place, way in enumerate(problem.by_name[facts.task].ways):
        said = {"duration": way.duration, "demands": way.demands, "skills": way.skills}
        try:
            alone = problem.replace_task(facts.task, alternatives=(), **said)
        except PlanError:  # such as a way for which no day is long enough
            yield Schedule(status="infeasible")
            continue
        foil = _started_then(alone, facts.task, facts.first, facts.last)
        yield in_way(clock.again(foil, goals, schedule), facts.task, place)


def _asked_for(problem: Problem, facts: NotThen) -> Problem:
    """The problem, unchecked, in which the task must be done, and not start sooner; at a minute and
    not later, either."""
    task = problem.by_name[facts.task]
    fields: dict[str, object] = {"value": None, "fixed": None, "release": facts.first}
    if facts.first == facts.last:
        fields |= {"fixed": facts.first, "release": min(task.release, facts.first)}
    tasks = (replaced(each, **fields) if each is task else each for each in problem.tasks)
    return replaced(problem, tasks=tuple(tasks))


def _conflict(
    problem: Problem, schedule: Schedule, facts: NotThen, clock: Clock
) -> Conflict | None:
    """What cannot all hold in the problem asked for. On a day the task starts no later than another
    one that is fixed at its end: that is so whichever way it is done, and by whom."""
    if facts.first == facts.last:
        return _of_use(clock.conflict(problem, schedule, impossible=True), facts, "")
    marker = "|"
    while marker in problem.by_name:
        marker += "|"
    end = Task(name=marker, duration=1, fixed=facts.last)
    marked = replaced(problem, tasks=(*problem.tasks, end))
    order = ((facts.task, marker),)
    found = clock.conflict(marked, schedule, orders=order, impossible=True)
    return _of_use(found, facts, marker)


def _of_use(conflict: Conflict | None, facts: NotThen, marker: str) -> Conflict | None:
    """The conflict without the marker, whose place takes the last minute at which the task is to
    start. Whoever asks about a task does not want to hear that it could be left out."""
    if conflict is None:
        return None
    said = [each for each in conflict.statements if each.task != marker]
    if len(said) < len(conflict.statements):
        said.append(Statement(kind="latest", task=facts.task, value=facts.last))
    wanted = [
        each
        for each in conflict.repairs
        if all(
            part.task != marker and (part.kind, part.task) != ("leave-out", facts.task)
            for part in each.parts
        )
    ]
    others = [each for each in conflict.others if all(one.task != marker for one in each)]
    return conflict.model_copy(
        update={"statements": tuple(said), "repairs": tuple(wanted), "others": tuple(others)}
    )


def _lifted(task: Task, minute: int) -> int | None:
    """The start that the user asked for, if it forbids the minute."""
    if task.fixed is not None:
        return task.fixed
    return task.release if task.release > minute else None


def _started_then(problem: Problem, name: str, first: int, last: int) -> Problem:
    """The problem in which the task must be done, and starts then. For a day that is a release and
    the latest end with such a start, which are not the user's own."""
    task = problem.by_name[name]
    if first == last:
        return _fixed(problem, name, first).replace_task(name, value=None)
    ends = [each for each in (task.deadline, latest_end(problem, task, last)) if each is not None]
    deadline = min(ends, default=None)
    return problem.replace_task(name, release=first, deadline=deadline, fixed=None, value=None)


def _fixed(problem: Problem, name: str, minute: int) -> Problem:
    """The problem in which the task starts at that minute, which is all that is different."""
    release = min(problem.by_name[name].release, minute)
    return problem.replace_task(name, fixed=minute, release=release)
