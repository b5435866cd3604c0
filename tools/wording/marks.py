"""A clause with ◆ for each task and ● for each person that it names, so that what else it says can
be held against the few words that an order may consist of."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.plan.checks import listing
from tools.record import PlanError
from tools.wording.clauses import replaced
from tools.wording.names import Mention, mentions
from tools.wording.pieces import clauses


class Marked(NamedTuple):
    """A clause, or what stands between two of them."""

    start: int
    end: int
    text: str
    tasks: tuple[str, ...]
    """In the order of their marks, as are the people."""
    people: tuple[str, ...]


def vocabulary(*words: str) -> re.Pattern[str]:
    """What matches a clause that says nothing but such words."""
    return re.compile(rf"(?:\W|{'|'.join(words)})*")


def words(english: str) -> str:
    """Whole English words."""
    return rf"(?<![a-z])(?:{english})(?![a-z])"


def persons(problem: Problem) -> list[str]:
    """People who are known by name."""
    return [
        each.name
        for each in problem.resources
        if each.somebody and each.capacity == 1 and each.name != PEOPLE
    ]


def no_such_person(who: str, problem: Problem) -> PlanError:
    """That the plan knows nobody of that name, and whom it knows."""
    known = persons(problem)
    return PlanError("no-such-person", who=who, known=listing(known) if known else "none")


def marked_clauses(message: str, problem: Problem) -> Iterator[Marked]:
    """The clauses of a message, from left to right."""
    for start, end, _ in clauses(message, problem):
        yield marked(message, start, end, problem)


def marked(message: str, start: int, end: int, problem: Problem) -> Marked:
    """A stretch of a message."""
    text = fold(message[start:end]).replace("◆", " ").replace("●", " ")
    found = places(text, problem)
    with_marks, _ = replaced(text, [(each.start, each.end, mark) for each, mark in found])
    tasks, people = (tuple(each.name for each, m in found if m == mark) for mark in "◆●")
    return Marked(start, end, with_marks, tasks, people)


def places(text: str, problem: Problem) -> list[tuple[Mention, str]]:
    """Where tasks and people are named, with their marks, from left to right."""
    tasks = mentions(text, list(problem.by_name))
    rest = _blanked(text, [(each.start, each.end) for each in tasks])
    people = [each for each in mentions(rest, persons(problem)) if each.exact]
    return sorted([*((each, "◆") for each in tasks), *((each, "●") for each in people)])


def _blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + ";" * (end - start) + text[end:]
    return text
