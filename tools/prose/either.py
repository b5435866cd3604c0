"""Who does a task instead of whom: “deploy, 30 min, Tom or Lena”, “老王或者老李”."""

import re
from collections.abc import Iterator, Mapping

from tools.prose.records import Row

_OR = r"\s*(?:,? (?:or|or else) (?:with )?|或者?是?|还是)\s*"


def either(words: str, row: Row) -> Iterator[tuple[str, str]]:
    """Pairs of persons of a row, of whom the second would do as well as the first.

    Args:
        words: what is said of the row.
    """
    names = [name for name in row.held if name in row.persons]
    for one in names:
        for other in names:
            pattern = rf"(?<!\w){re.escape(one)}{_OR}{re.escape(other)}(?![a-z])"
            if one != other and re.search(pattern, words, re.IGNORECASE):
                yield one, other


def ways(
    demands: Mapping[str, int], pairs: list[tuple[str, str]]
) -> tuple[dict[str, int], list[dict[str, int]]]:
    """What a task needs, and what it needs in each other way to do it."""
    others = {other for _, other in pairs}
    kept = {name: amount for name, amount in demands.items() if name not in others}
    found = []
    for one, other in pairs:
        if one in kept:
            found.append({other if name == one else name: n for name, n in kept.items()})
    return kept, found
