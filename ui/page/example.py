"""A plan to look at on the first visit: a morning in a service centre. Its words are in the
catalogues."""

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem, Resource, Task

TASKS: tuple[tuple[str, int, int, bool, int, tuple[str, ...], int | None], ...] = (
    ("calls", 60, 2, False, 3, (), None),
    ("parcels", 45, 1, True, 2, (), None),
    ("refunds", 40, 1, False, 4, ("parcels",), 120),
    ("stock", 90, 2, True, 1, (), None),
    ("shelves", 30, 1, False, 1, ("stock",), None),
    ("report", 30, 1, False, 2, ("calls", "refunds"), 240),
)
"""Phrase, minutes, people, whether the scanner is needed, priority, what comes before, due."""


def example(language: Language) -> Problem:
    """Three people, one scanner, six tasks."""
    names = {key: say(f"example-{key}", language) for key, *_ in TASKS}
    scanner = say("example-scanner", language)
    tasks = tuple(
        Task(
            name=names[key],
            duration=minutes,
            demands={PEOPLE: people} | ({scanner: 1} if scanning else {}),
            priority=priority,
            after=tuple(names[each] for each in after),
            due=due,
        )
        for key, minutes, people, scanning, priority, after, due in TASKS
    )
    pools = (Resource(name=PEOPLE, capacity=3), Resource(name=scanner, capacity=1))
    return Problem(tasks=tasks, resources=pools)
