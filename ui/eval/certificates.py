"""What is untrue in an explanation: every number is computed again from the problem, the plans and
what an oracle knows of all plans. It shares no code with `tools/reasons/` and `tools/studies/`, but
for the records that explanations are."""

from collections.abc import Iterator
from itertools import pairwise

from tools.plan import Assignment, Problem, Schedule
from tools.reasons.links import Busy
from tools.reasons.records import (
    Changed,
    Explanation,
    NotThen,
    Order,
    Overall,
    Together,
    WhatIf,
    Who,
    Why,
)
from tools.record import PlanError
from ui.eval.edits import unsaid
from ui.eval.floors import mistakes
from ui.eval.foils import changed, unchecked, unlinked, with_task
from ui.eval.judge.claims import Claims
from ui.eval.judge.values import value
from ui.eval.proofs import bound_after, bound_before, side_by_side
from ui.eval.remedies import Remedies

WEIGHING = {"added", "removed", "priority", "release", "due", "goals", "now"}
"""What makes values from before and after count different work."""
FEW = 30
"""Minutes of slack that are tried one by one."""


class Checker(Remedies):
    """Checks explanations of one plan of one problem."""

    before: tuple[Problem, Schedule] | None = None
    """The problem and the plan before, for what changed since."""

    def untrue(self, told: Explanation) -> list[str]:
        """Everything that is not so; empty if all of it is, as far as `open` does not say that it
        could not be settled."""
        certificate = told.certificate
        check = getattr(self, f"_{certificate.kind}")
        return list(check(certificate, told.alternative))

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
        tried = range(1, minutes + 1) if minutes <= FEW else (1, minutes // 2, minutes)
        for later in tried:
            row = claims.placed(mine, mine.start + later)
            if row.end > self.plan.makespan or not claims.allowed(row):
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
        if overall.plan != self.plan:
            yield "which plan it is"
        yield from self._why(overall.last, other)
        yield from self.proof(self.problem, self.plan, "the plan")
        if overall.floor is not None:
            yield from mistakes(overall.floor, self.problem, self.plan)
            ends = "makespan", overall.floor.minutes - 1
            yield from self.none(self.problem, (), [ends], "that no plan is shorter")
        yield from self._ends(self.problem, overall.soonest, overall.least)

    def _ends(self, problem: Problem, soonest: int | None, least: int | None) -> Iterator[str]:
        """Some plan ends so soon, and none before the least."""
        if soonest is not None and soonest < self.plan.makespan:
            yield from self.some(problem, (), [("makespan", soonest)], "the earliest end")
        if least:
            ends = [("makespan", soonest or least, least)]
            yield from self.bounds(problem, (), ends, "the earliest end")

    def _order(self, order: Order, other: Schedule | None) -> Iterator[str]:
        rows = self.plan.by_task
        if order.starts != (rows[order.first].start, rows[order.second].start):
            yield "the starts"
        if order.together != (order.starts[0] == order.starts[1]):
            yield "whether they start together"
        if order.starts[0] > order.starts[1]:
            yield "which comes first"
        yield from self.path(order.rule)
        orders = [(order.second, name) for name in self._later(order)]
        if order.impossible:
            yield from self.none(self.problem, orders, (), "that the other order is impossible")
        foil = self.problem
        for pair in order.lifted:
            yield from self.path(pair)
            foil = unlinked(foil, *pair)
        if order.status == "infeasible":
            yield from self.none(foil, orders, (), "that it is impossible even without the rule")
        if order.conflict is not None:
            self.conflicts.append((order.conflict, foil))
        yield from self.compared(order.comparison, foil, other, orders)

    def _later(self, order: Order) -> list[str]:
        """What is to start no sooner than the second; to be first of all, everything else."""
        if not order.ahead:
            return [order.first]
        begun = [task.name for task in self.problem.tasks if task.started is not None]
        return [name for name in self.problem.by_name if name not in (order.second, *begun)]

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
        if told.status == "infeasible":
            yield from self.none(foil, (), (), "that there is no plan")
        if told.conflict is not None:
            self.conflicts.append((told.conflict, foil))
        kinds = {change.kind for change in told.changes}
        same = not kinds & {"add", "drop"}  # of other work no value is told
        if told.comparison is not None and told.comparison.valued != same:
            yield "whether both plans do the same work"
        yield from self.compared(told.comparison, foil, other, kept="priority" in kinds and same)

    def _not_then(self, told: NotThen, other: Schedule | None) -> Iterator[str]:
        task, start = self.problem.by_name[told.task], self.plan.by_task[told.task].start
        late = task.release if task.release > told.first else None
        if told.start != start or told.already != (told.first <= start <= told.last):
            yield "when it starts"
        if told.lifted != (late if task.fixed is None else task.fixed):
            yield "which wish forbids it"
        if told.fixed != (task.fixed is not None):
            yield "whether its start is fixed"
        if told.already:
            return
        ends = told.last + task.duration
        if task.deadline is not None:
            ends = min(ends, task.deadline)
        window = {"release": told.first, "deadline": ends, "fixed": None, "value": None}
        foil = unchecked(self.problem, told.task, window)
        if told.status == "infeasible":
            yield from self.none(foil, (), (), "that it cannot start then")
        if told.conflict is not None:
            self.conflicts.append((told.conflict, self._as_asked(told)))
        if told.comparison is not None and other is not None:
            ruled = self._started(told.task, other.by_task[told.task].start)
            if not told.first <= other.by_task[told.task].start <= told.last:
                yield "that the other plan starts it then"
            yield from self.compared(told.comparison, ruled, other, wider=foil)

    def _started(self, name: str, minute: int) -> Problem:
        """The task starts then, which is all that is different."""
        release = min(self.problem.by_name[name].release, minute)
        return with_task(self.problem, name, {"fixed": minute, "release": release})

    def _as_asked(self, told: NotThen) -> Problem:
        """What a conflict is about: a start, or no sooner one, which may contradict at sight."""
        task = self.problem.by_name[told.task]
        fields = {"value": None, "fixed": None, "release": told.first}
        if told.first == told.last:
            fields |= {"fixed": told.first, "release": min(task.release, told.first)}
        return unchecked(self.problem, told.task, fields)

    def _together(self, told: Together, other: Schedule | None) -> Iterator[str]:
        rows = [self.plan.by_task[name] for name in told.tasks]
        if told.times != tuple((row.start, row.end) for row in rows):
            yield "the times"
        if told.times[0][0] > told.times[1][0]:
            yield "which comes first"
        yield from self.path(told.rule)
        one, two = told.tasks
        tasks = [self.problem.by_name[name] for name in told.tasks]
        if told.apart != (two in tasks[0].apart or one in tasks[1].apart):
            yield "whether they must not overlap"
        if told.resource is not None:
            needed = sum(task.demands.get(told.resource, 0) for task in tasks)
            there = self.problem.capacity[told.resource]
            if (told.demand, told.there) != (needed, there) or needed <= there:
                yield "what there is too little of"
        if told.already:
            return
        orders = ((one, two), (two, one))
        if told.status == "infeasible":
            yield from self.none(self.problem, orders, (), "that both cannot start at once")
        if told.conflict is not None:
            self.conflicts.append((told.conflict, self.problem))
        if told.left_out:
            self.open.append("that one would be left out")
        yield from self.compared(told.comparison, self.problem, other, orders)

    def _who(self, told: Who, other: Schedule | None) -> Iterator[str]:
        claims, mine = Claims(self.problem, self.plan), self.plan.by_task[told.task]
        task = self.problem.by_name[told.task]
        if (told.start, told.end) != (mine.start, mine.end):
            yield "its times"
        if set(told.skills) != set(task.skills):
            yield "its skills"
        able = {r.name for r in self.problem.resources if set(r.skills) & set(task.skills)}
        crew = {n for n, units in mine.resources.items() if units > task.demands.get(n, 0)}
        if set(told.crew) != crew:
            yield "who does it"
        free = {name for name in able - crew if claims.is_free(mine, name)}
        if set(told.free) != free or {each.name for each in told.busy} != able - crew - free:
            yield "who else is free"
        for each in told.busy:
            yield from self._busy(each, mine)
        if told.asked is None:
            return
        if told.able != (told.asked in able) or told.asked in mine.resources:
            yield f"whether {told.asked} could do it"
        if not told.able:
            return
        served = [s for s in task.skills if s in self.problem.resource[told.asked].skills]
        rest = dict(task.skills) | {served[0]: task.skills[served[0]] - 1}
        left = {skill: heads for skill, heads in rest.items() if heads}
        fields = {"demands": {**task.demands, told.asked: 1}, "skills": left}
        foil = with_task(self.problem, told.task, fields)
        if told.status == "infeasible":
            yield from self.none(foil, (), (), f"that {told.asked} cannot do it")
        if told.conflict is not None:
            self.conflicts.append((told.conflict, foil))
        if told.left_out:
            self.open.append("that it would be left out")
        yield from self.compared(told.comparison, foil, other)

    def _busy(self, told: Busy, mine: Assignment) -> Iterator[str]:
        """The first task that keeps somebody; none if they are away."""
        held = [
            row
            for row in self.plan.assignments
            if row.start < mine.end and mine.start < row.end and told.name in row.resources
        ]
        first = min((row.start for row in held if row.task != mine.task), default=None)
        said = None if told.task is None else self.plan.by_task[told.task]
        if first != (None if said is None else said.start) or (said and said not in held):
            yield f"what keeps {told.name}"

    def _changed(self, told: Changed, other: Schedule | None) -> Iterator[str]:
        assert self.before is not None, "it is given with the question"
        old_problem, old = self.before
        yield from unsaid(told.edits, old_problem, self.problem)
        said = told.comparison
        for each in said.goals:
            if each.before != value(old_problem, old, each.goal):
                yield f"the {each.goal} of the plan before"
            if each.after != value(self.problem, self.plan, each.goal):
                yield f"the {each.goal} of the plan now"
        yield from side_by_side(said, old, self.plan)
        if said.valued != (old.goal == self.goal and not {e.kind for e in told.edits} & WEIGHING):
            yield "whether both values count the same work"
        if said.valued:
            yield from self.bounds(old_problem, (), map(bound_before, said.goals), "before")
            yield from self.bounds(self.problem, (), map(bound_after, said.goals), "now")
        moved = said.moves[0].task if said.moves else None
        if moved != (told.why.task if told.why else None):
            yield "what moved most"
        if told.why is not None:
            yield from self._why(told.why, None)
