"""What a sentence speaks of, by the glossary: so that a sentence in one language can be told to say
the same as a sentence in the other. It says as well how much of the sentence that covers: where
much is left, the sentences may speak of different things.
"""

import re
from typing import NamedTuple

from knowledge.glossary import heard
from knowledge.language import HAN
from knowledge.numbers import fold

_WORD = re.compile("[a-z]+")
_SIGN = re.compile(f"[{HAN}]|[a-z]+")
_LITTLE = re.compile(
    r"(?<![a-z])(?:a|an|the|of|to|in|on|for|by|with|from|at|as|is|are|be|been|being|was|were|will"
    r"|may|can|could|should|must|shall|have|has|had|it|its|this|that|these|those|they|their|them"
    r"|he|she|his|her|you|your|we|our|us|who|which|when|where|if|then|and|or|but|there|any|some"
    r"|please|also|such|so|up|out|within|after|before|until|since|once|at least|at most|most"
    r"|least|than|more|no later|later|only|take|takes|taken|make|makes|made|do|does|done|get|gets"
    r"|total|maximum|minimum|about|under|over|all|both|other)(?![a-z])"
)
_PARTICLES = re.compile(
    "[的了在可以应须必会能将并和与或及您你我们他她它其是有为对向从到把被让请如若即等者之所该此这那个些于由按照要时则均"
    "内后前起自至最多少需给得就都也还再又中上下超过每次只仅方便进行予]"
)


class Said(NamedTuple):
    """What a sentence speaks of."""

    concepts: frozenset[int]
    covered: float
    """Share of its words, in Chinese of its signs, that are known, 0 to 1."""


def concepts_of(text: str) -> Said:
    """The concepts of a sentence without its numbers, in whichever of the two languages."""
    text = fold(text)
    known = heard(text)
    rest = text
    for each in reversed(known):
        rest = f"{rest[: each.start]} {rest[each.end :]}"
    chinese = re.search(f"[{HAN}]", text)
    part, little = (_SIGN, _PARTICLES) if chinese else (_WORD, _LITTLE)
    total, left = len(part.findall(text)), len(part.findall(little.sub(" ", rest)))
    things = frozenset(each.thing for each in known)
    return Said(things, (total - left) / total if total else 0.0)
