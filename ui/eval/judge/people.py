"""Who serves which skill, who must be the same, and who cannot be in two places."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from tools.plan import Assignment, Problem, Schedule, Task, Way


def chosen(problem: Problem, each: Assignment) -> Task | Way:
    return problem.task(each.task).ways[each.way]


def serving(problem: Problem, each: Assignment) -> Counter[str]:
    """Units by name that are there for a skill: all that is held but for the way's demands."""
    return Counter(each.resources) - Counter(chosen(problem, each).demands)


def is_somebody(problem: Problem, name: str) -> bool:
    """Whether it is people by its kind, or has skills."""
    resource = problem.resource[name]
    return resource.kind == "people" or len(resource.skills) > 0


def doing(problem: Problem, each: Assignment) -> Counter[str]:
    """Units by name of the people who do it."""
    return Counter({n: held for n, held in each.resources.items() if is_somebody(problem, n)})


def staffed(problem: Problem, each: Assignment) -> bool:
    """Whether it holds its way's demands and just one unit for each skill slot."""
    way = chosen(problem, each)
    rest = Counter(each.resources)
    rest.subtract(asked_by_name(problem, problem.task(each.task), way))
    slots = [skill for skill, amount in way.skills.items() for _ in range(amount)]
    if min(rest.values(), default=0) < 0:
        return False
    units = [name for name, amount in rest.items() for _ in range(amount)]
    able = {unit: set(problem.resource[unit].skills) for unit in units}
    if problem.task(each.task).ended is not None:  # some of those who did it may be gone
        return any(_all_served([*some], units, able) for some in combinations(slots, len(units)))
    return len(units) == len(slots) and _all_served(slots, units, able)


def asked_by_name(problem: Problem, task: Task, way: Task | Way) -> dict[str, int]:
    """What it holds by name; of what has ended only what there still is."""
    known = problem.resource
    return {n: held for n, held in way.demands.items() if task.ended is None or n in known}


def way_of_fact(task: Task, before: Schedule | None) -> int:
    """By which way a task that has started is done: that of the plan before, if there is one."""
    old = before.by_task.get(task.name) if before is not None else None
    return old.way if old is not None and old.way < len(task.ways) else 0


def doubled(problem: Problem, rows: Iterable[Assignment], before: Schedule | None) -> list[str]:
    """Who serves running tasks more often at a time than he can, where the plan before does not say
    so, and others could have served them even if all of them ran at the same time."""
    tasks = problem.by_name
    runs = [e for e in rows if tasks[e.task].started is not None and tasks[e.task].ended is None]
    old = before.by_task if before is not None else {}
    known = [e for e in runs if e.task in old and old[e.task].resources == e.resources]
    chosen_now = [each for each in runs if each not in known]
    found = [
        f"{name} serves {each.task}, but is busy, and others could do it."
        for each in chosen_now
        for name in serving(problem, each)
        if _most_at_once(runs, each, name) > problem.capacity[name]
    ]
    return found if found and _could_all_be_served(problem, chosen_now, known) else []


def _could_all_be_served(
    problem: Problem, some: list[Assignment], others: list[Assignment]
) -> bool:
    """Whether there are units for all of `some` beside all that is named and what `others` hold."""
    free = Counter(problem.capacity)
    slots = []
    for each in some:
        free.subtract(chosen(problem, each).demands)
        slots += [s for s, heads in chosen(problem, each).skills.items() for _ in range(heads)]
    for each in others:
        free.subtract(each.resources)
    units = [name for name, amount in free.items() for _ in range(amount)]
    able = {name: set(problem.resource[name].skills) for name in free}
    return _all_served(slots, units, able)


def _most_at_once(runs: list[Assignment], mine: Assignment, name: str) -> int:
    """The most units of `name` that are held in a minute of `mine`."""
    minutes = range(mine.start, mine.end)
    return max(
        (sum(e.resources.get(name, 0) for e in runs if e.start <= m < e.end) for m in minutes),
        default=0,
    )


def _all_served(slots: list[str], units: list[str], able: dict[str, set[str]]) -> bool:
    """Whether each slot gets a unit of its own (Kuhn's matching)."""
    serves: dict[int, int] = {}

    def served(slot: int, seen: set[int]) -> bool:
        for unit, name in enumerate(units):
            if unit in seen or slots[slot] not in able[name]:
                continue
            seen.add(unit)
            if unit not in serves or served(serves[unit], seen):
                serves[unit] = slot
                return True
        return False

    return all(served(slot, set()) for slot in range(len(slots)))


def same(problem: Problem, one: Assignment, two: Assignment) -> bool:
    """Whether those who do the one that needs fewer are among those who do the other, by whatever
    each was asked for."""
    first, second = doing(problem, one), doing(problem, two)
    few, many = sorted((first, second), key=Counter.total)
    among = set(few) <= set(many)
    return among or (few.total() == many.total() and set(many) <= set(few))
