"""What is true of a problem, by a CP-SAT model of its own: to judge what an explanation claims of
plans solved again. It shares nothing with the planner's models, bounds and search, and it is told
by its caller when resources are there.

It knows demands and skills, absences and closed hours, releases, fixed starts, deadlines, links,
stock, tasks that may be left out or lie apart, and that a task starts no later than another. It
knows no pauses, setups, other ways to do a task, pairs done by the same people, and nothing that
has started.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from tools.plan import Goal, Problem, Resource, Task

Orders = Sequence[tuple[str, str]]
Limits = Sequence[tuple[Goal, int]]
Steps = Mapping[str, Sequence[tuple[int, int]]]
"""By resource: from which minute on how many units are there; the first is minute 0."""


class Truth(NamedTuple):
    """What is known of the best value that a plan can have."""

    least: int | None
    """No plan is below; None if there is no plan."""
    found: int | None
    """A plan has it; None if none was found."""

    @property
    def known(self) -> bool:
        return self.least == self.found


class Model:
    """All plans of one problem that end by a minute."""

    def __init__(self, problem: Problem, steps: Steps, orders: Orders, until: int) -> None:
        """Raises:
        ValueError: the problem says something that the model does not know.
        """
        if strange := [task.name for task in problem.tasks if _strange(task)]:
            raise ValueError(f"the model does not know all that is said of {strange[0]}")
        self.problem, self.steps, self.until = problem, steps, until
        self.model = cp_model.CpModel()
        self.present = {
            task.name: self.model.new_constant(1) if task.value is None else self._bool()
            for task in problem.tasks
        }
        self.start = {task.name: self._start(task) for task in problem.tasks}
        self.uses: dict[str, list[tuple[Any, int, Task, Any]]] = {}
        """By resource: interval, units, task, and the literal that it is so."""
        for task in problem.tasks:
            self._hold(task)
        self.most = {each.name: self._never_too_many(each) for each in problem.resources}
        self._relate(orders)

    def possible(self, limits: Limits, seconds: float, workers: int = 2) -> bool | None:
        """Is there a plan with each goal at most so much? None if time runs out first."""
        for goal, most in limits:
            self.model.add(self._value(goal) <= most)
        status = self._engine(seconds, workers).solve(self.model)
        if status == cp_model.INFEASIBLE:
            return False
        return True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None

    def best(self, goal: Goal, limits: Limits, seconds: float, workers: int = 2) -> Truth:
        """Bounds on the best value of a goal among the plans within the limits."""
        for other, most in limits:
            self.model.add(self._value(other) <= most)
        self.model.minimize(self._value(goal))
        engine = self._engine(seconds, workers)
        status = engine.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return Truth(None, None)
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        least = max(0, math.ceil(engine.best_objective_bound - 1e-6))
        return Truth(least, round(engine.objective_value) if found else None)

    def _engine(self, seconds: float, workers: int) -> cp_model.CpSolver:
        engine = cp_model.CpSolver()
        engine.parameters.max_time_in_seconds = seconds
        engine.parameters.num_workers = workers
        return engine

    def _bool(self) -> Any:
        return self.model.new_bool_var("")

    def _count(self, most: int) -> Any:
        return self.model.new_int_var(0, most, "")

    def _start(self, task: Task) -> Any:
        """At minutes from which all that the task needs by name stays there for as long as it
        takes."""
        last = self.until if task.deadline is None else min(self.until, task.deadline)
        spans = [
            (max(begin, task.release, self.problem.present), min(end, last) - task.duration)
            for begin, end in self._open(task)
        ]
        if task.fixed is not None:
            spans = [(max(begin, task.fixed), min(end, task.fixed)) for begin, end in spans]
        allowed = [list(span) for span in spans if span[0] <= span[1]]
        if not allowed:  # a variable without values would be no model at all
            self.model.add(self.present[task.name] == 0)
            allowed = [[0, 0]]
        return self.model.new_int_var_from_domain(cp_model.Domain.from_intervals(allowed), "")

    def _open(self, task: Task) -> list[tuple[int, int]]:
        """Stretches in which enough of everything that it needs by name is there."""
        steps = {name: self.steps[name] for name in task.demands if not self._is_stock(name)}
        moments = sorted(
            {0, self.until, *(minute for each in steps.values() for minute, _ in each)}
        )
        found: list[tuple[int, int]] = []
        for begin, end in pairwise(sorted(moments)):
            there = all(_units(each, begin) >= task.demands[name] for name, each in steps.items())
            if there and found and found[-1][1] == begin:
                found[-1] = (found[-1][0], end)
            elif there:
                found.append((begin, end))
        return found

    def _is_stock(self, name: str) -> bool:
        return self.problem.resource[name].kind == "stock"

    def _hold(self, task: Task) -> None:
        """What it holds by name, and for each head of each skill one unit of somebody."""
        present = self.present[task.name]
        for name, amount in task.demands.items():
            self._use(name, amount, task, present)
        for skill, heads in task.skills.items():
            able = [each.name for each in self.problem.resources if skill in each.skills]
            for _ in range(heads):
                chosen = [self._bool() for _ in able]
                self.model.add(sum(chosen) == present)
                for name, literal in zip(able, chosen, strict=True):
                    self._use(name, 1, task, literal)

    def _use(self, name: str, amount: int, task: Task, literal: Any) -> None:
        interval = self.model.new_optional_fixed_size_interval_var(
            self.start[task.name], task.duration, literal, ""
        )
        self.uses.setdefault(name, []).append((interval, amount, task, literal))

    def _never_too_many(self, resource: Resource) -> Any:
        """Never more units in use than there are; returns the most that may be at any time."""
        uses, most = self.uses.get(resource.name, []), self._count(resource.capacity)
        if resource.kind == "stock":
            self.model.add(sum(amount * used for _, amount, _, used in uses) <= most)
            return most
        rows = [(interval, amount) for interval, amount, _, _ in uses]
        self.model.add_cumulative(*_columns(rows), most)
        away = list(self._away(resource))
        if away:
            self.model.add_cumulative(*_columns([*rows, *away]), resource.capacity)
        return most

    def _away(self, resource: Resource) -> Any:
        """Stretches in which some units, or all of those found by skill, are not there."""
        steps = [*self.steps[resource.name], (self.until, 0)]
        for (begin, there), (end, _) in pairwise(steps):
            gone = resource.capacity - there
            if gone > 0 and end > begin and (there > 0 or resource.skills):
                yield self.model.new_fixed_size_interval_var(begin, end - begin, ""), gone

    def _relate(self, orders: Orders) -> None:
        for task in self.problem.tasks:
            for link in task.predecessors:
                other = self.problem.by_name[link.task]
                mine = task.duration if link.kind == "finish-finish" else 0
                theirs = 0 if link.kind == "start-start" else other.duration
                gap = theirs + link.lag - mine
                self._if_both(other.name, task.name, gap)
            for name in task.apart:
                spans = [self._span(self.problem.by_name[each]) for each in (task.name, name)]
                self.model.add_no_overlap(spans)
        for first, second in orders:
            self._if_both(first, second, 0)

    def _if_both(self, first: str, second: str, gap: int) -> None:
        rule = self.model.add(self.start[second] >= self.start[first] + gap)
        rule.only_enforce_if(self.present[first], self.present[second])

    def _span(self, task: Task) -> Any:
        start, present = self.start[task.name], self.present[task.name]
        return self.model.new_optional_fixed_size_interval_var(start, task.duration, present, "")

    # Goals; what grows with time may be said too large by a plan, never too small

    def _value(self, goal: Goal) -> Any:
        tasks, people = (
            self.problem.tasks,
            [r for r in self.problem.resources if r.kind == "people"],
        )
        match goal:
            case "makespan":
                return self._largest([self._since(task, -task.duration) for task in tasks])
            case "waiting":
                return sum(task.priority * self._since(task, task.release) for task in tasks)
            case "completion":
                return sum(task.priority * self._since(task, -task.duration) for task in tasks)
            case "tardiness":
                return sum(
                    task.priority * self._since(task, task.due - task.duration)
                    for task in tasks
                    if task.due is not None
                )
            case "people":
                return sum(self.most[each.name] for each in people)
            case "cost":
                return sum(self._cost(each) for each in self.problem.resources)
            case "balance":
                return self._largest([self._load(each) for each in people])
            case "value":
                return sum((task.value or 0) * (1 - self.present[task.name]) for task in tasks)
        raise ValueError(f"the model does not know the goal {goal}")

    def _since(self, task: Task, minute: int) -> Any:
        """At least the minutes from that one to its start, and 0; 0 if it is left out."""
        if task.value is None and minute <= task.release:
            return self.start[task.name] - minute
        most = self._count(max(0, self.until - minute))
        rule = self.model.add(most >= self.start[task.name] - minute)
        rule.only_enforce_if(self.present[task.name])
        return most

    def _largest(self, found: Sequence[Any]) -> Any:
        most = self._count(10**9)
        for each in found:
            self.model.add(most >= each)
        return most

    def _cost(self, resource: Resource) -> Any:
        """In sixtieths of money: prices are for hours, but for stock."""
        stock = resource.kind == "stock"
        return sum(
            amount * resource.cost * (60 if stock else task.duration) * literal
            for _, amount, task, literal in self.uses.get(resource.name, [])
        )

    def _load(self, resource: Resource) -> Any:
        """Minutes of work for each unit, rounded up."""
        uses = self.uses.get(resource.name, [])
        load = self._count(10**9)
        self.model.add(load * resource.capacity >= sum(a * t.duration * b for _, a, t, b in uses))
        return load


def _strange(task: Task) -> bool:
    said = task.pausable, task.alternatives, task.same_people, task.family
    return any(said) or task.started is not None


def _units(steps: Sequence[tuple[int, int]], minute: int) -> int:
    return [count for begin, count in steps if begin <= minute][-1]


def _columns(rows: Sequence[tuple[Any, int]]) -> tuple[list[Any], list[int]]:
    return [interval for interval, _ in rows], [amount for _, amount in rows]
