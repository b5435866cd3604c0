"""What is planned before anything is asked: jobs of PSPLIB, and problems small enough to be tried
out whole. Made from a seed: the same on every machine."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random

from tools.plan import DAYS, Calendar, Goal, Hours, Problem, Resource, Task
from ui.bench.generate import MONDAY
from ui.bench.readers import psplib_files, read_psplib

SCALE = 15
"""Minutes for one unit of time of PSPLIB: its longest job, 10, then fits into an afternoon."""
LONG_DAY = Calendar(
    name="day",
    hours=(
        Hours(days=DAYS, start="06:00", end="12:00"),
        Hours(days=DAYS, start="13:00", end="19:00"),
    ),
)
GOALS: tuple[tuple[Goal, ...], ...] = (
    (),
    ("makespan", "waiting"),
    ("tardiness", "waiting"),
    ("completion",),
    ("makespan",),
    ("tardiness", "makespan"),
    ("cost", "makespan"),
    ("people", "makespan"),
    ("waiting",),
    ("balance", "makespan"),
    ("value", "tardiness"),
)
"""What is planned for, in turn: all goals but moves, which belong to planning again."""
STAFFED: set[Goal] = {"cost", "balance"}
"""Goals for which somebody must be chosen."""
SKILLS = ("welding", "painting")
CREW = (("Ann", SKILLS[:1]), ("Bob", SKILLS), ("Cem", SKILLS[1:]), ("Dan", SKILLS))


def drawn(data: Path, name: str) -> list[Path]:
    """The instances of one set of PSPLIB, such as `j30`, in an order drawn by lot, because those
    next to each other are alike."""
    files = psplib_files(data, name)
    Random(f"why {name}").shuffle(files)
    return files


def job(files: Sequence[Path], number: int, staffed: bool = False) -> Problem:
    """An instance with priorities, two of its four resources by day, and one list of goals after
    another.

    Args:
        number: which of the files, of which the first comes again after the last.
        staffed: one pool is people with skills, and not only where a goal is about them.
    """
    return _job(files[number % len(files)], GOALS[number % len(GOALS)], staffed)


def _job(file: Path, goals: Sequence[Goal], staffed: bool) -> Problem:
    plain, chance = read_psplib(file), Random(f"why {file.stem}")
    staffed = staffed or not STAFFED.isdisjoint(goals)
    ends = sum(task.duration for task in plain.tasks) * SCALE // 2
    tasks = []
    for task in plain.tasks:
        demands = dict(task.demands)
        skilled = staffed and demands.pop("R4", 0)
        late, spared = "tardiness" in goals, "value" in goals and chance.random() < 0.2
        said = {
            "name": _named(task.name),
            "after": tuple(map(_named, task.after)),
            "duration": task.duration * SCALE,
            "priority": chance.randint(1, 10),
            "demands": demands,
            "skills": {chance.choice(SKILLS): 1} if skilled else {},
            "due": SCALE * (chance.randint(4, ends // SCALE)) if late else None,
            "value": chance.randint(1, 9) if spared else None,
        }
        tasks.append(Task.read(task.model_dump() | said))
    people = "people" in goals and not staffed
    pools = [_pool(place, each, people) for place, each in enumerate(plain.resources)]
    if staffed:
        pools[3:] = _crew(chance, LONG_DAY.name)
    return Problem(
        tasks=tuple(tasks),
        resources=tuple(pools),
        calendars=(LONG_DAY,),
        start=MONDAY,
        goals=tuple(goals),
    )


def _named(job: str) -> str:
    return f"J{job}"


def _pool(place: int, pool: Resource, people: bool) -> Resource:
    kind = "people" if people and place >= 2 else "equipment"
    return pool.model_copy(update={"calendar": LONG_DAY.name if place < 2 else None, "kind": kind})


def _crew(chance: Random, calendar: str | None) -> list[Resource]:
    return [
        Resource(
            name=name,
            kind="people",
            skills=skills,
            cost=chance.randint(2, 9) * 10,
            calendar=calendar if name == "Ann" else None,
        )
        for name, skills in CREW
    ]


BREAK = Calendar(
    name="break",
    hours=(Hours(days=DAYS, start="08:09", end="08:05"),),
)
"""Open but for four minutes: from the fifth minute of a small plan to the ninth."""
MORNING, MIDNIGHT = datetime(2026, 11, 23, 8), datetime(2026, 11, 23, 23, 55)


def small(number: int, staffed: bool = False, late: bool = False) -> Problem:
    """A problem that can be tried out whole: four tasks of a few minutes.

    Args:
        staffed: with people who are found by skill.
        late: it begins five minutes before midnight.
    """
    chance, goals = Random(f"why small {number}"), GOALS[number % len(GOALS)]
    staffed = staffed or not STAFFED.isdisjoint(goals)
    names = ("Cut", "Drill", "Glue", "Pack")
    tasks = [
        Task(
            name=name,
            duration=chance.randint(1, 4),
            priority=chance.randint(1, 5),
            demands={"people": chance.randint(1, 2)} | ({"oven": 1} if place % 3 == 0 else {}),
            skills={chance.choice(SKILLS): 1} if staffed and place % 2 else {},
            after=(names[place - 1],) if place and chance.random() < 0.3 else (),
            release=chance.choice([0, 0, 0, 2]),
            due=chance.choice([None, 4, 6, 9]),
            value=chance.choice([None, 2, 5]) if "value" in goals else None,
        )
        for place, name in enumerate(names)
    ]
    start = MIDNIGHT if late else MORNING if number % 2 else None
    breaks = (BREAK,) if start is MORNING and number % 4 == 1 else ()
    pools = [
        Resource(name="people", capacity=chance.randint(2, 3)),
        Resource(name="oven", calendar=BREAK.name if breaks else None),
    ]
    pools += _crew(chance, None)[:2] if staffed else []
    return Problem(
        tasks=tuple(tasks), resources=tuple(pools), calendars=breaks, start=start, goals=goals
    )
