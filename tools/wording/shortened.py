"""People and things that are named by the end of their names: “Lind” for Dr Lind, “the scanner” for
the document scanner, and by their plural: “one of the ovens”."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.wording.names import Mention

_WORD = re.compile(r"[a-z]+")
_NAME = re.compile(r"[a-z]+(?:[-'](?!s(?![a-z]))[a-z]+)*")
_HAN = re.compile(f"[{HAN}]+")
_ALL_WORDS = re.compile(r"[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){1,2}")
_FAMILIAR = re.compile(
    rf"[小老阿]([{HAN}])(?:师傅|工)?|([{HAN}])(?:师傅|工)(?=[^{HAN}]|[有在做干什几周今明的呢])"
)
"""小李, 李师傅, 李工."""
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


class Shared(NamedTuple):
    """A word for people by a part of their names."""

    place: Mention
    names: tuple[str, ...]
    """All who are called so."""


def shared(text: str, persons: Sequence[str]) -> Iterator[Shared]:
    """Words of a folded text that are a first or a last name, or 小 with the first character of a
    name: “Ann” for Ann Lee, 小李 for 李强; each with all who may be meant."""
    known: dict[str, list[str]] = {}
    for name in persons:
        for word in fold(name).split() if _ALL_WORDS.fullmatch(name) else ():
            known.setdefault(word, []).append(name)
    found = [(each.span(), known.get(each[0], [])) for each in _NAME.finditer(text)]
    for each in _FAMILIAR.finditer(text):
        first = each[1] or each[2]
        found.append((each.span(), [name for name in persons if _is_called(name, first)]))
    for (start, end), names in found:
        if names:
            yield Shared(Mention(start, end, names[0], 1.0), tuple(names))


def _is_called(name: str, first: str) -> bool:
    return name[0] == first and 2 <= len(name) <= 3 and _HAN.fullmatch(name) is not None
