"""Two texts that say the same thing with other numbers: "within 7 days" and "within 14 days". It
reads words and numbers; which of the two is right it cannot know.

Only texts of one language are compared. Words do not show which sentence says the same in the other
language, and numbers alone would take "refunded within 14 days" to contradict 7 天内可退货.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.lexical import words
from knowledge.passage import Passage

ALIKE = 0.6
"""Share of the words of two sentences that both have (Jaccard)."""
FEWEST = 4
"""Words of a sentence, without its numbers."""
MOST = 3
"""Contradictions that are told of; more would be a report, not an answer."""

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|[零〇一二三四五六七八九十百千万两]+(?=[个天日月年元块次张件小])"
)
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)、])\s*")


class Disagreement(NamedTuple):
    """What two passages say."""

    first: Passage
    says: str
    second: Passage
    but: str


def disagreements(passages: Sequence[Passage]) -> list[Disagreement]:
    """Where the first passage is contradicted by the others, from other documents: the first few,
    in the order of its sentences."""
    if not passages:
        return []
    first, *others = passages
    comparable = [
        each for each in others if each.source != first.source and each.language == first.language
    ]
    found = (
        Disagreement(first, says, second, but)
        for says in _sentences(first.text)
        for second in comparable
        for but in _sentences(second.text)
        if _contradict(says, but)
    )
    return list(islice(found, MOST))


def _contradict(one: str, other: str) -> bool:
    mine, others = _bare(one), _bare(other)
    if min(len(mine), len(others)) < FEWEST:
        return False
    alike = len(mine & others) / len(mine | others)
    numbers, theirs = _numbers(one), _numbers(other)
    return alike >= ALIKE and bool(numbers) and bool(theirs) and numbers != theirs


def _numbers(sentence: str) -> list[str]:
    """In digits, as 七天 is no other time than 7 天."""
    return [
        _THOUSANDS.sub("", found) if found[0].isdigit() else str(_counted(found))
        for found in _NUMBER.findall(sentence)
    ]


def _counted(numeral: str) -> int:
    """A Chinese numeral below 100 million; years are read digit by digit."""
    above = part = digits = 0
    for character in numeral:
        if character == "万":
            above, part, digits = 10_000 * (part + digits or 1), 0, 0
        elif tens := _TENS.get(character):
            part, digits = part + tens * (digits or 1), 0
        else:
            digits = 10 * digits + _DIGITS[character]
    return above + part + digits


def _bare(sentence: str) -> set[str]:
    """Its words without its numbers; of Chinese the pairs, as single characters say little."""
    found = words(_NUMBER.sub(" ", sentence))
    return {word for word in found if len(word) > 1 or not re.match(f"[{HAN}]", word)}


def _sentences(text: str) -> list[str]:
    found = (_LIST.sub("", part).strip() for part in _SENTENCE.split(text))
    return [each for each in found if each and not each.startswith("#")]
