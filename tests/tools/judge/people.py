"""Who serves which skill, and who must be the same."""

from collections import Counter

from tools.plan import Assignment, Problem, Task, Way


def chosen(problem: Problem, each: Assignment) -> Task | Way:
    return problem.task(each.task).ways[each.way]


def serving(problem: Problem, each: Assignment) -> Counter[str]:
    """Units by name that are there for a skill: all that is held but for the way's demands."""
    return Counter(each.resources) - Counter(chosen(problem, each).demands)


def staffed(problem: Problem, each: Assignment) -> bool:
    """Whether it holds its way's demands and just one unit for each skill slot."""
    way = chosen(problem, each)
    rest = Counter(each.resources)
    rest.subtract(way.demands)
    slots = [skill for skill, amount in way.skills.items() for _ in range(amount)]
    if min(rest.values(), default=0) < 0 or rest.total() != len(slots):
        return False
    units = [name for name, amount in rest.items() for _ in range(amount)]
    able = {unit: set(problem.resource[unit].skills) for unit in units}
    return _all_served(slots, units, able)


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
    """Whether those who do the one that needs fewer are among those who do the other."""
    first, second = serving(problem, one), serving(problem, two)
    few, many = sorted((first, second), key=Counter.total)
    among = set(few) <= set(many)
    return among or (few.total() == many.total() and set(many) <= set(few))
