"""Problems with something changed, for the judge: made from what is said alone, with no code of
`tools/plan/changes.py`, nor of the repairs of a conflict."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from math import ceil
from typing import Any

from tools.plan import Problem, Task
from tools.plan.calendar import time_of_day
from tools.plan.changes import Change
from tools.plan.conflict import Repair

DAY = 24 * 60
Data = dict[str, Any]


def changed(problem: Problem, wanted: Sequence[Change]) -> Problem:
    """The problem with the changes made, from what they say alone."""
    for change in wanted:
        problem = _changed(problem, change)
    return problem


def _changed(problem: Problem, change: Change) -> Problem:
    match change.kind:
        case "capacity":
            return with_capacity(problem, change.resource, change.capacity)
        case "duration":
            return with_task(problem, change.task, {"duration": change.minutes})
        case "priority":
            return with_task(problem, change.task, {"priority": change.priority})
        case "deadline":
            return with_task(problem, change.task, {"deadline": change.minute})
        case "pace":
            for task in problem.tasks:
                lasts = ceil(task.duration * change.percent / 100)
                problem = with_task(problem, task.name, {"duration": lasts})
            return problem
        case "drop":
            return without(problem, change.task)
        case "add":
            data = problem.model_dump()
            return Problem.read(data | {"tasks": [*data["tasks"], change.task.model_dump()]})
        case "away":
            away = {"start": change.start, "end": change.end, "amount": change.amount}
            return _absent(problem, change.resource, [away])
        case "shift":
            return _each(problem, "calendars", change.calendar, _longer(change.minutes))
        case unknown:
            raise ValueError(f"the judge makes no change of the kind {unknown}")


def repaired(problem: Problem, repair: Repair) -> Problem:
    """The problem with a repair carried out."""
    match repair.kind:
        case "deadline":
            for each in repair.deadlines:
                problem = with_task(problem, each.task, {"deadline": each.after})
            return problem
        case "release" | "fixed":
            return with_task(problem, repair.task or "", {repair.kind: repair.after})
        case "capacity":
            return with_capacity(problem, repair.resource or "", repair.after or 0)
        case "capacity-then":
            return _for_a_while(problem, repair)
        case "leave-out":
            return without(problem, repair.task or "")
        case "link":
            return _each(problem, "tasks", repair.task or "", _unlinked_at(repair.place))
        case "absence":
            return _each(problem, "resources", repair.resource or "", _there(repair.place))
        case "open":
            return _opened(problem, repair)
        case "person":
            return _staffed(problem, repair)
        case "both":
            for each in repair.both:
                problem = repaired(problem, each)
            return problem
        case unknown:
            raise ValueError(f"the judge makes no repair of the kind {unknown}")


def with_task(problem: Problem, name: str, fields: Data) -> Problem:
    return _each(problem, "tasks", name, lambda data: data | fields)


def unchecked(problem: Problem, name: str, fields: Data) -> Problem:
    """As `with_task`, where what is said may contradict itself at sight."""
    tasks = tuple(
        Task.model_construct(**(_fields(each) | fields)) if each.name == name else each
        for each in problem.tasks
    )
    return Problem.model_construct(**(_fields(problem) | {"tasks": tasks}))


def _fields(record: Problem | Task) -> Data:
    return {name: getattr(record, name) for name in type(record).model_fields}


def with_capacity(problem: Problem, name: str, capacity: int) -> Problem:
    return _each(problem, "resources", name, lambda data: data | {"capacity": capacity})


def without(problem: Problem, name: str) -> Problem:
    """What waited for the task waits for what that waited for."""
    data, gone = problem.model_dump(), problem.by_name[name]
    data["tasks"] = [task for task in data["tasks"] if task["name"] != name]
    for task in data["tasks"]:
        if name in task["after"]:
            left = [each for each in task["after"] if each != name]
            task["after"] = list(dict.fromkeys([*left, *gone.after]))
    return Problem.read(data)


def unlinked(problem: Problem, earlier: str, later: str) -> Problem:
    left = [each for each in problem.by_name[later].after if each != earlier]
    return with_task(problem, later, {"after": left})


def _each(problem: Problem, field: str, name: str, make: Callable[[Data], Data]) -> Problem:
    data = problem.model_dump()
    data[field] = [make(each) if each["name"] == name else each for each in data[field]]
    return Problem.read(data)


def _absent(problem: Problem, name: str, more: Iterable[Data]) -> Problem:
    def make(data: Data) -> Data:
        return data | {"absences": [*data["absences"], *more]}

    return _each(problem, "resources", name, make)


def _for_a_while(problem: Problem, repair: Repair) -> Problem:
    """More units, which are away before and after, until everything else is done."""
    later = 7 * DAY if problem.calendars else sum(task.duration for task in problem.tasks)
    more = (repair.after or 0) - (repair.before or 0)
    begins, ends = [a for a, _ in repair.spans], [b for _, b in repair.spans]
    away = zip([0, *ends], [*begins, ends[-1] + later], strict=True)
    gone = [{"start": a, "end": b, "amount": more} for a, b in away if a < b]
    name = repair.resource or ""
    return _absent(with_capacity(problem, name, repair.after or 0), name, gone)


def _unlinked_at(place: int) -> Callable[[Data], Data]:
    def make(data: Data) -> Data:
        after, links = list(data["after"]), list(data["links"])
        if place < len(after):
            del after[place]
        else:
            del links[place - len(after)]
        return data | {"after": after, "links": links}

    return make


def _there(place: int) -> Callable[[Data], Data]:
    def make(data: Data) -> Data:
        left = [each for at, each in enumerate(data["absences"]) if at != place]
        return data | {"absences": left}

    return make


def _longer(minutes: int) -> Callable[[Data], Data]:
    """The hours that begin last on each day end later, but for night shifts; all hours here are of
    the same days."""

    def make(data: Data) -> Data:
        last = max(each["start"] for each in data["hours"])
        hours = []
        for each in data["hours"]:
            hour, minute = map(int, each["end"].split(":"))
            longer = each["start"] == last and each["start"] < each["end"]
            end = hour * 60 + minute + (minutes if longer else 0)
            hours.append(each | {"end": time_of_day(end)})
        return data | {"hours": hours}

    return make


def _opened(problem: Problem, repair: Repair) -> Problem:
    """The calendar open for more stretches of the clock on its wall, which is the plan's."""
    assert problem.start is not None, "a calendar"
    extra = [
        {
            "start": (problem.start + timedelta(minutes=begin)).isoformat()[:16],
            "end": (problem.start + timedelta(minutes=end)).isoformat()[:16],
        }
        for begin, end in repair.spans
    ]

    def make(data: Data) -> Data:
        return data | {"extra": [*data["extra"], *extra]}

    return _each(problem, "calendars", repair.resource or "", make)


def _staffed(problem: Problem, repair: Repair) -> Problem:
    """So many more who can do it, who work as the first does who can."""
    data = problem.model_dump()
    first = next(each for each in data["resources"] if repair.skill in each["skills"])
    for number in range(repair.after or 0):
        new = {"name": f"new {number} {len(data['resources'])}", "skills": [repair.skill]}
        data["resources"].append(first | new | {"capacity": 1, "absences": []})
    return Problem.read(data)
