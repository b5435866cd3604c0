"""What is untrue in certificates of what it takes, of what would help, and of having no plan."""

from collections.abc import Iterator, Sequence

from tools.plan import Goal, Problem, Schedule
from tools.plan.changes import Change, LongerShift, SetCapacity, SetDuration
from tools.reasons.comparison import Comparison
from tools.reasons.records import NoPlan
from tools.reasons.remedies import FirstBy, Help, Helps, InTime
from tools.record import PlanError
from ui.eval.foils import changed, unchecked, with_capacity, with_task
from ui.eval.judge.checker import faults
from ui.eval.judge.values import value
from ui.eval.oracle import Orders
from ui.eval.proofs import Proofs, bound_after, bound_before, side_by_side

HOUR = 60


class Remedies(Proofs):
    """A part of the checker."""

    def _first_by(self, told: FirstBy, other: Schedule | None) -> Iterator[str]:
        rows, order = self.plan.by_task, ((told.task, told.other),)
        if told.starts != (rows[told.task].start, rows[told.other].start):
            yield "the starts"
        if told.now != self.problem.by_name[told.task].priority:
            yield "its priority"
        if told.comparison is None:
            first = told.starts[0] <= told.starts[1]
            if (told.needed is not None) != first or (first and told.needed != told.now):
                yield "whether it is first already"
            elif told.needed is None:
                yield from self._never(told)
            return
        assert told.needed is not None, "the priority of the other plan"
        foil = with_task(self.problem, told.task, {"priority": told.needed})
        if other is None:
            yield "a comparison without another plan"
            return
        yield from faults(foil, other, order)
        yield from side_by_side(told.comparison, self.plan, other)
        for each in told.comparison.goals:
            values = value(self.problem, self.plan, each.goal), value(foil, other, each.goal)
            if (each.before, each.after) != values:
                yield f"the {each.goal} of both plans"
        if told.proved and told.needed > told.now:
            yield from self._in_vain(told, told.needed - 1)

    def _never(self, told: FirstBy) -> Iterator[str]:
        """No plan has it first, or no best plan at any priority, if that is said to be proved."""
        yield from self.path(told.rule)
        both = self.problem
        for name in (told.task, told.other):
            both = with_task(both, name, {"value": None})
        if told.conflict is not None:
            self.conflicts.append((told.conflict, both))
        if told.rule or told.conflict is not None:
            order = ((told.task, told.other),)
            yield from self.none(both, order, (), "that no plan has it first")
        elif told.proved:
            yield from self._in_vain(told, told.highest)

    def _in_vain(self, told: FirstBy, priority: int) -> Iterator[str]:
        """At that priority no best plan has it first."""
        foil = with_task(self.problem, told.task, {"priority": priority})
        goals = self._goals(foil)
        what, order = f"that priority {priority} does not do", ((told.task, told.other),)
        best = self.oracle.best(foil, goals)
        if best is None:
            self.open.append(what)
            return
        limits = list(zip(goals, best, strict=True))
        yield from self.none(foil, order, limits, what)

    def _goals(self, foil: Problem) -> list[Goal]:
        return [self.goal, *(each.goal for each in self.plan.then if each.goal != "moves")]

    def _in_time(self, told: InTime, other: Schedule | None) -> Iterator[str]:
        if told.end != _end(self.plan, told.task):
            yield "when it ends"
        if told.soonest is not None:
            yield from self._soonest(told, told.soonest)
        if told.comparison is not None:
            if other is None or _end(other, told.task) > told.limit:
                yield "that the other plan is in time"
                return
            foil = _due(self.problem, told.task, told.limit)
            yield from self.compared(told.comparison, self.problem, other, wider=foil)
        if told.conflict is not None:
            self.conflicts.append((told.conflict, _due(self.problem, told.task, told.limit)))
        for each in told.enough:
            if each.now != self.problem.capacity[each.resource]:
                yield f"how many {each.resource} there are"
            if each.end > told.limit or each.needed <= each.now:
                yield f"that {each.needed} {each.resource} are enough"
            foil = with_capacity(self.problem, each.resource, each.needed)
            yield from self._by(foil, told.task, each.end, True, f"{each.needed} {each.resource}")
            if each.proved and each.needed > each.now:
                foil = with_capacity(self.problem, each.resource, each.needed - 1)
                less = f"one fewer {each.resource}"
                yield from self._by(foil, told.task, told.limit, False, less)

    def _soonest(self, told: InTime, soonest: int) -> Iterator[str]:
        """The earliest end that was found, that it is the earliest, and how late that is."""
        yield from self._by(self.problem, told.task, soonest, True, "the earliest end")
        if told.soonest_proved:
            what = "that it cannot end sooner"
            yield from self._by(self.problem, told.task, soonest - 1, False, what)
        late = soonest - told.limit
        if told.late != (late if late > 0 else None):
            yield "by how much a deadline would have to move"

    def _by(
        self, problem: Problem, task: str | None, minute: int, claimed: bool, what: str
    ) -> Iterator[str]:
        """It is claimed that there is a plan, or none, in which everything or a task has ended by a
        minute."""
        claim = self.some if claimed else self.none
        if task is None:
            yield from claim(problem, (), [("makespan", minute)], what)
            return
        yield from claim(_due(problem, task, minute), (), (), what)

    def _helps(self, told: Helps, other: Schedule | None) -> Iterator[str]:
        """Each change, and what it gains beside the best plan that was found without it."""
        possible = list(small_changes(self.problem, self.plan))
        if told.untried + len(told.helps) > len(possible):
            yield "how many changes there are"
        if any(each.change not in possible for each in told.helps):
            yield "what is changed"
        if not told.untried:
            left = [each for each in possible if each not in [one.change for one in told.helps]]
            yield from (f"that {each} was tried" for each in left if self._plannable(each))
        ranks = [_rank(each.comparison) for each in told.helps]
        if ranks != sorted(ranks):
            yield "what gains most"
        yield from self._now(told)
        for each in told.helps:
            yield from self._help(each)

    def _now(self, told: Helps) -> Iterator[str]:
        """What all changes are measured by is what a plan without them reaches."""
        starts = {_start(each.comparison) for each in told.helps}
        if len(starts) > 1:
            yield "that all are measured by the same plan"
        for each in told.helps[:1]:
            own = [(d.goal, d.before) for d in each.comparison.goals]
            if (told.goal, told.before) not in own or told.end != each.comparison.end_before:
                yield "what there is without a change"
            rows = map(bound_before, each.comparison.goals)
            yield from self.bounds(self.problem, (), rows, "without a change")
            yield from self._reached(self.problem, _start(each.comparison), "without a change")

    def _plannable(self, change: Change) -> bool:
        try:
            foil = changed(self.problem, [change])
        except PlanError:  # such as a machine with setups, of which there can be only one
            return False
        return foil != self.problem and self.oracle.possible(foil) is True

    def _help(self, told: Help) -> Iterator[str]:
        what, said = f"with {told.change}", told.comparison
        foil = changed(self.problem, [told.change])
        reached = [(each.goal, each.after) for each in said.goals]
        yield from self._reached(foil, (*reached, ("makespan", said.end_after)), what)
        yield from self.bounds(foil, (), map(bound_after, said.goals), what)

    def _reached(
        self, problem: Problem, reached: Sequence[tuple[Goal, int]], what: str, orders: Orders = ()
    ) -> Iterator[str]:
        yield from self.some(problem, orders, reached, f"{what}: {reached}")

    def _no_plan(self, told: NoPlan, other: Schedule | None) -> Iterator[str]:
        plan = told.plan
        if plan.status == "unknown":
            self.open.append("whether there is a plan")
            return
        yield from self.none(self.problem, (), (), "that there is no plan")
        if plan.conflict is not None:
            self.conflicts.append((plan.conflict, self.problem))
        yield from self._misses(plan)

    def _misses(self, plan: Schedule) -> Iterator[str]:
        """The deadlines that are missed: so late is enough, and less in all is not."""
        foil, total = self.problem, sum(each.minutes for each in plan.misses)
        late = foil
        for task in self.problem.tasks:
            fields = {"deadline": None, "due": task.deadline, "priority": 1}
            late = with_task(late, task.name, fields)
        for each in plan.misses:
            if each.deadline != self.problem.by_name[each.task].deadline or each.minutes <= 0:
                yield f"the deadline of {each.task}"
            foil = with_task(foil, each.task, {"deadline": each.end})
        if plan.misses:
            yield from self.some(foil, (), (), "that only these deadlines are missed")
            less = [("tardiness", total - 1)]
            yield from self.none(late, (), less, f"that {total} minutes are missed at least")


