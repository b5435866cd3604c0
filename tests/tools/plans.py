"""Problems for tests: the hand-checked one, and random ones."""

import random
from typing import Any

from hypothesis import strategies as st

from tools.plan import MAX_MINUTES, MAX_PRIORITY, Problem, Schedule
from tools.record import MAX_CAPACITY
from ui.eval.judge.values import value

WORKSHOP = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 10}},
            {
                "name": "painting",
                "duration": 180,
                "demands": {"people": 5},
                "priority": 2,
                "after": ["welding"],
            },
            {
                "name": "assembly",
                "duration": 60,
                "demands": {"people": 3},
                "priority": 3,
                "after": ["painting"],
            },
        ],
        "resources": [{"name": "people", "capacity": 15}],
    }
)
"""Welding, then painting, then assembly: 120 + 180 + 60 minutes, one after another."""


def line(*durations: int, **fields: list[object]) -> Problem:
    """Tasks a, b, c ... on one machine that does one thing at a time.

    Args:
        fields: a list for each further field, one value for each task; None leaves it out.
    """
    tasks = [
        {"name": chr(97 + place), "duration": duration, "demands": {"machine": 1}}
        | {field: values[place] for field, values in fields.items() if values[place] is not None}
        for place, duration in enumerate(durations)
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": "machine", "capacity": 1}]})


def many(count: int, seed: int = 0) -> Problem:
    """A random problem of day-to-day size: people, a machine, some precedence."""
    chance = random.Random(seed)
    tasks = [
        {
            "name": f"task {place}",
            "duration": chance.randint(1, 240),
            "demands": {"people": chance.randint(1, 6)}
            | ({"machine": 1} if chance.random() < 0.3 else {}),
            "priority": chance.randint(1, 10),
            "after": [f"task {other}" for other in range(max(0, place - 9), place, 4)]
            if chance.random() < 0.4
            else [],
            "due": chance.randint(60, 2000),
        }
        for place in range(count)
    ]
    capacities = [{"name": "people", "capacity": 10}, {"name": "machine", "capacity": 1}]
    return Problem.read({"tasks": tasks, "resources": capacities})


@st.composite
def small_problems(draw: st.DrawFn, most: int = 6, deadlines: bool = True) -> Problem:
    """Up to `most` short tasks on up to two resources, small enough to try every order."""
    capacity = {"people": draw(st.integers(1, 4))}
    if draw(st.booleans()):
        capacity["oven"] = draw(st.integers(1, 2))
    names = [chr(97 + place) for place in range(draw(st.integers(1, most)))]
    tasks = []
    for place, name in enumerate(names):
        demands = {
            resource: draw(st.integers(1, amount))
            for resource, amount in capacity.items()
            if draw(st.integers(0, 3))
        }
        task = {
            "name": name,
            "duration": draw(st.integers(1, 9)),
            "demands": demands,
            "priority": draw(st.integers(1, 9)),
            "after": [other for other in names[:place] if not draw(st.integers(0, 4))],
            "release": draw(st.sampled_from([0, 0, 0, 3, 11])),
        }
        if draw(st.booleans()):
            task["due"] = draw(st.integers(-15, 30))
        if deadlines and not draw(st.integers(0, 3)):
            task["deadline"] = draw(st.integers(1, 40))
        tasks.append(task)
    tasks = draw(st.permutations(tasks))
    resources = [{"name": name, "capacity": amount} for name, amount in capacity.items()]
    return Problem.read({"tasks": tasks, "resources": resources})


Row = tuple[int, int, dict[str, int]] | tuple[int, int, dict[str, int], int]


def by_hand(problem: Problem, rows: dict[str, Row], **more: Any) -> Schedule:
    """A plan as written down: start, end, what is held, and the way if it is not 0; with the true
    value of its first goal."""
    assignments = [
        {
            "task": name,
            "start": row[0],
            "end": row[1],
            "resources": row[2],
            "way": row[3] if len(row) > 3 else 0,
        }
        for name, row in rows.items()
    ]
    left = [name for name in problem.by_name if name not in rows]
    schedule = Schedule.read(
        {"status": "feasible", "assignments": assignments, "left_out": left, "objective": 0} | more
    )
    return schedule.model_copy(update={"objective": value(problem, schedule, schedule.goal)})


def two(a: dict[str, Any], b: dict[str, Any], *resources: Any, **more: Any) -> Problem:
    """Two tasks of 10 minutes, unless they say otherwise."""
    tasks = [{"name": "a", "duration": 10} | a, {"name": "b", "duration": 10} | b]
    return Problem.read({"tasks": tasks, "resources": list(resources)} | more)


NAMES = st.one_of(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20
    ).filter(str.strip),
    st.sampled_from(["{ $task }", "a | b", "**bold**", "<b>x</b>", "🔧 fix", "שלום", "张\u200d李"]),
).map(lambda name: " ".join(name.split()))


@st.composite
def any_problems(draw: st.DrawFn) -> Problem:
    """Any problem that the domain takes, with extreme values and strange names."""
    resources = draw(st.dictionaries(NAMES, st.integers(1, MAX_CAPACITY), max_size=3))
    names = draw(st.lists(NAMES, min_size=1, max_size=6, unique=True))
    minute = st.none() | st.integers(0, 10 * MAX_MINUTES)
    due = minute | st.integers(-10 * MAX_MINUTES, -1)
    tasks = [
        {
            "name": name,
            "duration": draw(st.integers(1, MAX_MINUTES)),
            "demands": {
                resource: draw(st.integers(1, amount))
                for resource, amount in resources.items()
                if draw(st.booleans())
            },
            "priority": draw(st.integers(1, MAX_PRIORITY)),
            "after": [other for other in names[:place] if draw(st.booleans())],
            "release": draw(st.integers(0, 10 * MAX_MINUTES)),
            "due": draw(due),
            "deadline": draw(minute),
        }
        for place, name in enumerate(names)
    ]
    return Problem.read(
        {
            "tasks": tasks,
            "resources": [{"name": name, "capacity": each} for name, each in resources.items()],
            "assumed": draw(_assumptions(names, resources)),
        }
    )


def _assumptions(names: list[str], resources: dict[str, int]) -> st.SearchStrategy[object]:
    of_task = st.builds(
        lambda field, task: {"field": field, "task": task},
        st.sampled_from(["duration", "priority", "order"]),
        st.sampled_from(names),
    )
    kinds = [of_task]
    if resources:
        pool = st.sampled_from(sorted(resources))
        kinds += [
            pool.map(lambda resource: {"field": "capacity", "resource": resource}),
            st.builds(
                lambda task, resource: {"field": "demand", "task": task, "resource": resource},
                st.sampled_from(names),
                pool,
            ),
        ]
    return st.lists(st.one_of(kinds), max_size=4)


def twice_at_once(*machines: str) -> Problem:
    """Two tasks at once on each machine: as many contradictions as there are machines."""
    tasks = [
        {"name": f"{name} {at}", "duration": 60, "demands": {name: 1}, "fixed": at}
        for name in machines
        for at in (0, 30)
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": name} for name in machines]})
