"""One solve from beginning to end: rules, local search, the exact model, and search again with the
time that is left."""

import time
from collections.abc import Sequence

from tools.plan import Goal, Problem, Reached, Schedule, Status
from tools.solver.bounds import bound
from tools.solver.conflict.ruled import ruled_out
from tools.solver.decode import compacted, decode, encoded, moved
from tools.solver.encode import beyond_closed, encode, horizon
from tools.solver.exact import exact, supported, values_of
from tools.solver.exact.engine import TINY
from tools.solver.facts import settled, ways_before, with_ways
from tools.solver.found import Found, Outcome
from tools.solver.goals import CODES, style, tie_break, wanted
from tools.solver.instance import FARTHEST, NEVER, Instance
from tools.solver.progress import Watch
from tools.solver.search.threads import Search

WARM_UP = 0.12
"""Share of the time for the first search; small problems get less."""
SOON, SOON_TINY = 0.002, 0.0005
"""Seconds a task: at most so long. What is tiny is proved sooner than it is searched."""
SMALL = 64
"""Tasks up to which the exact model is likely to prove something and gets most of the time."""
EXACT_SHARE = 0.15
"""Of the time, for the exact model of larger problems: more of it finds no better plans there."""
SMALL_SHARE = 0.5
"""Of small ones, and of those of which little is to move; for the makespan, which it proves best,
all of it."""
ROWS_A_SECOND = 8000
"""What the exact model takes in, as `supported` counts it."""
FURTHER = 3
"""Times that calendars are followed further, four times as far each."""