def small_changes(problem: Problem, plan: Schedule) -> Iterator[Change]:
    """One more of each resource, an hour more of each shift, a tenth less of each duration."""
    used = {each.calendar for each in problem.resources}
    for each in problem.resources:
        if each.kind != "stock" and not (each.skills and each.capacity == 1):
            yield SetCapacity(resource=each.name, capacity=each.capacity + 1)
    for calendar in problem.calendars:
        if calendar.name in used:
            yield LongerShift(calendar=calendar.name, minutes=HOUR)
    for task in problem.tasks:
        shorter = task.duration - max(1, task.duration // 10)
        if shorter and task.name in plan.by_task:
            yield SetDuration(task=task.name, minutes=shorter)


def _due(problem: Problem, task: str | None, minute: int) -> Problem:
    """All tasks, or one, must end by then, which may be sooner than they can at sight."""
    for each in problem.tasks:
        if task in (None, each.name):
            ends = minute if each.deadline is None else min(each.deadline, minute)
            fields = {"deadline": ends} | ({"value": None} if task else {})
            problem = unchecked(problem, each.name, fields)
    return problem


def _end(plan: Schedule, task: str | None) -> int:
    return plan.makespan if task is None else plan.by_task[task].end


def _start(said: Comparison) -> tuple[tuple[Goal, int], ...]:
    """What there is before a change: the goals, then the end."""
    before = tuple((each.goal, each.before) for each in said.goals)
    return (*before, ("makespan", said.end_before))


def _rank(said: Comparison) -> list[int]:
    return [*(each.after - each.before for each in said.goals), said.end_after - said.end_before]
