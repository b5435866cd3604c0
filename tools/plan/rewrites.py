"""Changes of the tasks themselves, as data and made: what they are called, what they need, who
waits for whom, and between which times they may lie."""

from collections.abc import Mapping
from typing import Any, Literal

from tools.plan.problem import Problem
from tools.plan.resource import Resource
from tools.record import Name, PlanError, Record

Limit = Literal["release", "due", "deadline", "fixed"]


class Rename(Record):
    """A task is called something else."""

    kind: Literal["rename"] = "rename"
    task: Name
    name: Name


class SetDemand(Record):
    """A task holds so many units of a resource, which comes to be if it is not there."""

    kind: Literal["demand"] = "demand"
    task: Name
    resource: Name
    amount: int


class SetWait(Record):
    """A task waits, or no longer waits, for another one to end."""

    kind: Literal["wait"] = "wait"
    task: Name
    other: Name
    waits: bool = True
    lag: int = 0
    """Minutes at least between the end of the other one and its start."""


class SwapTasks(Record):
    """Two tasks change places: each waits for what the other one did, and is waited for by what
    waited for the other one."""

    kind: Literal["swap"] = "swap"
    task: Name
    other: Name


class SetLimit(Record):
    """A task may start from a minute on, starts at it, or is due by it; None: no longer."""

    kind: Literal["limit"] = "limit"
    task: Name
    field: Limit
    minute: int | None = None


class SetPace(Record):
    """All work that has not begun takes so many percent of its time."""

    kind: Literal["pace"] = "pace"
    percent: int


Rewrite = Rename | SetDemand | SetWait | SwapTasks | SetLimit | SetPace


def rewritten(problem: Problem, change: Rewrite) -> Problem:
    """`problem` with one change made.

    Raises:
        PlanError: it makes no sense, or names what is not there.
    """
    match change:
        case Rename():
            return _renamed(problem, change)
        case SetDemand():
            return _demanding(problem, change)
        case SetWait():
            return _waiting(problem, change)
        case SwapTasks():
            return _swapped(problem, change)
        case SetLimit():
            value = change.minute if change.minute is not None else _nothing(change.field)
            return problem.replace_task(change.task, **{change.field: value})
        case SetPace():
            return _paced(problem, change.percent)


def _paced(problem: Problem, percent: int) -> Problem:
    """A minute that is begun counts."""
    if percent < 1:
        raise PlanError("bad-pace", value=percent)
    said = problem.model_dump()
    for task in said["tasks"]:
        if task["started"] is None:
            for way in (task, *task["alternatives"]):
                way["duration"] = -(-way["duration"] * percent // 100)
    return Problem.read(said)


def _nothing(field: Limit) -> int | None:
    return 0 if field == "release" else None


def _renamed(problem: Problem, change: Rename) -> Problem:
    old = problem.task(change.task).name
    if change.name != old and change.name in problem.by_name:
        raise PlanError("name-taken", name=change.name, task=old)
    said = problem.model_dump()
    said["tasks"] = [_referring(task, {old: change.name}) for task in said["tasks"]]
    for task in (*said["tasks"], *said["assumed"], *said["origins"]):
        key = "name" if "name" in task else "task"
        task[key] = change.name if task[key] == old else task[key]
    return Problem.read(said)


def _referring(task: dict[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    """A task whose words about other tasks use their new names."""
    names = {
        field: [new.get(name, name) for name in task[field]]
        for field in ("after", "apart", "same_people")
    }
    links = [{**link, "task": new.get(link["task"], link["task"])} for link in task["links"]]
    return {**task, **names, "links": links}


def _demanding(problem: Problem, change: SetDemand) -> Problem:
    task = problem.task(change.task)
    if change.resource not in problem.resource:
        new = Resource.read({"name": change.resource, "capacity": change.amount})
        said = problem.model_dump()
        said["resources"] = [*said["resources"], new.model_dump()]
        said["assumed"] = [*said["assumed"], {"field": "capacity", "resource": new.name}]
        problem = Problem.read(said)
    demands = {**task.demands, change.resource: change.amount}
    if not change.amount:
        del demands[change.resource]
    return problem.replace_task(change.task, demands=demands)


def _waiting(problem: Problem, change: SetWait) -> Problem:
    """One that is to wait for another is no longer waited for by that one.

    Raises:
        PlanError: it is to wait no longer, and does not.
    """
    task, other = problem.task(change.task), problem.task(change.other)
    if not change.waits:
        if all(link.task != other.name for link in task.predecessors):
            raise PlanError("waits-not", task=task.name, other=other.name)
        return _free(problem, task.name, other.name)
    problem = _free(problem, other.name, task.name)
    if change.lag:
        link = {"task": other.name, "lag": change.lag}
        freed = _free(problem, task.name, other.name).task(task.name)
        links = [*(each.model_dump() for each in freed.links), link]
        return problem.replace_task(task.name, after=freed.after, links=links)
    after = dict.fromkeys([*task.after, other.name])
    return problem.replace_task(task.name, after=tuple(after))


def _free(problem: Problem, task: str, other: str) -> Problem:
    """`problem` in which `task` does not wait for `other`."""
    old = problem.task(task)
    if all(link.task != other for link in old.predecessors):
        return problem
    after = tuple(name for name in old.after if name != other)
    links = [link.model_dump() for link in old.links if link.task != other]
    return problem.replace_task(task, after=after, links=links)


def _swapped(problem: Problem, change: SwapTasks) -> Problem:
    one, other = problem.task(change.task).name, problem.task(change.other).name
    new = {one: other, other: one}
    said = problem.model_dump()
    waits = {task["name"]: {key: task[key] for key in ("after", "links")} for task in said["tasks"]}
    order = [new.get(task["name"], task["name"]) for task in said["tasks"]]
    by_name = {
        task["name"]: task | waits[new.get(task["name"], task["name"])] for task in said["tasks"]
    }
    own = ("apart", "same_people")  # these do not change places
    said["tasks"] = [
        _referring(by_name[name], new) | {key: by_name[name][key] for key in own} for name in order
    ]
    return Problem.read(said)
