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
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

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
from tools.prose.records import Clause, Reading, Row


_ON = re.compile(r"(?:(?<![a-z])(?:and|but|then)|然后|接着),?[\s\0]*[,，]?\s*$")
"""What stands before a cue that is about the task that is named next."""


_ALL = re.compile(r"(?<![a-z])(?:both|all|each|are|they)(?![a-z])|[都各均]")
_JOINED = re.compile(r"(?:[\s\0]*(?:,|，|、|&|和|及|与|and|as well as))+(?: the)?[\s\0]*")


class Order(NamedTuple):
    """Who waits for whom."""

    after: dict[str, tuple[str, ...]]
    """For every task the names it waits for; never a cycle."""
    together: dict[str, tuple[str, ...]]
    """For a task those it starts with, each pair once."""
    free: frozenset[str]
    """Tasks that are said to wait for nothing."""


def links(read: Reading) -> Order:
    """The order of work in what was read."""
    return _Links(read).settle()


class _Links:
    def __init__(self, read: Reading) -> None:
        self._read, self._rows = read, read.rows
        self._after: dict[str, dict[str, None]] = {row.name: {} for row in self._rows}
        self._starts: dict[str, dict[str, None]] = defaultdict(dict)
        self._free: set[str] = set()
        self._weak: set[tuple[str, str]] = set()
        """Waits that only follow from "then": what is said outright of the task stands above them."""
        self._so_far = Told(read.rows, self._ends)
        self._carried: list[tuple[str, tuple[Row, ...]]] = []
        self._open: tuple[Row | None, Row | None] | None = None

    def settle(self) -> Order:
        if self._rows:
            self._read_all()
        after = {
            name: tuple(sorted(others, key=self._place)) for name, others in self._after.items()
        }
        starts = {name: tuple(others) for name, others in self._starts.items()}
        return Order(after, starts, frozenset(self._free))

    def _place(self, name: str) -> int:
        return next(at for at, row in enumerate(self._rows) if row.name == name)

    def _read_all(self) -> None:
        words = self._read.words
        chained = self._chained(words)
        for sentence in self._sentences():
            self._sentence(sentence)
        if chained:
            self._chain()

    def _chained(self, words: str) -> bool:
        found = CHAIN.search(words)
        return found is not None and not NO_WAIT.search(words[: found.start()])

    def _chain(self) -> None:
        items = [row for row in self._rows if row.item] or self._rows
        for before, row in pairwise(items):
            if not self._after[row.name]:
                self._add([row], [before])

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
        shares = bool(SHARING.search(text))
        here = [row for row in self._rows if begin <= row.start < end]
        pending: list[tuple[str, tuple[Row, ...]]] = []
        goes_on = self._read.words[begin - 1 : begin] in ("；", ";")
        held = list(self._carried) if goes_on else []
        shares = shares or bool(held)
        for clause in sentence:
            named = [row for row in self._rows if clause.start <= row.start < clause.end]
            place = clause.start
            for row in [*named, None]:
                stop = row.start if row else clause.end
                follows = row is not None or any(r.start >= stop for r in here)
                told = [r for r in here if r.start < place]
                pending += self._cues(place, stop, row, follows, told)
                if row is not None:
                    if not pending and held and (shares or self._joined(row)):
                        pending = list(held)
                    self._settle(row, pending)
                    held, pending = (list(pending) or held), []
                    place = row.end
            pending += self._arrow(clause, bool(named))
        self._carried = held if shares else []
        for kind, _ in pending:
            if kind == "free" and self._so_far.told:
                self._set_free(self._so_far.told[-1])

    def _arrow(self, clause: Clause, named: bool) -> list[tuple[str, tuple[Row, ...]]]:
        """ "Floor marked and wall painted ->": what follows waits for these."""
        if not ARROW.match(self._read.words, clause.end):
            return []
        others = () if named else self._so_far.meant(self._read.words[clause.start : clause.end], None)
        return [("after", others) if others else ("next", ())]

    def _joined(self, row: Row) -> bool:
        before = self._read.words[max(0, row.start - 8) : row.start]
        return bool(re.search(r"(?:and|和|、|以及|及)\s*(?:the )?\0*\s?$", before))

    def _settle(self, row: Row, pending: list[tuple[str, tuple[Row, ...]]]) -> None:
        kinds = {kind for kind, _ in pending}
        for kind, others in pending:
            if kind == "after":
                self._add([row], others)
            elif kind == "before":
                self._add(others, [row])
            elif kind == "next" and "after" not in kinds:
                waited = self._ends() if "final" in kinds else self._so_far.stage
                self._add([row], waited, weak=True)
            elif kind == "earlier":
                self._add(self._so_far.stage, [row])
            elif kind == "parallel" and self._so_far.told and not self._after[row.name]:
                self._add(
                    [row],
                    [r for r in self._rows if r.name in self._after[self._so_far.told[-1].name]],
                    weak=True,
                )
            elif kind == "starts" and self._so_far.told:
                others = others or (self._so_far.told[-1],)
                for other in others:
                    if other is not row:
                        self._starts[row.name][other.name] = None
        if "free" in kinds or "meanwhile" in kinds:
            self._free.add(row.name)
        elif "parallel" in kinds or "starts" in kinds:
            self._so_far.stage = [*self._so_far.stage, row]
        else:
            self._so_far.stage = [row]
        self._so_far.told.append(row)

    def _set_free(self, row: Row) -> None:
        """It waits for nothing, and what comes "then" does not wait for it."""
        self._free.add(row.name)
        if self._so_far.stage and self._so_far.stage[-1] is row:
            others = [r for r in self._so_far.told if r is not row and r.name not in self._free]
            self._so_far.stage = others[-1:]

    def _ends(self) -> list[Row]:
        waited = {other for others in self._after.values() for other in others}
        return [row for row in self._so_far.told if row.name not in waited]

    def _add(self, rows: Iterable[Row], others: Iterable[Row], *, weak: bool = False) -> None:
        for row in rows:
            for other in others:
                if row is not other and not self._reaches(other.name, row.name):
                    self._after[row.name][other.name] = None
                    if weak:
                        self._weak.add((row.name, other.name))

    def _outright(self, row: Row) -> None:
        """Drops what only followed from "then", as it is said outright what `row` waits for."""
        for other in [name for name in self._after[row.name] if (row.name, name) in self._weak]:
            del self._after[row.name][other]

    def _reaches(self, name: str, goal: str) -> bool:
        seen, open_ = {name}, [name]
        while open_:
            at = open_.pop()
            if at == goal:
                return True
            for other in self._after[at]:
                if other not in seen:
                    seen.add(other)
                    open_.append(other)
        return False

    # One stretch of words between two names.

    def _cues(
        self, start: int, end: int, row: Row | None, follows: bool, told: list[Row]
    ) -> list[tuple[str, tuple[Row, ...]]]:
        """What the words say: settled at once if a task before them is meant, else for the next."""
        words = self._read.words[start:end]
        if not words.strip(" \0,.、"):
            return []
        found: list[tuple[str, tuple[Row, ...]]] = []
        subject = self._subject(words, row, told)
        found_cues = list(cues(words))
        if not found_cues and row is None and self._open is not None:
            self._continue(words, found)
            return found
        self._open = None
        for kind, ref, at in found_cues:
            if kind in ("after", "before") and NO_WAIT.search(words[max(0, at - 24) : at]):
                continue
            mine = subject or (
                None if row is not None or (follows and not told) else self._last(told)
            )
            if follows and not subject and _ON.search(self._read.words[:start]):
                mine = None  # "and, once that is done, paint it"
            if kind in ("free",):
                mine = None if row is not None and not told else (subject or self._last(told))
            if kind in ("after", "before", "starts"):
                others = self._so_far.meant(ref, mine or row)
                if not others and kind != "starts":
                    continue
                if mine is None:
                    found.append((kind, others))
                elif kind == "after":
                    self._outright(mine)
                    self._add(self._group(mine, words), others)
                if kind == "after":
                    self._open = (mine, row)
                if mine is None or kind == "after":
                    pass
                elif kind == "before":
                    self._add(others, [mine])
                else:
                    self._outright(mine)
                    for other in others or tuple(self._so_far.told[-2:-1]):
                        if other is not mine:
                            self._starts[mine.name][other.name] = None
            elif kind == "free" and mine is not None:
                self._set_free(mine)
            elif kind == "earlier" and mine is not None and row is None and not follows:
                before = [r for r in self._so_far.told if r is not mine]
                self._add(before[-1:], [mine])
            elif (
                kind in ("next", "final")
                and mine is not None
                and row is None
                and (not follows or COMES.search(words))
            ):
                stage = [r for r in self._so_far.told if r is not mine and r.name not in self._free]
                if not self._after[mine.name]:
                    self._add(
                        [mine],
                        [r for r in self._ends() if r is not mine]
                        if kind == "final"
                        else stage[-1:],
                    )
            elif kind == "parallel" and mine is not None and row is None:
                continue
            else:
                found.append((kind, ()))
        return found

    def _continue(self, words: str, found: list[tuple[str, tuple[Row, ...]]]) -> None:
        """ "after the floor, **the walls and the doors**": the list goes on in the next clause."""
        if self._open is None:
            return
        mine = self._open[0]
        others = self._so_far.meant(words, mine)
        if others and mine is None:
            found.append(("after", others))
        elif mine is not None:
            self._add([mine], others)

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
