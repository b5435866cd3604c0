"""Problems made from a seed: the same on every machine and in every version of Python."""

from datetime import datetime
from random import Random

from tools.plan import DAYS, Calendar, Hours, Problem, Resource, Task
from ui.bench.readers import MACHINE

WEEKDAYS = DAYS[:5]
DAY = Calendar(
    name="day",
    hours=(
        Hours(days=WEEKDAYS, start="08:00", end="12:00"),
        Hours(days=WEEKDAYS, start="13:00", end="17:00"),
    ),
)
NIGHT = Calendar(name="night", hours=(Hours(days=WEEKDAYS, start="22:00", end="06:00"),))
MONDAY = datetime(2026, 11, 23, 8)

PROJECT = 20
"""Tasks that wait for one another; tasks of two projects do not."""


def one_machine(count: int, seed: int) -> list[Task]:
    """Tasks as in OR-Library: 1 to 100 minutes, weights 1 to 10."""
    chance = Random(f"one machine {count} {seed}")
    return [
        Task(
            name=str(n),
            duration=chance.randint(1, 100),
            priority=chance.randint(1, 10),
            demands={MACHINE.name: 1},
        )
        for n in range(1, count + 1)
    ]


def weighted(problem: Problem, name: str) -> Problem:
    """The problem with a priority from 1 to 10 for each task."""
    chance = Random(f"priorities {name}")
    tasks = [task.model_copy(update={"priority": chance.randint(1, 10)}) for task in problem.tasks]
    return Problem(tasks=tuple(tasks), resources=problem.resources)


def small(count: int, kind: str) -> Problem:
    """A few tasks on one machine (`machine`), a pool (`pool`), or two pools with links
    (`project`)."""
    chance = Random(f"small {kind} {count}")
    sizes = {"machine": (1,), "pool": (5,), "project": (4, 3)}[kind]
    pools = [Resource(name=f"R{at}", capacity=size) for at, size in enumerate(sizes)]
    tasks = [
        Task(
            name=str(n),
            duration=chance.randint(1, 9),
            priority=chance.randint(1, 10),
            demands={pool.name: chance.randint(1, min(3, pool.capacity)) for pool in pools},
            after=(str(n // 2),) if kind == "project" and n % 3 == 0 else (),
        )
        for n in range(1, count + 1)
    ]
    return Problem(tasks=tuple(tasks), resources=tuple(pools))


def large(count: int) -> Problem:
    """Projects on 20 resources: 14 work by day, 4 by night, 2 always. Half of the tasks may pause
    over closed hours; the others last at most two hours and a half."""
    chance = Random(f"large {count}")
    shifts = ["day"] * 14 + ["night"] * 4 + [None] * 2
    resources = [
        Resource(name=f"R{at + 1:02}", capacity=chance.randint(4, 12), calendar=shift)
        for at, shift in enumerate(shifts)
    ]
    teams = {
        shift: [each for each in resources if each.calendar in (shift, None)]
        for shift in ("day", "night")
    }
    tasks = [_large_task(n, chance, teams) for n in range(count)]
    return Problem(
        tasks=tuple(tasks), resources=tuple(resources), calendars=(DAY, NIGHT), start=MONDAY
    )


def _large_task(n: int, chance: Random, teams: dict[str, list[Resource]]) -> Task:
    team = teams["night" if chance.random() < 0.2 else "day"]
    pausable = chance.random() < 0.5
    used = chance.sample(team, chance.randint(1, 2))
    return Task(
        name=f"T{n}",
        duration=chance.randint(15, 480 if pausable else 150),
        priority=chance.randint(1, 10),
        demands={each.name: chance.randint(1, 3) for each in used},
        after=_links(n, chance),
        pausable=pausable,
    )


def _links(n: int, chance: Random) -> tuple[str, ...]:
    """Up to two earlier tasks of the same project."""
    earlier = range(n - n % PROJECT, n)
    count = min(len(earlier), chance.randint(0, 2))
    return tuple(f"T{other}" for other in sorted(chance.sample(earlier, count)))


def shop(count: int, seed: int) -> Problem:
    """Projects that arrive over time on eight resources, which are busy most of the time."""
    chance = Random(f"shop {count} {seed}")
    pools = [Resource(name=f"R{at + 1}", capacity=chance.randint(2, 4)) for at in range(8)]
    arrivals = [chance.randint(0, 6 * count) for _ in range(0, count, PROJECT)]
    tasks = [
        Task(
            name=f"T{n}",
            duration=chance.randint(15, 120),
            priority=chance.randint(1, 10),
            demands={each.name: 1 for each in chance.sample(pools, chance.randint(1, 2))},
            after=_links(n, chance),
            release=arrivals[n // PROJECT],
        )
        for n in range(count)
    ]
    return Problem(tasks=tuple(tasks), resources=tuple(pools))
