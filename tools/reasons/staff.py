"""Who else could have done it? People are told apart only by name, skills, hours and what they are
busy with.

By Hall's theorem each skill gets its people exactly if for any of the skills together there are as
many people free with at least one of them; the skills for which there are not are the certificate.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from tools.plan import Assignment
from tools.reasons.book import Book
from tools.reasons.links import Busy

MANY = 10  # skills of one task: with more, only small and all combinations are counted


def able(book: Book, mine: Assignment) -> tuple[str, ...]:
    """Everybody with a skill that the task needs; those who do it first."""
    crew = book.crew(mine)
    skills = book.way(mine).skills
    names = {each.name: None for skill in skills for each in book.problem.skilled.get(skill, ())}
    return tuple(sorted(names, key=lambda name: name not in crew))


def others(book: Book, mine: Assignment) -> tuple[tuple[Busy, ...], tuple[str, ...]]:
    """Who has a skill that the task needs and does not do it: those who are not free for all of
    its time, and those who are."""
    crew, busy, free = book.crew(mine), [], []
    for name in able(book, mine):
        if name in crew:
            continue
        if _free_to_do(book, mine, name):
            free.append(name)
        else:
            busy.append(_kept(book, mine, name))
    return tuple(busy), tuple(free)


def _free_to_do(book: Book, mine: Assignment, name: str) -> bool:
    """While a task pauses, whoever does it may be away too."""
    if not book.problem.by_name[mine.task].pausable:
        return _free(book, mine, name, mine.start, mine.end, by_hours=False) > 0
    named = book.way(mine).demands.get(name, 0)
    levels = book.levels(name, mine.start, mine.end, mine.task)
    return all(level.there - level.used > named for level in levels if level.there)


def _kept(book: Book, mine: Assignment, name: str) -> Busy:
    """The first task that they are busy with in its time; none if they are away."""
    held = book.holders(name, mine.start, mine.end, mine.task)
    return Busy(name=name, task=held[0].task if held else None)


def serves(book: Book, mine: Assignment, name: str) -> tuple[str, ...]:
    """Skills for which the task may hold `name`; empty if it asks for it by name only."""
    has = book.problem.resource[name].skills
    return tuple(skill for skill in book.way(mine).skills if skill in has)


def shortage(
    book: Book, mine: Assignment, begin: int, end: int, *, by_hours: bool = False
) -> dict[str, Any] | None:
    """Why nobody could serve its skills from `begin` to `end`; None if there are people who could.

    Args:
        by_hours: whatever they are busy with.
    """
    needs = book.way(mine).skills
    if not needs:
        return None
    free = {name: _free(book, mine, name, begin, end, by_hours) for name in able(book, mine)}
    facts: dict[str, Any] | None = None
    if skills := _uncovered(book, needs, free):
        names = [name for name in free if _has_any(book, name, skills)]
        there = sum(free[name] for name in names)
        demand = sum(needs[skill] for skill in skills)
        facts = {"cause": "skill", "skills": skills, "demand": demand, "free": there}
    elif not by_hours and (mate := _mate(book, mine, free)):
        other = book.schedule.by_task[mate]
        names = [name for name in free if name in book.crew(mine) or name in book.crew(other)]
        facts = {"cause": "mates", "mate": mate}
    if facts is None:
        return None
    named, capacity = book.way(mine).demands, book.problem.capacity
    busy = [name for name in names if free[name] < capacity[name] - named.get(name, 0)]
    who = tuple(_busy(book, mine, name, begin, end) for name in busy)
    return facts | {"who": who, "blockers": _waited_for(book, mine, who)}


def _free(book: Book, mine: Assignment, name: str, begin: int, end: int, by_hours: bool) -> int:
    """Units that are free from `begin` to `end`, beside those that the task asks for by name."""
    named = book.way(mine).demands.get(name, 0)
    levels = book.levels(name, begin, end, mine.task)
    least = min((level.there - (0 if by_hours else level.used) for level in levels), default=0)
    return max(0, least - named)


def _uncovered(book: Book, needs: Mapping[str, int], free: Mapping[str, int]) -> tuple[str, ...]:
    """The fewest skills that more people are needed for than are free; empty if there are none."""
    for skills in _subsets(list(needs)):
        there = sum(units for name, units in free.items() if _has_any(book, name, skills))
        if sum(needs[skill] for skill in skills) > there:
            return skills
    return ()


def _has_any(book: Book, name: str, skills: Collection[str]) -> bool:
    return not set(skills).isdisjoint(book.problem.resource[name].skills)


def _subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    sizes = range(1, len(names) + 1) if len(names) <= MANY else (1, 2, len(names))
    for size in sizes:
        yield from combinations(names, size)


def _mate(book: Book, mine: Assignment, free: Mapping[str, int]) -> str | None:
    """A task that must be done by the same people, if those who are free cannot be these."""
    mates = _mates(book, mine)
    choices = [_sharing(book, mine, mate) for mate in mates]
    if any(_covered(book, mine, free, choice) for choice in product(*choices)):
        return None
    alone = zip(mates, choices, strict=True)
    return next(
        (
            mate
            for mate, shares in alone
            if not any(_covered(book, mine, free, (share,)) for share in shares)
        ),
        mates[0],
    )


def _mates(book: Book, mine: Assignment) -> list[str]:
    tasks, done = book.problem.by_name, book.schedule.by_task
    return [
        name
        for name in done
        if name in tasks[mine.task].same_people or mine.task in tasks[name].same_people
    ]


Share = tuple[str, frozenset[str]]
"""`within`: all who do the task are among these; `all`: all of these do the task."""


def _sharing(book: Book, mine: Assignment, mate: str) -> list[Share]:
    """How the people may be the same: those of the task that needs fewer do the other one too."""
    other = book.schedule.by_task[mate]
    ours, theirs = (book.people(each).total() for each in (mine, other))
    names = frozenset(book.people(other))
    ways: list[Share] = [("within", names)] if ours <= theirs else []
    return [*ways, ("all", names)] if theirs <= ours else ways


def _covered(
    book: Book, mine: Assignment, free: Mapping[str, int], shares: Sequence[Share]
) -> bool:
    """Whether those who are free can serve all skills and be the same people as they must be."""
    needs = book.way(mine).skills
    within = [names for kind, names in shares if kind == "within"]
    called = {name for name in book.way(mine).demands if book.problem.resource[name].somebody}
    wanted = frozenset[str]().union(*(names for kind, names in shares if kind == "all")) - called
    left = {name: free[name] for name in free if all(name in names for names in within)}
    if any(called - names for names in within) or any(not left.get(name) for name in wanted):
        return False
    if _uncovered(book, needs, left):
        return False
    # Whoever must take part finds a place: Hall's theorem the other way round is enough beside it
    # (Mendelsohn and Dulmage 1958).
    return all(
        len(some) <= sum(needs[skill] for skill in needs if _knows(book, some, skill))
        for some in _subsets(sorted(wanted))
    )


def _knows(book: Book, names: Collection[str], skill: str) -> bool:
    return any(skill in book.problem.resource[name].skills for name in names)


def _busy(book: Book, mine: Assignment, name: str, begin: int, end: int) -> Busy:
    """What kept somebody busy; best something that had started before the task did."""
    holders = book.holders(name, begin, end, mine.task)
    earlier = [each for each in holders if each.start < mine.start]
    found = earlier[-1] if earlier else holders[0] if holders else None
    return Busy(name=name, task=found.task if found is not None else None)


def _waited_for(book: Book, mine: Assignment, who: Sequence[Busy]) -> tuple[str, ...]:
    """What they were busy with and had started before, each once."""
    tasks = dict.fromkeys(each.task for each in who if each.task is not None)
    return tuple(name for name in tasks if book.schedule.by_task[name].start < mine.start)
