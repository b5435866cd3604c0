"""Sentences of two languages that say the same with other numbers.

Words do not show which sentence says the same in the other language, and numbers alone would take
"refunded within 14 days" to contradict 7 天内可退货. Three things show it. Where two texts give
mostly the same figures in the same order, such as a rule and its translation, a figure between
those that agree stands for the one in its place. Short sentences say the same if they speak of the
same things (`concepts.py`) and of little else. And where an embedding model is at hand, two
sentences say the same that are each other's likest, by meaning and by things, and like enough.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


THINGS = 0.5
"""What the share of things of both counts beside a cosine (`nearness.Meaning.alike`)."""
LIKE = 0.6
"""What both are together from which sentences say the same. Of 170 sentences of the built-in
procedures 153 are so like their translation, and of all 256 pairs of a procedure and one in the
other language 14 seem to contradict each other somewhere that do not (2026-11-30)."""
Alike = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]
"""Texts and others -> how alike each is to each; see `nearness.Meaning.alike`."""


class _Figure(NamedTuple):
    kind: str
    value: Fraction
    sentence: str


class _Measured(NamedTuple):
    said: Said
    values: Mapping[str, frozenset[Fraction]]
    """By what they measure."""


def across(
    mine: Sequence[str], theirs: Sequence[str], alike: Alike | None = None
) -> list[tuple[str, str]]:
    """The sentences of a text with those that contradict them in a text of another language."""
    found = [*_in_their_places(mine, theirs), *_alone(mine, theirs)]
    if alike is not None:
        found += _by_meaning(mine, theirs, alike)
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


def _by_meaning(
    mine: Sequence[str], theirs: Sequence[str], alike: Alike
) -> Iterator[tuple[str, str]]:
    own, others = ([(s, m) for s in some if (m := _measured(s)).values] for some in (mine, theirs))
    near = alike([says for says, _ in own], [but for but, _ in others])
    like = [
        [_like(one, other, cosine) for (_, other), cosine in zip(others, row, strict=True)]
        for (_, one), row in zip(own, near, strict=True)
    ]
    for place, row in enumerate(like):
        best = max(range(len(row)), key=row.__getitem__, default=None)
        if best is None or row[best] < LIKE or row[best] < max(each[best] for each in like):
            continue
        (says, one), (but, other) = own[place], others[best]
        if _apart(one, other):
            yield says, but


def _like(one: _Measured, other: _Measured, cosine: float) -> float:
    """How much two sentences say the same; nothing if they measure nothing of one kind."""
    if not _both(one, other):
        return -1.0
    a, b = one.said.concepts, other.said.concepts
    return cosine + THINGS * len(a & b) / max(1, len(a | b))


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
