"""Contradictions that are found without the solver, however many tasks there are."""

from collections.abc import Sequence

from tools.contradictions.crowds import crowd, crowded
from tools.contradictions.fits import Fits
from tools.contradictions.overloads import overload, overloaded
from tools.contradictions.paths import broken_chain, earliest
from tools.contradictions.statements import Orders
from tools.plan import Problem
from tools.plan.conflict import Statement


def ruled_out(problem: Problem, orders: Orders = ()) -> bool:
    """Is there no plan because of a chain of work that is too long, or finds nobody there, a crowd,
    or an overload?"""
    late = any(each.broken for each in earliest(problem, orders, _hours(problem)).values())
    return late or crowd(problem) is not None or overload(problem) is not None


def contradictory(
    problem: Problem, said: Sequence[Statement], orders: Orders = ()
) -> list[Statement]:
    """Those of the statements `said` about such a contradiction, which already rule out any plan;
    empty if there is none. Hours are to blame only where nothing else is."""
    return (
        broken_chain(problem, said, orders)
        or crowded(problem, said)
        or broken_chain(problem, said, orders, _hours(problem))
        or overloaded(problem, said)
    )


def _hours(problem: Problem) -> Fits | None:
    """When who is there; None if it does not matter."""
    fits = Fits(problem)
    return fits if fits.matter else None
