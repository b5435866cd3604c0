"""Words that come back to a task that was named before: again, in a correction, or as "the review"."""

import re
from collections.abc import Sequence

from knowledge.numbers import NUMBER, fold
from tools.prose.records import Row, Said
from tools.wording.names import mentions
from tools.wording.quantities import PEOPLE, count
from tools.wording.stems import stem

_COMES_BACK = re.compile(r"(?:\s|[，,“”\"'：:]|and again|again|the|and|对了|那个|另外|还有|记得)*")
_FILLS = re.compile(
    r"(?:\s|[，,“”\"'：:.]|that|is|has to|have to|must|be|finished|done|again|of course|的|那边|这边|别忘了|一定|必须|要|也|得|还是)*"
)
_MAKE_THAT = re.compile(rf"(?:make (?:that|it)|改成|应该是)\s?({NUMBER})(?=\s*(?:[,，.。;；]|$))")
_BARE_MINUTES = re.compile(r"(?<![\d:.])(\d{1,3}) (?:not|instead of) \d{1,3}(?!\d)")
_CORRECTS = re.compile(
    r"(?<![a-z])(?:no,|no sorry|no wait|no no|hang on|hold on|i meant|sorry|make (?:that|it)|actually|oh wait|wait,|correction|scratch that|i mean|rather|instead|more like|but take|not \d+)(?![a-z])"
    r"|等等|不对|说错了|哦不|更正|改成|改为|应该是|弄错了|搞错了|记错了"
)
_NOT_IT = re.compile(r"(?:不是|而不是|(?<![a-z])(?:not|instead of|rather than))\s?(?:the )?$")


def corrects(words: str) -> bool:
    """Whether words take something back that was said before."""
    return _CORRECTS.search(words) is not None


def taken_back(before: str) -> bool:
    """Whether the value behind `before` is the wrong one: "not 30", "不是30分钟"."""
    return _NOT_IT.search(before) is not None


def corrected(words: str, rows: Sequence[Row], current: Row | None) -> Row | None:
    """The task that a correction is about; a bare number in it becomes its duration."""
    row = mentioned(words, rows) or current
    bare = _BARE_MINUTES.search(words)
    if bare and row is not None and row.duration is not None:
        row.duration = Said(int(bare[1]), bare[0])
    staff = _MAKE_THAT.search(words)
    if staff and row is not None and PEOPLE in row.held:
        row.held[PEOPLE] = Said(count(staff[1]) or 1, staff[0])
    return row


def mentioned(words: str, rows: Sequence[Row]) -> Row | None:
    """The first task that `words` speak of."""
    found = mentions(words, [row.name for row in rows])
    return next((row for row in rows if found and row.name == found[0].name), None)


def named_again(words: str, rows: Sequence[Row]) -> Row | None:
    """The task that `words` name whole, with nothing but small words around."""
    low = fold(words)
    for row in rows:
        name = row.low
        at = low.find(name)
        if at < 0 or len(name) < 2:
            continue
        around = low[:at], low[at + len(name) :]
        if _COMES_BACK.fullmatch(around[0]) and _FILLS.fullmatch(around[1]):
            return row
    return None


def referred_to(name: str, rows: Sequence[Row]) -> Row | None:
    """The task whose name holds every word of `name`: "the review" for the mortgage review."""
    words = _content(name) - {"the", "and"}
    for row in reversed(rows):
        stems = {stem(word) for word in _content(row.name)}
        if words and row.stays and all(stem(word) in stems for word in words):
            return row
    return None


def _content(name: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}|[\u4e00-\u9fff]", fold(name)))
