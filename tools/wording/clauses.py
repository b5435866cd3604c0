"""A message cut into sentences and elements, with every mention of a task as one mark.

The marks make patterns short: "焊接和喷涂完成后" becomes ◆和◆完成后, whatever the names are. A mark
stands for one mention, not for one name, so nothing is lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.numbers import fold, number
from tools.wording.names import Mention, mentions

_FIRST = 0xF0000  # a private-use plane: no message means anything by it
_ROOM = 0xFFF0
MARK = "[\U000f0000-\U000fffef]"

_ABBREVIATED = r"(?<!hrs)(?<!min)(?<!mins)(?<!approx)(?<!prio)(?<!e\.g)(?<!i\.e)(?<!etc)"
_SENTENCE_END = re.compile(rf"[。！？!?；;\n]|{_ABBREVIATED}\.(?=\s|$)|\.(?=\s{MARK})")

_ITEM = r"[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
_REFERS = r"(?<![a-z])(?:after|once|until|before|depends? on|waits? for|waiting for|needs|requires)"
_ITEM_KIND = r"(?:the )?(?:steps?|tasks?|items?|jobs?|number|no\.|#)"
_ITEMS_EN = re.compile(
    rf"{_REFERS} (?:{_ITEM_KIND} ?(?P<kind>(?:{_ITEM})(?:(?:, | and | & )(?:{_ITEM}))*)(?![a-z0-9.:])"
    r"|(?P<bare>[0-9]{1,3}(?:(?:, | and | & )[0-9]{1,3})*)(?=\s*(?:$|[,;.)\n])| (?:is|are|and|has|have) ))"
)
_ITEM_SUBJECT = re.compile(
    rf"(?<![a-z]){_ITEM_KIND} ?(?P<kind>{_ITEM}) "
    r"(?=(?:needs|requires|waits|depends|comes|follows|can|cannot|must|has to|should|before|after)(?![a-z]))"
)
_ITEM_ZH = re.compile(
    "(?:第(?P<nth>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:步|项|道工序|道|个任务|个步骤|个)|"
    "(?:步骤|任务)(?P<label>[0-9]{1,3}|[一二三四五六七八九十]{1,3}))"
    "(?=(?:和第.{1,3}步)?(?:都|全部|已经|做)?(?:之后|以后|后|完成|做完|完|结束|之前|以前|前|要|需|必须|得|依赖|才|等))"
)


class Marked(NamedTuple):
    """A folded message with marks, and the way back to its words."""

    text: str
    mentions: tuple[Mention, ...]
    origin: tuple[int, ...]
    """For each character of `text`, and for its end, the offset in the message."""

    def mention(self, mark: str) -> Mention:
        return self.mentions[ord(mark) - _FIRST]


def marked(message: str, names: Sequence[str]) -> Marked:
    """`message` with a mark for each mention of one of `names`, and for "step 2" and the like."""
    text = re.sub(MARK, " ", fold(message))
    found = _apart([*_items(text, names), *mentions(text, names)])[:_ROOM]
    signs = [(each.start, each.end, chr(_FIRST + at)) for at, each in enumerate(found)]
    with_signs, origin = replaced(text, signs)
    return Marked(with_signs, tuple(found), tuple(origin))


def replaced(text: str, signs: Iterable[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """`text` with one character for each of some places, and for each character of it, and for its
    end, the offset in `text`.

    Args:
        signs: where each place begins and ends, in order, and the character.
    """
    pieces, origin, end = [], list[int](), 0
    for start, stop, sign in signs:
        pieces += [text[end:start], sign]
        origin += [*range(end, start), start]
        end = stop
    return "".join([*pieces, text[end:]]), [*origin, *range(end, len(text) + 1)]


def _apart(found: list[Mention]) -> list[Mention]:
    """In order of place; of two that overlap the earlier given."""
    kept: list[Mention] = []
    for _, mention in sorted(enumerate(found), key=lambda item: (item[1].start, item[0])):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _items(text: str, names: Sequence[str]) -> Iterator[Mention]:
    """Tasks referred to by their number: "after step 2", "第2步之后"."""
    for match in _ITEMS_EN.finditer(text):
        group = "kind" if match["kind"] else "bare"
        for item in re.finditer(_ITEM, match[group]):
            start = match.start(group) + item.start()
            yield from _item(item[0], start, start + len(item[0]), names)
    for match in _ITEM_SUBJECT.finditer(text):
        yield from _item(match["kind"], match.start(), match.end("kind"), names)
    for match in _ITEM_ZH.finditer(text):
        yield from _item(match["nth"] or match["label"], match.start(), match.end(), names)


def _item(words: str, start: int, end: int, names: Sequence[str]) -> Iterator[Mention]:
    place = number(words)
    if place is not None and place.denominator == 1 and 1 <= place <= len(names):
        yield Mention(start, end, names[int(place) - 1], 2.0)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a marked text with their offsets; decimals and abbreviations stay whole."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]
