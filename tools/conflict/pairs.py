"""Two changes that only together make a plan possible: one that mends the contradiction that is
shown, and one that mends what is contradictory with it."""

from collections.abc import Callable, Iterator, Sequence

from tools.conflict.repairs import ABSENT, repairs
from tools.conflict.trial import Trial
from tools.contradictions.edits import apply
from tools.contradictions.statements import NUMBERED, Orders, spoken_of, statements
from tools.plan import Problem, Schedule
from tools.plan.conflict import Repair, Statement
from tools.record import PlanError
from tools.solver.progress import Watch

FIRSTS = 8
"""Changes that are each tried with all others."""
SHOWN = 3

Asked = tuple[Problem, Orders]
Again = Callable[[Problem, Watch], Sequence[Statement] | None]
"""A problem -> statements of it that cannot all hold."""


def pairs(
    asked: Asked,
    alone: Asked,
    said: Sequence[Statement],
    again: Again,
    watch: Watch,
    known: Schedule | None = None,
) -> tuple[Repair, ...]:
    """Up to three pairs of changes, the smallest first; each pair makes a plan possible, which the
    search for the second change found by solving with the first one made.

    Args:
        alone: the problem that says nothing but `said`.
        watch: when to stop looking; what was found by then is the answer.
    """
    problem, orders = asked
    found: dict[frozenset[str], Repair] = {}
    firsts = _firsts(asked, alone, said, watch, known)
    for place, first in enumerate(firsts):
        share = Watch(watch.left / (len(firsts) - place), None, watch.cancelled)
        mended = _mended(problem, first)
        left = again(mended, Watch(share.left / 2, None, watch.cancelled)) if mended else None
        if mended is None or not left:
            continue
        for second in repairs(mended, orders, left, share, known):
            if _about(first) != _about(second):
                pair = Repair(
                    kind="both",
                    both=(first, second),
                    size=first.size + second.size,
                    least=first.least and second.least,
                )
                found.setdefault(frozenset((_about(first), _about(second))), pair)
    return tuple(sorted(found.values(), key=lambda each: each.size)[:SHOWN])


def _about(repair: Repair) -> str:
    """What it changes, however far."""
    far = {"before": None, "after": None, "size": 0, "least": True, "spans": ()}
    moved = tuple(each.model_copy(update={"before": 0, "after": 0}) for each in repair.deadlines)
    return repair.model_copy(update=far | {"deadlines": moved}).model_dump_json()


def _firsts(
    asked: Asked, alone: Asked, said: Sequence[Statement], watch: Watch, known: Schedule | None
) -> list[Repair]:
    """Changes that mend what is shown, whatever else there is, as taking back any statement does;
    and absences of what its tasks need, which may stand in the way of the others."""
    numbered = [each for each in said if each.kind in NUMBERED]
    others = [each for each in said if each.kind not in NUMBERED]
    near = [each for each in _absences_near(asked[0], said) if each not in numbered]
    soon = Watch(watch.left / 3, None, watch.cancelled)
    trial = Trial(*asked, [*numbered, *near], watch, known)
    taken = [repair for make in ABSENT for repair in make(trial)]
    return [*repairs(*alone, others, soon, known), *taken][:FIRSTS]


def _absences_near(problem: Problem, said: Sequence[Statement]) -> Iterator[Statement]:
    ways = (way for name in spoken_of(said) for way in problem.by_name[name].ways)
    needed = {name for way in ways for name in way.demands}
    for each in statements(problem):
        if each.kind == "absence" and each.resource in needed:
            yield each


def _mended(problem: Problem, first: Repair) -> Problem | None:
    try:
        return apply(problem, first)
    except PlanError:  # it contradicts something else that was said
        return None
