"""Problems with something changed, for the judge: made from what is said alone, with no code of
`tools/plan/changes.py`."""

from collections.abc import Sequence
from math import ceil

from tools.plan import Problem
from tools.plan.changes import Change


def changed(problem: Problem, wanted: Sequence[Change]) -> Problem:
    """The problem with the changes made, from what they say alone."""
    for change in wanted:
        match change.kind:
            case "capacity":
                problem = with_capacity(problem, change.resource, change.capacity)
            case "duration":
                problem = with_task(problem, change.task, {"duration": change.minutes})
            case "priority":
                problem = with_task(problem, change.task, {"priority": change.priority})
            case "deadline":
                problem = with_task(problem, change.task, {"deadline": change.minute})
            case "pace":
                for task in problem.tasks:
                    lasts = ceil(task.duration * change.percent / 100)
                    problem = with_task(problem, task.name, {"duration": lasts})
            case "drop":
                problem = _dropped(problem, change.task)
            case unknown:
                raise ValueError(f"the judge makes no change of the kind {unknown}")
    return problem


def with_task(problem: Problem, name: str, fields: dict[str, object]) -> Problem:
    data = problem.model_dump()
    for task in data["tasks"]:
        if task["name"] == name:
            task.update(fields)
    return Problem.read(data)


def with_capacity(problem: Problem, name: str, capacity: int) -> Problem:
    data = problem.model_dump()
    for resource in data["resources"]:
        if resource["name"] == name:
            resource["capacity"] = capacity
    return Problem.read(data)


def _dropped(problem: Problem, name: str) -> Problem:
    data = problem.model_dump()
    gone = problem.by_name[name]
    data["tasks"] = [task for task in data["tasks"] if task["name"] != name]
    for task in data["tasks"]:
        if name in task["after"]:
            left = [each for each in task["after"] if each != name]
            task["after"] = list(dict.fromkeys([*left, *gone.after]))
    return Problem.read(data)


def unlinked(problem: Problem, earlier: str, later: str) -> Problem:
    left = [each for each in problem.by_name[later].after if each != earlier]
    return with_task(problem, later, {"after": left})
