"""The optimum of a tiny problem: every way, time and staff for every task, one task after another.

A branch is cut only where it breaks a rule, or where what its tasks cost so far, with the least
that each task still to come costs alone, is no better than a plan already found: every goal only
grows as tasks are added. Slow: 4 tasks and some 40 minutes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from tools.plan import Goal, Problem, Reached, Schedule, Task
from ui.eval.judge.choices import Choice, choices, fits, setups_kept
from ui.eval.judge.clock import Clock
from ui.eval.judge.moves import MOVED
from ui.eval.judge.past import begun, present
from ui.eval.judge.people import doubled

Values = tuple[int, ...]
SOON = 100


class TooMany(Exception):
    """There is more to look at than was allowed."""


def enough(problem: Problem, before: Schedule | None = None) -> int:
    """Minutes by which some best plan has ended, if all changes of the resources, and the plan
    before, lie in the first `SOON` minutes: later only gaps can make a plan longer than its work,
    and a gap longer than every lag and setup can be cut out without harm."""
    tasks, clock = problem.tasks, Clock(problem)
    moments = [
        present(problem),
        *(absence.end for r in problem.resources for absence in r.absences),
    ]
    for task in tasks:
        moments += [task.release, task.fixed or 0, _longest_fact(task)]
        moments.append(task.ended or 0)
    for each in problem.resources:
        if each.calendar is not None:
            units = [clock.units(each.name, minute) for minute in range(SOON)]
            moments += [at for at in range(1, SOON) if units[at] != units[at - 1]]
    if before is not None:
        moments.append(before.makespan)
    gaps = [link.lag for task in tasks for link in task.links]
    gaps += [setup.minutes for each in problem.resources for setup in each.setups]
    work = sum(max(way.duration for way in task.ways) for task in tasks)
    return max(moments) + work + len(tasks) * max(0, *gaps, 0) + 1


def _longest_fact(task: Task) -> int:
    return (task.started or 0) + max(way.duration for way in task.ways)


def optimum(
    problem: Problem,
    goals: Sequence[Goal],
    horizon: int,
    before: Schedule | None = None,
    orders: Sequence[tuple[str, str]] = (),
) -> Values | None:
    """The best values of `goals` of any plan that ends by `horizon`; None if there is no plan."""
    found = Search(problem, goals, horizon, before, orders).run()
    return None if found is None else found[0]


class Search:
    """Tries every choice for every task."""

    def __init__(
        self,
        problem: Problem,
        goals: Sequence[Goal],
        horizon: int,
        before: Schedule | None = None,
        orders: Sequence[tuple[str, str]] = (),
        most: int = 1_000_000,
        crews: Mapping[str, Sequence[str]] = {},
    ) -> None:
        """`most`: choices looked at before it gives up; `crews`: a unit for each skill slot of
        those tasks where that is not to be chosen."""
        problem = begun(problem, before)
        self.problem, self.goals, self.before, self.orders = problem, goals, before, tuple(orders)
        self.largest = [goal in ("makespan", "people", "balance") for goal in goals]
        self.clock = Clock(problem)
        self.left = most
        tasks = sorted(problem.tasks, key=lambda task: task.started is None)
        self.choices = [
            [
                (each, self._values([each]))
                for each in choices(
                    problem, task, horizon, self.clock, before, crews.get(task.name)
                )
            ]
            for task in tasks
        ]
        for each in self.choices:
            each.sort(key=lambda choice: (choice[1], choice[0].start))
        self.best: tuple[Values, list[Choice]] | None = None

    def run(self) -> tuple[Values, list[Choice]] | None:
        if all(self.choices):
            self._try([], tuple(0 for _ in self.goals), self._least())
        return self.best

    def _try(self, plan: list[Choice], values: Values, least: list[Values]) -> None:
        if self._in_vain(self._add(values, least[len(plan)])):
            return
        if len(plan) == len(self.choices):
            if setups_kept(self.problem, plan) and not self._doubled(plan):
                self.best = values, plan
            return
        for choice, alone in self.choices[len(plan)]:
            floor = self._add(values, alone)
            hope = self._add(floor, least[len(plan) + 1])
            if self._in_vain(hope[:1]):
                return  # the first value of those that follow is no smaller
            if self._in_vain(hope):
                continue
            self.left -= 1
            if self.left < 0:
                raise TooMany
            if fits(self.problem, plan, choice, self.clock, self.orders):
                more = [*plan, choice]
                self._try(more, self._reached(more, floor), least)

    def _in_vain(self, hope: Values) -> bool:
        """Is a plan with values no smaller than `hope` no better than the best?"""
        return self.best is not None and hope >= self.best[0]

    def _reached(self, plan: list[Choice], floor: Values) -> Values:
        """The values of a plan, which are its floor but for goals that look at several tasks at
        once."""
        return tuple(
            self._worth(plan, goal) if goal in ("people", "balance") else value
            for goal, value in zip(self.goals, floor, strict=True)
        )

    def _doubled(self, plan: list[Choice]) -> bool:
        rows = [each.row() for each in plan if each.fact]
        return bool(doubled(self.problem, rows, self.before))

    def _values(self, plan: list[Choice]) -> Values:
        return tuple(self._worth(plan, goal) for goal in self.goals)

    def _worth(self, plan: list[Choice], goal: Goal) -> int:
        return worth(self.problem, plan, goal, self.before, self.clock)

    def _least(self) -> list[Values]:
        """For each number of tasks planned: what those still to come cost at least."""
        least = [tuple(0 for _ in self.goals)]
        for each in reversed(self.choices):
            alone = zip(*(values for _, values in each), strict=True)
            least.insert(0, self._add(least[0], tuple(map(min, alone))))
        return least

    def _add(self, one: Values, two: Values) -> Values:
        """Sums, but for the goals that are a largest of something."""
        return tuple(
            [
                max(a, b) if largest else a + b
                for largest, a, b in zip(self.largest, one, two, strict=True)
            ]
        )


def worth(
    problem: Problem,
    plan: Sequence[Choice],
    goal: Goal,
    before: Schedule | None,
    clock: Clock,
) -> int:
    """The value of what is planned so far."""
    if goal == "value":
        return sum(each.task.value or 0 for each in plan if not each.done)
    if goal == "moves":
        return 0 if before is None else sum(_moved(each, before) for each in plan)
    done = [each for each in plan if each.done]
    if goal == "makespan":
        return max((each.end for each in done), default=0)
    if goal in ("people", "balance"):
        staff = [each.name for each in problem.resources if each.kind == "people"]
        if goal == "people":
            return sum(_peak(done, name, clock) for name in staff)
        return max((_load(problem, done, name) for name in staff), default=0)
    return sum(_alone(problem, each, goal) for each in done)


def _alone(problem: Problem, each: Choice, goal: Goal) -> int:
    task = each.task
    if goal == "waiting":
        return 0 if each.fact else task.priority * (each.start - task.release)
    if goal == "tardiness":
        return 0 if task.due is None else task.priority * max(0, each.end - task.due)
    if goal == "completion":
        return task.priority * each.end
    minutes = task.ways[each.way].duration
    kinds = problem.resource
    return sum(
        amount * kinds[name].cost * (60 if kinds[name].kind == "stock" else minutes)
        for name, amount in each.units
    )


def _peak(done: list[Choice], name: str, clock: Clock) -> int:
    held = [
        (each.start, each.end, each.held[name])
        for each in done
        if name in each.held and each.task.ended is None
    ]
    used = Counter[int]()
    for start, end, amount in held:
        used.update(dict.fromkeys(range(start, end), amount))
    return max((used[minute] for minute in used if clock.units(name, minute)), default=0)


def _load(problem: Problem, done: list[Choice], name: str) -> int:
    work = sum(each.held.get(name, 0) * each.task.ways[each.way].duration for each in done)
    return ceil(work / problem.capacity[name])


def _moved(each: Choice, before: Schedule) -> int:
    old = before.by_task.get(each.task.name)
    if old is None or each.fact:
        return 0
    if not each.done:
        return MOVED
    new = each.start, each.way, each.held
    same = new == (old.start, old.way, dict(old.resources))
    return 0 if same else MOVED + abs(each.start - old.start)


def plan_of(
    problem: Problem, goals: Sequence[Goal], values: Values, plan: list[Choice]
) -> Schedule:
    """The choices as a plan, with its values."""
    rows = {each.task.name: each.row() for each in plan if each.done}
    reached = [
        Reached(goal=goal, value=value, bound=value)
        for goal, value in zip(goals, values, strict=True)
    ]
    return Schedule(
        status="optimal",
        goal=goals[0],
        objective=values[0],
        bound=values[0],
        then=tuple(reached[1:]),
        assignments=tuple(rows[name] for name in problem.by_name if name in rows),
        left_out=tuple(name for name in problem.by_name if name not in rows),
    )
