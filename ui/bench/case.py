"""What is measured, and what came out."""

from dataclasses import dataclass, field

from tools.plan import Goal, Problem

WORKERS = 2
OURS, CPSAT, PYJOBSHOP, RULES, BRUTE = "whyflow", "cpsat", "pyjobshop", "rules", "brute"
PEERS = (CPSAT, PYJOBSHOP, RULES)


@dataclass(frozen=True)
class Case:
    """One problem to plan for one goal."""

    name: str
    problem: Problem
    goal: Goal
    best: int | None = None
    """The best value known, from a source that is not a solver of this run."""


@dataclass(frozen=True)
class Run:
    """What one solver made of one case."""

    value: int | None
    """Of the plan, recomputed here; None without a plan, or if it breaks a rule."""
    bound: int | None
    proved: bool
    seconds: float
    """On the clock on the wall, from the call to its return."""
    broken: str | None = None
    """The first rule that the plan breaks."""


@dataclass(frozen=True)
class Result:
    """One case by all solvers."""

    name: str
    best: int | None
    runs: dict[str, Run]
    facts: dict[str, float | None] = field(default_factory=dict)
    """What else was measured, such as memory."""
