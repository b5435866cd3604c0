"""A long text, such as a letter or what somebody says about themselves, becomes questions. It knows
how a library is searched; it writes nothing.

Searched as a whole, a long text is near to everything a little. So each of its sentences is looked
up, and what several of them find comes first; a sentence about nothing that the library holds
counts for little.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Protocol

from knowledge.ranking import Candidate

LONG = 300
"""Characters from which on a text is taken apart."""
SENTENCES = 40
"""At most so many are looked up."""
FOUND = 10
"""Passages that a sentence can speak for."""
FLAT = 5
"""How little the first ranks are worth more than the next (k of reciprocal rank fusion)."""

_END = re.compile(r"(?<=[。！？；!?])\s*|(?<=[.;])\s+|\n+")


class Looked(Protocol):
    """What a search for one sentence found."""

    @property
    def candidates(self) -> Sequence[Candidate]: ...

    @property
    def probability(self) -> float: ...

    @property
    def fits(self) -> bool: ...


def parts(text: str) -> list[str]:
    """Its sentences and lines in their order."""
    found = (part.strip() for part in _END.split(text))
    return [part for part in found if any(map(str.isalpha, part))]


def sentences(text: str) -> list[str]:
    """The sentences that may ask something, each once, in their order."""
    once = dict.fromkeys(parts(text))
    return [part for part in once if sum(map(str.isalpha, part)) >= 6][:SENTENCES]


def looked_up(text: str, look: Callable[[str], Looked]) -> list[tuple[int, float]]:
    """The numbers of the passages that a long text is about with their votes, best first."""
    votes: defaultdict[int, float] = defaultdict(float)
    for looked in map(look, sentences(text)):
        for rank, candidate in enumerate(looked.candidates[: FOUND * looked.fits]):
            votes[candidate.number] += looked.probability**2 / (FLAT + rank)
    return sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
