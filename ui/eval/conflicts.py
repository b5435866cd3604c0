"""Whether statements contradict each other: the problem in which nothing else is said."""

from collections.abc import Collection, Iterator

from tools.plan import Link, Problem, Resource, Task
from tools.plan.conflict import Conflict, Statement
from tools.solver.peers.truth import truth

PLENTY = 10**6
"""Units of a resource of which nobody said how many there are."""
SHORTEST = 1
"""Minutes of a task of which nobody said how long it takes: every task takes one at least."""


def untrue(conflict: Conflict, problem: Problem) -> Iterator[str]:
    """Its statements contradict each other; without any one of them they do not."""
    if not contradicting(problem, conflict.statements):
        yield "that the statements contradict each other"
    for statement in conflict.statements:
        rest = [each for each in conflict.statements if each is not statement]
        if contradicting(problem, rest):
            yield f"that {statement} is needed for the contradiction"


def contradicting(problem: Problem, statements: Collection[Statement]) -> bool:
    """Whether no plan can keep these statements, whatever else the problem says."""
    orders = [(s.other, s.task) for s in statements if s.kind == "order" and s.other and s.task]
    alone = _saying(problem, statements)
    until = problem.now + 2 * sum(t.duration for t in problem.tasks) + 14 * 24 * 60
    until += max(t.release for t in problem.tasks)
    return truth(alone, "makespan", orders, until=until).impossible


def _saying(problem: Problem, statements: Collection[Statement]) -> Problem:
    """Unchecked, for what nobody says is as little as can be."""
    said = {(each.kind, each.task, each.resource, each.place) for each in statements}
    tasks = tuple(_task(task, said) for task in problem.tasks)
    resources = tuple(_resource(each, said) for each in problem.resources)
    fields = {name: getattr(problem, name) for name in type(problem).model_fields}
    return Problem.model_construct(**(fields | {"tasks": tasks, "resources": resources}))


Said = set[tuple[str, str | None, str | None, int]]


def _task(task: Task, said: Said) -> Task:
    def has(kind: str, resource: str | None = None, place: int = 0) -> bool:
        return (kind, task.name, resource, place) in said

    links: tuple[Link, ...] = tuple(
        link for place, link in enumerate(task.predecessors) if has("link", None, place)
    )
    fields = {name: getattr(task, name) for name in type(task).model_fields}
    fields |= {
        "duration": task.duration if has("duration") else SHORTEST,
        "deadline": task.deadline if has("deadline") else None,
        "fixed": task.fixed if has("fixed") else None,
        "release": task.release if has("release") else 0,
        "demands": {name: amount for name, amount in task.demands.items() if has("demand", name)},
        "after": tuple(link.task for link in links),
        "links": (),
    }
    return Task.model_construct(**fields)


def _resource(resource: Resource, said: Said) -> Resource:
    fields = {name: getattr(resource, name) for name in type(resource).model_fields}
    if ("capacity", None, resource.name, 0) not in said:
        fields["capacity"] = PLENTY
    if ("calendar", None, resource.name, 0) not in said:
        fields["calendar"] = None
    return Resource.model_construct(**fields)
