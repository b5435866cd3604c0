"""What has begun by now, if the plan before was carried out.

Each of its tasks that was to start before now did so, and has ended once its work was done, unless
the problem says otherwise: it gives a start itself, or a release or fixed start that differs, or
what it says leaves no room. What the task waits for had not happened then, say, or its machine was
away, or held by what runs longer. Of two that are in each other's way the earlier one stands.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from tools.contradictions.edits import replaced
from tools.plan import Assignment, Problem, Resource, Schedule, Task
from tools.plan.hours import units
from tools.solver.facts import open_together, worked
from tools.solver.instance import Numbers


class Past(NamedTuple):
    """From when to when a task ran; without an end it runs still."""

    start: int
    end: int | None


def begun(problem: Problem, before: Schedule | None) -> Problem:
    """The problem in which it is said what has begun, as far as the plan before tells."""
    rows = [
        each
        for each in (before.assignments if before else ())
        if each.task in problem.by_name and each.start < problem.present
    ]
    if all(problem.by_name[each.task].started is not None for each in rows):
        return problem
    told = _Told(problem, rows).all()
    tasks = (
        replaced(task, started=told[task.name].start, ended=told[task.name].end)
        if task.name in told
        else task
        for task in problem.tasks
    )
    return replaced(problem, tasks=tuple(tasks))


def newly_begun(old: Problem, new: Problem) -> tuple[str, ...]:
    """The tasks that have started in `new` and had not in `old`."""
    return tuple(
        task.name
        for task in new.tasks
        if task.started is not None and old.by_name[task.name].started is None
    )


class _Told:
    """What the rows of the plan before tell, one after another."""

    def __init__(self, problem: Problem, rows: Iterable[Assignment]) -> None:
        self.problem, self.now = problem, problem.present
        at = {task.name: place for place, task in enumerate(problem.tasks)}
        self.rows = sorted(rows, key=lambda each: (each.start, at[each.task]))
        self.by_task = {each.task: each for each in self.rows}
        facts = [task for task in problem.tasks if task.started is not None]
        self.known = {task.name: Past(task.started or 0, task.ended) for task in facts}
        self.ideas = {each.task: self._worked(each) for each in self.rows} | self.known
        self.looked_at = set(self.known)
        self.rooms = self._rooms()
        self.apart: dict[str, set[str]] = {}
        for task in problem.tasks:
            for other in task.apart:
                self.apart.setdefault(task.name, set()).add(other)
                self.apart.setdefault(other, set()).add(task.name)
        for task in facts:
            self._take(task.name)

    def all(self) -> Mapping[str, Past]:
        """The tasks of the plan before that have begun though the problem does not say so."""
        told: dict[str, Past] = {}
        for row in self.rows:
            if row.task in self.looked_at:
                continue
            if self._stands(row):
                self.known[row.task] = told[row.task] = self._ended_or_not(row)
                self._take(row.task)
            self.looked_at.add(row.task)
        return told

    def _worked(self, row: Assignment) -> Past:
        """With its end, if its work was done by now."""
        task = self.problem.by_name[row.task]
        duration = task.ways[row.way if row.way < len(task.ways) else 0].duration
        if not task.pausable:
            end = row.start + duration
            return Past(row.start, end if end <= self.now else None)
        held = [self.problem.resource[name] for name in self._held(row)]
        spans = open_together(self.problem, held, self.now)
        end, left = worked(spans, row.start, duration)
        return Past(row.start, None if left else end)

    def _held(self, row: Assignment) -> dict[str, int]:
        """What it holds of what there still is; a stock is used up, whatever it says."""
        known = self.problem.resource
        return {
            name: amount
            for name, amount in row.resources.items()
            if name in known and known[name].kind != "stock"
        }

    def _holds(self, name: str) -> dict[str, int]:
        """What a task holds as the plan before says, or else by name."""
        if name in self.by_task:
            return self._held(self.by_task[name])
        task = self.problem.by_name[name]
        return self._held(Assignment(task=name, start=0, end=0, resources=task.demands))

    def _rooms(self) -> dict[str, "_Room"]:
        moments: dict[str, set[int]] = {}
        for name, past in self.ideas.items():
            for resource in self._holds(name):
                moments.setdefault(resource, set()).update(self._span(past))
        return {
            name: _Room(self.problem, self.problem.resource[name], minutes, self.now)
            for name, minutes in moments.items()
        }

    def _span(self, past: Past) -> tuple[int, int]:
        return past.start, self.now if past.end is None else past.end

    def _take(self, name: str) -> None:
        for resource, amount in self._holds(name).items():
            self.rooms[resource].take(*self._span(self.known[name]), amount)

    def _stands(self, row: Assignment) -> bool:
        """Does nothing that the problem says speak against it?"""
        task = self.problem.by_name[row.task]
        if row.start < task.release or task.fixed not in (None, row.start):
            return False
        span = self._span(self.ideas[row.task])
        return (
            all(self._kept(task, row.start, kind) for kind in ("finish-start", "start-start"))
            and not any(self._overlaps(span, other) for other in self.apart.get(row.task, ()))
            and all(
                self.rooms[name].has(*span, amount, task.pausable)
                for name, amount in self._held(row).items()
            )
        )

    def _kept(self, task: Task, minute: int, kind: str) -> bool:
        """Had what it waits for happened early enough? What is still to come is at least now."""
        return all(
            minute >= self._moment(link.task, kind == "start-start") + link.lag
            for link in task.predecessors
            if link.kind == kind
        )

    def _moment(self, name: str, start: bool) -> int:
        past = self.known.get(name)
        if past is None and name not in self.looked_at:
            past = self.ideas.get(name)
        if past is None:
            return self.now
        return past.start if start else self._span(past)[1]

    def _overlaps(self, span: tuple[int, int], other: str) -> bool:
        if other not in self.known:
            return False
        begin, end = self._span(self.known[other])
        return span[0] < end and begin < span[1]

    def _ended_or_not(self, row: Assignment) -> Past:
        """It goes on if it may not finish yet."""
        past = self.ideas[row.task]
        task = self.problem.by_name[row.task]
        if past.end is not None and self._kept(task, past.end, "finish-finish"):
            return past
        return Past(row.start, None)


class _Room:
    """How many units of a resource were there until now, and how many were held."""

    def __init__(
        self, problem: Problem, resource: Resource, moments: Iterable[int], now: int
    ) -> None:
        steps = units(problem, resource, now)
        self.minutes = sorted({*moments, *(minute for minute, _ in steps)})
        at, level, levels = 0, 0, []
        for minute in self.minutes:
            while at < len(steps) and steps[at][0] <= minute:
                level = steps[at][1]
                at += 1
            levels.append(level)
        self.there: Numbers = np.array(levels, dtype=np.int64)
        self.used: Numbers = np.zeros(len(levels), dtype=np.int64)

    def _part(self, start: int, end: int) -> slice:
        return slice(bisect_left(self.minutes, start), bisect_left(self.minutes, end))

    def take(self, start: int, end: int, amount: int) -> None:
        self.used[self._part(start, end)] += amount

    def has(self, start: int, end: int, amount: int, pausable: bool) -> bool:
        """Is there so much beside what is held? Whoever may pause needs it only while it is open,
        but for the first minute."""
        part = self._part(start, end)
        there = self.there[part]
        lacking = there - self.used[part] < amount
        if pausable:
            lacking[1:] &= there[1:] > 0
        return not lacking.any()
