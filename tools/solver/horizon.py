"""How far calendars must be followed so that some best plan is seen whole. It knows no solver.

In a best plan that starts everything as early as it can, nothing runs for a while only because the
next task waits: for its hours, a lag or a setup. So the plan has ended when what is given has
passed, and then each task has waited as long as it may, and run. `ordinary.py` says how long tasks
wait and run by weekly hours; what is closed and who is away besides puts the end off.
"""

from functools import cached_property

from tools.contradictions.statements import Orders
from tools.plan import Problem, Schedule
from tools.plan.circles import circling
from tools.plan.hours import DAY, WEEK, Span, bounds, merged, wall
from tools.solver.instance import FARTHEST, NEVER
from tools.solver.ordinary import Ordinary

SPARE = 14 * DAY
"""Changes of the clock move hours and may take one away."""
NO_BOUND = 2**60
NEAR = 60 * DAY
MOST_WEEKS = 20_000
"""Of all resources together: calendars are not followed further for the sake of a proof."""
IDLE = 5
"""Times the work of whoever has most of it: so long may a plan be that has little idle time."""


def horizon(problem: Problem, before: Schedule | None = None, orders: Orders = ()) -> int:
    """A minute by which some best plan has ended; see `Horizon`."""
    return Horizon(problem, before, orders).far


def _busiest(problem: Problem) -> int:
    """Minutes of work of the resource, of those who have a skill, or of all who have any, that has
    most of it; of tasks their own way."""
    named = dict.fromkeys(problem.capacity, 0)
    skilled = dict.fromkeys(problem.skilled, 0)
    for task in problem.tasks:
        for name, amount in task.demands.items():
            named[name] += amount * task.duration
        for skill, amount in task.skills.items():
            skilled[skill] += amount * task.duration
    able = {each.name: each.capacity for each in problem.resources if each.skills}
    loads = [work // problem.capacity[name] for name, work in named.items()]
    for skill, work in skilled.items():
        loads.append(work // max(1, sum(each.capacity for each in problem.skilled[skill])))
    everyone = sum(skilled.values()) + sum(named[name] for name in able)
    return max([0, *loads, everyone // max(1, sum(able.values()))])


class Horizon:
    """How far to follow the calendars of one problem.

    Args:
        before: the plan that is carried out now; what counts moves is bound to its starts.
        orders: pairs of names; the first must start no later than the second.
    """

    def __init__(self, problem: Problem, before: Schedule | None, orders: Orders) -> None:
        self.problem, self.before = problem, before
        self.ordinary = Ordinary(problem)
        self.longest = [self.ordinary.longest(task) for task in problem.tasks]
        links = [link for task in problem.tasks for link in task.links]
        self.lags = [link.lag for link in links]
        loose = [link for link in links if link.lag < 0 or link.kind != "finish-start"]
        self.tied = bool(orders and (loose or len(orders) > 1))
        self.tied = self.tied or bool(loose and circling(problem))
        """May tasks have to start together?"""
        self.loose = self.tied or any(each.lag < 0 or each.kind != "start-start" for each in loose)
        """May a task wait for one that starts after it?"""

    @cached_property
    def given(self) -> int:
        """When all has passed that has a minute of its own; also hours out of turn, if there are no
        others for some task."""
        moments = [self.problem.present, self.before.makespan if self.before else 0]
        for task in self.problem.tasks:
            known = (task.release, task.fixed, task.started, task.ended)
            moments += [minute for minute in known if minute is not None]
        return max(moments + [each.rare for each in self.longest])

    @property
    def near(self) -> int:
        """A minute by which a plan with little idle time has ended: where a search of many tasks
        begins, and looks further if not everything finds a place."""
        return self._put_off(self.given + IDLE * _busiest(self.problem) + NEAR)

    @cached_property
    def far(self) -> int:
        """A minute by which some best plan has ended."""
        until = self.given + self._passes
        passed = max([self.given, *(end for _, end in self._missing)]) + self._passes
        return min(self._put_off(until), passed) + 1

    def others(self, until: int) -> list[int]:
        """Minutes besides `until` as far as which a proof may follow calendars."""
        if until == NEVER:
            return []
        weeks = self.far // WEEK * len(self.problem.resources)
        fits = self.far <= FARTHEST and weeks <= MOST_WEEKS
        return [end for end in (self.far, self.near) if end < until or (fits and end == self.far)]

    @cached_property
    def _passes(self) -> int:
        """Minutes from then on, if nothing is closed but by weekly hours."""
        if not self.ordinary.used:
            return self._one_by_one()
        ends = min(self._one_by_one(), self._side_by_side())
        return ends + ends // 10 + SPARE

    def _one_by_one(self) -> int:
        """Each task waits for its hours and runs; or, where one may wait for others that start
        after it, all of them wait as long as the one that waits longest."""
        runs = sum(each.runs for each in self.longest)
        if not self.loose:
            return runs + sum(each.waits for each in self.longest) + self._between
        most = self._most + max([0, *map(abs, self.lags)]) + self._setup
        if self.tied:  # they need hours in which all of them can be done together
            most += self.ordinary.again + runs + sum(map(abs, self.lags))
        return runs + len(self.longest) * most

    def _side_by_side(self) -> int:
        """In hours that all share something runs or waits for a lag, but for the last minutes of
        each stretch, in which the longest task finds no room."""
        tasks = self.problem.tasks
        works = [max(way.duration for way in task.ways) for task in tasks]
        pieces = [1 if each.pausable else n for each, n in zip(tasks, works, strict=True)]
        weekly = 0 if self.loose else self.ordinary.room(max(pieces))
        if not weekly:
            return NO_BOUND
        return WEEK * (2 - (-(sum(works) + self._between) // weekly))

    @property
    def _between(self) -> int:
        return sum(max(0, lag) for lag in self.lags) + self._setup * len(self.problem.tasks)

    @property
    def _setup(self) -> int:
        return max((each.minutes for r in self.problem.resources for each in r.setups), default=0)

    @property
    def _most(self) -> int:
        return max(each.waits + each.runs for each in self.longest)

    def _put_off(self, until: int) -> int:
        """`until`, later by each stretch before it in which somebody is missing: around it tasks
        wait once more, and what pauses in it has to be made up for."""
        pausing = any(task.pausable for task in self.problem.tasks)
        more = self._most + (2 * WEEK if self.ordinary.used else 0)
        for begin, end in self._missing:
            if begin < until and end > self.given:
                until += (end - begin) * (2 if pausing else 1) + more
        return until

    @cached_property
    def _missing(self) -> list[Span]:
        """When units are away, or calendars in use closed out of turn (a day more at both ends, for
        their clocks may differ): sorted, merged."""
        spans = [
            (gone.start, gone.end)
            for resource in self.problem.resources
            if resource.name in self.ordinary.asked
            for gone in resource.absences
        ]
        if self.problem.start is not None:
            first = wall(self.problem.start)
            for calendar in self.ordinary.used:
                for begin, end in map(bounds, calendar.closed):
                    spans.append((max(0, begin - first - DAY), end - first + DAY))
        return merged(sorted(spans))
