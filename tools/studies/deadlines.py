"""What it would take to be in time: another order, or the fewest units of a resource. Each answer
is a plan that was found, and beside it the proof, or the lack of one, that less does not do."""

from dataclasses import dataclass

from tools.contradictions.edits import replaced
from tools.plan import Conflict, Problem, Resource, Schedule, Task
from tools.plan.changes import SetCapacity, apply
from tools.reasons.compare import compare
from tools.reasons.records import Explanation
from tools.reasons.remedies import Enough, InTime
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, checked, least_end, need_plan


@dataclass(frozen=True)
class Aim:
    """What is to have ended by a minute."""

    minute: int
    task: str | None = None
    """None: everything."""

    def end(self, plan: Schedule) -> int:
        """When it ends in a plan."""
        return plan.makespan if self.task is None else plan.by_task[self.task].end

    def met(self, plan: Schedule) -> bool:
        return plan.planned and self.end(plan) <= self.minute

    def quickest(self, problem: Problem, known: Schedule, clock: Clock) -> tuple[Schedule, int]:
        """A plan for nothing but an early end, and the minute before which it is proved that none
        ends; 0 if nothing is known."""
        if self.task is None:
            plan = clock.solve(problem, "makespan", hint=known)
            return plan, least_end(plan)
        # Due at the start, and nothing else due at any time: its lateness is when it ends.
        tasks = [each.model_dump() | {"due": None} for each in problem.tasks]
        for each in tasks:
            if each["name"] == self.task:
                each |= {"due": 0, "priority": 1, "value": None}
        eager = Problem.read(problem.model_dump() | {"tasks": tasks})
        plan = clock.solve(eager, "tardiness", hint=known)
        return plan, (plan.bound or 0) if plan.planned and plan.goal == "tardiness" else 0

    def required(self, problem: Problem) -> Problem:
        """The problem in which all that it is about, and has not ended, must be in time; unchecked,
        since a start that is fixed after that contradicts it."""
        tasks = (replaced(task, **self._rule(task)) for task in problem.tasks)
        return replaced(problem, tasks=tuple(tasks))

    def _rule(self, task: Task) -> dict[str, int | None]:
        if task.ended is not None or self.task not in (None, task.name):
            return {}
        limits = [each for each in (task.deadline, self.minute) if each is not None]
        done: dict[str, int | None] = {"value": None} if task.name == self.task else {}
        return done | {"deadline": min(limits)}


def in_time(
    problem: Problem,
    schedule: Schedule,
    minute: int,
    budget: Budget = USUAL,
    task: str | None = None,
) -> Explanation:
    """What it takes that everything, or one task, has ended by `minute`: another order of the same
    tasks, or the fewest units of one resource.

    Raises:
        PlanError: no plan, no such task in it, or a minute before the start of the plan.
    """
    need_plan(problem, schedule, *([task] if task else []))
    if minute <= problem.present:
        raise PlanError("end-before-start")
    aim = Aim(minute, task)
    schedule, goals = as_asked(problem, schedule)
    facts = InTime(task=task, limit=minute, end=aim.end(schedule))
    if aim.met(schedule):
        return Explanation(certificate=facts)
    pools = [each for each in problem.resources if each.kind != "stock" and not each.named]
    clock = Clock(budget, 2 + 6 * len(pools))
    quickest, least = aim.quickest(problem, schedule, clock)
    update: dict[str, object] = {}
    if quickest.planned:
        soonest = aim.end(quickest)
        update = {"soonest": soonest, "soonest_proved": least == soonest}
        update["late"] = soonest - minute if soonest > minute else None
    if aim.met(quickest):
        other = clock.solve(aim.required(problem), goals, hint=quickest)
        if other.planned:
            update["comparison"] = compare(schedule, other)
            return Explanation(certificate=facts.model_copy(update=update), alternative=other)
    enough = [_enough(problem, schedule, pool, aim, clock, least > minute) for pool in pools]
    update["enough"] = tuple(each for each in enough if each is not None)
    if not update["enough"] and not aim.met(quickest):
        required = aim.required(problem)
        update["conflict"] = _unmoved(budget.conflict(required, schedule))
        told = facts.model_copy(update=update)
        return Explanation(certificate=told, problem=checked(required))
    return Explanation(certificate=facts.model_copy(update=update))


def _unmoved(conflict: Conflict | None) -> Conflict | None:
    """Whoever asks what it takes to be in time does not want to hear that the limit could move,
    which is told anyway."""
    if conflict is None:
        return None
    wanted = [
        each for each in conflict.repairs if all(part.kind != "deadline" for part in each.parts)
    ]
    return conflict.model_copy(update={"repairs": tuple(wanted)})


def _enough(
    problem: Problem, known: Schedule, pool: Resource, aim: Aim, clock: Clock, late: bool
) -> Enough | None:
    """The fewest units of `pool` with which it is in time; None if no number was found with which
    it is. More units never hurt, so halving finds it.

    Args:
        known: a plan to start from.
        late: it is proved that as many as there are are not enough.
    """
    used = sum(_most(task, pool) for task in problem.tasks)

    def tried(units: int) -> tuple[Schedule, int]:
        changed = apply(problem, [SetCapacity(resource=pool.name, capacity=units)])
        return aim.quickest(changed, known, clock)

    low, high, proved = pool.capacity, max(pool.capacity + 1, used), late
    try:
        plan, _ = tried(high)
    except PlanError:  # such as a machine with setups, of which there can be only one
        return None
    if not aim.met(plan):
        return None
    while high - low > 1 and not clock.over:
        middle = (low + high) // 2
        found, least = tried(middle)
        if aim.met(found):
            high, plan = middle, found
        else:
            low, proved = middle, least > aim.minute
    return Enough(
        resource=pool.name,
        now=pool.capacity,
        needed=high,
        end=aim.end(plan),
        proved=proved and high - low == 1,
    )


def _most(task: Task, pool: Resource) -> int:
    """Units of `pool` that a task can use at most."""
    able = sum(
        heads for way in task.ways for skill, heads in way.skills.items() if skill in pool.skills
    )
    return able + max(way.demands.get(pool.name, 0) for way in task.ways)
