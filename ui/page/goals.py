"""The goals that can be chosen on the page: the first, and what comes then. Pure."""

from tools.phrases import Language, say
from tools.plan import Goal, Problem

OFFERED: tuple[Goal, ...] = (
    "waiting",
    "makespan",
    "tardiness",
    "completion",
    "people",
    "cost",
    "balance",
)
NONE = "none"
Choices = list[tuple[str, str]]


def first_choices(problem: Problem | None, language: Language) -> Choices:
    """Words and goal; what only some plans can have is offered where it can be had."""
    optional = problem is not None and any(task.value is not None for task in problem.tasks)
    offered: list[Goal] = [*OFFERED, *(["value"] if optional else [])]  # type: ignore[list-item]
    used = problem.goals if problem else ()
    return [
        (say(f"page-goal-{goal}-long", language), goal) for goal in dict.fromkeys([*offered, *used])
    ]


def then_choices(problem: Problem | None, language: Language) -> Choices:
    """The same, or nothing more."""
    return [(say("page-goal-none", language), NONE), *first_choices(problem, language)]


def chosen(problem: Problem | None) -> tuple[str, str]:
    """The first goal and the second one, as they stand."""
    goals = problem.goals if problem else ()
    return (goals[0] if goals else "waiting", goals[1] if len(goals) > 1 else NONE)


def with_goals(problem: Problem, first: Goal, then: str) -> Problem:
    """`problem` with other goals; those after the second stay, unless nothing is to come then."""
    goals = [first] if then == NONE else [first, then, *problem.goals[2:]]
    return problem.model_copy(update={"goals": tuple(dict.fromkeys(goals))})