class Run:
    """What one solve knows so far."""

    def __init__(
        self,
        problem: Problem,
        goal: Goal | Sequence[Goal] | None,
        orders: Sequence[tuple[str, str]],
        before: Schedule | None,
        stability: int | None,
        workers: int,
        seed: int,
        watch: Watch,
        hint: Schedule | None = None,
    ) -> None:
        """What has started is done as in the plan before, or else as in the hint."""
        self.orders, self.before, self.watch, self.hint = orders, before, watch, hint
        self.known = hint if before is None else before
        self.ways = ways_before(problem, self.known)
        self.problem = settled(problem, self.known)
        self.workers, self.seed = workers, seed
        self.goals = wanted(problem, goal, before, stability)
        self.stability = stability or 0 if before is not None else 0
        self.kept = before if self.stability or "moves" in self.goals else None
        """The plan before, if it counts what moves."""
        self.codes = [CODES[each] for each in (*self.goals, tie_break(self.goals))]
        self.instance = self._encoded(self._near())
        self.bounds: list[int | None] = [bound(self.instance, code) for code in self.codes]
        self.search = self._search()
        self.best: Found | None = None
        self.news: tuple[int, int | None, int | None] = (0, None, None)

    def schedule(self) -> Schedule:
        """The best plan that can be had in the time."""
        self._begin()
        if self.best is None and ruled_out(self.problem, self.orders):
            return self._answer("infeasible")
        status: Status = "optimal" if self._proved() else "feasible" if self.best else "unknown"
        if status != "optimal" and not self.watch.over:
            self._look(self.watch.began + self._warm_up())
            if not self._proved() and not self.watch.over and self._small():
                status = self._prove()
        if status in ("feasible", "unknown") and not self.watch.over:
            self._look(self.watch.end)
        if status != "infeasible" and self.best is not None:
            status = "optimal" if self._proved() else "feasible"
        return self._answer(status)

    def _encoded(self, until: int) -> Instance:
        return encode(self.problem, self.orders, self.kept, until, self.known)

    def _far(self) -> int:
        """A minute by which some best plan has ended."""
        return min(FARTHEST, horizon(self.problem, self.before))

    def _near(self) -> int:
        """How far calendars are followed at first: for few tasks, as far as any plan may reach; for
        many, as far as a plan without idle time might."""
        far = self._far()
        if len(self.problem.tasks) <= 300:
            return far
        work = dict.fromkeys(self.problem.capacity, 0)
        for task in self.problem.tasks:
            for name, amount in task.demands.items():
                work[name] += amount * task.duration
        busiest = max((n / self.problem.capacity[name] for name, n in work.items()), default=0)
        latest = max(task.release for task in self.problem.tasks)
        return min(far, beyond_closed(self.problem, latest + 5 * int(busiest) + 60 * 24 * 60))

    def _search(self) -> Search:
        return Search(self.instance, self.codes, self.stability, style(self.goals), self.seed)

    def _begin(self) -> None:
        """First plans; if calendars end before the work does, follow them further."""
        near = self.instance
        self.search.begin(self._soon(), self._enough)
        for _ in range(FURTHER):
            if self._placed() or self.watch.over or self.instance.until >= FARTHEST:
                break
            until = min(FARTHEST, 4 * self.instance.until)
            self._see(self._encoded(until))
        if not self._placed() and self.instance is not near:
            self._see(near)  # it is not time that is missing
        if self.hint is not None:
            self._start_from(self.hint)
        if self.before is not None:
            known = encoded(self.problem, self.instance, self.before)
            if known is not None:
                self.search.offer(known)
        self._keep_best()

    def _start_from(self, hint: Schedule) -> None:
        """A plan from elsewhere, if it keeps the rules of this problem."""
        found = encoded(self.problem, self.instance, hint)
        if found is None:
            return
        unknown = found._replace(values=(NEVER,) * len(self.codes))
        found = compacted(self.instance, unknown, self.codes, self.stability)
        if found is not unknown:
            self._keep(found)
            self.search.offer(found)

    def _small(self) -> bool:
        """Can the exact model be built in half of the time left?"""
        rows = int(ROWS_A_SECOND * max(0.0, self.watch.left) / 2)
        return supported(self.instance, self.codes, self.best, rows)

    def _see(self, instance: Instance) -> None:
        self.instance = instance
        self.search = self._search()
        self.search.begin(self._soon(), self._enough)

    def _placed(self) -> bool:
        """Has every task found a place, in time or not? (Where tasks wait for each other in a
        circle, as foil orders may ask for, the search has nothing to try.)"""
        best = self.search.best
        return best is None or bool(best.mark[0] < NEVER)

    def _soon(self) -> float:
        return self.watch.began + 0.1 * (self.watch.end - self.watch.began)

    def _warm_up(self) -> float:
        each = SOON if self.instance.tasks > TINY else SOON_TINY
        return min(WARM_UP * (self.watch.end - self.watch.began), each * self.instance.tasks)

    def _keep_best(self) -> None:
        """Take over what the search has found, and tell."""
        best = self.search.best
        if best is not None and best.whole and (not self.best or best.rank[1:] < self.best.values):
            self._keep(self.search.plan(best))
        self._tell(0, None, None)

    def _keep(self, found: Found | None) -> None:
        if found is not None and (self.best is None or found.values < self.best.values):
            self.best = found

    def _tell(self, at: int, value: int | None, least: int | None) -> None:
        if at < len(self.goals):
            known = value if value is not None or self.best is None else self.best.values[at]
            self.watch.tell(self.goals[at], known, self._tighter(at, least))

    def _tighter(self, at: int, least: int | None) -> int | None:
        return max((each for each in (self.bounds[at], least) if each is not None), default=None)

    def _look(self, end: float) -> None:
        """Local search until `end`."""
        if self.search.best is None:
            return
        self.search.improve(min(end, self.watch.end), self.workers, self._enough)
        self._keep_best()

    def _enough(self) -> bool:
        """Take over what the search has found; is more of it of no use?"""
        self._keep_best()
        return self.watch.cancelled() or self._proved()

    def _proved(self) -> bool:
        """Has every goal that was asked for reached its bound?"""
        if self.best is None:
            return False
        reached = self.best.values[: len(self.goals)]
        return all(value == least for value, least in zip(reached, self.bounds, strict=False))

    def _prove(self) -> Status:
        """The exact model, started from the best plan."""
        outcome = self._exact()
        sees_all = self.instance.until >= self._far()  # or a plan may use hours that it cannot see
        for at, least in enumerate(outcome.bounds[: len(self.bounds)] if sees_all else ()):
            self.bounds[at] = self._tighter(at, least)
        if outcome.found is not None:
            found = compacted(self.instance, outcome.found, self.codes, self.stability)
            if self.best is None or found.values < self.best.values:
                self.best = found
                self.search.offer(found)
        if self.best is None:
            return outcome.status if sees_all else "unknown"
        return "optimal" if self._proved() else "feasible"

    def _exact(self) -> Outcome:
        end = time.monotonic() + self._exact_share() * max(0.0, self.watch.left)
        return exact(
            self.instance,
            self.codes,
            self.stability,
            self.best,
            end,
            self.workers,
            self.seed,
            floors=self.bounds,
            tell=self._hear,
            cancelled=self._stopped,
        )

    def _exact_share(self) -> float:
        if self.search.best is None:
            return 1.0  # tasks in a circle: the search has nothing to try
        if self.instance.tasks > SMALL and self.goals[0] != "moves":
            return EXACT_SHARE
        return 1.0 if self.goals[0] == "makespan" else SMALL_SHARE

    def _hear(self, at: int, value: int | None, least: int | None) -> None:
        """News of the exact model, which are told again with each pulse."""
        self.news = at, value, least
        self._tell(at, value, least)

    def _stopped(self) -> bool:
        """Is the solve cancelled? Asked all the time, so it is also when the pulse is told."""
        self._tell(*self.news)
        return self.watch.cancelled()

    def _answer(self, status: Status) -> Schedule:
        if self.best is None:
            return Schedule(
                status=status,
                goal=self.goals[0],
                bound=None if status == "infeasible" else self.bounds[0],
                seconds=round(self.watch.seconds, 3),
            )
        plan = with_ways(decode(self.problem, self.instance, self.best), self.ways)
        first, *others = self._reached(self.best)
        if status == "optimal" and first.value != first.bound:
            status = "feasible"
        return plan.model_copy(
            update={
                "status": status,
                "goal": first.goal,
                "objective": first.value,
                "bound": first.bound,
                "then": tuple(others),
                "seconds": round(self.watch.seconds, 3),
                "moved": moved(self.problem, self.before, plan) if self.before else (),
            }
        )

    def _reached(self, best: Found) -> list[Reached]:
        """All goals. The first is told without the moves that stability adds to it; what is proved
        of the sum says nothing of the goal alone."""
        values, bounds = [*best.values], [*self.bounds]
        if self.stability:
            values[:1] = values_of(self.instance, self.codes[:1], 0, *best[:4])
            bounds[0] = bound(self.instance, self.codes[0]) or 0
        return [
            Reached(goal=goal, value=value, bound=least)
            for goal, value, least in zip(self.goals, values, bounds, strict=False)
        ]
