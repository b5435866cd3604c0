"""One solve from beginning to end: rules, local search, the exact model, and search again with the
time that is left."""

import time
from collections.abc import Sequence

from tools.contradictions.ruled import ruled_out
from tools.contradictions.statements import Orders
from tools.plan import Goal, Problem, Schedule, Status
from tools.solver.bounds import bound
from tools.solver.decode import compacted, decode, dropped, encoded, moved
from tools.solver.encode import encode
from tools.solver.exact import exact, supported
from tools.solver.exact.engine import TINY
from tools.solver.facts import settled, ways_before, with_ways
from tools.solver.found import Found, Outcome
from tools.solver.goals import aim
from tools.solver.horizon import Horizon
from tools.solver.instance import FARTHEST, NEVER, Instance
from tools.solver.progress import Watch
from tools.solver.reached import reached
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
        watch: Watch,
        orders: Orders = (),
        hint: Schedule | None = None,
        before: Schedule | None = None,
        stability: int | None = None,
        workers: int = 2,
        seed: int = 0,
    ) -> None:
        """What has started is done as in the plan before, or else as in the hint."""
        self.orders, self.before, self.watch, self.hint = orders, before, watch, hint
        self.known = hint if before is None else before
        self.ways = ways_before(problem, self.known)
        self.problem = settled(problem, self.known)
        self.workers, self.seed = workers, seed
        self.aim = aim(problem, goal, before, stability)
        self.goals, self.codes = self.aim.goals, self.aim.codes
        self.kept = before if self.aim.stability or "moves" in self.goals else None
        """The plan before, if it counts what moves."""
        self.horizon = Horizon(self.problem, before, orders)
        self.instance = self._encoded(min(FARTHEST, self.horizon.far, self.horizon.near))
        self.bounds: list[int | None] = [bound(self.instance, code) for code in self.codes]
        self.search = self._search()
        self.best: Found | None = None
        self.news: tuple[int, int | None, int | None] = (0, None, None)

    def schedule(self) -> Schedule:
        """The best plan that can be had in the time."""
        self._begin()
        if self.best is None and ruled_out(self.problem, self.orders):
            return self._answer("infeasible")
        if not self._over:
            self._improve(self.watch.began + self._warm_up())
        if not self._over and self._prove():
            return self._answer("infeasible")
        if not self._over:
            self._improve(self.watch.end)
        if self.best is None:
            return self._answer("unknown")
        return self._answer("optimal" if self._proved() else "feasible")

    @property
    def _over(self) -> bool:
        """Is there no time for more, or nothing that more of it could make better?"""
        return self._proved() or self.watch.over

    def _encoded(self, until: int) -> Instance:
        return encode(self.problem, self.orders, self.kept, until, self.known)

    def _search(self) -> Search:
        stability, weighed, style = self.aim.stability, self.aim.weighed, self.aim.style
        return Search(self.instance, self.codes, stability, style, self.seed, weighed)

    def _begin(self) -> None:
        """First plans; if calendars end before the work does, follow them further."""
        self.search.begin(self._soon(), self._enough)
        first, searched = self.instance, self.search
        for _ in range(FURTHER):
            if self._everyone_placed() or self._proved() or self.watch.over:
                break
            self._follow_further(self._encoded(min(FARTHEST, 4 * self.instance.until)))
        if self.search is not searched and not self._better_than(searched):
            self.instance, self.search = first, searched  # it is not time that is missing
        if self.hint is not None:
            self._start_from(self.hint)
        if self.before is not None:
            known = encoded(self.problem, self.instance, self.before)
            if known is not None:
                self.search.offer(known)
        self.search.spare_units(self.watch.began + 2 * (self._soon() - self.watch.began))
        self._keep_best()

    def _start_from(self, hint: Schedule) -> None:
        """A plan from elsewhere, if it keeps the rules of this problem."""
        found = encoded(self.problem, self.instance, hint)
        if found is None:
            return
        unknown = found._replace(values=(NEVER,) * len(self.codes))
        found = self._compacted(unknown)
        if found is not unknown:
            self._keep(found)
            self.search.offer(found)

    def _compacted(self, found: Found) -> Found:
        stability, weighed = self.aim.stability, self.aim.weighed
        return compacted(self.instance, found, self.codes, stability, weighed)

    def _provable(self) -> Instance | None:
        """An instance whose exact model can be built in half of the time left: one that follows
        calendars as far as any plan may need, or else that of the search, or one that ends
        sooner."""
        rows = int(ROWS_A_SECOND * max(0.0, self.watch.left) / 2)
        if rows < self.instance.tasks:
            return None  # too many, however near they end
        mine = self.instance.until
        for until in sorted({mine, *self.horizon.others(mine)}, reverse=True):
            instance = self.instance if until == mine else self._encoded(until)
            if supported(instance, self.codes, self.best, rows):
                return instance
        return None

    def _follow_further(self, instance: Instance) -> None:
        self.instance = instance
        self.search = self._search()
        self.search.begin(self._soon(), self._enough)

    def _everyone_placed(self) -> bool:
        """Has every task found a place, in time or not, also those that may be left out; or does
        it help none of them to look further? (Where tasks wait for each other in a circle, as foil
        orders may ask for, the search has nothing to try.)"""
        best, until = self.search.best, self.instance.until
        if best is None or self.search.everyone or until >= FARTHEST:
            return True
        return bool(best.mark[0] < NEVER) and until >= self.horizon.far

    def _better_than(self, other: Search) -> bool:
        mine, theirs = self.search.best, other.best
        return mine is not None and theirs is not None and mine.rank < theirs.rank

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
            weighed = self.aim.stability > 0 and at == self.aim.weighed
            self.watch.tell(self.goals[at], known, self._tighter(at, least), weighed)

    def _tighter(self, at: int, least: int | None) -> int | None:
        return max((each for each in (self.bounds[at], least) if each is not None), default=None)

    def _improve(self, end: float) -> None:
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

    def _prove(self) -> bool:
        """The exact model, started from the best plan, unless it would be too large; whether it
        shows that there is no plan."""
        instance = self._provable()
        if instance is None:
            return False
        outcome = self._exact(instance)
        sees_all = instance.until >= self.horizon.far  # or a plan may use hours that it cannot see
        for at, least in enumerate(outcome.bounds[: len(self.bounds)] if sees_all else ()):
            self.bounds[at] = self._tighter(at, least)
        if outcome.found is not None:
            further = bool(outcome.found.end.max() > self.instance.until)
            if further:
                self.instance = instance
                self.search = self._search()
            found = self._compacted(outcome.found)
            if self.best is None or found.values < self.best.values or further:
                self.best = found
                self.search.offer(found)
        return self.best is None and sees_all and outcome.status == "infeasible"

    def _exact(self, instance: Instance) -> Outcome:
        end = time.monotonic() + self._exact_share() * max(0.0, self.watch.left)
        return exact(
            instance,
            self.codes,
            self.aim.stability,
            self.best,
            end,
            self.workers,
            self.seed,
            weighed=self.aim.weighed,
            floors=self.bounds,
            tell=self._take_news,
            cancelled=self._stopped,
        )

    def _exact_share(self) -> float:
        if self.search.best is None:
            return 1.0  # tasks in a circle: the search has nothing to try
        if self.instance.tasks > SMALL and self.goals[0] != "moves":
            return EXACT_SHARE
        return 1.0 if self.goals[0] == "makespan" else SMALL_SHARE

    def _take_news(self, at: int, value: int | None, least: int | None) -> None:
        """News of the exact model, which are told again with each pulse."""
        self.news = at, value, least
        self._tell(at, value, least)

    def _stopped(self) -> bool:
        """Is the solve cancelled? Asked all the time, so it is also when the pulse is told."""
        self._tell(*self.news)
        return self.watch.cancelled()

    def _answer(self, status: Status) -> Schedule:
        seconds = round(self.watch.seconds, 3)
        if self.best is None:
            unknown = status == "infeasible" or self.aim.stability > 0  # of a sum nothing is told
            least = None if unknown else self.bounds[0]
            return Schedule(status=status, goal=self.goals[0], bound=least, seconds=seconds)
        plan = with_ways(decode(self.problem, self.instance, self.best), self.ways)
        first, *others = reached(self.instance, self.best, self.aim, self.bounds)
        return plan.model_copy(
            update={
                "status": status,
                "goal": first.goal,
                "objective": first.value,
                "bound": first.bound,
                "then": tuple(others),
                "weighed": self.goals[self.aim.weighed] if self.aim.stability else None,
                "seconds": seconds,
                "moved": moved(self.problem, self.before, plan) if self.before else (),
                "dropped": dropped(self.before, plan) if self.before else (),
            }
        )
