"""Local search: several threads of compiled code, each with solutions of its own, until a moment
in time. It proves nothing."""

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from tools.solver.found import Found
from tools.solver.instance import NEVER, Instance, Numbers
from tools.solver.search.alone import fitting_ways
from tools.solver.search.anneal import anneal
from tools.solver.search.evolve import evolve
from tools.solver.search.fewer import counted, with_at_most
from tools.solver.search.lists import listed
from tools.solver.search.starts import reversed_time, rules
from tools.solver.search.tries import tried
from tools.solver.search.values import MAKESPAN, TARDINESS
from tools.solver.search.workspace import Workspace, workspace

POPULATION = 80
SLICE = 0.05
"""Seconds of compiled code between two looks at the clock."""
FIRST = 1
"""Tries in the first slice, when nobody knows yet how long one takes."""
COOLED = 120
"""Tasks from which on annealing cools once."""
HOT, COLD = 0.3, 0.003
"""Heat of annealing at its beginning and its end: shares of the average loss."""
LISTS = 3
"""Of the best known, that are tried with fewer units."""
SEEN = 20
"""Changes after which the average loss is known well enough."""


class Solution:
    """A list and its genes, with what it is worth."""

    def __init__(self, order: Numbers, genes: Numbers, mark: Numbers) -> None:
        self.order, self.genes, self.mark = order, genes, mark

    @property
    def whole(self) -> bool:
        """Does the plan keep every rule?"""
        return bool(self.mark[0] == 0)

    @property
    def rank(self) -> tuple[int, ...]:
        return tuple(int(value) for value in self.mark)


