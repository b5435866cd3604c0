"""Who waits for whom by words that leave no doubt: “..., two hours before that” is said of the task
that was named just before, and “before packing” in the words about one task names the other. The
network, which weighs all pairs together, at times turns such an order round."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from tools.extraction.twice import SAID
from tools.prose.pointers import CHAIN, NO_WAIT
from tools.prose.records import Row
from tools.prose.segments import STOP, segments
from tools.wording.names import mentioned

SURE = 0.99
"""How sure these orders are."""
_THAT = r"(?:that|this)(?= *(?:$|[\0,.;:()]))"
_EARLIER = re.compile(rf"(?<![a-z])(?:before {_THAT}|beforehand(?![a-z]))|在?(?:此|这|那)之?前")
_LATER = re.compile(rf"(?<![a-z])(?:after {_THAT}|afterwards?(?![a-z]))")
_LAST = re.compile(
    r"(?:^|[\0,(]|(?<![a-z])(?:comes?|goes)) *"
    r"(?:at the (?:very )?end|last|last of all|finally)[ ,.!)\0]*$"
)
_ALL_THAT = re.compile(r"(?<![a-z])before (?:all|any) (?:of )?(?:that|this|it|these)(?![a-z])")
_WAITS = re.compile(
    r"(?<![a-z])(?:(?P<after>after|once|waits? (?:for|until)|not until|it needs)|before)(?![a-z])"
    r"(?P<other>(?:(?! (?:after|before) )[^,;:.()\0])+)"
)
_NOT = re.compile(r"(?:(?<![a-z])(?:not?|never|without|need)|n't)(?: [a-z]+){0,2} *$")
_CUT = re.compile(r"[,，;；。.!！?？:：\n()（）]")
_FILLS = re.compile(
    r"(?<![a-z])(?:please|all|do|done|it|them|everything|exactly|strictly|and|the|is|are|must|be|to|"
    r"goe?s?|should|always|just|tasks|steps)(?![a-z])|[请都是就来做干办完成走要得须必一全部严格这些任务步骤吧哦的\0\s]"
)
"""Beside “in this order”, where it is said of all."""
_EXCEPT = re.compile(r"\W*(?:(?:except|apart from|but|only)(?![a-z])|除了?|但|只)")
Pair = tuple[str, str]
"""One that waits, and the other for which."""


class Outright:
    """What is said so of the tasks of a message.

    Args:
        words: the message folded, with blanks for values; as long as the message.
        rows: in the order of the message.
        numbered: tasks that wait by their numbers in a list, and for which; for no other.
    """

    def __init__(
        self,
        words: str,
        rows: Sequence[Row],
        numbered: Mapping[str, set[str]] = MappingProxyType({}),
    ) -> None:
        self._words, self._rows, self._numbered = words, rows, numbered
        self._names = [row.name for row in rows]
        self._parts = segments(words, rows)
        self._by_others = set[Pair]()
        """Of those in one order, those that wait for another by way of a third."""
        found = (pair for pair in self._found() if pair[0] not in numbered)
        self.pairs: set[Pair] = {pair for pair in found if pair[0] != pair[1]}
        self.pairs |= {(row, other) for row, others in numbered.items() for other in others}

    def shares(self, waits: Sequence[Sequence[float]]) -> list[list[float]]:
        """How surely each task (row) waits for each other, where it is not said outright."""
        shares = [
            [self._share(row, other, share) for other, share in zip(self._names, each, strict=True)]
            for row, each in zip(self._names, waits, strict=True)
        ]
        if self._parts and _LAST.search(self._parts[-1].after(self._words)):
            for number, name in enumerate(self._names[:-1]):
                if all(each[number] < SAID for each in shares[:-1]):
                    shares[-1][number] = SURE
                    self.pairs.add((self._names[-1], name))
                elif (self._names[-1], name) not in self.pairs:
                    shares[-1][number] = 1 - SURE
        return shares

    def _share(self, row: str, other: str, share: float) -> float:
        if (row, other) in self.pairs:
            return max(share, SURE)
        if row in self._numbered or (row, other) in self._by_others:
            return 1 - SURE
        return min(share, 1 - SURE) if (other, row) in self.pairs else share

    def _found(self) -> Iterator[Pair]:
        yield from self._chained()
        for at, (row, part) in enumerate(zip(self._rows, self._parts, strict=True)):
            yield from self._pointed(at)
            yield from self._waits(row.name, part.after(self._words))
            for sentence in STOP.split(self._words[part.stop : part.end]):
                yield from self._told(sentence)

    def _chained(self) -> Iterator[Pair]:
        """ "In this order" is about the tasks of its sentence; alone, about all before it."""
        chain = CHAIN.search(self._words)
        if chain is None or NO_WAIT.search(self._words[: chain.start()]):
            return
        first = max((e.end() for e in _CUT.finditer(self._words, 0, chain.start())), default=0)
        cut = _CUT.search(self._words, chain.end())
        last = cut.start() if cut else len(self._words)
        beside = self._words[first : chain.start()] + self._words[chain.end() : last]
        if _FILLS.sub("", beside) or _EXCEPT.match(self._words, last):
            return  # it speaks of some of them
        begin = max((e.end() for e in STOP.finditer(self._words, 0, chain.start())), default=0)
        stop = STOP.search(self._words, chain.end())
        end = stop.start() if stop else len(self._words)
        here = [row.name for row in self._rows if begin <= row.start < end]
        told = here or [row.name for row in self._rows if row.start < begin]
        self._by_others |= {(row, told[n]) for at, row in enumerate(told) for n in range(at - 1)}
        yield from ((row, before) for before, row in pairwise(told))

    def _pointed(self, at: int) -> Iterator[Pair]:
        """ "Before that" is about the task before, and "before all that" about all of these."""
        part, row = self._parts[at], self._names[at]
        said = part.said(self._words)
        if _ALL_THAT.search(said):
            yield from ((other, row) for other in self._names[:at])
        match = _EARLIER.search(said)
        if match and at and not _NOT.search(said[: match.start()]):
            yield self._names[at - 1], row
        elif at and _LATER.search(part.after(self._words)):
            yield row, self._names[at - 1]

    def _told(self, sentence: str) -> Iterator[Pair]:
        """A sentence beside the tasks: “fixing must wait for the parts”."""
        match = _WAITS.search(sentence)
        who = mentioned(sentence[: match.start()], self._names) if match else ()
        if match and len(who) == 1:
            yield from self._waits(who[0], sentence)

    def _waits(self, row: str, said: str) -> Iterator[Pair]:
        for match in _WAITS.finditer(said):
            if _NOT.search(said[: match.start()]):
                continue
            for other in mentioned(match["other"], self._names):
                yield (row, other) if match["after"] else (other, row)
