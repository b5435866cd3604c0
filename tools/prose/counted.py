"""How many there are of what tasks hold, where a sentence beside the tasks counts it: “Thursday, two
chairs, two dentists.”, “we are 3 techs, Hamid is not one of them”, “阿姨两个，一间一个阿姨”."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.numbers import NUMBER, fold
from tools.prose.records import Row, Said
from tools.prose.segments import STOP
from tools.wording.durations import durations
from tools.wording.quantities import PEOPLE, count

_NEEDED = re.compile(
    r"(?<![a-z])(?:needs?|uses?|takes?|requires?|each|per|every|another)(?![a-z])|[需要用占每各另]"
)
"""Words with which a number is what a task asks for."""
_UNITS = "个名位台辆部架间套张条把艘只口"
_PEOPLE = (
    rf"(?:we(?:'ve| have|'re| are)(?: got)?|there are) (?:just |only )?({NUMBER}) (?:people|of us)"
)


def counted(message: str, rows: Sequence[Row], nouns: Iterable[str]) -> dict[str, Said]:
    """What is counted in sentences without a time, a task and a need.

    Args:
        nouns: what tasks hold, as they are called.
    """
    low = fold(message)
    found: dict[str, Said] = {}
    patterns = {noun: re.compile(_pattern(noun)) for noun in nouns}
    for start, end in _sentences(low) if patterns else ():
        words = low[start:end]
        told = any(row.start < end and start < row.end for row in rows)
        if told or durations(words) or _NEEDED.search(words):
            continue
        for noun, pattern in patterns.items():
            for match in pattern.finditer(words):
                said = next(each for each in match.groups() if each)
                if amount := count(said):
                    begin = start + match.start()
                    found.setdefault(noun, Said(amount, message[begin : start + match.end()]))
    return found


def _pattern(noun: str) -> str:
    if noun == PEOPLE:
        return _PEOPLE
    name = re.escape(fold(noun))
    if fold(noun) > "\u2e80":
        return rf"({NUMBER})\s?[{_UNITS}]{name}|{name}(?:就|只有|一共|共|有|总共)*\s?({NUMBER})\s?[{_UNITS}]"
    return rf"(?<![\w.])({NUMBER}) (?:[a-z-]+ )?{name}(?:e?s)?(?![a-z])"


def _sentences(low: str) -> list[tuple[int, int]]:
    stops = [(0, 0), *(stop.span() for stop in STOP.finditer(low)), (len(low), len(low))]
    return [(begin, end) for (_, begin), (end, _) in pairwise(stops) if low[begin:end].strip()]