class Search:
    """The search on one instance. `best` is the best solution known, whole or not."""

    def __init__(
        self,
        instance: Instance,
        goals: Sequence[int],
        stability: int,
        style: int,
        seed: int,
        weighed: int = 0,
    ) -> None:
        """weighed: the place of the goal to which stability adds moves."""
        self.instance = instance
        self.seed = seed
        self.aim = np.array([stability, weighed, style, *goals], dtype=np.int64)
        self.spare = workspace(instance)
        self.best: Solution | None = None
        self.built: Solution | None = None
        """Whose plan `spare` holds."""
        self.everyone = False
        """Has some list found a place for all tasks, also those that may be left out?"""
        self.starts: list[Solution] = []
        self.lock = threading.Lock()
        self.fine = 20 * int(instance.priority.max(initial=1))
        self.kinds = np.array(
            [
                instance.value.any() or (np.diff(instance.way_from) > 1).any(),
                len(instance.able) > len(instance.able_from) - 1,
                (instance.old_start >= 0).any(),
            ],
            dtype=np.int64,
        )

    def begin(self, end: float, seen: Callable[[], bool] = lambda: False) -> Solution | None:
        """The best plan of the priority rules; as many of them as there is time for, or until
        `seen`, which is asked after each, says that it is enough."""
        choices = self._genes()
        for order in rules(self.instance):
            for genes in choices:
                self._take(solution := self._try(order, genes))
                placed = solution.mark[0] < NEVER
                self.everyone |= bool(placed and (genes[0] >= 0).all())
            if self.best is not None and (seen() or time.monotonic() > end):
                break
        return self.best

    def _genes(self) -> list[Numbers]:
        """First choices: everyone the own way, where that is possible; also, if some may be left
        out, without them; also, when planning again, nothing earlier than before."""
        own = np.zeros((3, self.instance.tasks), dtype=np.int64)
        fitting_ways(self.instance, self.spare, 0, int(self.aim[2]), own[0])
        choices = [own]
        if (self.instance.value > 0).any():
            without = own.copy()
            without[0, (self.instance.value > 0) & (self.instance.fact == 0)] = -1
            choices.append(without)
        if self.kinds[2]:
            kept = own.copy()
            known = self.instance.old_start >= 0
            kept[1, known] = self.instance.old_start[known]
            there = known & (self.instance.old_way >= 0)
            there &= self.instance.old_way < np.diff(self.instance.way_from)
            kept[0, there] = self.instance.old_way[there]
            choices.append(kept)
        return choices

    def offer(self, found: Found) -> None:
        """A plan from elsewhere, as a list to start from."""
        order = np.lexsort((np.arange(self.instance.tasks), found.start)).astype(np.int64)
        genes = np.zeros((3, self.instance.tasks), dtype=np.int64)
        genes[0] = found.way
        if self._in_order(order):
            self._take(self._try(order, genes))

    def spare_units(self, end: float) -> None:
        """Build with fewer units of what the first goal counts that is not yet 0; if that is
        better, the search goes on with as few."""
        if self.best is None or not self.best.whole or not self.best.mark.any():
            return
        given, best, starts = self.instance, self.best, self.starts
        first = int(np.flatnonzero(best.mark)[0])
        for resource in counted(given, self.aim[2 + first]):
            low, high = 0, int(given.capacity[resource])
            while low < high and time.monotonic() < end:
                middle = (low + high) // 2
                if self._enough_with(with_at_most(self.instance, resource, middle)):
                    high = middle
                else:
                    low = middle + 1
        if self.best.mark[first] == best.mark[first]:
            self.instance, self.best, self.starts = given, best, starts

    def _enough_with(self, instance: Instance) -> bool:
        """Go on with this instance, if the best lists are worth no less by it."""
        assert self.best is not None
        given, self.instance = self.instance, instance
        found = [self._try(each.order, each.genes) for each in self.starts[:LISTS]]
        found.sort(key=lambda each: each.rank)
        if found[0].rank <= self.best.rank:
            self.best, self.starts = found[0], found
            return True
        self.instance = given
        return False

    def _in_order(self, order: Numbers) -> bool:
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        waits = np.repeat(np.arange(len(order)), np.diff(self.instance.link_from))
        return bool((place[self.instance.link_task] < place[waits]).all())

    def _try(self, order: Numbers, genes: Numbers, memory: Workspace | None = None) -> Solution:
        mark = np.full(len(self.aim) - 2, NEVER, dtype=np.int64)
        tried(self.instance, memory or self.spare, self.aim, order, genes, mark)
        solution = Solution(order.copy(), genes.copy(), mark)
        if memory is None:
            self.built = solution
        return solution

    def _take(self, solution: Solution) -> None:
        with self.lock:
            self.starts.append(solution)
            self.starts = sorted(self.starts, key=lambda each: each.rank)[:POPULATION]
            if self.best is None or solution.rank < self.best.rank:
                self.best = solution

    def improve(
        self,
        end: float,
        threads: int,
        seen: Callable[[], bool],
    ) -> None:
        """Search until `end` (of time.monotonic), or until `seen` says that it is enough; `seen` is
        asked after each slice of work, by one thread."""
        stop = threading.Event()
        makers = [self._evolving if self._evolves(k) else self._annealing for k in range(threads)]
        workers = [
            threading.Thread(target=maker, args=(end, stop, self.seed + 1000 * k), daemon=True)
            for k, maker in enumerate(makers)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            while worker.is_alive():
                worker.join(SLICE)
                if seen():
                    stop.set()

    def _evolves(self, thread: int) -> bool:
        """A population is best for the makespan and helps with sums; it is lost on lateness."""
        return self.aim[3] == MAKESPAN or (thread % 2 == 1 and self.aim[3] != TARDINESS)

    def _annealing(self, end: float, stop: threading.Event, seed: int) -> None:
        memory = workspace(self.instance)
        start = self.best
        assert start is not None
        now, genes = start.order.copy(), start.genes.copy()
        best, best_genes = now.copy(), genes.copy()
        marks = np.stack((start.mark, start.mark))
        began, count = time.monotonic(), FIRST
        loss, seen, coolings = 0.0, 0, self._coolings()
        while not stop.is_set() and time.monotonic() < end:
            passed = coolings * (time.monotonic() - began) / max(1e-6, end - began) % 1
            heat = loss * HOT * (COLD / HOT) ** passed
            tick = time.monotonic()
            seed += 1
            worse = anneal(
                self.instance, memory, self.aim, now, genes, best, best_genes, marks, self.kinds,
                self.instance.tasks, heat, self.fine, count, seed,
            )  # fmt: skip
            if worse and seen < SEEN:
                loss, seen = (loss * seen + worse * count) / (seen + count), seen + count
            count = next_count(count, time.monotonic() - tick, end)
            if tuple(marks[1]) < self._rank():
                self._take(Solution(best.copy(), best_genes.copy(), marks[1].copy()))

    def _coolings(self) -> int:
        """A small problem is cold long before the time is over: it is heated again, against plans
        that no small change makes better. Lateness wants one slow cooling whatever its size."""
        return 1 if self.aim[3] == TARDINESS else max(1, COOLED // self.instance.tasks)

    def _rank(self) -> tuple[int, ...]:
        assert self.best is not None
        return self.best.rank

    def _evolving(self, end: float, stop: threading.Event, seed: int) -> None:
        memory, back = workspace(self.instance), reversed_time(self.instance)
        behind = workspace(back)
        lists, genes, marks = self._population(memory, seed, end)
        justified = bool(self.aim[3] == MAKESPAN)
        count = FIRST
        while not stop.is_set() and time.monotonic() < end:
            tick = time.monotonic()
            seed += 1
            evolve(
                self.instance, memory, back, behind, self.aim, lists, genes, marks, self.kinds,
                justified, count, seed,
            )  # fmt: skip
            count = next_count(count, time.monotonic() - tick, end)
            k = min(range(len(marks)), key=lambda row: tuple(marks[row]))
            if tuple(marks[k]) < self._rank():
                self._take(Solution(lists[k].copy(), genes[k].copy(), marks[k].copy()))

    def _population(self, memory: Workspace, seed: int, end: float) -> tuple[Numbers, ...]:
        """The best starts, and shaken copies of them until there are enough."""
        chance = np.random.default_rng(seed)
        with self.lock:
            members = list(self.starts)
        known = len(members)
        while len(members) < POPULATION and time.monotonic() < end:
            base = members[chance.integers(known)]
            members.append(self._try(self._shaken(base.order, chance), base.genes, memory))
        return (
            np.stack([each.order for each in members]),
            np.stack([each.genes for each in members]),
            np.stack([each.mark for each in members]),
        )

    def _shaken(self, order: Numbers, chance: np.random.Generator) -> Numbers:
        place = np.empty(len(order))
        place[order] = np.arange(len(order))
        return listed(self.instance, place + chance.gumbel(size=len(order)) * 0.15 * len(order))

    def plan(self, solution: Solution) -> Found | None:
        """The solution as a plan, worth what that plan is worth; None if it breaks a rule."""
        if self.built is not solution:
            solution = self._try(solution.order, solution.genes)
        if not solution.whole:
            return None
        return Found(
            start=self.spare.start.copy(),
            end=self.spare.end.copy(),
            way=self.spare.way.copy(),
            who=self.spare.who.copy(),
            values=solution.rank[1:],
        )


def next_count(count: int, took: float, end: float) -> int:
    """So many tries that they take a slice, and less when time is short."""
    left = min(SLICE, max(0.002, (end - time.monotonic()) / 2))
    return max(1, min(4 * count, int(count * left / max(1e-5, took))))
