"""Who does a task, as a list of names."""

from tools.phrases import Language
from tools.plan import Assignment, Problem
from tools.telling.values import resource_name


def tell_people(problem: Problem, row: Assignment, language: Language) -> str:
    """“Ann, nurses × 2”: the people that a task holds; empty if it holds none."""
    return ", ".join(
        resource_name(name, language) + (f" × {amount}" if amount > 1 else "")
        for name, amount in row.resources.items()
        if name in problem.resource and problem.resource[name].kind == "people"
    )
