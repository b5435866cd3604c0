"""The clauses of a sentence that ask something: “how much is it and how long does it take?” asks
two things. It knows no documents."""

import re
from collections.abc import Iterator

from knowledge.numbers import fold
from tools.replies.asking import content_of
from tools.replies.values import MEASURED

_OPENS = (
    r"(?:what|when|where|which|who|whose|how|why|can|could|may|might|do|does|did|is|are|was|were|"
    r"will|would|should|am|have|has)(?:'s|n't)?\b"
)
_ASKING = re.compile(
    r"[?？]$|[吗呢]$|哪|多少|怎么|怎样|如何|什么|几[点天个号时]|多[久长]|谁|是否|能否|"
    r"能不能|可不可以|有没有|是不是|要不要|"
    r"^(?:(?:and|so|but|also|hey|hi|then|or|well)[ ,]+)*"
    r"(?:do|does|did|is|are|was|can|could|may|might|will|would|should|am|have|has|"
    r"what|when|where|which|who|whose|how|why)(?:'s|n't)?\b|"
    r"(?:, |\b(?:and|or) )"
    r"(?:what|when|where|which|who|how|why|can|could|do|does|is|are|may|will|would)(?:'s|n't)?\b"
)


_BETWEEN = re.compile(
    rf"[,;]?\s+(?:and|but|also|plus)\s+(?:(?:also|then|if so),?\s+)?(?={_OPENS})|"
    rf"[,;]\s+(?:(?:also|then),?\s+)?(?={_OPENS})|[,，;；、]\s*(?:还有|另外|以及|然后)?[,，、]?\s*"
)
"""Between clauses of a folded sentence."""
_ASKED = re.compile(
    r"\b(?:takes?|costs?|prices?|charged?|pay|owe|altogether|roughly|about|usually|total|each)\b|"
    r"[要得]?(?:多少)?(?:钱|费用?)|价格?|[要得]?等|需要?|大概|大约|一共|总共|分别|[要得]"
)
"""Words that go with asking for a value, and say nothing of what it is the value of."""


def asking(words: str) -> bool:
    """Does a sentence, or a part of one, ask something?"""
    return bool(_ASKING.search(fold(words)))


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence that ask something each; what stands before the first belongs to it,
    and what asks nothing to the one before it."""
    found = [""]
    for gap, each in _parts(sentence):
        if asking(found[-1]) and asking(each.rstrip("?？ ")):
            found.append(each)
        else:
            found[-1] += gap + each
    return found


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    """Each part with what stands between it and the one before it."""
    gap, start = "", 0
    for between in _BETWEEN.finditer(fold(sentence)):
        yield gap, sentence[start : between.start()]
        gap, start = sentence[between.start() : between.end()], between.end()
    yield gap, sentence[start:]


def says_nothing(words: str) -> bool:
    """Does a question not say what it is about (`How long does it take?`)?"""
    return not content_of(_ASKED.sub(" ", fold(_without_value(words))))


def subject(words: str) -> str:
    """What a question is about, without the value that it asks for; empty if it does not say."""
    return "" if says_nothing(words) else " ".join(_without_value(words).split())


def _without_value(words: str) -> str:
    for kind in MEASURED:
        for found in reversed(list(kind.asks.finditer(fold(words)))):
            words = f"{words[: found.start()]} {words[found.end() :]}"
    return words
