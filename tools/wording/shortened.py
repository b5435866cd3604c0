"""People and things that are named by the end of their names: “Lind” for Dr Lind, “the scanner” for
the document scanner, and by their plural: “one of the ovens”."""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem

_WORD = re.compile(r"[a-z]+")
_LATIN = re.compile(r"[a-z]{3,}(?: [a-z]+){0,3}|[a-z]{2} [a-z]+")


def in_full(message: str, problem: Problem) -> str:
    """`message` with such words replaced by the whole name, where they can mean nothing else."""
    for words, name in _shortened(problem):
        text = fold(message)
        if words != fold(name) and fold(name) in text:
            continue
        plural = "s" if words == fold(name) else "s?"
        for said in reversed([*re.finditer(rf"(?<![a-z'-]){words}{plural}(?![a-z-])", text)]):
            message = message[: said.start()] + name + message[said.end() :]
    return message


def _shortened(problem: Problem) -> Iterator[tuple[str, str]]:
    """Names of things, and last words that stand in no other name of the plan, with the names."""
    names = [each.name for each in problem.resources if each.name != PEOPLE]
    others = [*problem.by_name, *problem.calendar]
    count = Counter(word for name in {*names, *others} for word in set(_WORD.findall(fold(name))))
    for name in names:
        if _LATIN.fullmatch(fold(name)):
            yield fold(name), name
            last = fold(name).split()[-1]
            if last != fold(name) and count[last] == 1:
                yield last, name
