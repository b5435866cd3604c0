"""What is claimed of all plans, settled by an oracle; what is claimed of two plans side by side,
counted from both."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tools.plan import Conflict, Goal, Problem, Schedule
from tools.reasons.comparison import Comparison, Difference
from ui.eval.judge.checker import faults
from ui.eval.judge.values import value
from ui.eval.oracle import Limits, Oracle, Orders

Bound = tuple[Goal, int, int | None]
"""A goal, its value in a plan, and the value that no plan is below; None if none is claimed."""


class Proofs:
    """Of one plan of one problem. Checks yield what is untrue."""

    def __init__(self, problem: Problem, plan: Schedule, oracle: Oracle) -> None:
        self.problem, self.plan, self.oracle = problem, plan, oracle
        self.goal: Goal = plan.goal
        self.open: list[str] = []
        """What the oracle could not settle."""
        self.conflicts: list[tuple[Conflict, Problem]] = []
        """All that were shown, each with the problem that it is about."""

    def none(self, problem: Problem, orders: Orders, limits: Limits, what: str) -> Iterator[str]:
        """It is claimed that there is no such plan."""
        yield from self._settled(self.oracle.possible(problem, orders, limits), False, what)

    def some(self, problem: Problem, orders: Orders, limits: Limits, what: str) -> Iterator[str]:
        """It is claimed that there is one."""
        yield from self._settled(self.oracle.possible(problem, orders, limits), True, what)

    def _settled(self, answer: bool | None, claimed: bool, what: str) -> Iterator[str]:
        if answer is None:
            self.open.append(what)
        elif answer is not claimed:
            yield what

    def bounds(
        self, problem: Problem, orders: Orders, claimed: Iterable[Bound], what: str
    ) -> Iterator[str]:
        """No plan is below: of the first goal any plan, of each other one any that has the values
        of those before."""
        reached: list[tuple[Goal, int]] = []
        for goal, worth, least in claimed:
            if least is None:
                return
            if least > worth:
                yield f"{what}: a bound of {goal} above its value"
            if least > 0:
                limits = (*reached, (goal, least - 1))
                yield from self.none(problem, orders, limits, f"{what}: no {goal} below {least}")
            reached.append((goal, worth))

    def proof(self, problem: Problem, plan: Schedule, what: str) -> Iterator[str]:
        """Values and bounds that a plan gives."""
        yield from faults(problem, plan)
        rows = [(plan.goal, plan.objective or 0, plan.bound)]
        rows += [(each.goal, each.value, each.bound) for each in plan.then]
        yield from self.bounds(problem, (), rows, what)

    def compared(
        self,
        said: Comparison | None,
        foil: Problem,
        other: Schedule | None,
        orders: Orders = (),
        *,
        kept: bool = False,
        wider: Problem | None = None,
    ) -> Iterator[str]:
        """The values, ends and moves of both plans, and by how much the best ones may differ.

        Args:
            foil: what `other` is a plan of, and is valued by.
            kept: the plan asked about has the value that keeping it would have.
            wider: all that `other` was chosen among, if that is more than the plans of `foil`.
        """
        if said is None:
            return
        if other is None:
            yield "a comparison without another plan"
            return
        yield from faults(foil, other, orders)
        old = foil if kept else self.problem
        wanted = [self.goal, *(each.goal for each in self.plan.then if each.goal != "moves")]
        if [each.goal for each in said.goals] != wanted:
            yield "which goals there are"
        for each in said.goals:
            if each.before != (true := value(old, self.plan, each.goal)):
                yield f"the {each.goal} of the plan is {true}, not {each.before}"
            if each.after != (true := value(foil, other, each.goal)):
                yield f"the {each.goal} of the other plan is {true}, not {each.after}"
        yield from side_by_side(said, self.plan, other)
        if said.valued and not kept:
            yield from self.bounds(self.problem, (), map(bound_before, said.goals), "the plan")
            among = wider or foil
            rows = [_shifted(bound_after(each), among, foil) for each in said.goals]
            yield from self.bounds(among, orders, rows, "the other plan")

    def path(self, rule: Sequence[str]) -> Iterator[str]:
        for earlier, later in pairwise(rule):
            if all(link.task != earlier for link in self.problem.by_name[later].predecessors):
                yield f"that {later} must wait for {earlier}"


def side_by_side(said: Comparison, plan: Schedule, other: Schedule) -> Iterator[str]:
    """What differs between two plans."""
    if (said.end_before, said.end_after) != (plan.makespan, other.makespan):
        yield "the ends"
    both = [
        (row, other.by_task[name]) for name, row in plan.by_task.items() if name in other.by_task
    ]
    moved = {
        (old.task, old.start, new.start, set(old.resources) != set(new.resources))
        for old, new in both
        if (old.start, set(old.resources)) != (new.start, set(new.resources))
    }
    told = [(each.task, each.before, each.after, each.others) for each in said.moves]
    if set(told) != moved or len(told) != len(moved):
        yield "what moves"
    sizes = [abs(each.after - each.before) for each in said.moves]
    if sizes != sorted(sizes, reverse=True):
        yield "which move is the largest"
    if set(said.dropped) != set(plan.by_task) & set(other.left_out):
        yield "what is left out"
    if set(said.added) != set(other.by_task) & set(plan.left_out):
        yield "what is done as well"


def bound_before(each: Difference) -> Bound:
    """What a difference claims of all plans beside the one before."""
    return each.goal, each.before, None if each.most is None else each.after - each.most


def bound_after(each: Difference) -> Bound:
    """And beside the other one."""
    return each.goal, each.after, None if each.least is None else each.before + each.least


def _shifted(bound: Bound, among: Problem, foil: Problem) -> Bound:
    """A bound of waiting as it is where waiting counts from other releases."""
    goal, worth, least = bound
    if goal != "waiting" or least is None:
        return bound
    more = sum(
        task.priority * (foil.by_name[task.name].release - task.release) for task in among.tasks
    )
    return goal, worth + more, least + more
