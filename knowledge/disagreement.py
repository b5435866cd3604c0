"""Two texts that say the same thing with other numbers: "within 7 days" and "within 14 days". It
reads words and numbers; which of the two is right it cannot know.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.lexical import words
from knowledge.passage import Passage

ALIKE = 0.6
"""Share of the words of two sentences that both have (Jaccard)."""
FEWEST = 4
"""Words of a sentence, without its numbers."""

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|(?<![零〇一二三四五六七八九十百千万两])[一二三四五六七八九十两]+(?=[个天日月年元块次张件小])"
)
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)、])\s*")


class Disagreement(NamedTuple):
    """What two passages say."""

    first: Passage
    says: str
    second: Passage
    but: str


def disagreement(passages: Sequence[Passage]) -> Disagreement | None:
    """Where the first passage is contradicted by one of the others, from another document."""
    if not passages:
        return None
    first, *others = passages
    for second in others:
        if second.source == first.source or second.language != first.language:
            continue
        for says in _sentences(first.text):
            for but in _sentences(second.text):
                if _contradict(says, but):
                    return Disagreement(first, says, second, but)
    return None


def _contradict(one: str, other: str) -> bool:
    mine, others = _bare(one), _bare(other)
    if min(len(mine), len(others)) < FEWEST:
        return False
    alike = len(mine & others) / len(mine | others)
    numbers, theirs = _NUMBER.findall(one), _NUMBER.findall(other)
    return alike >= ALIKE and bool(numbers) and bool(theirs) and numbers != theirs


def _bare(sentence: str) -> set[str]:
    """Its words without its numbers; of Chinese the pairs, as single characters say little."""
    found = words(_NUMBER.sub(" ", sentence))
    return {word for word in found if len(word) > 1 or not re.match(f"[{HAN}]", word)}


def _sentences(text: str) -> list[str]:
    found = (_LIST.sub("", part).strip() for part in _SENTENCE.split(text))
    return [each for each in found if each and not each.startswith("#")]
