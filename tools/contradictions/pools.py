"""What tasks take from each other: a resource, or all who have a skill."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Literal, NamedTuple

from tools.contradictions.statements import needed
from tools.plan import Problem, Resource, Task
from tools.plan.conflict import Statement
from tools.plan.hours import Span, units


class Pool(NamedTuple):
    """A resource that is asked for by name, or those who have a skill."""

    kind: Literal["demand", "skill"]
    name: str
    members: tuple[Resource, ...]

    def asked(self, task: Task) -> int:
        """Units that a task holds, which is done in one way only."""
        return (task.demands if self.kind == "demand" else task.skills)[self.name]

    def steps(self, problem: Problem, until: int) -> list[Span]:
        """How many units there are, as (minute, units from then on)."""
        changes = Counter[int]()
        for each in self.members:
            level = 0
            for minute, there in units(problem, each, until):
                changes[minute] += there - level
                level = there
        minutes = sorted(changes)
        return list(zip(minutes, accumulate(changes[at] for at in minutes), strict=True))


class TooMuch(NamedTuple):
    """Tasks that together ask for more of a pool than there is; without any of them it is
    enough."""

    pool: Pool
    tasks: tuple[str, ...]

    def rests_on(self, said: Statement) -> bool:
        """Is it about how much they ask for, or about how much there is?"""
        if said.task is None:
            named = any(each.name == said.resource for each in self.pool.members)
            return named and said.kind != "setups"
        asked = said.kind == self.pool.kind and said.resource == self.pool.name
        return asked and said.task in self.tasks


def users(problem: Problem, tasks: Iterable[Task]) -> list[tuple[Pool, list[Task]]]:
    """By pool, but for stock: those of the tasks that must be done, and surely need it."""
    must = needed(problem)
    named: dict[str, list[Task]] = {}
    able: dict[str, list[Task]] = {}
    for task in tasks:
        if task.started is None and not task.alternatives and task.name in must:
            for name in task.demands:
                named.setdefault(name, []).append(task)
            for skill in task.skills:
                able.setdefault(skill, []).append(task)
    pools = ((problem.resource[name], group) for name, group in named.items())
    found = [(Pool("demand", one.name, (one,)), g) for one, g in pools if one.kind != "stock"]
    found += [(Pool("skill", skill, problem.skilled[skill]), g) for skill, g in able.items()]
    return found


def fewest(tasks: Iterable[Task], amount: Callable[[Task], int], there: int) -> list[Task]:
    """Those who need most, no more of them than need more than there is."""
    most = sorted(tasks, key=lambda task: -amount(task))
    sums = accumulate(map(amount, most))
    return most[: 1 + next(at for at, total in enumerate(sums) if total > there)]
