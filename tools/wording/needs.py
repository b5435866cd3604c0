"""How many people and other resources a task needs, said as an edit: "painting needs 3 people"."""

import re
from collections.abc import Iterator

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.plan.changes import DropTask
from tools.plan.rewrites import SetDemand
from tools.record import PlanError
from tools.wording.changes import changes
from tools.wording.names import Mention
from tools.wording.pieces import QUOTES, clauses, needed, tasks_in
from tools.wording.quantities import quantities

_ITS = re.compile(
    r"\s?(?:and |also |it |并且?|而且|也|还|它|总共)?\s?(?:needs?|requires?|takes|with|需要?|要|用)(?![a-z])"
)
_NOW = re.compile(r" ?(?:right |as of )?now(?=\s*(?:$|[^\w\s]))", re.IGNORECASE)
_FILL = "共。."
"""Beside a bare number of people."""


def demands(message: str, problem: Problem) -> Iterator[SetDemand]:
    """“Painting needs 3 people”: what stands in a clause about one task is its own.

    Raises:
        PlanError: a bare number of people could be that task's, or that of all.
    """
    last, several = "", False
    for start, end, those in clauses(message, problem):
        clause = fold(message[start:end])
        found = [each for each in tasks_in(clause, problem) if each.name in those]
        for at, place in enumerate(found):
            stop = found[at + 1].start if at + 1 < len(found) else len(clause)
            said = clause[place.end : stop] if len(found) > 1 else _without(clause, place)
            yield from _needs(place.name, said, problem)
        if found:
            last, several = found[-1].name, len(found) > 1
        elif last and _is_bare(clause):
            if several or DropTask(task=last) in changes(message, problem):
                raise PlanError("whose-people", task=last)
            yield from _needs(last, clause, problem)
        elif last and _ITS.match(clause):
            yield from _needs(last, clause, problem)


def _needs(name: str, said: str, problem: Problem) -> Iterator[SetDemand]:
    held = problem.by_name[name].demands
    for resource, amount in needed(said, problem, held).items():
        if held.get(resource, 0) != amount and amount >= 0:
            yield SetDemand(task=name, resource=resource, amount=amount)


def of_all(message: str, problem: Problem) -> str:
    """`message` without the clauses in which a task named before needs people, and without “now”,
    which nothing reads."""
    text, named = "", False
    for start, end, those in clauses(message, problem):
        mine = bool(those)
        said = fold(message[start:end])
        if mine or not (named and (_ITS.match(said) or _is_bare(said))):
            text += message[start : end + 1]
        named = named or mine
    return _NOW.sub("", text)


def _is_bare(clause: str) -> bool:
    """Whether a clause is nothing but a number of people: “, 4 people”, “，4个人”."""
    found = [each for each in quantities(clause) if each.noun == PEOPLE]
    return len(found) == 1 and not (clause[: found[0].start] + clause[found[0].end :]).strip(
        QUOTES + _FILL
    )


def _without(clause: str, place: Mention) -> str:
    return clause[: place.start] + " ; " + clause[place.end :]
