"""Whether there is a plan as good as somebody says: by trying everything, or by a model of its own.
No code of `tools/reasons/`, of `tools/studies/` or of the planner has a part in it."""

from collections.abc import Callable, Sequence
from itertools import permutations
from math import ceil
from typing import Any, Protocol

from tools.plan import Goal, Problem
from ui.eval.judge.brute import TooMany, enough, optimum
from ui.eval.judge.clock import Clock
from ui.eval.judge.truth import Model

Orders = Sequence[tuple[str, str]]
"""The first of each pair starts no later than the second."""
Limits = Sequence[tuple[Goal, int]]
"""Each goal is at most so much."""
Values = tuple[int, ...]
DAY = 24 * 60
WORKED = 400
"""Minutes of work for which there is room on each day of the calendars that are asked about."""


class Oracle(Protocol):
    """Knows all plans of a problem, as far as there is time."""

    def possible(self, problem: Problem, orders: Orders = (), limits: Limits = ()) -> bool | None:
        """Is there such a plan? None if that is not known."""

    def best(self, problem: Problem, goals: Sequence[Goal], orders: Orders = ()) -> Values | None:
        """The best values, the first goal first; None if they are not known."""


class Tried:
    """By trying everything, for problems of a few tasks and minutes."""

    def __init__(self) -> None:
        self._known: dict[object, Values | None] = {}

    def possible(self, problem: Problem, orders: Orders = (), limits: Limits = ()) -> bool | None:
        least: dict[Goal, int] = {}
        for goal, most in limits:
            least[goal] = min(most, least.get(goal, most))
        answer: bool | None = None
        for goals in permutations(least or ["makespan"]):
            found = self.best(problem, goals, orders)
            if not found:
                return None if found is None else False
            answer = _within(found, [least.get(goal, found[0]) for goal in goals])
            if answer is not None:
                break
        return answer

    def best(self, problem: Problem, goals: Sequence[Goal], orders: Orders = ()) -> Values | None:
        """Empty if there is no plan."""
        key = problem.model_dump_json(), tuple(goals), tuple(orders)
        if key not in self._known:
            self._known[key] = _tried(problem, goals, orders)
        return self._known[key]


def _within(found: Values, limits: Sequence[int]) -> bool | None:
    """Whether some plan keeps the limits, by the best values in the order of the goals; None where
    less of one goal may be possible with more of what comes before it."""
    for place, (value, most) in enumerate(zip(found, limits, strict=True)):
        if value > most:
            return False if found[:place] == tuple(limits[:place]) else None
    return True


def _tried(problem: Problem, goals: Sequence[Goal], orders: Orders) -> Values | None:
    try:
        return optimum(problem, goals, enough(problem), orders=tuple(orders)) or ()
    except TooMany:
        return None


class Modelled:
    """By a model of its own, in some seconds for each question."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._known: dict[object, Any] = {}

    def possible(self, problem: Problem, orders: Orders = (), limits: Limits = ()) -> bool | None:
        return self._once(
            ("possible", problem.model_dump_json(), tuple(orders), tuple(limits)),
            lambda: modelled(problem, orders).possible(limits, self.seconds),
        )

    def best(self, problem: Problem, goals: Sequence[Goal], orders: Orders = ()) -> Values | None:
        return self._once(
            ("best", problem.model_dump_json(), tuple(orders), tuple(goals)),
            lambda: self._best(problem, goals, orders),
        )

    def _once(self, key: object, ask: Callable[[], Any]) -> Any:
        if key not in self._known:
            self._known[key] = ask()
        return self._known[key]

    def _best(self, problem: Problem, goals: Sequence[Goal], orders: Orders) -> Values | None:
        limits: list[tuple[Goal, int]] = []
        for goal in goals:
            found = modelled(problem, orders).best(goal, limits, self.seconds)
            if found.least is None:
                return ()
            if not found.known:
                return None
            limits.append((goal, found.least))
        return tuple(most for _, most in limits)


def modelled(problem: Problem, orders: Orders = ()) -> Model:
    """The model of a problem, told by the judge's clock who is there when."""
    until, clock = horizon(problem), Clock(problem)
    steps = {each.name: clock.steps(each.name, until) for each in problem.resources}
    return Model(problem, steps, orders, until)


def horizon(problem: Problem) -> int:
    """A minute by which some best plan has ended: that far there is room for all tasks, one after
    another, behind the last moment that anybody named."""
    moments = [problem.now]
    for task in problem.tasks:
        moments += [task.release, task.fixed or 0]
        moments += [link.lag for link in task.links]
    moments += [away.end for each in problem.resources for away in each.absences]
    work = sum(task.duration for task in problem.tasks)
    closed = any(each.calendar for each in problem.resources)
    return max(moments) + (DAY * (ceil(work / WORKED) + 3) if closed else work)
