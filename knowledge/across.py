"""Sentences of two languages that say the same with other numbers.

Words do not show which sentence says the same in the other language, and numbers alone would take
"refunded within 14 days" to contradict 7 天内可退货. Two things show it. Where two texts give
mostly the same figures in the same order, such as a rule and its translation, a figure between
those that agree stands for the one in its place. And short sentences say the same if they speak of
the same things (`concepts.py`) and of little else.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from typing import NamedTuple

from knowledge.concepts import Said, concepts_of
from knowledge.measures import measures

AGREEING = 2
"""Figures that two texts must have in common, in the same order."""
MOSTLY = 0.65
"""Share of the figures of the shorter text that these must be. With both numbers no two of the
built-in procedures contradict each other, and of 238 figures of a translation that were changed
177 are found (2026-11-30)."""
ALIKE = 0.7
"""Share of the things of two sentences that both speak of (Jaccard)."""
SHARED = 2
"""Things that both must speak of."""
COVERED = 0.8
"""Share of a sentence's words that must be known."""


class _Figure(NamedTuple):
    kind: str
    value: Fraction
    sentence: str


class _Measured(NamedTuple):
    said: Said
    values: Mapping[str, frozenset[Fraction]]
    """By what they measure."""


def across(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences of a text with those that contradict them in a text of another language."""
    found = [*_in_their_places(mine, theirs), *_alone(mine, theirs)]
    return list(dict.fromkeys(found))


def _in_their_places(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    ours, others = _figures(mine), _figures(theirs)
    keys = [[(each.kind, each.value) for each in some] for some in (ours, others)]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    if same < max(AGREEING, MOSTLY * min(map(len, keys))):
        return
    for change, start, end, begin, stop in matcher.get_opcodes():
        if change == "replace" and end - start == stop - begin:
            pairs = zip(ours[start:end], others[begin:stop], strict=True)
            yield from ((a.sentence, b.sentence) for a, b in pairs if a.kind == b.kind)


def _figures(sentences: Sequence[str]) -> list[_Figure]:
    return [_Figure(each.kind, each.value, s) for s in sentences for each in measures(s)]


def _alone(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    others = [(but, _measured(but)) for but in theirs]
    for says in mine:
        own = _measured(says)
        same = [(but, their) for but, their in others if _same_subject(own, their)]
        # What one sentence confirms, another one that sounds like it does not contradict.
        if not any(_agree(own, their) for _, their in same):
            yield from ((says, but) for but, their in same if _apart(own, their))


def _measured(sentence: str) -> _Measured:
    found, bare = measures(sentence), sentence
    for each in reversed(found):
        bare = f"{bare[: each.start]} {bare[each.end :]}"
    kinds = {each.kind for each in found}
    values = {kind: frozenset(each.value for each in found if each.kind == kind) for kind in kinds}
    return _Measured(concepts_of(bare), values)


def _same_subject(one: _Measured, other: _Measured) -> bool:
    mine, theirs = one.said.concepts, other.said.concepts
    shared = len(mine & theirs)
    known = min(one.said.covered, other.said.covered) >= COVERED
    return known and shared >= SHARED and shared >= ALIKE * len(mine | theirs)


def _apart(one: _Measured, other: _Measured) -> bool:
    """Is something that both measure quite different?"""
    return any(one.values[kind].isdisjoint(other.values[kind]) for kind in _both(one, other))


def _agree(one: _Measured, other: _Measured) -> bool:
    both = _both(one, other)
    return bool(both) and all(one.values[kind] & other.values[kind] for kind in both)


def _both(one: _Measured, other: _Measured) -> set[str]:
    return set(one.values) & set(other.values)
