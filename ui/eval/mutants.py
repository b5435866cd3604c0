"""Texts made wrong on purpose: another number, other names, the opposite word. Whoever checks texts
should find every one of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

from tools.phrases import Language

NUMBER = re.compile(r"(?<![\w.])\d+(?!\w|\.\d)", re.ASCII)
Span = tuple[int, int]
OPPOSITES = {
    "en": (
        ("earlier", "later"),
        ("sooner", "later"),
        ("earliest", "latest"),
        ("before", "after"),
        ("rises", "falls"),
        ("larger", "smaller"),
        ("longer", "shorter"),
        ("more", "less"),
        ("higher", "lower"),
        ("starts", "ends"),
        ("start", "end"),
        ("possible", "impossible"),
        ("cannot", "can"),
        ("better", "worse"),
        ("without", "with"),
    ),
    "zh": (
        ("早", "晚"),
        ("前", "后"),
        ("升", "降"),
        ("大", "小"),
        ("多", "少"),
        ("高", "低"),
        ("开始", "结束"),
        ("不可能", "可能"),
        ("不能", "能"),
        ("没有", "有"),
    ),
}


def mutants(
    text: str, language: Language, names: Sequence[str], chance: Random
) -> Iterator[tuple[str, str]]:
    """Of each kind one, if the text allows it: what was done, and the text."""
    for kind, made in (
        ("numbers", _number(text, names, chance)),
        ("names", _names(text, names, chance)),
        ("words", _word(text, language, names, chance)),
    ):
        if made is not None and made != text:
            yield kind, made


def _number(text: str, names: Sequence[str], chance: Random) -> str | None:
    """One number larger by one, or two that differ in each other's place; not those of lines."""
    taken = [span for name in names for span in _places(text, name)]
    taken += [found.span() for found in re.finditer(r"(?m)^\d+\.", text)]
    found = [each.span() for each in NUMBER.finditer(text)]
    free = [(a, b) for a, b in found if not any(x < b and a < y for x, y in taken)]
    if not free:
        return None
    begin, end = chance.choice(free)
    others = [span for span in free if text[slice(*span)] != text[begin:end]]
    if others and chance.random() < 0.5:
        return _swapped(text, (begin, end), chance.choice(others))
    return _replaced(text, [((begin, end), f"{int(text[begin:end]) + 1:0{end - begin}}")])


def _names(text: str, names: Sequence[str], chance: Random) -> str | None:
    """Two names in each other's place, in one line if there are two; if there is only one name,
    another task."""
    lines = text.split("\n")
    spans = [[(span, n) for n in names for span in _places(line, n)] for line in lines]
    pairs = [
        (at, one, two)
        for at, found in enumerate(spans)
        for (one, n), (two, m) in combinations(found, 2)
        if n != m
    ]
    if pairs:
        at, one, two = chance.choice(pairs)
        lines[at] = _swapped(lines[at], one, two)
        return "\n".join(lines)
    named = [(at, span, name) for at, found in enumerate(spans) for span, name in found]
    if not named:
        return None
    at, span, name = chance.choice(named)
    other = chance.choice([each for each in names if each != name] or [name])
    lines[at] = _replaced(lines[at], [(span, other)])
    return "\n".join(lines)


def _word(text: str, language: Language, names: Sequence[str], chance: Random) -> str | None:
    """One word of direction by its opposite."""
    found = []
    for pair in OPPOSITES[language]:
        for word, other in (pair, pair[::-1]):
            spans = _places(text, word) if language == "en" else _anywhere(text, word)
            found += [(span, other) for span in spans]
    return _replaced(text, [chance.choice(found)]) if found else None


def _places(text: str, name: str) -> list[Span]:
    """Where it stands as a word of its own."""
    return [each.span() for each in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.ASCII)]


def _anywhere(text: str, word: str) -> list[Span]:
    return [each.span() for each in re.finditer(re.escape(word), text)]


def _swapped(text: str, one: Span, two: Span) -> str:
    return _replaced(text, [(one, text[slice(*two)]), (two, text[slice(*one)])])


def _replaced(text: str, spans: Sequence[tuple[Span, str]]) -> str:
    for (begin, end), new in sorted(spans, reverse=True):
        text = text[:begin] + new + text[end:]
    return text
