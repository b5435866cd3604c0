"""The variables of an instance, and what is known of them; `build` puts the model together.

A literal may be True: a task that must be done, by its only way, needs no variable for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ortools.sat.python import cp_model

from tools.solver.exact.clock import Clock
from tools.solver.exact.reach import Reach
from tools.solver.found import Found
from tools.solver.instance import Instance

Expression = cp_model.LinearExpr | cp_model.IntVar | int
Literal = cp_model.BoolVarT | cp_model.IntVar | bool
Terms = list[tuple[Expression, int]]
"""Expressions with what each is multiplied by."""


@dataclass
class Timing:
    """When a task runs."""

    start: Expression
    end: Expression
    lasts: Expression
    low: tuple[int, int] = (0, 0)
    """Its start and end while it is left out: fixed, so that sums over it stay linear."""
    spans: dict[int, cp_model.IntervalVar] = field(default_factory=dict)
    """By way of the instance."""
    lasting: dict[int, int] = field(default_factory=dict)
    """From start to end, by way of the instance; without those whose pauses differ."""


class User(NamedTuple):
    """What may hold a resource, and how many units of it."""

    task: int
    interval: cp_model.IntervalVar
    amount: Expression


class _CpModel(cp_model.CpModel):
    """Without the older names of all its methods, which take as long as a small model."""

    def _add_pre_pep8_methods(self) -> None:
        pass


class Model:
    """Variables and hints; the rules are added by the other modules."""

    def __init__(self, instance: Instance, reach: Reach, first: Found | None) -> None:
        self.instance, self.reach, self.first = instance, reach, first
        self.cp = _CpModel()
        self.clock = Clock(instance, reach.until)
        self.present: list[Literal] = []
        """By task: is it done?"""
        self.ways: dict[int, Literal] = {}
        """By way of the instance: is it chosen?"""
        self.crew: dict[int, dict[tuple[int, ...], dict[int, Expression]]] = {}
        """By way, then by who is able, then by resource: how many units fill such slots."""
        self.serves: dict[int, dict[int, Literal]] = {}
        """By way, then by resource: does it fill a slot?"""
        self.timing: list[Timing] = []
        self.users: list[list[User]] = []
        """By resource, without facts."""

    def boolean(self, hint: bool | None) -> cp_model.IntVar:
        found = self.cp.new_bool_var("")
        if hint is not None:
            self.cp.add_hint(found, hint)
        return found

    def integer(self, low: int, high: int, hint: int | None) -> cp_model.IntVar:
        return self.among(cp_model.Domain(low, high), hint)

    def among(self, domain: cp_model.Domain, hint: int | None) -> cp_model.IntVar:
        found = self.cp.new_int_var_from_domain(domain, "")
        if hint is not None:
            self.cp.add_hint(found, hint)
        return found

    def impossible(self) -> None:
        self.cp.add_bool_or([])

    def chosen_first(self, task: int, way: int) -> bool | None:
        """Does the first plan do the task by this way of the instance? None without such a plan."""
        if self.first is None:
            return None
        number = int(self.first.way[task])
        return number >= 0 and self.instance.way_from[task] + number == way

    def started_first(self, task: int) -> int | None:
        """Its start in the first plan; None if it has none."""
        if self.first is None or self.first.way[task] < 0:
            return None
        return int(self.first.start[task])

    def ways_of(self, task: int) -> range:
        return range(self.instance.way_from[task], self.instance.way_from[task + 1])

    def needs(self, way: int) -> list[tuple[int, int]]:
        """(resource, amount) that the way names."""
        first, last = self.instance.need_from[way : way + 2]
        return list(
            zip(self.instance.need[first:last], self.instance.amount[first:last], strict=True)
        )

    def certain(self, task: int) -> bool:
        """Must it be done, and has not started?"""
        return self.present[task] is True and not self.instance.fact[task]

    def crew_of(self, way: int, resource: int) -> Terms:
        """How many units of the resource fill slots of the way."""
        groups = self.crew.get(way, {}).values()
        return [(group[resource], 1) for group in groups if resource in group]


def total(terms: Terms) -> Expression:
    return cp_model.LinearExpr.weighted_sum([each for each, _ in terms], [by for _, by in terms])


def only(literals: Sequence[Literal]) -> list[Literal]:
    """Without those that are True anyway."""
    return [each for each in literals if each is not True]


def opposite(literal: Literal) -> Literal:
    return not literal if isinstance(literal, bool) else literal.negated()
