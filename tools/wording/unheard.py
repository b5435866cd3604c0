"""What of a question that supposes something was not read: its parts that would be different, too,
and that no change says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from knowledge.numbers import fold, spans
from tools.plan import Problem
from tools.plan.changes import Change
from tools.wording.changes import whose
from tools.wording.durations import durations
from tools.wording.foreign import foreign
from tools.wording.hints import hints
from tools.wording.marks import words
from tools.wording.parts import STAFF, named
from tools.wording.shifts import of_all
from tools.wording.wishes import wishes

_CUT = re.compile(
    r"[，；。！？!?;、\n]|[,.](?![0-9])|(?<![a-z])(?:and|but)(?![a-z])|并且|而且|以及|同时|再加上"
)
_ASKS = re.compile(
    r"[怎咋啥几哪谁]|什么|多[少久长大快远早晚]|如何|吗|(.{1,2})[不没]\1|会|还|来得及|赶得|[顶受撑扛]得|影响|看看|结果|后果|该|"
    + words(
        r"what(?! an? )|how|why|who|when|which|where|would|will|does|do|did|can|could|are we|is (?:it|that|there)|still|enough|worth|any|effect|impact|mean|then|without"
    )
)
_SUPPOSES = re.compile(
    words("what if|what happens if|what would happen if|how about|what about|say")
)
_SUPPOSED = re.compile(
    r"^\W*(?:(?:what|how|and|also|if|about|suppose|say|that|then)\s|如果|要是|假如|假设|万一|而且)*|[呢吗的话]+$",
    re.IGNORECASE,
)
_ADDS = re.compile(words("add(?:ed|ing)?") + "|新增|增加|加一?个")
_DIFFERENT = frozenset(("away", "broken", "more", "less", "drop"))
"""Hints that something is to be different."""
MOST = 8
"""Parts of a question that are looked at."""
LONGEST = 120


def unheard(message: str, problem: Problem, wanted: Sequence[Change]) -> tuple[str, ...]:
    """The parts of a question that say what would be different, and without which all that is
    `wanted` is the same. What gives the reason of a change says nothing of its own."""
    parts = list(_parts(message, problem))
    if not 1 < len(parts) <= MOST:
        return ()
    found, asked = list[str](), False
    for start, end, joined in parts:
        words = message[start:end].strip()
        asks = bool(_ASKS.search(_SUPPOSES.sub(" ", fold(words)))) or (joined and asked)
        if not asks and _is_lost(words, message[:start] + " " + message[end:], problem, wanted):
            found.append(shorten(_SUPPOSED.sub("", words), LONGEST, placeholder=" …"))
        asked = asks
    return tuple(found)


def _is_lost(words: str, rest: str, problem: Problem, wanted: Sequence[Change]) -> bool:
    text = _SUPPOSES.sub(" ", fold(words))
    names = {each.name for group in named(text, problem) for each in group}
    added = _ADDS.search(text) and durations(text) and not any(e.kind == "add" for e in wanted)
    if not names and (foreign(text) or added):
        return True
    if not names and (hours := of_all(text, problem)):
        return not set(hours) & set(wanted)
    counted = (names or STAFF.search(text)) and any(each.value > 1 for each in spans(text))
    lasting = names and durations(text)
    other = names - set(map(whose, wanted)) and _DIFFERENT & set(hints(text))
    if not (counted or lasting or other):
        return False
    own = _said(wanted)
    return _said(wishes(rest, problem)) == own and not own & _said(wishes(words, problem))


def _said(changes: Iterable[Change]) -> set[str]:
    return set(map(repr, changes))


def _parts(message: str, problem: Problem) -> Iterator[tuple[int, int, bool]]:
    """Stretches between cuts that stand in no name, and whether a word joins each to the one
    before."""
    names = [each for group in named(fold(message), problem) for each in group]
    start, joined = 0, False
    for cut in [*_CUT.finditer(fold(message)), None]:
        if cut and any(each.start < cut.end() and cut.start() < each.end for each in names):
            continue
        end = cut.start() if cut else len(message)
        if message[start:end].strip():
            yield start, end, joined
        start, joined = (cut.end(), cut[0].isalpha()) if cut else (end, False)
