"""Is it plausible that bytes were GB18030? Almost any bytes are valid in it: a café of Windows-1252
or a page of Big5 becomes Chinese that nobody wrote. It knows bytes, no files.
"""

import re
from collections import Counter

LIKELY = 0.4
"""Share of likely characters beyond ASCII, less the unlikely ones. Simplified Chinese is near 1,
traditional Chinese from 0.48 up; of what was Big5 at most 0.32, of Western texts near 0."""

_KANA_AND_CYRILLIC = (0xA4, 0xA5, 0xA7)
_LAST_COMMON = 0xD7
_LAST_COMMON_BIG5 = 0xC6
MOST = 0.8
"""Share of the characters of a text in Big5 that stand together and are common ones."""
_RUN = re.compile(r"[\u2e80-\uffef]{2,}")


def plausible(text: str) -> bool:
    """Was this written by somebody, or is it what became of bytes in another encoding?

    Args:
        text: decoded as GB18030.
    """
    counts = Counter(text)
    beyond = {char: count for char, count in counts.items() if char > "\x7f"}
    likely = sum(_likely(char) * count for char, count in beyond.items())
    return likely >= LIKELY * sum(beyond.values())


def is_big5(text: str) -> bool:
    """Was this written by somebody in Big5? Western letters become single rare characters in it.

    Args:
        text: decoded as Big5.
    """
    beyond = [char for char in text if char > "\x7f"]
    together = sum(map(len, _RUN.findall(text)))
    common = sum(char.encode("big5")[0] <= _LAST_COMMON_BIG5 for char in beyond)
    return min(together, common) >= MOST * len(beyond)


def _likely(char: str) -> int:
    """1 for the signs, letters and 3,755 common characters of GB 2312, -1 for its kana and Cyrillic
    letters, in whose place Big5 has its commonest characters; 0 for all else."""
    try:
        row = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0
    if row in _KANA_AND_CYRILLIC:
        return -1
    return int(row <= _LAST_COMMON)
