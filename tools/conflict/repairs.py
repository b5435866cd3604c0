"""What would help when there is no plan: one change at a time, the smallest of its kind that makes
a plan possible, each checked by solving again."""

from collections.abc import Callable, Sequence

from tools.conflict.openings import openings
from tools.conflict.shifts import Repairs, deadlines, fixed, releases
from tools.conflict.stretches import cut, overloaded, smallest, with_spans
from tools.conflict.trial import Trial
from tools.contradictions.edits import apply
from tools.contradictions.statements import Orders, enough
from tools.plan import Miss, Problem, Schedule
from tools.plan.conflict import NewDeadline, Repair, RepairKind, Statement, StatementKind
from tools.solver.progress import Watch

SHOWN, OF_A_KIND = 5, 2
MOST_NEW = 10
"""People with a skill that are looked for, at most."""
RANK: tuple[RepairKind, ...] = (
    "deadline",
    "release",
    "fixed",
    "absence",
    "open",
    "capacity-then",
    "capacity",
    "person",
    "apart",
    "same-people",
    "link",
    "leave-out",
    "both",
)
"""Which of two changes of the same size is shown first."""


def repairs(
    problem: Problem,
    orders: Orders,
    said: Sequence[Statement],
    watch: Watch,
    known: Schedule | None = None,
    misses: Sequence[Miss] = (),
) -> tuple[Repair, ...]:
    """Up to five changes of the statements `said`, two of a kind at most, each of which makes a
    plan possible; the smallest first.

    Args:
        watch: when to stop looking; what was found by then is the answer.
        known: a plan that says who does what has started.
        misses: deadlines that some plan misses, which keeps everything else: to move them helps,
            and is told if nothing smaller of that kind is found.
    """
    trial = Trial(problem, orders, said, watch, known)
    found: list[Repair] = []
    for make in MAKERS:
        for repair in make(trial):
            if repair not in found and trial.helps(repair):
                found.append(repair)
    if not found:  # then whatever it is that is said of a task
        every = {each.task for each in said}
        found = [each for each in _without(trial, every) if trial.helps(each)]
    found += _as_missed(problem, misses, found)
    found.sort(key=lambda each: (each.size, RANK.index(each.kind)))
    kinds = [each.kind for each in found]
    few = [each for at, each in enumerate(found) if kinds[:at].count(each.kind) < OF_A_KIND]
    return tuple(few[:SHOWN])


def _as_missed(problem: Problem, misses: Sequence[Miss], found: Sequence[Repair]) -> list[Repair]:
    """These deadlines moved, unless to move some of them is known to be enough."""
    late = tuple(
        NewDeadline(task=each.task, before=each.deadline, after=each.end)
        for each in misses
        if problem.by_name[each.task].started is None
    )
    names = {each.task for each in late}
    if not late or any(
        each.deadlines and names.issuperset(moved.task for moved in each.deadlines)
        for each in found
    ):
        return []
    size = sum(each.after - each.before for each in late)
    return [Repair(kind="deadline", deadlines=late, size=size, least=False)]


def _absences(trial: Trial) -> Repairs:
    for each in trial.of("absence"):
        resource = trial.problem.resource[each.resource or ""]
        away = resource.absences[each.place]
        yield Repair(
            kind="absence",
            resource=each.resource,
            place=each.place,
            spans=((away.start, away.end),),
            size=(away.amount or resource.capacity) * (away.end - away.start),
        )


def _capacities(trial: Trial) -> Repairs:
    """More units for good, and only for as long as they are needed; but nobody twice."""
    for each in trial.of("capacity"):
        resource = trial.problem.resource[each.resource or ""]
        if resource.setups or resource.named:
            continue
        repair = Repair(kind="capacity", resource=resource.name, before=resource.capacity, size=0)
        found = smallest(
            lambda more: trial.helps(_more(repair, more)),  # noqa: B023
            enough(trial.problem, resource) - resource.capacity,
        )
        if found is None:
            continue
        repair = _more(repair, found[0]).model_copy(update={"least": found[1]})
        if resource.kind == "stock":
            yield repair.model_copy(update={"size": found[0]})
        elif plan := trial.best(apply(trial.problem, repair), "makespan"):
            yield repair.model_copy(update={"size": found[0] * plan.makespan})
            yield from _for_a_while(trial, repair, found[0], plan)


def _more(repair: Repair, units: int) -> Repair:
    return repair.model_copy(update={"after": (repair.before or 0) + units})


def _for_a_while(trial: Trial, repair: Repair, more: int, plan: Schedule) -> Repairs:
    if spans := overloaded(trial.problem, plan, repair.resource or ""):
        wish = repair.model_copy(update={"kind": "capacity-then"})
        if found := cut(with_spans(wish, spans, more), trial.helps, more):
            yield found


def _persons(trial: Trial) -> Repairs:
    """More people who can do something, where all who can are known by name."""
    for skill in dict.fromkeys(each.resource or "" for each in trial.of("skill")):
        if not all(each.named for each in trial.problem.skilled[skill]):
            continue
        repair = Repair(kind="person", skill=skill, size=0)
        found = smallest(lambda more: trial.helps(_more(repair, more)), MOST_NEW)  # noqa: B023
        if found is None:
            continue
        repair = _more(repair, found[0]).model_copy(update={"least": found[1]})
        if plan := trial.best(apply(trial.problem, repair), "makespan"):
            yield repair.model_copy(update={"size": found[0] * plan.makespan})


def _rules(trial: Trial) -> Repairs:
    """Rules between two tasks, dropped."""
    kinds: dict[StatementKind, RepairKind] = {
        "link": "link",
        "apart": "apart",
        "same-people": "same-people",
    }
    for each in trial.of("link", "apart", "same-people"):
        both = (trial.problem.by_name[name or ""] for name in (each.task, each.other))
        yield Repair(
            kind=kinds[each.kind],
            task=each.task,
            other=each.other,
            place=each.place,
            size=min(task.duration for task in both),
        )


def _left_out(trial: Trial) -> Repairs:
    yield from _without(trial, {each.task for each in trial.of("duration", "demand", "skill")})


def _without(trial: Trial, names: set[str | None]) -> Repairs:
    """Tasks not done at all: those with the lowest priority, the shortest of them first."""
    tasks = [task for task in trial.problem.tasks if task.name in names and task.started is None]
    if len(trial.problem.tasks) == 1:
        return
    for task in sorted(tasks, key=lambda task: (task.priority, task.duration))[:SHOWN]:
        yield Repair(kind="leave-out", task=task.name, size=task.duration)


ABSENT: tuple[Callable[[Trial], Repairs], ...] = (_absences, _rules)
"""Those that take a statement back as a whole, and need no solver to know how far."""
MAKERS: tuple[Callable[[Trial], Repairs], ...] = (
    _absences,
    _rules,
    _capacities,
    _persons,
    _left_out,
    openings,
    releases,
    fixed,
    deadlines,
)
"""Those that take few solves, however many tasks are to blame, come before those that take some for
each; longer hours, which take the most, behind what one solve is enough for, so that something is
found on a busy machine."""
