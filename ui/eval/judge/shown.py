"""What a plan shows of one task, minute by minute: who is free, when it could be, what that would
change."""

from collections import Counter
from itertools import chain

from tools.plan import Assignment, Problem, Schedule
from tools.reasons.links import Link
from ui.eval.judge import rules
from ui.eval.judge.choices import staffs
from ui.eval.judge.clock import Clock
from ui.eval.judge.past import present
from ui.eval.judge.values import value


class Shown:
    """One plan of one problem."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem, self.schedule, self.clock = problem, schedule, Clock(problem)

    def way(self, each: Assignment):
        return self.problem.task(each.task).ways[each.way]

    def used(self, link: Link, minute: int) -> int:
        return self.held(link.resource, link.task, minute)

    def held(self, resource: str, besides: str, minute: int) -> int:
        return sum(
            each.resources.get(resource, 0)
            for each in self.schedule.assignments
            if each.start <= minute < each.end
            and each.task != besides
            and self.problem.task(each.task).ended is None
        )

    def window(self, link: Link, mine: Assignment) -> range:
        pausable = self.problem.task(link.task).pausable
        return range(link.tried, link.tried + (1 if pausable else self.way(mine).duration))

    def free(
        self, link: Link, mine: Assignment, name: str, minutes: range, by_hours: bool = False
    ) -> int:
        named = self.way(mine).demands.get(name, 0)
        return min(
            max(
                0,
                self.clock.units(name, minute)
                - (0 if by_hours else self.held(name, link.task, minute))
                - named,
            )
            for minute in minutes
        )

    def is_free(self, mine: Assignment, name: str) -> bool:
        """Whether somebody has a unit free all the time that a task takes, beside what it asks for
        by name."""
        named = self.way(mine).demands.get(name, 0)
        return all(
            self.clock.units(name, minute) - self.held(name, mine.task, minute) > named
            for minute in range(mine.start, mine.end)
        )

    def placed(self, mine: Assignment, minute: int, resources=None) -> Assignment:
        """The task at another start, with its end by the clock."""
        resources = dict(mine.resources if resources is None else resources)
        duration, end = self.way(mine).duration, minute
        if not self.problem.task(mine.task).pausable:
            end = minute + duration
        worked = 0
        while self.problem.task(mine.task).pausable and worked < duration:
            worked += self.clock.works(resources, end)
            end += 1
            if end > minute + 10_000:
                break
        update = {"start": minute, "end": end, "resources": resources}
        return Assignment.model_validate(mine.model_dump() | update)

    def with_row(self, row: Assignment) -> Schedule:
        rows = [row if each.task == row.task else each for each in self.schedule.assignments]
        data = {"status": "feasible", "left_out": self.schedule.left_out, "assignments": rows}
        return Schedule(**data)

    def allowed(self, row: Assignment) -> bool:
        """Whether the plan keeps all rules with this row in it."""
        plan = self.with_row(row)
        found = chain(
            rules.of_each(self.problem, plan, self.clock),
            rules.of_pairs(self.problem, plan, ()),
            rules.of_resources(self.problem, plan, self.clock),
        )
        return next(found, None) is None

    def staffs(self, mine: Assignment) -> list[dict[str, int]]:
        """Everything that it might hold: others with the right skills, unless it may pause."""
        if self.problem.task(mine.task).pausable:
            return [dict(mine.resources)]
        way = self.way(mine)
        return [Counter(way.demands) + Counter(staff) for staff in staffs(self.problem, way)]

    def possible(self, mine: Assignment, minute: int) -> bool:
        return any(self.allowed(self.placed(mine, minute, each)) for each in self.staffs(mine))

    def hours_allow(self, mine: Assignment, minute: int) -> bool:
        """Whether it could start then if it were alone and nothing but hours counted."""
        return any(self._open(self.placed(mine, minute, each)) for each in self.staffs(mine))

    def _open(self, row: Assignment) -> bool:
        pausable = self.problem.task(row.task).pausable
        held = self.clock.held(dict(row.resources))
        there = [
            {name: self.clock.units(name, minute) for name in held}
            for minute in range(row.start, row.end)
        ]
        enough = all(
            units[name] >= row.resources[name] or (pausable and units[name] == 0)
            for units in there
            for name in held
        )
        return enough and all(units > 0 for units in there[0].values())

    def least(self, mine: Assignment) -> int:
        """The first minute at which bounds and links allow it to start."""
        task, done = self.problem.task(mine.task), self.schedule.by_task
        bounds = [task.release, present(self.problem)]
        for link in task.predecessors:
            if link.task in done and link.kind != "finish-finish":
                other = done[link.task]
                bounds.append((other.start if link.kind == "start-start" else other.end) + link.lag)
        return max(bounds)

    def longest(self, mine: Assignment) -> int:
        """The longest stretch before its start in which all that it holds is there."""
        most = now = 0
        for minute in range(self.least(mine), mine.start):
            held = self.clock.held(dict(mine.resources))
            there = all(self.clock.units(n, minute) >= mine.resources[n] for n in held)
            now = now + 1 if there else 0
            most = max(most, now)
        return most

    def change(self, row: Assignment):
        """The first goal that would change, and how; None if moves are counted."""
        other = self.with_row(row)
        for goal in (self.schedule.goal, *(each.goal for each in self.schedule.then)):
            if goal == "moves":
                return None
            old, new = (value(self.problem, each, goal) for each in (self.schedule, other))
            if old != new:
                return goal, "worse" if new > old else "better"
        return None, "same"
