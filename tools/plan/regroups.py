"""Changes of who does a task, of tasks that start together, of tasks that are done, and of tasks in
parts, as data and made."""

from typing import Any, Literal

from tools.plan.problem import Problem
from tools.plan.rewrites import SetWait, rewritten
from tools.plan.task import Task
from tools.record import Name, PlanError, Record


class Assign(Record):
    """Somebody known by name does a task."""

    kind: Literal["assign"] = "assign"
    task: Name
    who: Name
    instead: tuple[Name, ...] = ()
    """People whom it no longer needs."""
    skills: bool = False
    """Whether it asks for skills no longer, because that one has them."""


class Together(Record):
    """Two tasks start at the same time."""

    kind: Literal["together"] = "together"
    task: Name
    other: Name


class Overlap(Record):
    """Two tasks may overlap: neither waits for the other one."""

    kind: Literal["overlap"] = "overlap"
    task: Name
    other: Name


class Finish(Record):
    """A task is done: from one minute to another."""

    kind: Literal["finish"] = "finish"
    task: Name
    started: int
    ended: int


class SplitTask(Record):
    """A task becomes several that follow each other, as long together as it was."""

    kind: Literal["split"] = "split"
    task: Name
    parts: int


Regroup = Assign | Together | Overlap | Finish | SplitTask


def regrouped(problem: Problem, change: Regroup) -> Problem:
    """`problem` with one change made.

    Raises:
        PlanError: it makes no sense, or names what is not there.
    """
    match change:
        case Assign():
            return _assigned(problem, change)
        case Together():
            return _together(_apart_no_longer(problem, change.task, change.other), change)
        case Overlap():
            return _apart_no_longer(problem, change.task, change.other)
        case Finish():
            times = {"started": change.started, "ended": change.ended}
            return problem.replace_task(change.task, **times)
        case SplitTask():
            return _split(problem, change)


def _assigned(problem: Problem, change: Assign) -> Problem:
    task = problem.task(change.task)
    held = {who: n for who, n in task.demands.items() if who not in change.instead}
    demands = {**held, change.who: 1}
    skills = {} if change.skills else dict(task.skills)
    return problem.replace_task(task.name, demands=demands, skills=skills)


def _apart_no_longer(problem: Problem, one: str, other: str) -> Problem:
    for task, waited in ((one, other), (other, one)):
        if any(link.task == waited for link in problem.task(task).predecessors):
            problem = rewritten(problem, SetWait(task=task, other=waited, waits=False))
        apart = tuple(name for name in problem.task(task).apart if name != waited)
        if apart != problem.task(task).apart:
            problem = problem.replace_task(task, apart=apart)
    return problem


def _together(problem: Problem, change: Together) -> Problem:
    """Each of them starts no earlier than the other one."""
    said = problem.model_dump()
    for task in said["tasks"]:
        for one, other in ((change.task, change.other), (change.other, change.task)):
            if task["name"] == one:
                task["links"] = [*task["links"], {"task": other, "kind": "start-start"}]
    return Problem.read(said)


def part_names(name: str, parts: int) -> tuple[str, ...]:
    """What the parts of a task are called."""
    return tuple(f"{name} {number}/{parts}" for number in range(1, parts + 1))


def _split(problem: Problem, change: SplitTask) -> Problem:
    """The first part waits for what the task waited for, each part for the one before, and whoever
    waited for the task waits for the last.

    Raises:
        PlanError: it has begun, may be left out, can be done in several ways, or is too short.
    """
    task = problem.task(change.task)
    if task.started is not None or task.value is not None or task.alternatives:
        raise PlanError("split-not", task=task.name)
    if task.duration < change.parts:
        raise PlanError("split-short", task=task.name, parts=change.parts)
    names = part_names(task.name, change.parts)
    said = problem.model_dump()
    tasks: list[dict[str, Any]] = []
    for each in said["tasks"]:
        if each["name"] == task.name:
            tasks += _parts(task, names)
        else:
            tasks.append(_referring(each, task.name, names))
    about = {
        key: [e for e in said[key] if e["task"] != task.name] for key in ("assumed", "origins")
    }
    return Problem.read(said | about | {"tasks": tasks})


def _parts(task: Task, names: tuple[str, ...]) -> list[dict[str, Any]]:
    share, more = divmod(task.duration, len(names))
    found = []
    for at, name in enumerate(names):
        first, last = at == 0, at == len(names) - 1
        said = task.model_dump()
        ends = [link for link in said["links"] if link["kind"] == "finish-finish"]
        begins = [link for link in said["links"] if link["kind"] != "finish-finish"]
        said |= {"name": name, "duration": share + (at < more)}
        said["after"] = said["after"] if first else [names[at - 1]]
        said["links"] = [*(begins if first else ()), *(ends if last else ())]
        said |= {} if first else {"release": 0, "fixed": None}
        said |= {} if last else {"due": None, "deadline": None}
        found.append(said)
    return found


def _referring(task: dict[str, Any], old: str, names: tuple[str, ...]) -> dict[str, Any]:
    """Another task whose words about the old one speak of its parts."""
    said = {"after": [names[-1] if name == old else name for name in task["after"]]}
    said["links"] = [
        link | {"task": names[0] if link["kind"] == "start-start" else names[-1]}
        if link["task"] == old
        else link
        for link in task["links"]
    ]
    for field in ("apart", "same_people"):
        said[field] = [n for name in task[field] for n in (names if name == old else (name,))]
    return task | said
