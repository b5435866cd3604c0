"""Where the bottleneck is: small changes, one at a time, and what each would gain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tools.plan import Goal, Problem, Reached, Schedule
from tools.plan.changes import Change, LongerShift, SetCapacity, SetDuration, apply
from tools.reasons.chain import chain
from tools.reasons.compare import compare
from tools.reasons.gains import gains, rank
from tools.reasons.plenty import plenty
from tools.reasons.records import Explanation
from tools.reasons.remedies import Help, Helps
from tools.record import PlanError
from tools.solver.progress import Progress
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, last_task, need_plan, worth

TRIED = 40
"""Changes that are tried at most; tasks on the chain to the end of the plan come first."""
ALONE = 8
"""This part of the time is for the plan without any change, if it is not proved the best."""
BEST = 5
"""So many of the changes that gain most share what is left once all were looked at."""
HOUR = 60


@dataclass
class Trial:
    """A change, and the best plan with it so far."""

    change: Change | None
    """None: nothing but the time to search, whose gain is owed to no change."""
    problem: Problem
    plan: Schedule | None = None
    vain: bool = False
    """Is it known without solving that no plan is better for it?"""

    @property
    def settled(self) -> bool:
        """Can it be no better?"""
        known = self.plan is not None and self.plan.status in ("optimal", "infeasible")
        return self.vain or known

    @property
    def promise(self) -> tuple[int, ...]:
        """Sorts what gains most first, and what is not known to have a plan last."""
        known = self.plan is not None and self.plan.planned
        return (0, *worth(self.plan), self.plan.makespan) if known and self.plan else (1,)

    def take(self, found: Schedule) -> None:
        """Another plan, if it is no worse."""
        worse = found.planned and self.plan is not None and worth(found) > worth(self.plan)
        if found.status != "unknown" and not worse:
            self.plan = found


class Trials:
    """Many changes of one plan: what the plan gains by each as it is, then the best it can gain by
    those that promise most."""

    def __init__(self, base: Trial, goals: Sequence[Goal], budget: Budget) -> None:
        """base: without any change."""
        self.base, self.goals, self.others = base, goals, list[Trial]()
        self._clock = Clock(replace(budget, tell=self._hear))
        self._tell, self._made = budget.tell, 1

    def run(self, others: Sequence[Trial]) -> None:
        """Until all are settled, the time is over or the study is cancelled."""
        self.others = [*others]
        if not self.base.settled and not self._clock.over:
            self._clock.solves = ALONE
            self._solve(self.base)
        for each in self.others:
            if each.vain:
                each.plan = self.base.plan
        self._look([each for each in self.others if not each.settled])
        self._prove([each for each in self.others if not each.settled])

    def _look(self, trials: Sequence[Trial]) -> None:
        """At each for a moment, in half of the time: where nothing that matters is changed, the
        plan is as good as it was, and else a little search shows the most of it."""
        for place, each in enumerate(trials):
            if self._clock.over:
                return
            assert self.base.plan is not None, "it begins with one"
            self._made = len(self.others) + 1 - len(trials) + place
            self._clock.solves = 2 * len(trials) - place
            each.take(self._clock.glance(each.problem, self.goals, self.base.plan))

    def _prove(self, trials: Sequence[Trial]) -> None:
        """The best ones, in the time that is left."""
        for place, each in enumerate(sorted(trials, key=lambda each: each.promise)):
            if self._clock.over:
                return
            self._made = len(self.others) + 1
            self._clock.solves = max(1, BEST - place)
            self._solve(each)

    def _solve(self, trial: Trial) -> None:
        hint = trial.plan if trial.plan is not None and trial.plan.planned else self.base.plan
        trial.take(self._clock.solve(trial.problem, self.goals, hint=hint))

    def _hear(self, progress: Progress) -> None:
        if self._tell is not None:
            seconds = round(self._clock.spent, 3)
            trials = len(self.others) + 1
            update = {"tried": self._made, "trials": trials, "seconds": seconds}
            self._tell(progress.model_copy(update=update))


def what_helps(problem: Problem, schedule: Schedule, budget: Budget = USUAL) -> Explanation:
    """What one more of each resource, an hour more of each shift and a tenth less of each duration
    would gain, each by solving again; largest gain first. It tells how far it is, and stopped it
    says what it has found by then.

    Raises:
        PlanError: no plan.
    """
    need_plan(problem, schedule)
    schedule, goals = as_asked(problem, schedule)
    base = Trial(None, problem, schedule)
    trials = Trials(base, goals, budget)
    wanted = list(_candidates(problem, schedule))
    others = [
        Trial(change, changed, vain=_vain(problem, change, goals))
        for change in wanted[:TRIED]
        if (changed := _with(problem, change)) is not None
    ]
    trials.run(others)
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


def _vain(problem: Problem, change: Change, goals: Sequence[Goal]) -> bool:
    """Is it more of what never runs short? The balance alone counts how many there are."""
    if not isinstance(change, SetCapacity) or "balance" in goals:
        return False
    return plenty(problem, problem.resource[change.resource])


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
