"""Where the bottleneck is: small changes, one at a time, and what each would gain."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.plan import Goal, Problem, Reached, Schedule
from tools.plan.changes import Change, LongerShift, SetCapacity, SetDuration, apply
from tools.reasons.chain import chain
from tools.reasons.compare import compare
from tools.reasons.gains import gains, rank
from tools.reasons.records import Explanation
from tools.reasons.remedies import Help, Helps
from tools.record import PlanError
from tools.solver.progress import Progress
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, last_task, need_plan, worth

TRIED = 40
"""Changes that are tried at most; tasks on the chain to the end of the plan come first."""
ROUNDS = 2
HOUR = 60


@dataclass
class Trial:
    """A change, and the best plan with it so far."""

    change: Change | None
    """None: nothing but the time to search, whose gain is owed to no change."""
    problem: Problem
    plan: Schedule | None = None

    @property
    def settled(self) -> bool:
        """Can it be no better?"""
        return self.plan is not None and self.plan.status in ("optimal", "infeasible")

    @property
    def promise(self) -> tuple[int, ...]:
        """Sorts what gains most first, and what is not known to have a plan last."""
        known = self.plan is not None and self.plan.planned
        return (0, *worth(self.plan)) if known and self.plan else (1,)

    def take(self, found: Schedule) -> None:
        """Another plan, if it is no worse."""
        worse = found.planned and self.plan is not None and worth(found) > worth(self.plan)
        if found.status != "unknown" and not worse:
            self.plan = found


class Trials:
    """Many changes of one plan, tried in rounds: each for a short time, then longer, the best
    first, those of which the best plan is not known yet."""

    def __init__(
        self, trials: Sequence[Trial], goals: Sequence[Goal], start: Schedule, budget: Budget
    ) -> None:
        """start: a plan that is nearly one with any of the changes."""
        self.trials, self.goals, self.start = trials, goals, start
        self._tell, self._began, self._made = budget.tell, time.monotonic(), 0
        self._clock = Clock(budget.of_many(self._hear), len(trials))

    def run(self) -> None:
        """Until all are settled, the time is over or the study is cancelled."""
        for number in range(ROUNDS):
            trials = sorted(self.trials, key=lambda each: each.promise) if number else self.trials
            still = [each for each in trials if not each.settled]
            self._clock.solves = (ROUNDS - number) * len(still)
            settled = len(self.trials) - len(still)
            for place, each in enumerate(still):
                self._made = len(self.trials) if number else settled + place
                if self._clock.over:
                    return
                hint = each.plan if each.plan is not None and each.plan.planned else self.start
                each.take(self._clock.solve(each.problem, self.goals, hint=hint))

    def _hear(self, progress: Progress) -> None:
        if self._tell is not None:
            seconds = round(time.monotonic() - self._began, 3)
            update = {"tried": self._made, "trials": len(self.trials), "seconds": seconds}
            self._tell(progress.model_copy(update=update))


def what_helps(problem: Problem, schedule: Schedule, budget: Budget = USUAL) -> Explanation:
    """What one more of each resource, an hour more of each shift and a tenth less of each duration
    would gain, each by solving again; largest gain first. With so many solves it takes longer than
    other studies; it tells how far it is, and stopped it says what it has found by then.

    Raises:
        PlanError: no plan.
    """
    need_plan(problem, schedule)
    schedule, goals = as_asked(problem, schedule)
    wanted = list(_candidates(problem, schedule))
    base = Trial(None, problem, schedule)
    others = [
        Trial(change, changed)
        for change in wanted[:TRIED]
        if (changed := _with(problem, change)) is not None
    ]
    Trials([base, *others], goals, schedule, budget).run()
    assert base.plan is not None, "it begins with one"
    found = [
        Help(change=each.change, comparison=compare(base.plan, each.plan))
        for each in others
        if each.change is not None and each.plan is not None and each.plan.planned
    ]
    found.sort(key=rank)
    goal = _goal(found, base.plan)
    certificate = Helps(
        goal=goal.goal,
        before=goal.value,
        end=base.plan.makespan,
        helps=tuple(found),
        untried=len(wanted[TRIED:]) + sum(each.plan is None for each in others),
    )
    return Explanation(certificate=certificate)


def _with(problem: Problem, change: Change) -> Problem | None:
    """The problem with the change; None if it makes no difference or no sense: nobody has a twin,
    and no day has 25 hours."""
    try:
        changed = apply(problem, (change,))
    except PlanError:
        return None
    return changed if changed != problem else None


def _goal(found: list[Help], schedule: Schedule) -> Reached:
    """What all changes are measured by: the first goal that any of them makes better, which is what
    the best of them does, since nothing better is worse in a goal before that."""
    assert schedule.objective is not None, "a plan"
    first = Reached(goal=schedule.goal, value=schedule.objective)
    best = found[0].comparison.decisive if found and gains(found[0]) else None
    return next((each for each in schedule.then if best and each.goal == best.goal), first)


def _candidates(problem: Problem, schedule: Schedule) -> Iterator[Change]:
    for resource in problem.resources:
        if resource.kind != "stock" and not resource.named:
            yield SetCapacity(resource=resource.name, capacity=resource.capacity + 1)
    for calendar in problem.calendars:
        if any(resource.calendar == calendar.name for resource in problem.resources):
            yield LongerShift(calendar=calendar.name, minutes=HOUR)
    critical = {link.task for link in chain(problem, schedule, last_task(schedule))}
    tasks = sorted(problem.tasks, key=lambda task: (task.name not in critical, -task.duration))
    for task in tasks:
        shorter = task.duration - max(1, task.duration // 10)
        if task.started is None and task.name in schedule.by_task and shorter > 0:
            yield SetDuration(task=task.name, minutes=shorter)
