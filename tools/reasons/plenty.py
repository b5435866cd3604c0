"""Whether there is so much of a resource that it never runs short: more of it helps no plan then,
which needs no solving."""

from graphlib import TopologicalSorter

from tools.plan import Problem, Resource
from tools.plan.circles import circling


def plenty(problem: Problem, pool: Resource) -> bool:
    """Are there as many units as tasks can hold at a time in any plan?

    Of a chain of tasks that wait for each other one at most is under way. So where chains cover all
    tasks, their largest demands add up to no less than is ever held (after Dilworth 1950).
    """
    if pool.absences or pool.kind == "stock":
        return False
    chains: list[tuple[frozenset[str], int]] = []  # the tasks of each, and their largest demand
    for name, earlier in _before(problem).items():
        demand = pool.held_at_most(problem.by_name[name])
        if not demand:
            continue
        fitting = [each for each in chains if each[0] <= earlier]
        chain = min(fitting, key=lambda each: abs(each[1] - demand), default=(frozenset[str](), 0))
        chains = [each for each in chains if each is not chain]
        chains.append((chain[0] | {name}, max(demand, chain[1])))
    return sum(demand for _, demand in chains) <= pool.capacity


def _before(problem: Problem) -> dict[str, frozenset[str]]:
    """By task, what has surely ended before it starts, each task after what it waits for; of tasks
    in a circle nothing is known."""
    tied = circling(problem)
    waits = {
        task.name: {
            link.task
            for link in task.predecessors
            if link.kind == "finish-start" and link.lag >= 0 and task.started is None
        }
        if task.name not in tied
        else set[str]()
        for task in problem.tasks
    }
    found: dict[str, frozenset[str]] = {}
    for name in TopologicalSorter(waits).static_order():
        # What is left out keeps nobody waiting for what it would have waited for.
        done = [each for each in waits[name] if problem.by_name[each].value is None]
        found[name] = frozenset(waits[name]).union(*(found[each] for each in done))
    return found
