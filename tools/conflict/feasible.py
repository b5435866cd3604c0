"""Is there any plan at all? Nothing is made better here than it must be."""

from collections.abc import Collection, Sequence

from tools.contradictions.edits import only
from tools.contradictions.ruled import ruled_out
from tools.contradictions.statements import Orders, needed
from tools.plan import Goal, Problem, Schedule
from tools.solver.progress import Progress, Watch
from tools.solver.run import Run


def has_plan(
    problem: Problem, watch: Watch, orders: Orders = (), known: Schedule | None = None
) -> bool | None:
    """Whether some plan keeps every rule; None if there was too little time to know.

    Args:
        known: a plan that says who does what has started.
    """
    if ruled_out(problem, orders):
        return False
    names = binding(problem, orders)
    if not names:
        return True
    plan = some_plan(only(problem, names), watch, among(orders, names), known)
    return None if plan is None else plan.planned


def some_plan(
    problem: Problem, watch: Watch, orders: Orders = (), known: Schedule | None = None
) -> Schedule | None:
    """A plan, or the finding that there is none; None if there was too little time."""
    found: list[int] = []

    def see(progress: Progress) -> None:
        if progress.value is not None:
            found.append(progress.value)

    first = Watch(watch.left, see, lambda: bool(found) or watch.cancelled())
    plan = best_plan(problem, "makespan", first, orders, known)
    return None if plan.status == "unknown" else plan


def best_plan(
    problem: Problem,
    goal: Goal | Sequence[Goal],
    watch: Watch,
    orders: Orders = (),
    known: Schedule | None = None,
) -> Schedule:
    """The best plan that can be had in the time. If there is none, unlike `solve` it takes no time
    to look for missed deadlines."""
    return Run(problem, goal, watch, orders, known).schedule()


def among(orders: Orders, names: Collection[str]) -> Orders:
    """The orders that speak of these tasks alone."""
    return [(first, second) for first, second in orders if first in names and second in names]


def binding(problem: Problem, orders: Orders = ()) -> set[str]:
    """Tasks that could stand in the way of a plan. All others may be left out, or hold nothing and
    need only come late enough."""
    must = needed(problem)
    waits = {
        task.name: must.intersection(link.task for link in task.predecessors)
        | {first for first, second in among(orders, must) if second == task.name}
        for task in problem.tasks
        if task.name in must
    }
    followers = dict.fromkeys(waits, 0)
    for others in waits.values():
        for other in others:
            followers[other] += 1
    paired = {name for task in problem.tasks for name in (*task.apart, *task.same_people)}
    kept = set(waits)
    loose = [name for name, count in followers.items() if not count]
    for name in loose:
        task = problem.by_name[name]
        held = any(way.demands or way.skills for way in task.ways)
        bound = task.deadline is not None or task.fixed is not None or task.started is not None
        if held or bound or name in paired or task.apart or task.same_people:
            continue
        kept.discard(name)
        for other in waits[name]:
            followers[other] -= 1
            if not followers[other]:
                loose.append(other)
    return kept
