"""Why there is no plan: a smallest set of the user's statements that cannot all hold.

Many are found without solving (`tools/contradictions`). The others by QuickXplain (Junker, AAAI
2004): halve what was said, and solve again with the rest taken back. First over deadlines, then
over whole tasks, then over single statements, so that a large problem is small before the long
search begins. At the end each statement is tried once more.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain

from tools.conflict.feasible import has_plan
from tools.conflict.pairs import pairs
from tools.conflict.repairs import repairs
from tools.contradictions.edits import only, replaced
from tools.contradictions.paths import Earliest, earliest
from tools.contradictions.ruled import contradictory, ruled_out
from tools.contradictions.statements import (
    NUMBERED,
    RANK,
    Orders,
    kept_orders,
    spoken_of,
    statements,
    without,
)
from tools.plan import Miss, Problem, Schedule
from tools.plan.conflict import Conflict, Statement
from tools.solver.progress import Watch

Said = list[Statement]
MOST_OTHERS = 4
"""Contradictions beside the one that is shown."""
MANY = 30
"""Statements of which none is dropped before each is tried with the solver."""
LEAST = 1
"""Minutes that every task takes: to end no sooner than that is not worth saying."""


def explain(
    problem: Problem,
    orders: Orders = (),
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
    known: Schedule | None = None,
    misses: Sequence[Miss] = (),
    impossible: bool = False,
) -> Conflict | None:
    """The conflict behind a problem without a plan, and what would help.

    Args:
        orders: pairs of task names; the first must start no later than the second.
        seconds: for all of it; about 0.5 is enough for a toy.
        cancelled: is asked a few times a second; once it is true, that is all the time there is.
        known: a plan that says who does what has started.
        misses: deadlines that some plan misses, which keeps everything else.
        impossible: it is proved that there is no plan, and need not be proved again.

    Returns:
        None if there is a plan, or too little time to know that there is none.
    """
    watch = Watch(seconds, None, cancelled)
    search = Search(problem, orders, Watch(0.4 * seconds, None, cancelled), known, impossible)
    found = search.conflict()
    if found is None:
        return None
    search.watch = Watch(0.6 * seconds - watch.seconds, None, cancelled)
    said, minimal = search.confirmed(found)
    others = search.others(said)
    mended = repairs(problem, orders, said, watch, known, misses)
    if not mended:
        mended = pairs(
            (problem, orders), search.alone(frozenset(said)), said, search.again, watch, known
        )
    partly = not mended and bool(others)
    if partly:
        taken = [_cheapest(each) for each in others]
        rest = without(problem, taken)
        mended = repairs(rest, kept_orders(orders, taken), said, watch, known)
    return Conflict(
        statements=tuple(search.with_least(said)),
        minimal=minimal,
        more=bool(others) or search.contradictory_besides(said),
        others=tuple(tuple(search.with_least(each)) for each in others),
        repairs=mended,
        partly=partly and bool(mended),
    )


def _cheapest(said: Said) -> Statement:
    """The statement to take back first."""
    free = [each for each in said if each.kind not in NUMBERED]
    return min(free, key=lambda each: RANK.index(each.kind))


class Search:
    """What was said, and the time to find out what of it cannot hold."""

    def __init__(
        self,
        problem: Problem,
        orders: Orders,
        watch: Watch,
        known: Schedule | None,
        impossible: bool = False,
    ) -> None:
        self.problem, self.orders, self.watch, self.facts = problem, orders, watch, known
        self.said = statements(problem, orders)
        self.begun = {task.name for task in problem.tasks if task.started is not None}
        self._known = {frozenset(self.said): False} if impossible else {}

    def alone(self, kept: Collection[Statement]) -> tuple[Problem, Orders]:
        """The problem that says only `kept`. Tasks of which nothing is left to say are gone, and
        it is as small as what is asked about, however large the problem is."""
        names = spoken_of(kept) | self.begun
        tasks = tuple(task for task in self.problem.tasks if task.name in names)
        taken = [each for each in self.said if each not in kept]
        near = [each for each in taken if each.task is None or each.task in names]
        few = only(without(replaced(self.problem, tasks=tasks), near), names)
        return few, kept_orders(self.orders, taken)

    def possible(self, kept: Iterable[Statement]) -> bool | None:
        """Whether all of `kept` can hold; None if time ran out first."""
        asked = frozenset(kept)
        if asked not in self._known and not self.watch.over:
            problem, orders = self.alone(asked)
            answer = has_plan(problem, self.watch, orders, self.facts)
            if answer is not None:
                self._known[asked] = answer
        return self._known.get(asked)

    def contradictory_besides(self, shown: Said) -> bool:
        """Is there no plan even without these statements?"""
        return self.possible(self._besides(shown)) is False

    def _besides(self, shown: Iterable[Statement]) -> Said:
        gone = frozenset(shown)
        return [each for each in self.said if each not in gone]

    def others(self, shown: Said) -> list[Said]:
        """Further contradictions: with the cheapest statement of each taken back, only the one that
        is shown is left. Empty if there is none, or not all were found in time."""
        found: list[Said] = []
        for _ in range(MOST_OTHERS):
            left = self._besides([*shown, *map(_cheapest, found)])
            if self.possible(left) is not False:
                return found if self.possible(left) else []
            said = self._fewest([[each] for each in self._fewer_tasks(self._fewer_limits(left))])
            if all(each.kind in NUMBERED for each in said) or self.watch.over:
                return []
            found.append(said)
        return []

    def conflict(self) -> Said | None:
        """A small list of statements that cannot all hold; None if all can, or nobody knows."""
        said = contradictory(self.problem, self.said, self.orders)
        if said:
            return said if len(said) > MANY else self._lean(said)
        if self.possible(self.said) is not False:
            return None
        said = self._fewer_tasks(self._fewer_limits(self.said))
        return self._fewest([[each] for each in said])

    def _lean(self, said: Said) -> Said:
        """As little of what was found without the solver as is still found so; where there is a
        choice, what comes first stays."""
        for each in sorted(said, key=lambda each: RANK.index(each.kind))[::-1]:
            rest = [other for other in said if other is not each]
            if ruled_out(*self.alone(frozenset(rest))):
                said = rest
        return said

    def again(self, problem: Problem, watch: Watch) -> Said | None:
        """As `conflict`, of this problem with something changed."""
        orders = [each for each in self.orders if problem.by_name.keys() >= set(each)]
        return Search(problem, orders, watch, self.facts).conflict()

    def _fewer_limits(self, said: Said) -> Said:
        """Only deadlines and fixed starts that matter, and only tasks that must come before."""
        limits = [each for each in said if each.kind in ("deadline", "fixed")]
        rest = [each for each in said if each.kind not in ("deadline", "fixed")]
        limits = self._fewest([[each] for each in limits], rest)
        near = self._before({each.task for each in limits if each.task})
        close = [each for each in rest if each.task is None or each.task in near]
        if limits and self.possible([*limits, *close]) is False:
            return [*limits, *close]
        return [*limits, *rest]

    def _before(self, names: set[str]) -> set[str]:
        """These tasks and all that they wait for."""
        found, waiting = set(names), list(names)
        for name in waiting:
            waited = {link.task for link in self.problem.by_name[name].predecessors}
            waited |= {first for first, second in self.orders if second == name}
            waiting += sorted(waited - found)
            found |= waited
        return found

    def _fewer_tasks(self, said: Said) -> Said:
        """Without tasks about which everything may be taken back."""
        shared = [each for each in said if each.task is None]
        groups: dict[str, Said] = {}
        for each in said:
            if each.task is not None:
                groups.setdefault(each.task, []).append(each)
        return [*self._fewest(list(groups.values()), shared), *shared]

    def _fewest(self, groups: Sequence[Said], rest: Said | None = None) -> Said:
        """The statements of a smallest choice of `groups` that cannot hold together with `rest`.
        A group that could not be judged in time stays."""
        rest = rest or []
        if self.watch.over:
            return [*chain(*groups)]
        if self.possible(rest) is False:
            return []
        if len(groups) < 2:
            return [*chain(*groups)]
        first, second = groups[: len(groups) // 2], groups[len(groups) // 2 :]
        late = self._fewest(second, [*rest, *chain(*first)])
        early = self._fewest(first, [*rest, *late])
        return [*early, *late]

    def confirmed(self, said: Said) -> tuple[Said, bool]:
        """The set with each statement tried once more, and whether that proves it minimal."""
        if self.possible(said) is not False:
            return said, False
        sure = True
        for each in tuple(said):
            if self.watch.over:
                return said, False
            rest = [other for other in said if other is not each]
            answer = self.possible(rest)
            said = rest if answer is False else said
            sure = sure and answer is not None
        return said, sure

    def with_least(self, said: Said) -> Said:
        """Links with the minute at which what is waited for can happen at the earliest, where that
        follows from what was said: a task of which no duration is said takes a minute here."""
        early = earliest(*self.alone(frozenset(said)))
        return [
            _with_least(each, early.get(each.other or "")) if _is_timed(each, said) else each
            for each in said
        ]


def _is_timed(link: Statement, said: Said, seen: frozenset[str] = frozenset()) -> bool:
    """Is it said how long everything takes that comes before what is waited for?"""
    other = link.other or ""
    if link.kind != "link" or other in seen:
        return False
    of_other = [each for each in said if each.task == other]
    ends = link.link != "start-start"
    if ends and not any(each.kind == "duration" for each in of_other):
        return False
    before = (each for each in of_other if each.kind == "link")
    return all(_is_timed(each, said, seen | {other}) for each in before)


def _with_least(said: Statement, other: Earliest | None) -> Statement:
    if other is None or said.kind != "link":
        return said
    bound = other.start if said.link == "start-start" else other.end
    if bound.minute <= LEAST:
        return said
    return said.model_copy(update={"least": bound.minute})
