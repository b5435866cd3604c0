"""Tasks that are merely listed: “Packing: 3 hours, 2 people. Loading: 90 minutes, 4 people.” Of
these nobody says that one waits for another, so that none does, however likely it looks."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.units import Place
from tools.prose.pointers import CHAIN, SHARING
from tools.prose.records import Row
from tools.prose.segments import STOP, segments
from tools.wording.names import mentioned

_FILLER = re.compile(
    r"(?<![a-z])(?:an?|the|and|of|on|in|at|by|with|using|for|to|we|it|is|are|has|have|will|needs?(?=\s*\0)|takes?|about|around|roughly|only|just|send|assign|people|person|each|step|task|job|item|"
    r"h|hrs?|mins?|ppl|w)(?![a-z])"
    r"|(?:some(?:one|body)|people|anyone) (?:who|that) can [a-z]+|helpers?"
    r"|要?[个有]?(?:人)?会[\u4e00-\u9fff]{1,4}的|需要?|要|占用?|用时?|大概|大约|约|左右|由|人|个|的|和|以及|还有|做|来|得|就|共|时间|耗时|工时"
)
_WORD = re.compile(r"[a-zäöüß]{2,}|[\u3400-\u9fff]|->|→|=>|⇒")
_ORDER = re.compile(
    r"(?<![a-z])(?:order|sequence|after|before|then|once|when|until|till|first|last|next|final\w*|"
    r"waits?|needs?|requires?|depends?|done|ready|finished|follow\w*|ahead|earlier|later|"
    r"only(?! (?:one|two|have|\0))|both|"
    r"previous|prior|unless|without|as soon as|start\w*|while|parallel)(?![a-z])"
    r"|除非|不然|否则|[先再才等完好了前依顺序接着最]|同时|->|→"
)

_BEGINS = re.compile(
    r"(?<![a-z])(?:we|work|everything|all|the plan|the shift)(?: can| will| all)? "
    r"(?:start|begin|open)s?"
    r"(?= (?:on|at|from|only|tomorrow|today|next|mon|tue|wed|thu|fri|sat|sun|\0))[^,.;:\n]*"
)
"""When all starts: no order."""
_STEPS = re.compile(r"(?<![a-z])step (?:1|one)(?!\w)[\s\S]*(?<![a-z])step (?:2|two)(?!\w)")
"""What is numbered as steps is more than a list."""
_TURNED = re.compile(r"(?<![a-z])(?:first|earlier|beforehand|next|last)(?![a-z])|先|分|两|三")
"""With these words what is said of one task may be of another that was told before or follows."""
_BEFORE = re.compile(r"(?<![a-z])(?:before|until|so that|for)(?![a-z])|[前先]")
"""With these words a task says who waits for it."""


class Listing:
    """What is said of each task besides its values.

    Args:
        words: the message folded, with blanks for values; as long as the message.
        rows: in the order of the message.
        taken: the places of persons, trades and machines, which are values too.
    """

    def __init__(self, words: str, rows: Sequence[Row], taken: Sequence[Place]) -> None:
        signs = list(words)
        for start, end in taken:
            signs[start:end] = "\0" * (end - start)
        self.words = "".join(signs)
        """The message, with blanks for all values."""
        self._listed: set[str] = set()
        """Tasks of which nothing is said but values."""
        self._alone: set[str] = set()
        """Of these, those that nothing said of others can be about either."""
        if rows and not CHAIN.search(words) and not _STEPS.search(words):
            self._listed = self._plain(rows)
            if not SHARING.search(words):
                self._alone = self._listed & set(self._lone(rows))

    def _plain(self, rows: Sequence[Row]) -> set[str]:
        """None, if an order is told beside the tasks; else those of which that says nothing."""
        parts = segments(self.words, rows)
        beside, told, plain = [self.words[: parts[0].start]], list[str](), set[str]()
        for row, part in zip(rows, parts, strict=True):
            said = part.before(self.words), part.after(self.words)
            plain |= {row.name} if _only_values(*said) else set()
            beside.append(self.words[part.stop : part.end])
            told += said
        if any(_ORDER.search(_BEGINS.sub("", text)) for text in beside):
            return set()
        names = [row.name for row in rows]
        texts = [*beside, *filter(_BEFORE.search, told)]
        return plain.difference(*(mentioned(text, names) for text in texts))

    def apart(self, row: Row, other: Row) -> bool:
        """Whether nothing is said of the two but their values, or nothing else can be of `row`."""
        return row.name in self._alone or {row.name, other.name} <= self._listed

    def _lone(self, rows: Sequence[Row]) -> Iterator[str]:
        """Tasks in sentences in which nothing that leads to a task could lead to them too."""
        parts = segments(self.words, rows)
        if any(_TURNED.search(part.said(self.words)) for part in parts):
            return
        led, end = False, 0
        for row, part in zip(rows, parts, strict=True):
            led = led and not STOP.search(self.words, end, row.start)
            led = led or bool(_WORD.search(_FILLER.sub(" ", part.before(self.words))))
            if not led:
                yield row.name
            end = row.end


def _only_values(before: str, behind: str) -> bool:
    return "\0" in before + behind and not any(
        _WORD.search(_FILLER.sub(" ", words)) for words in (before, behind)
    )
