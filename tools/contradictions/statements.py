"""A problem as a list of the things that the user said, and the problem without some of them.

Taking a statement back never makes a plan harder to find: a duration becomes one minute (and what
must finish after another task no longer need, if its start is fixed: it may last as long as it
takes), a capacity grows until nothing queues for it, everything else is removed. Facts, such as
what has started, are not statements.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tools.contradictions.edits import replaced, unlinked
from tools.plan import Problem, Resource, Task, Way
from tools.plan.conflict import Statement, StatementKind
from tools.record import MAX_CAPACITY, Amounts

Orders = Sequence[tuple[str, str]]
"""Pairs (first, second): `first` must start no later than `second`."""

RANK: tuple[StatementKind, ...] = (
    "deadline",
    "fixed",
    "release",
    "link",
    "order",
    "duration",
    "now",
    "demand",
    "skill",
    "capacity",
    "absence",
    "calendar",
    "apart",
    "same-people",
    "setups",
)
"""Where several conflicts can be shown, statements that come first here are preferred."""

NUMBERED: tuple[StatementKind, ...] = ("link", "absence")
"""Told apart by their place: taking one back would renumber the others."""


def needed(problem: Problem) -> set[str]:
    """The tasks that must be done. Those that may be left out change nothing about whether there is
    a plan."""
    return {task.name for task in problem.tasks if task.value is None or task.started is not None}


def statements(problem: Problem, orders: Orders = ()) -> list[Statement]:
    """Everything that was said, in the order of `RANK`; nothing of tasks that may be left out."""
    said = [each for task in problem.tasks for each in _of_task(problem, task)]
    said += [each for resource in problem.resources for each in _of_resource(resource)]
    said += [Statement(kind="order", task=second, other=first) for first, second in orders]
    said += _pairs(problem)
    if problem.now:
        said.append(Statement(kind="now", value=problem.now))
    counted = {None, *needed(problem)}
    said = [
        each for each in said if each.task in counted and (each.other in counted or not each.task)
    ]
    return sorted(said, key=lambda each: RANK.index(each.kind))


def _of_task(problem: Problem, task: Task) -> Iterator[Statement]:
    name = task.name
    if task.started is None:
        if task.deadline is not None:
            yield Statement(kind="deadline", task=name, value=task.deadline)
        if task.fixed is not None:
            yield Statement(kind="fixed", task=name, value=task.fixed)
        if task.release:
            yield Statement(kind="release", task=name, value=task.release)
        for place, link in enumerate(task.predecessors):
            yield Statement(
                kind="link", task=name, other=link.task, link=link.kind, place=place, value=link.lag
            )
    if task.ended is None:
        yield Statement(kind="duration", task=name, value=min(way.duration for way in task.ways))
        for skill, amount in _most(way.skills for way in task.ways).items():
            yield Statement(kind="skill", task=name, resource=skill, value=amount)
    for resource, amount in _most(way.demands for way in task.ways).items():
        if task.ended is None or problem.resource[resource].kind == "stock":
            yield Statement(kind="demand", task=name, resource=resource, value=amount)


def _most(needs: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """For each name, the largest amount that any way asks for."""
    found: dict[str, int] = {}
    for each in needs:
        for name, amount in each.items():
            found[name] = max(amount, found.get(name, 0))
    return found


def _of_resource(resource: Resource) -> Iterator[Statement]:
    name = resource.name
    yield Statement(kind="capacity", resource=name, value=resource.capacity)
    for place, away in enumerate(resource.absences):
        yield Statement(kind="absence", resource=name, place=place, value=away.amount)
    if resource.calendar is not None:
        yield Statement(kind="calendar", resource=name, other=resource.calendar)
    if resource.setups:
        yield Statement(kind="setups", resource=name)


def _pairs(problem: Problem) -> Iterator[Statement]:
    """Rules between two tasks, each pair once, whichever of the two names the other."""
    kinds: tuple[tuple[StatementKind, str], ...] = (
        ("apart", "apart"),
        ("same-people", "same_people"),
    )
    for kind, field in kinds:
        seen = set[frozenset[str]]()
        for task in problem.tasks:
            for other in getattr(task, field):
                if (pair := frozenset((task.name, other))) not in seen:
                    seen.add(pair)
                    yield Statement(kind=kind, task=task.name, other=other)


def spoken_of(said: Iterable[Statement]) -> set[str]:
    """The tasks that statements are about."""
    found = set[str]()
    for each in said:
        if each.task is not None:
            found |= {each.task} if each.other is None else {each.task, each.other}
    return found


def kept_orders(orders: Orders, taken: Collection[Statement]) -> Orders:
    """The orders that are not taken back."""
    gone = {(each.other, each.task) for each in taken if each.kind == "order"}
    return [order for order in orders if order not in gone]


def without(problem: Problem, taken: Iterable[Statement]) -> Problem:
    """The problem with these statements taken back (for orders, see `kept_orders`)."""
    by_task: dict[str, list[Statement]] = {}
    by_resource: dict[str, list[Statement]] = {}
    for each in taken:
        if each.task is not None:
            by_task.setdefault(each.task, []).append(each)
            if each.kind in ("apart", "same-people"):
                turned = each.model_copy(update={"task": each.other, "other": each.task})
                by_task.setdefault(each.other or "", []).append(turned)
        else:
            by_resource.setdefault(each.resource or "", []).append(each)
    spent = {
        name
        for name, gone in by_resource.items()
        if name and problem.resource[name].kind == "stock" and _kinds(gone) & {"capacity"}
    }
    return replaced(
        problem,
        tasks=tuple(_task(task, by_task.get(task.name, ()), spent) for task in problem.tasks),
        resources=tuple(
            _resource(problem, each, by_resource[each.name]) if each.name in by_resource else each
            for each in problem.resources
        ),
        now=0 if "" in by_resource else problem.now,
    )


def _kinds(gone: Iterable[Statement]) -> set[StatementKind]:
    return {each.kind for each in gone}


def _task(task: Task, gone: Sequence[Statement], spent: Collection[str]) -> Task:
    """A task without what was said in `gone`, and without using up `spent` stocks."""
    kinds = _kinds(gone)
    free = {each.resource for each in gone if each.kind == "demand"} | set(spent)
    skills = {each.resource for each in gone if each.kind == "skill"}
    if not gone and not any(free & way.demands.keys() for way in task.ways):
        return task
    fields: dict[str, object] = {
        "alternatives": tuple(
            replaced(way, **_way(way, kinds, free, skills)) for way in task.alternatives
        )
    }
    fields |= _way(task, kinds, free, skills)
    fields |= {kind: None for kind in ("deadline", "fixed") if kind in kinds}
    fields |= {"release": 0} if "release" in kinds else {}
    places = {each.place for each in gone if each.kind == "link"}
    if "duration" in kinds and task.fixed is not None:
        places |= {at for at, link in enumerate(task.predecessors) if link.kind == "finish-finish"}
    fields |= unlinked(task, places)
    for kind, field in (("apart", "apart"), ("same-people", "same_people")):
        others = {each.other for each in gone if each.kind == kind}
        fields[field] = tuple(name for name in getattr(task, field) if name not in others)
    return replaced(task, **fields)


def _way(
    way: Task | Way,
    kinds: Collection[StatementKind],
    free: Collection[str | None],
    skills: Collection[str | None],
) -> dict[str, object]:
    return {
        "duration": 1 if "duration" in kinds else way.duration,
        "demands": Amounts({name: n for name, n in way.demands.items() if name not in free}),
        "skills": Amounts({name: n for name, n in way.skills.items() if name not in skills}),
    }


def _resource(problem: Problem, resource: Resource, gone: Sequence[Statement]) -> Resource:
    kinds = _kinds(gone)
    places = {each.place for each in gone if each.kind == "absence"}
    fields: dict[str, object] = {
        "absences": tuple(
            away for place, away in enumerate(resource.absences) if place not in places
        )
    }
    if "calendar" in kinds:
        fields["calendar"] = None
    if "capacity" in kinds and resource.kind != "stock":
        fields["capacity"] = enough(problem, resource)
    if kinds & {"capacity", "setups"}:  # machines that are set up do one thing at a time
        fields["setups"] = ()
    return replaced(resource, **fields)


def enough(problem: Problem, resource: Resource) -> int:
    """As many units as all tasks together could hold, whoever is away."""
    asked = sum(map(resource.held_at_most, problem.tasks))
    away = sum(each.amount or 0 for each in resource.absences)
    return min(MAX_CAPACITY, max(resource.capacity, asked + away))
