"""The sentences of passages, with what stands above each and says what it is about: the title, the
headings, and in a list of questions and answers the question. It chooses none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.grids import row_line
from knowledge.passage import Passage
from knowledge.wrapping import unwrapped
from tools.intake.orders import without_orders
from tools.replies.procedures import is_item, sentences_of

HEADING = 40
"""Characters of the heading of a column at most; what is longer is prose."""
_HEADING = re.compile(r"#+\s+(.+?)[\s#]*$")
_SCOPE = re.compile(
    r"(?:use (?:this|it|these)|follow (?:this|these)|this (?:applies|covers|is for|procedure)|"
    r"applies (?:to|when|whenever|if))\b|.{0,40}适用",
    re.IGNORECASE,
)
"""How sentences begin that say what a document is for: no answer to anybody."""
_HANGS = re.compile(
    r"(?:after (?:that|this)|afterwards|from then on|then|otherwise|if (?:so|not)|"
    r"in (?:that|this|these|those|such) cases?|however|but|this|these|those|it|they|such)\b|"
    r"(?:在此|此|之|其|今|随|然)后(?!的)|否则|不然|此时|这时|届时|但是?(?![愿凡])|不过|然而|[这此]种?情况",
    re.IGNORECASE,
)
"""How sentences begin that say nothing without the one before them."""


_SAYS_ENOUGH = re.compile(r"[.!。！]$|[^:：]{1,40}[:：]\s*\S")
"""An item that is a sentence, or has a name of its own (`Filling: 300 yuan`)."""


class Told(NamedTuple):
    """A sentence of a passage."""

    text: str
    number: int
    """Of the passage, from 1."""
    above: str = ""
    """What stands above it."""


def told_in(passages: Sequence[Passage]) -> list[Told]:
    """All that may answer a customer."""
    return [
        Told(sentence, number, above)
        for number, passage in enumerate(passages, 1)
        for above, sentence in said_in(passage)
        if not _SCOPE.match(sentence)
    ]


def said_in(passage: Passage) -> Iterator[tuple[str, str]]:
    """What stands above each sentence of a passage, and the sentence; the row of a table is one, as
    a cell says little without the others. What speaks to an assistant is said to no customer, and a
    question is no answer."""
    text, orders = without_orders(passage.text)
    cells = [line.partition(": ") for line in passage.text.splitlines()]
    row = len(cells) > 1 and all(sign and len(name) <= HEADING for name, sign, _ in cells)
    if "#" in passage.source and row and not orders:
        yield passage.title, row_line([(name, said) for name, _, said in cells])
        return
    heading, lead = passage.heading, ""
    for line in unwrapped(text).splitlines():
        if found := _HEADING.match(line.lstrip()):
            heading, lead = found[1], ""
        item = is_item(line)
        lead = lead if item or not line.strip() else ""
        for sentence in _whole(sentences_of(line)):
            if sentence.endswith(("?", "？")):
                heading = sentence
            elif sentence.endswith((":", "：")) and not item:
                lead = sentence[:-1]
            else:
                said = _item(sentence, lead or heading) if item else sentence
                yield "\n".join(each for each in (passage.title, heading) if each), said


def _item(sentence: str, above: str) -> str:
    """An item of a list as somebody can be told it: what is no whole sentence says nothing, or the
    contrary, without what stands above the list (“Not taken back”)."""
    if not above or _SAYS_ENOUGH.search(sentence):
        return sentence
    return f"{above}{': ' if above[-1].isascii() else '：'}{sentence}"


def _whole(sentences: Iterable[str]) -> list[str]:
    """Sentences as somebody can be told them: one that hangs on the one before it ("After that we
    charge 3 yuan a day") stays with it. A question is told to nobody."""
    whole = list[str]()
    for each in sentences:
        if whole and _HANGS.match(each) and not whole[-1].endswith(("?", "？")):
            gap = " " if whole[-1][-1].isascii() else ""
            whole[-1] += gap + each
        else:
            whole.append(each)
    return whole
