"""Sentences that are cut where a line was full, as in PDFs and in plain text, become whole again.
It knows no files and no tables."""

import re
from itertools import pairwise

from knowledge.language import HAN

FULL = 0.8
"""Share of the widest line from which a line was full."""
LEAST = 40
"""Letters of a full line."""
_HAN = re.compile(f"[{HAN}，、。：；！？（）“”《》]")
_ENDS = re.compile(r"[.!?。！？:：;；][)）”\"]?$")
_BEGINS = re.compile(
    r"[-*+•·▪●○#|>]|\d+[.、)）]|[（(]?[一二三四五六七八九十]+[、)）]|[^,，.。;；]{1,40}[:：]"
)
"""How an item of a list begins, a heading, or a row with the names of its columns."""


def unwrapped(text: str) -> str:
    """The text with the lines of a paragraph joined."""
    lines = [line.rstrip() for line in text.split("\n")]
    full = max(LEAST, FULL * max(map(_width, lines)))
    joined = lines[:1]
    for above, line in pairwise(lines):
        goes_on = line.strip() and not _BEGINS.match(line.strip())
        if goes_on and _width(above) >= full and not _ENDS.search(above):
            joined[-1] = together(joined[-1], line.strip())
        else:
            joined.append(line)
    return "\n".join(joined)


def together(one: str, other: str) -> str:
    """Two parts of a text; between Chinese characters stands no space."""
    if one and other and _HAN.match(one[-1]) and _HAN.match(other):
        return f"{one}{other}"
    return f"{one} {other}".strip()


def _width(text: str) -> int:
    """A Chinese character is as wide as two letters."""
    return len(text) + len(_HAN.findall(text))
