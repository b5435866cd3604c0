"""What is untrue in an explanation: every number is computed again from the problem, the plans and
an optimum of its own. It shares no code with `tools/reasons/` and `tools/studies/`."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tools.plan import Goal, Problem, Schedule
from tools.reasons.records import (
    Comparison,
    Explanation,
    NotThen,
    Order,
    Overall,
    Together,
    WhatIf,
    Why,
)
from tools.reasons.remedies import FirstBy, InTime
from tools.record import PlanError
from tools.solver.peers.truth import Truth
from ui.eval.floors import mistakes, within
from ui.eval.foils import changed, unlinked, with_capacity, with_task
from ui.eval.judge.checker import faults
from ui.eval.judge.claims import Claims
from ui.eval.judge.values import value

Orders = Sequence[tuple[str, str]]
Known = Callable[[Problem, Goal, Orders], Truth]
"""The best value that a plan can have, or what is known of it."""


class Checker:
    """Checks what is said of one plan."""

    def __init__(self, problem: Problem, plan: Schedule, known: Known) -> None:
        self.problem, self.plan, self.known = problem, plan, known
        self.goal: Goal = plan.goal

    def untrue(self, told: Explanation) -> list[str]:
        """Everything that is not so; empty if all of it is."""
        certificate = told.certificate
        check = getattr(self, f"_{certificate.kind}")
        return list(check(certificate, told.alternative))

    # By kind

    def _why(self, why: Why, other: Schedule | None) -> Iterator[str]:
        claims, links = Claims(self.problem, self.plan), why.chain
        if why.slack is not None:
            yield from self._slack(claims, why.task, why.slack)
            yield from self._due(claims, why)
        if not links or links[0].task != why.task:
            yield "the chain does not begin with the task"
        for link in links:
            yield from (f"{link.task}: {each}" for each in claims.untrue(link))
        for link, earlier in pairwise(links):
            if earlier.task not in (link.task, *link.blockers):
                yield f"{link.task} did not wait for {earlier.task}"
        if links and links[-1].blockers and links[-1].cause != "choice":
            yield f"the chain stops at {links[-1].task}, which waited for something"

    def _slack(self, claims: Claims, name: str, minutes: int) -> Iterator[str]:
        """It may start at every minute up to there, and not at the next."""
        mine = self.plan.by_task[name]
        for later in {1, minutes // 2, minutes} - {0}:
            row = claims.placed(mine, mine.start + later)
            if later <= minutes and (row.end > self.plan.makespan or not claims.allowed(row)):
                yield f"that {name} could start {later} later"
        row = claims.placed(mine, mine.start + minutes + 1)
        if row.end <= self.plan.makespan and claims.allowed(row):
            yield f"that {name} could not start more than {minutes} later"

    def _due(self, claims: Claims, why: Why) -> Iterator[str]:
        """How much of its slack there is before it is late."""
        mine, due = self.plan.by_task[why.task], self.problem.by_name[why.task].due
        last = claims.placed(mine, mine.start + (why.slack or 0)).end
        if why.late != (due is not None and mine.end > due):
            yield f"whether {why.task} is late"
        if (why.on_time is None) != (due is None or last <= due):
            yield f"whether {why.task} could be late"
        if why.on_time:
            ends = [claims.placed(mine, mine.start + why.on_time + more).end for more in (0, 1)]
            if due is None or not ends[0] <= due < ends[1]:
                yield f"when {why.task} would be late"

    def _overall(self, overall: Overall, other: Schedule | None) -> Iterator[str]:
        last = max(self.plan.assignments, key=lambda each: each.end)
        if self.plan.by_task[overall.last.task].end != last.end:
            yield f"{overall.last.task} is not the last"
        yield from self._why(overall.last, other)
        yield from self._value(self.problem, self.plan, overall.plan.objective, overall.plan.bound)
        if overall.floor is not None:
            yield from mistakes(overall.floor, self.problem, self.plan)
        if overall.soonest is not None:
            ends, proved = (
                self.known(self.problem, "makespan", ()),
                overall.soonest == overall.least,
            )
            yield from within(overall.soonest, proved, ends, "the earliest end")
            if overall.least is not None and ends.found is not None and ends.found < overall.least:
                yield "that no plan ends sooner"

    def _order(self, order: Order, other: Schedule | None) -> Iterator[str]:
        rows = self.plan.by_task
        if order.starts != (rows[order.first].start, rows[order.second].start):
            yield "the starts"
        if order.together != (order.starts[0] == order.starts[1]):
            yield "whether they start together"
        yield from self._path(order.rule)
        begun = [task.name for task in self.problem.tasks if task.started is not None]
        later = [name for name in rows if name not in (order.second, *begun)]
        orders = [(order.second, name) for name in (later if order.ahead else [order.first])]
        if order.impossible and not self.known(self.problem, self.goal, orders).impossible:
            yield "that the other order is impossible"
        foil = self.problem
        for pair in order.lifted:
            yield from self._path(pair)
            foil = unlinked(foil, *pair)
        if order.status == "infeasible" and not self.known(foil, self.goal, orders).impossible:
            yield "that it is impossible even without the rule"
        yield from self._compared(order.comparison, foil, other, orders)

    def _what_if(self, told: WhatIf, other: Schedule | None) -> Iterator[str]:
        try:
            foil = changed(self.problem, told.changes)
        except PlanError as error:
            yield f"that this could be planned: {error}"
            return
        if told.already != (foil == self.problem):
            yield "whether it is so already"
        if told.already:
            return
        if told.status == "infeasible" and not self.known(foil, self.goal, ()).impossible:
            yield "that there is no plan"
        kinds = {change.kind for change in told.changes}
        kept = "priority" in kinds and "drop" not in kinds  # of other work no value is told
        yield from self._compared(told.comparison, foil, other, kept=kept)

    def _not_then(self, told: NotThen, other: Schedule | None) -> Iterator[str]:
        task, start = self.problem.by_name[told.task], self.plan.by_task[told.task].start
        if told.start != start or told.already != (told.first <= start <= told.last):
            yield "when it starts"
        if told.already:
            return
        fields = {"fixed": told.first, "release": min(task.release, told.first)}
        foil = with_task(self.problem, told.task, fields)
        if told.status == "infeasible" and not self.known(foil, self.goal, ()).impossible:
            yield "that it cannot start then"
        yield from self._compared(told.comparison, foil, other)

    def _first_by(self, told: FirstBy, other: Schedule | None) -> Iterator[str]:
        rows = self.plan.by_task
        if told.starts != (rows[told.task].start, rows[told.other].start):
            yield "the starts"
        if told.now != self.problem.by_name[told.task].priority:
            yield "its priority"
        yield from self._path(told.rule)
        never = bool(told.rule) or told.conflict is not None
        if never and not self.known(self.problem, self.goal, ((told.task, told.other),)).impossible:
            yield "that no plan has it first"
        if told.needed is not None and told.proved and told.comparison is not None:
            yield from self._least_priority(told)

    def _least_priority(self, told: FirstBy) -> Iterator[str]:
        """At that priority the order costs nothing; at one less it does, which the first goal shows
        only if it is the only one."""
        assert told.needed is not None
        tries = [(told.needed, True)]
        tries += [(told.needed - 1, False)] if told.needed > told.now and not self.plan.then else []
        for priority, does in tries:
            foil = with_task(self.problem, told.task, {"priority": priority})
            free = self.known(foil, self.goal, ())
            first = self.known(foil, self.goal, ((told.task, told.other),))
            if free.known and first.known and (free.found == first.found) != does:
                yield f"what priority {priority} does"

    def _in_time(self, told: InTime, other: Schedule | None) -> Iterator[str]:
        if told.end != _end(self.plan, told.task):
            yield "when it ends"
        soonest = self._soonest(self.problem, told.task)
        if told.soonest is not None:
            yield from within(told.soonest, told.soonest_proved, soonest, "the earliest end")
            after = told.soonest - told.limit
            if told.comparison is None and told.late != (after if after > 0 else None):
                yield "by how much a deadline would have to move"
        if told.comparison is not None:
            if other is None or _end(other, told.task) > told.limit:
                yield "that the other plan is in time"
            elif broken := faults(self.problem, other):
                yield f"that the other plan may be carried out: {broken[0]}"
        for each in told.enough:
            yield from self._enough(told, each.resource, each.needed, each.now, each.proved)

    def _soonest(self, problem: Problem, task: str | None) -> Truth:
        """The earliest end of everything, or of one task: its lateness if it is due at once."""
        if task is None:
            return self.known(problem, "makespan", ())
        for name in problem.by_name:
            fields = {"due": 0, "priority": 1} if name == task else {"due": None}
            problem = with_task(problem, name, fields)
        return self.known(problem, "tardiness", ())

    def _enough(
        self, told: InTime, name: str, needed: int, now: int, proved: bool
    ) -> Iterator[str]:
        if now != self.problem.capacity[name]:
            yield f"how many {name} there are"
        does = self._soonest(with_capacity(self.problem, name, needed), told.task)
        if does.least is None or does.least > told.limit:
            yield f"that {needed} {name} are enough"
        if proved and needed - 1 > now:
            less = self._soonest(with_capacity(self.problem, name, needed - 1), told.task)
            if less.found is not None and less.found <= told.limit:
                yield f"that {needed - 1} {name} are not enough"

    def _together(self, told: Together, other: Schedule | None) -> Iterator[str]:
        rows = [self.plan.by_task[name] for name in told.tasks]
        if told.times != tuple((row.start, row.end) for row in rows):
            yield "the times"
        yield from self._path(told.rule)
        if told.already:
            return
        one, two = told.tasks
        orders = ((one, two), (two, one))
        impossible = self.known(self.problem, self.goal, orders).impossible
        if impossible != (told.status == "infeasible") and told.status != "unknown":
            yield "whether both can start at once"
        yield from self._compared(told.comparison, self.problem, other, orders)

    # What they share

    def _compared(
        self,
        said: Comparison | None,
        foil: Problem,
        other: Schedule | None,
        orders: Orders = (),
        kept: bool = False,
    ) -> Iterator[str]:
        """The values, ends and moves of both plans, and by how much the true optima may differ.

        Args:
            kept: the plan asked about has the value that keeping it would have.
        """
        if said is None:
            return
        if other is None:
            yield "a comparison without another plan"
            return
        yield from faults(foil, other, orders)
        old, bound = (foil, None) if kept else (self.problem, self.plan.bound)
        yield from self._value(old, self.plan, said.before, bound)
        yield from self._value(foil, other, said.after, other.bound)
        if [each.goal for each in said.then] != [each.goal for each in self.plan.then]:
            yield "which goals there are"
        for each in said.then:
            if each.before != value(old, self.plan, each.goal):
                yield f"the {each.goal} of the plan"
            if each.after != value(foil, other, each.goal):
                yield f"the {each.goal} of the other plan"
        if (said.end_before, said.end_after) != (self.plan.makespan, other.makespan):
            yield "the ends"
        moved = {
            name: (row.start, other.by_task[name].start)
            for name, row in self.plan.by_task.items()
            if name in other.by_task and row.start != other.by_task[name].start
        }
        if {m.task: (m.before, m.after) for m in said.moves if m.before != m.after} != moved:
            yield "what moves"
        if not kept and said.valued:
            yield from self._difference(said, foil, orders)

    def _difference(self, said: Comparison, foil: Problem, orders: Orders) -> Iterator[str]:
        before = self.known(self.problem, self.goal, ())
        after = self.known(foil, self.goal, orders)
        yield from within(said.after, said.exact, after, "the value of the other plan")
        if before.known and after.known and before.found is not None and after.found is not None:
            true = after.found - before.found
            if not said.least <= true <= said.most:
                yield f"the difference: {true} is not from {said.least} to {said.most}"

    def _value(
        self, problem: Problem, plan: Schedule, said: int | None, bound: int | None
    ) -> Iterator[str]:
        true = value(problem, plan, self.goal)
        if said != true:
            yield f"the {self.goal} is {true}, not {said}"
        if bound is not None and bound > true:
            yield "a bound above the value"

    def _path(self, rule: Sequence[str]) -> Iterator[str]:
        for earlier, later in pairwise(rule):
            if all(link.task != earlier for link in self.problem.by_name[later].predecessors):
                yield f"that {later} must wait for {earlier}"


def _end(plan: Schedule, task: str | None) -> int:
    return plan.makespan if task is None else plan.by_task[task].end
