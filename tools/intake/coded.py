"""Text in some code instead of words: hexadecimal, base64, escapes, digits in place of letters. In
"6d 65 31 68" nobody meant six days and an hour. It decodes nothing."""

import re

from tools.wording.durations import durations

_RUNS = re.compile(
    r"(?:\b[0-9a-f]{2}\b[ \t:,-]?){6,}|\b[0-9a-f]{16,}\b"
    r"|(?:(?:\\|0)x[0-9a-f]{2}[ ,]?){4,}|(?:%[0-9a-f]{2}\w{0,3}){4,}|(?:\\u[0-9a-f]{4}){3,}|(?:&#x?[0-9a-f]{2,6};){4,}"
    r"|[a-z0-9+/_-]{24,}={0,2}|\b(?:[01]{7,8}\b ?){4,}",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_SPELT = re.compile(r"(?<![\w.])[a-z]*[a-z]\d+[a-z]\w*|(?<![\w.])\d+[a-z]+\d+\w*", re.IGNORECASE)
MANY = 3
"""Words of a line with digits in place of letters: a name of a part may have some, too."""


def without_code(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with blanks for what is no words, and the beginnings of that."""
    found = [match for match in _RUNS.finditer(text) if _is_code(match[0])]
    found += [line for line in _LINE.finditer(text) if _is_spelt(line[0])]
    for match in found:
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text, tuple(" ".join(match[0].split()) for match in found)


def _is_spelt(line: str) -> bool:
    words = [match[0] for match in _SPELT.finditer(line)]
    return sum(not durations(word) for word in words) >= MANY


def _is_code(run: str) -> bool:
    """Whether it is no long word and no row of numbers: it has both letters and digits, or is made
    of noughts and ones."""
    letters = any(map(str.isalpha, run))
    digits = any(map(str.isdigit, run))
    cases = run != run.lower() and run != run.upper()
    return (letters and (digits or cases)) if "-" not in run or digits else False
