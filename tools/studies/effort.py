"""What it would take: the least priority that puts a task first, the fewest units of a resource
that let everything end in time. Each answer is a plan that was found, and beside it the proof, or
the lack of one, that less does not do."""

from collections.abc import Callable

from tools.plan import Problem, Resource, Schedule, Task
from tools.plan.changes import SetCapacity, SetPriority, apply
from tools.plan.task import MAX_PRIORITY
from tools.reasons.compare import compare
from tools.reasons.records import Enough, Explanation, FirstBy, InTime
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, least_end, need_plan, need_two

PRIORITIES = 12
"""Solves in a search for a priority: at most so many doublings and halvings."""


def first_by_priority(
    problem: Problem, schedule: Schedule, task: str, other: str, budget: Budget = USUAL
) -> Explanation:
    """The least priority of `task` for which a best plan has it no later than `other`.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    need_two(problem, schedule, task, other)
    if problem.by_name[task].started is not None:
        raise PlanError("task-has-started", task=task)
    schedule, _ = as_asked(problem, schedule)
    problem = _both_done(problem, task, other)
    clock = Clock(budget, 2 * PRIORITIES)
    now = problem.by_name[task].priority
    starts = (schedule.by_task[task].start, schedule.by_task[other].start)
    facts = FirstBy(task=task, other=other, starts=starts, now=now)
    if starts[0] <= starts[1]:
        return Explanation(certificate=facts.model_copy(update={"needed": now, "proved": True}))

    def plan_at(priority: int) -> tuple[Schedule | None, bool]:
        changed = apply(problem, [SetPriority(task=task, priority=priority)])
        return _first_at(changed, schedule, task, other, clock)

    needed, plan, proved = _least(plan_at, now)
    if needed is None or plan is None:
        return Explanation(certificate=facts.model_copy(update={"proved": proved}))
    facts = facts.model_copy(
        update={"needed": needed, "proved": proved, "comparison": compare(schedule, plan)}
    )
    changed = apply(problem, [SetPriority(task=task, priority=needed)])
    return Explanation(certificate=facts, problem=changed, alternative=plan)


def _both_done(problem: Problem, *names: str) -> Problem:
    """The problem in which these tasks cannot be left out: one that is not done is not first."""
    for name in names:
        if problem.by_name[name].value is not None:
            problem = problem.replace_task(name, value=None)
    return problem


def _first_at(
    changed: Problem, known: Schedule, task: str, other: str, clock: Clock
) -> tuple[Schedule | None, bool]:
    """A plan with `task` first that is as good as any that was found, or None; whether that is
    proved.

    Args:
        known: a plan to start from, so that none is called as good that is worse than this one.
    """
    free = clock.solve(changed, hint=known)
    if not free.planned:
        return None, False
    if free.by_task[task].start <= free.by_task[other].start:
        return free, free.status == "optimal"
    foil = clock.solve(changed, orders=((task, other),), hint=known)
    if foil.status == "infeasible":
        return None, True
    settled = free.status == foil.status == "optimal"
    return (foil if foil.planned and _worth(foil) <= _worth(free) else None), settled


def _worth(plan: Schedule) -> tuple[int, ...]:
    assert plan.objective is not None, "a plan"
    return (plan.objective, *(each.value for each in plan.then))


def _least(
    plan_at: Callable[[int], tuple[Schedule | None, bool]], now: int
) -> tuple[int | None, Schedule | None, bool]:
    """A priority from `now` on that does, its plan, and whether one less is proved not to do; by
    doubling and halving, since a higher weight never makes a task later in a best plan."""
    plan, proved = plan_at(now)
    if plan is not None:
        return now, plan, True
    low, low_proved = now, proved
    high, step = now, 1
    while plan is None and high < MAX_PRIORITY:
        low, low_proved = (high, proved)
        high, step = min(MAX_PRIORITY, high + step), step * 4
        plan, proved = plan_at(high)
    if plan is None:
        return None, None, proved
    while high - low > 1:
        middle = (low + high) // 2
        found, settled = plan_at(middle)
        if found is None:
            low, low_proved = middle, settled
        else:
            high, plan = middle, found
    return high, plan, low_proved


def in_time(
    problem: Problem, schedule: Schedule, minute: int, budget: Budget = USUAL
) -> Explanation:
    """What it takes that everything has ended by `minute`: another order of the same tasks, or the
    fewest units of one resource.

    Raises:
        PlanError: no plan, or a minute before the start of the plan.
    """
    need_plan(problem, schedule)
    if minute <= problem.now:
        raise PlanError("end-before-start")
    schedule, goals = as_asked(problem, schedule)
    facts = InTime(limit=minute, end=schedule.makespan)
    if schedule.makespan <= minute:
        return Explanation(certificate=facts)
    pools = [each for each in problem.resources if each.kind != "stock" and not each.named]
    clock = Clock(budget, 2 + 6 * len(pools))
    soonest = clock.solve(problem, "makespan", hint=schedule)
    update: dict[str, object] = {"soonest": soonest.makespan if soonest.planned else None}
    update["soonest_proved"] = soonest.planned and least_end(soonest) == soonest.makespan
    if soonest.planned and soonest.makespan <= minute:
        bound = _by(problem, minute)
        other = clock.solve(bound, goals, hint=soonest)
        if other.planned:
            update["comparison"] = compare(schedule, other)
            facts = facts.model_copy(update=update)
            return Explanation(certificate=facts, problem=bound, alternative=other)
    if soonest.planned and soonest.makespan > minute:
        update["late"] = soonest.makespan - minute
    late = least_end(soonest) > minute
    enough = [_enough(problem, schedule, pool, minute, clock, late) for pool in pools]
    update["enough"] = tuple(each for each in enough if each is not None)
    return Explanation(certificate=facts.model_copy(update=update))


def _by(problem: Problem, minute: int) -> Problem:
    """The problem in which everything that has not ended must end by `minute`."""
    tasks = [
        task.model_dump() | ({} if _ends_by(task, minute) else {"deadline": minute})
        for task in problem.tasks
    ]
    return Problem.read(problem.model_dump() | {"tasks": tasks})


def _ends_by(task: Task, minute: int) -> bool:
    return task.ended is not None or (task.deadline is not None and task.deadline <= minute)


def _enough(
    problem: Problem, known: Schedule, pool: Resource, minute: int, clock: Clock, late: bool
) -> Enough | None:
    """The fewest units of `pool` with which everything ends in time; None if no number was found
    with which it does. More units never hurt, so halving finds it.

    Args:
        known: a plan to start from.
        late: it is proved that as many as there are are not enough.
    """
    used = sum(_most(task, pool) for task in problem.tasks)

    def ended(units: int) -> Schedule:
        wanted = [SetCapacity(resource=pool.name, capacity=units)]
        changed = apply(problem, wanted)
        return clock.solve(changed, "makespan", hint=known)

    low, high = pool.capacity, max(pool.capacity + 1, used)
    try:
        plan, proved = ended(high), late
    except PlanError:  # such as a machine with setups, of which there can be only one
        return None
    if not plan.planned or plan.makespan > minute:
        return None
    while high - low > 1 and not clock.over:
        middle = (low + high) // 2
        tried = ended(middle)
        if tried.planned and tried.makespan <= minute:
            high, plan = middle, tried
        else:
            low, proved = middle, least_end(tried) > minute
    return Enough(
        resource=pool.name,
        now=pool.capacity,
        needed=high,
        end=plan.makespan,
        proved=proved and high - low == 1,
    )


def _most(task: Task, pool: Resource) -> int:
    """Units of `pool` that a task can use at most."""
    able = sum(
        heads for way in task.ways for skill, heads in way.skills.items() if skill in pool.skills
    )
    return able + max(way.demands.get(pool.name, 0) for way in task.ways)
