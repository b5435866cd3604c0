"""What is asked: problems with a plan each, and questions made from a seed. The same on every
machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from tools.plan import Calendar, Goal, Hours, Problem, Resource, Schedule, Task
from tools.plan.changes import (
    Change,
    DropTask,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.reasons.records import Explanation
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.effort import first_by_priority
from tools.studies.moment import why_not_then
from tools.studies.order import why_before, why_not_first
from tools.studies.reasons import why, why_this_plan
from tools.studies.together import why_not_together
from ui.bench.generate import DAY, MONDAY
from ui.bench.readers import psplib_files, read_psplib

SCALE = 15
"""Minutes for one unit of time of PSPLIB: its longest job, 10, then fits into an afternoon."""
Ask = Callable[[Problem, Schedule, Budget], Explanation]


@dataclass(frozen=True)
class Asked:
    """A question about one plan."""

    kind: str
    words: str
    """For people who look at what went wrong."""
    ask: Ask


def jobs(data: Path, set_name: str = "j30") -> Iterator[Problem]:
    """The instances of PSPLIB with priorities, and two of their four resources by day."""
    for file in psplib_files(data, set_name):
        plain, chance = read_psplib(file), Random(f"why {file.stem}")
        tasks = tuple(
            task.model_copy(
                update={"duration": task.duration * SCALE, "priority": chance.randint(1, 10)}
            )
            for task in plain.tasks
        )
        pools = tuple(
            pool.model_copy(update={"calendar": DAY.name if place < 2 else None})
            for place, pool in enumerate(plain.resources)
        )
        yield Problem(tasks=tasks, resources=pools, calendars=(LONG_DAY,), start=MONDAY)


LONG_DAY = Calendar(
    name=DAY.name,
    hours=tuple(Hours(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), start=a, end=b)
                for a, b in (("06:00", "12:00"), ("13:00", "19:00"))),
)  # fmt: skip


GOALS: tuple[tuple[Goal, ...], ...] = (
    (),
    ("waiting",),
    ("makespan", "waiting"),
    ("tardiness", "waiting"),
    ("tardiness", "makespan"),
    ("completion",),
)
"""What small problems are planned for."""


def small(count: int) -> Iterator[Problem]:
    """Problems that can be tried out whole: four tasks of a few minutes."""
    for number in range(count):
        chance = Random(f"why small {number}")
        names = "abcd"
        tasks = [
            Task(
                name=name,
                duration=chance.randint(1, 4),
                priority=chance.randint(1, 5),
                demands={"people": chance.randint(1, 2)} | ({"oven": 1} if place % 3 == 0 else {}),
                after=(names[place - 1],) if place and chance.random() < 0.3 else (),
                release=chance.choice([0, 0, 0, 2]),
                due=chance.choice([None, 4, 6, 9]),
            )
            for place, name in enumerate(names)
        ]
        pools = (Resource(name="people", capacity=chance.randint(2, 3)), Resource(name="oven"))
        start = datetime(2026, 11, 23, 8) if number % 2 else None
        goals = chance.choice(GOALS)
        yield Problem(tasks=tuple(tasks), resources=pools, start=start, goals=goals)


def questions(problem: Problem, plan: Schedule, chance: Random) -> Iterator[Asked]:
    """Without end: each kind as often as people ask it."""
    names = [each.task for each in plan.assignments]
    while True:
        kind = chance.choices(list(_MAKERS), weights=[w for w, _ in _MAKERS.values()])[0]
        yield _MAKERS[kind][1](problem, plan, chance, names)


def _why(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    name = chance.choice(names)
    return Asked("why", f"why {name}", lambda p, s, b: why(p, s, name))


def _overall(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    return Asked("overall", "why this plan", why_this_plan)


def _order(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    one, two = chance.sample(names, 2)
    return Asked("order", f"why {one} before {two}", lambda p, s, b: why_before(p, s, one, two, b))


def _first(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    name = chance.choice(names)
    return Asked("order", f"why {name} not first", lambda p, s, b: why_not_first(p, s, name, b))


def _what_if(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    wanted = [_change(problem, plan, chance, names) for _ in range(chance.choice([1, 1, 2]))]
    return Asked("what_if", f"what if {wanted}", lambda p, s, b: what_if(p, s, wanted, b))


def _change(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Change:
    name, pool = chance.choice(names), chance.choice(problem.resources)
    task = problem.by_name[name]
    least = max((each.demands.get(pool.name, 0) for each in problem.tasks), default=1)
    return chance.choice(
        [
            SetCapacity(resource=pool.name, capacity=max(1, least, pool.capacity + 1)),
            SetCapacity(resource=pool.name, capacity=max(1, least, pool.capacity - 1)),
            SetDuration(task=name, minutes=max(1, task.duration * chance.choice([1, 3]) // 2)),
            SetPriority(task=name, priority=chance.randint(1, 20)),
            SetDeadline(task=name, minute=plan.by_task[name].end - chance.randint(0, 2)),
            DropTask(task=name),
        ]
    )


def _not_then(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    name = chance.choice(names)
    minute = max(0, plan.by_task[name].start + chance.randint(-3, 3) * problem.tasks[0].duration)
    words = f"why {name} not at {minute}"
    return Asked("not_then", words, lambda p, s, b: why_not_then(p, s, name, minute, minute, b))


def _first_by(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    one, two = chance.sample(names, 2)
    words = f"priority of {one} to be before {two}"
    return Asked("first_by", words, lambda p, s, b: first_by_priority(p, s, one, two, b))


def _in_time(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    share = chance.randint(70, 105)
    name = chance.choice([None, *names])
    end = plan.makespan if name is None else plan.by_task[name].end
    limit = max(1, end * share // 100)
    words = f"{name or 'all'} to end by {limit}"
    return Asked("in_time", words, lambda p, s, b: in_time(p, s, limit, b, name))


def _together(problem: Problem, plan: Schedule, chance: Random, names: list[str]) -> Asked:
    one, two = chance.sample(names, 2)
    words = f"{one} and {two} at once"
    return Asked("together", words, lambda p, s, b: why_not_together(p, s, one, two, b))


Maker = Callable[[Problem, Schedule, Random, list[str]], Asked]
_MAKERS: dict[str, tuple[int, Maker]] = {
    "why": (20, _why),
    "overall": (4, _overall),
    "order": (24, _order),
    "first": (4, _first),
    "what_if": (24, _what_if),
    "not_then": (10, _not_then),
    "first_by": (5, _first_by),
    "in_time": (4, _in_time),
    "together": (5, _together),
}
"""How often of a hundred, and how it is made."""
