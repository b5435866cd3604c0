"""Who waits for whom, read from the clauses between the names: a cue, what it points to, and the
task it is about. No cue, no waiting: nothing is invented.

    after     "once ◆", "◆完再", "needs ◆"      the task that is described waits for ◆
    before    "before ◆", "◆之前要先"            ◆ waits for the task that is described
    next      "then", "接着", "after that"       waits for the task or tasks spoken of before
    parallel  "in parallel", "同时"              waits for what the task before it waits for
    free      "any time", "没有先后"             waits for nothing, and no "then" points to it
    chain     "in this order", "依次"            each waits for the one before it
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tools.prose.meant import Told
from tools.prose.pointers import (
    AFTER_EN,
    ARROW,
    BEFORE_EN,
    CHAIN,
    COMES,
    NO_WAIT,
    SHARING,
    WAIT_ZH,
    cues,
)
from tools.prose.records import Clause, Order, Reading, Row
from tools.prose.waiting import Waiting

_ON = re.compile(r"(?:(?<![a-z])(?:and|but|then)|然后|接着),?[\s\0]*[,，]?\s*$")
"""What stands before a cue that is about the task that is named next."""
_ALL = re.compile(r"(?<![a-z])(?:both|all|each|are|they)(?![a-z])|[都各均]")
_JOINED = re.compile(r"(?:[\s\0]*(?:,|，|、|&|和|及|与|and|as well as))+(?: the)?[\s\0]*")
_BESIDE = re.compile(r"(?:and|和|、|以及|及)\s*(?:the )?\0*\s?$")

Pending = list[tuple[str, tuple[Row, ...]]]
"""Cues, with the tasks they point to, that are about the task that is named next."""


def links(read: Reading) -> Order:
    """The order of work in what was read."""
    return _Links(read).settle()


def chained(words: str) -> bool:
    """Whether it is said outright that all is done one after the other.

    Args:
        words: the message folded, with blanks for values.
    """
    chain = CHAIN.search(words)
    return chain is not None and not NO_WAIT.search(words[: chain.start()])


class _Links:
    def __init__(self, read: Reading) -> None:
        self._read, self._rows = read, read.rows
        self._waiting = Waiting(self._rows)
        self._so_far = Told(read.rows, self._ends)
        self._carried: Pending = []
        self._lead: list[Row] = []
        """What a line says of the items of the list that it heads."""
        self._open: tuple[Row | None, Row | None] | None = None

    def settle(self) -> Order:
        if self._rows:
            self._read_all()
        return self._waiting.order()

    def _read_all(self) -> None:
        for sentence in self._sentences():
            self._sentence(sentence)
        if chained(self._read.words):
            items = [row for row in self._rows if row.item] or self._rows
            for before, row in pairwise(items):
                if not self._waiting.of(row):
                    self._waiting.add([row], [before])

    def _sentences(self) -> Iterator[list[Clause]]:
        sentence: list[Clause] = []
        for clause in self._read.clauses:
            if (clause.new_sentence or clause.new_line) and sentence:
                yield sentence
                sentence = []
            sentence.append(clause)
        if sentence:
            yield sentence

    def _sentence(self, sentence: list[Clause]) -> None:
        begin, end = sentence[0].start, sentence[-1].end
        self._open = None
        text = self._read.words[begin:end]
        here = [row for row in self._rows if begin <= row.start < end]
        pending: Pending = []
        goes_on = self._read.words[begin - 1 : begin] in ("；", ";")
        held = list(self._carried) if goes_on else []
        shares = bool(SHARING.search(text) or held)
        if not here and text.rstrip("\n ").endswith((":", "：")):
            self._heading(sentence)
            return
        for clause in sentence:
            named = [row for row in self._rows if clause.start <= row.start < clause.end]
            place = clause.start
            for row in [*named, None]:
                stop = row.start if row else clause.end
                follows = row is not None or any(r.start >= stop for r in here)
                told = [r for r in here if r.start < place]
                pending += self._cues(place, stop, row, follows, told)
                if row is not None:
                    if row.item:
                        self._waiting.add([row], self._lead, "then")
                    if not pending and held and (shares or self._beside(row)):
                        pending = [("shared" if k == "after" else k, others) for k, others in held]
                    self._settle(row, pending)
                    held, pending = (list(pending) or held), []
                    place = row.end
            pending += self._arrow(clause, bool(named))
        self._carried = held if shares else []
        if self._so_far.told and any(kind == "free" for kind, _ in pending):
            self._set_free(self._so_far.told[-1])

    def _heading(self, sentence: list[Clause]) -> None:
        """ "And when all these are done:" is said of the items that follow."""
        self._lead = [
            row
            for clause in sentence
            for kind, words, _ in cues(self._read.words[clause.start : clause.end])
            if kind == "after"
            for row in self._so_far.meant(words, None)
            if row in self._so_far.told
        ]

    def _arrow(self, clause: Clause, named: bool) -> Pending:
        """ "Floor marked and wall painted ->": what follows waits for these."""
        words = self._read.words
        if not ARROW.match(words, clause.end):
            return []
        others = () if named else self._so_far.meant(words[clause.start : clause.end], None)
        return [("after", others) if others else ("next", ())]

    def _beside(self, row: Row) -> bool:
        """Whether an "and" joins it to the task before it."""
        return _BESIDE.search(self._read.words[max(0, row.start - 8) : row.start]) is not None

    def _settle(self, row: Row, pending: Pending) -> None:
        kinds = {kind for kind, _ in pending}
        told = self._so_far.told
        for kind, others in pending:
            if kind == "after":
                self._waiting.add([row], others)
            elif kind == "shared":
                self._waiting.add([row], others, "shared")
            elif kind == "before":
                self._waiting.add(others, [row])
            elif kind == "next" and "after" not in kinds:
                waited = self._ends() if "final" in kinds else self._so_far.stage
                self._waiting.add([row], waited, "then")
            elif kind == "earlier":
                self._waiting.add(self._so_far.stage, [row])
            elif kind == "parallel" and told and not self._waiting.of(row):
                self._waiting.add([row], self._waiting.of(told[-1]), "then")
            elif kind == "starts" and told:
                self._waiting.start(row, others or told[-1:])
        if "free" in kinds or "meanwhile" in kinds:
            self._waiting.free.add(row.name)
        elif "parallel" in kinds or "starts" in kinds:
            self._so_far.stage = [*self._so_far.stage, row]
        else:
            self._so_far.stage = [row]
        told.append(row)

    def _set_free(self, row: Row) -> None:
        """It waits for nothing, and what comes "then" does not wait for it."""
        self._waiting.free.add(row.name)
        self._waiting.drop(row, "then", "shared")
        if self._so_far.stage and self._so_far.stage[-1] is row:
            self._so_far.stage = self._bound(row)[-1:]

    def _bound(self, row: Row) -> list[Row]:
        """Those told so far, without `row` and those that are said to wait for nothing."""
        return [r for r in self._so_far.told if r is not row and r.name not in self._waiting.free]

    def _ends(self) -> list[Row]:
        return self._waiting.ends(self._so_far.told)

    # One stretch of words between two names.

    def _cues(
        self, start: int, end: int, row: Row | None, follows: bool, told: list[Row]
    ) -> Pending:
        """What the words say: settled at once if a task before them is meant, else for the next."""
        words = self._read.words[start:end]
        if not words.strip(" \0,.、"):
            return []
        subject = self._subject(words, row, told)
        found = list(cues(words))
        if not found and row is None and self._open is not None:
            return self._continued(words, self._open[0])
        self._open = None
        pending: Pending = []
        for kind, ref, at in found:
            if kind in ("after", "before") and NO_WAIT.search(words[max(0, at - 24) : at]):
                continue
            mine = subject
            if mine is None and row is None and (told or not follows):
                mine = self._last(told)
            on = _ON.search(self._read.words[:start]) or self._announced(words[at:])
            if follows and not subject and on:
                mine = None  # "and, once that is done, paint it"
            if kind == "free" and (told or (row is None and not follows)):
                mine = subject or self._last(told)
            if kind in ("after", "before", "starts"):
                others = self._so_far.meant(ref, mine or row)
                if kind == "after" and others:
                    self._open = (mine, row)
                if (others or kind == "starts") and not self._said(kind, mine, others, words):
                    pending.append((kind, others))
            elif kind == "free" and mine is not None:
                self._set_free(mine)
            elif mine is None or row is not None or not self._ordered(kind, mine, follows, words):
                pending.append((kind, ()))
        return pending

    def _said(self, kind: str, mine: Row | None, others: tuple[Row, ...], words: str) -> bool:
        """Whether it is said of a task that is known, and settled so."""
        if mine is None:
            return False
        if kind == "before":
            self._waiting.add(others, [mine])
            return True
        self._waiting.drop(mine, "then", "shared")
        if kind == "after":
            self._waiting.add(self._group(mine, words), others)
        else:
            self._waiting.start(mine, others or self._so_far.told[-2:-1])
        return True

    def _ordered(self, kind: str, mine: Row, follows: bool, words: str) -> bool:
        """Whether a cue without a reference is about the task before it, and settled so."""
        if kind == "parallel":
            return True
        if kind == "earlier" and not follows:
            before = [r for r in self._so_far.told if r is not mine]
            self._waiting.add(before[-1:], [mine])
            return True
        if kind in ("next", "final") and (not follows or COMES.search(words)):
            ends = [r for r in self._ends() if r is not mine]
            if not self._waiting.of(mine):
                self._waiting.add([mine], ends if kind == "final" else self._bound(mine)[-1:])
            return True
        return False

    def _continued(self, words: str, mine: Row | None) -> Pending:
        """ "after the floor, **the walls and the doors**": the list goes on in the next clause."""
        others = self._so_far.meant(words, mine)
        if others and mine is None:
            return [("after", others)]
        if mine is not None:
            self._waiting.add([mine], others)
        return []

    def _group(self, row: Row, words: str) -> list[Row]:
        """ "Drilling **and milling** can both start ...": all of them, not only the last."""
        group = [row]
        if not _ALL.search(words):
            return group
        for before, after in pairwise(reversed(self._so_far.told)):
            joined = _JOINED.fullmatch(self._read.words[after.end : before.start])
            if before is group[-1] and joined and after not in group:
                group.append(after)
        return group

    def _announced(self, words: str) -> bool:
        """Whether words name tasks that are only told of later."""
        return any(row.low in words and row not in self._so_far.told for row in self._rows)

    def _last(self, told: list[Row]) -> Row | None:
        return told[-1] if told else (self._so_far.told[-1] if self._so_far.told else None)

    def _subject(self, words: str, row: Row | None, told: list[Row]) -> Row | None:
        """The task that stands before the cue in the words, if they come back to one."""
        cue = min(
            (m.start() for p in (AFTER_EN, BEFORE_EN, WAIT_ZH) if (m := p.search(words))),
            default=None,
        )
        if not cue or row is not None:
            return None
        lead = re.sub(r"\0", " ", words[:cue])
        if labelled := self._so_far.labelled(lead):
            return labelled[-1]
        lead = re.split(r"(?:不用|不必|也|同样|还)", lead)[0]
        if re.search(r"[完好后]", lead):
            return None
        scored = self._so_far.scored(lead, None)
        return scored[0][1] if scored and scored[0][0] >= 0.34 else None
