"""The goals in numbers, and what decides between plans that are equal in all of them."""

from collections.abc import Sequence

from tools.plan import Goal, Problem, Schedule
from tools.solver.search.crew import CHEAP, EVEN, FEW, RARE

CODES: dict[Goal, int] = {
    "waiting": 0,
    "makespan": 1,
    "tardiness": 2,
    "completion": 3,
    "people": 4,
    "cost": 5,
    "balance": 6,
    "value": 7,
    "moves": 8,
}
"""As `values.py` numbers them."""
STYLES: dict[Goal, int] = {"cost": CHEAP, "people": FEW, "balance": EVEN}


def wanted(
    problem: Problem,
    goal: Goal | Sequence[Goal] | None,
    before: Schedule | None,
    stability: int | None,
) -> tuple[Goal, ...]:
    """The goals in their order: those asked for, or the problem's, or waiting. Moves come first
    when planning again, unless they are weighed; what is lost by leaving tasks out before that,
    unless the list names them elsewhere."""
    asked = _asked(problem, goal)
    if before is None:
        asked = tuple(each for each in asked if each != "moves") or ("waiting",)
    elif stability is None and "moves" not in asked:
        asked = ("moves", *asked)
    if "value" not in asked and any(task.value is not None for task in problem.tasks):
        asked = ("value", *asked)
    return tuple(dict.fromkeys(asked))


def _asked(problem: Problem, goal: Goal | Sequence[Goal] | None) -> tuple[Goal, ...]:
    return (goal,) if isinstance(goal, str) else tuple(goal or problem.goals or ("waiting",))


def weighed(problem: Problem, goal: Goal | Sequence[Goal] | None, goals: Sequence[Goal]) -> int:
    """The place among `goals`, which `wanted` gave, of the one to which stability adds moves: the
    first that was asked for. What is lost by leaving tasks out comes before it unasked."""
    return int(goals[0] == "value" and "value" not in _asked(problem, goal))


def tie_break(goals: Sequence[Goal]) -> Goal:
    """What decides between plans that are equal under all goals."""
    return "waiting" if "makespan" in goals else "makespan"


def style(goals: Sequence[Goal]) -> int:
    """Whom the search prefers for skills."""
    return next((STYLES[goal] for goal in goals if goal in STYLES), RARE)
