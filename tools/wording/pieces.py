"""The clauses of a message about a known problem, and what each names and needs."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.plan.checks import listing
from tools.record import PlanError
from tools.wording.headcount import Headcount
from tools.wording.names import Mention, mentions, tied
from tools.wording.quantities import quantities, singular

STOP = re.compile(r"[，；。！？!?;\n]|[,.](?![0-9])")
QUOTES = " \t\"'“”‘’「」《》:："


class Clause(NamedTuple):
    """A clause of a message, and the tasks that it speaks of, each once."""

    start: int
    end: int
    named: tuple[str, ...]


def clauses(message: str, problem: Problem) -> Iterator[Clause]:
    """The clauses from left to right; a comma in a task's name parts nothing."""
    names = deque(tasks_in(message, problem))  # looked for once: there may be many
    stops = [stop.span() for stop in STOP.finditer(fold(message))]
    start = 0
    for end, following in [*stops, (len(message), len(message))]:
        if names and any(each.start < following and end < each.end for each in names):
            continue
        own = []
        while names and names[0].start < end:
            own.append(names.popleft().name)
        yield Clause(start, end, tuple(dict.fromkeys(own)))
        start = following


def tasks_in(text: str, problem: Problem) -> list[Mention]:
    """Where `text` speaks of tasks; “two painters” are no task called “painting”, if there are
    painters, and 麻醉师 none called 麻醉."""
    there = {singular(fold(name)) for name in problem.resource}
    counted = [each for each in quantities(text) if singular(each.words) in there]
    longer = [
        match.span()
        for name in problem.resource
        for match in re.finditer(re.escape(fold(name)), fold(text))
    ]
    return [
        each
        for each in mentions(text, list(problem.by_name))
        if not any(
            a <= each.start and each.end <= b and b - a > each.end - each.start for a, b in longer
        )
        and (each.exact or not any(q.start <= each.start and each.end <= q.end for q in counted))
    ]


def named_in(text: str, problem: Problem) -> tuple[str, ...]:
    """The tasks that `text` speaks of, each once."""
    return tuple(dict.fromkeys(each.name for each in tasks_in(text, problem)))


def one_task(words: str, problem: Problem) -> str:
    """The only task that `words` speak of.

    Raises:
        PlanError: there is none, or it could be several.
    """
    named = named_in(words, problem)
    if len(named) == 1:
        return named[0]
    if alike := named or tied(words, list(problem.by_name)):
        raise PlanError("which-of", names=listing(alike))
    name = re.sub(r"^(?:the|把|将)\s?", "", words.strip(QUOTES))
    raise PlanError("unknown-task", task=name, known=listing(problem.by_name))


def needed(said: str, problem: Problem, held: Mapping[str, int]) -> dict[str, int]:
    """How much of each resource the words about a task ask for.

    Args:
        held: what it holds now, so that “one more” is known.
    """
    there = [
        each.model_copy(update={"capacity": held.get(each.name, 0)}) for each in problem.resources
    ]
    read = dict(Headcount(there).read(said)) if there else {}
    # Where no pool fits, people are a pool that is still to be named.
    more = [each.amount for each in quantities(said) if each.noun == PEOPLE]
    return read or ({PEOPLE: more[0]} if more else {})
