"""Tasks that are called by nothing but a letter: 甲2小时，乙1小时; A要2小时、B要1小时."""

import re

from tools.wording.durations import durations

_ZH, _LATIN = "甲乙丙丁戊己庚辛", "ABCDEFGH"
_LETTER = re.compile(
    rf"(?<![A-Za-z\u3400-\u9fff])(?P<letter>[{_LATIN}]|[{_ZH}])(?=\s*[:：(（\s]?\s*"
    r"(?:需要?|要|得|花|用时?|大概|大约|约|做)*\s*(?:takes? |needs? |is |about )?(?P<value>[\w.½半]))"
)
_PART = re.compile(
    r"(?<![a-z])(?!(?:tasks?|jobs?|steps?|items?|and|or|then|first|next|last|finally|plan|do|is|are)\s)"
    r"[a-z]{2,}\s$",
    re.IGNORECASE,
)
"""Before a letter that is a part of a name: “picking order A”."""


def lettered(text: str) -> dict[int, int]:
    """Where letters stand that name tasks, each with its end: the first ones of their row, one
    after the other, each right before the time it takes; none if there are fewer than two."""
    timed = {each.start for each in durations(text)}
    found: dict[str, int] = {}
    for match in _LETTER.finditer(text):
        if match.start("value") in timed and not _PART.search(text, 0, match.start()):
            found.setdefault(match["letter"], match.start())
    for row in (_ZH, _LATIN):
        here = [letter for letter in row if letter in found]
        if len(here) > 1 and row.startswith("".join(here)):
            return {found[letter]: found[letter] + 1 for letter in here}
    return {}
