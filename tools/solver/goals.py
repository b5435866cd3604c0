"""The goals in numbers, and what decides between plans that are equal in all of them."""

from collections.abc import Sequence
from typing import NamedTuple

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


class Aim(NamedTuple):
    """What a solve makes small."""

    goals: tuple[Goal, ...]
    """In their order."""
    stability: int
    """How many times the moves are added to one of them; mostly 0."""
    weighed: int
    """The place of that one."""

    @property
    def codes(self) -> list[int]:
        """The goals, and what decides between plans that are equal in all of them."""
        last: Goal = "waiting" if "makespan" in self.goals else "makespan"
        return [CODES[each] for each in (*self.goals, last)]

    @property
    def style(self) -> int:
        """Whom the search prefers for skills."""
        return next((STYLES[goal] for goal in self.goals if goal in STYLES), RARE)


def aim(
    problem: Problem,
    goal: Goal | Sequence[Goal] | None,
    before: Schedule | None,
    stability: int | None,
) -> Aim:
    """The goals asked for, or the problem's, or waiting. Moves come first when planning again,
    unless they are weighed, with the first goal that was asked for; what is lost by leaving tasks
    out before that, unless the list names it elsewhere."""
    goals: tuple[Goal, ...]
    goals = (goal,) if isinstance(goal, str) else tuple(goal or problem.goals or ("waiting",))
    lost = "value" not in goals and any(task.value is not None for task in problem.tasks)
    if before is None:
        goals = tuple(each for each in goals if each != "moves") or ("waiting",)
    elif stability is None and "moves" not in goals:
        goals = ("moves", *goals)
    if lost:
        goals = ("value", *goals)
    apart = before is None or goals[int(lost)] == "moves"  # not weighed with themselves
    return Aim(tuple(dict.fromkeys(goals)), 0 if apart else stability or 0, int(lost))
