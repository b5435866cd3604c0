"""A whole message -> one row for each task in it, by rules alone: the message is cut into clauses
and the clauses into spans (amounts, people, times); what is left over names a task.

    letters.py    what of the message speaks of work
    workers.py    so many people, trades and persons by name
    machines.py   machines, rooms and vehicles
    limits.py     not before, should be done by, must be done by
    called.py     the name in the words that are left over

It decides nothing about the order of work (`order.py`) and makes no problem.
"""

import re
from collections.abc import Iterator, Sequence

from tools.prose.again import (
    corrected,
    corrects,
    mentioned,
    named_again,
    referred_to,
    taken_back,
)
from tools.prose.called import called
from tools.prose.finish import doubts, tasks_only
from tools.prose.groups import group_of
from tools.prose.machines import is_machine
from tools.prose.pieces import Pieces
from tools.prose.records import Clause, Reading, Row, Said, Span
from tools.prose.totals import totals
from tools.wording.durations import durations
from tools.wording.numbers import fold

_CUE = re.compile(
    r"(?<![a-z])(?:and then|then|after that|and after that|afterwards|meanwhile|finally|next,|and when|when both|when all|as soon as|and as soon as|at the very same moment|first (?=we )|(?:and )?at the (?:very )?end|in parallel to all of this|independent of all that|danach|dann)(?![a-z])"
    r"|(?:然后|接着|再然后|最后(?!一|陈)|另外|随后|还有(?!的)|同时)"
)
_ANNOUNCES = re.compile(
    r"(?<![a-z])(?:then|next|finally|lastly|after that|danach|dann)(?![a-z])|然后|接着|再|完|好了|之后|最后"
)
_FREE = re.compile(r"(?<![a-z])(?:any ?time|whenever)(?![a-z])|随时|什么时候|啥时候|谁有空")
_GOES_ON = re.compile(
    r"(?<![a-z])(?:it|this|that|takes?|needs?|these)(?![a-z])|需要?|这|要|得|用时"
)


def read_rows(message: str) -> Reading:
    """The tasks that `message` describes, as far as rules can tell."""
    return _Reader(message).read()


class _Reader:
    def __init__(self, message: str) -> None:
        self._message = message
        self._pieces = Pieces(message)
        self._text, self._low = self._pieces.text, self._pieces.low
        self._rows: list[Row] = []
        self._current: Row | None = None
        self._defaults: list[Span] = []
        self._shared: dict[str, list[Span]] = {}
        self._correcting = False
        self._sentence = 0

    def read(self) -> Reading:
        pending: list[Span] = []
        marked: list[Clause] = []
        label, item, first = "", False, False
        for clause in self._pieces.clauses():
            if clause.new_line:
                mark = self._pieces.markers.get(self._pieces.line_of(clause.start)[0])
                item, label, first = mark is not None, mark[1] if mark else "", True
            if clause.new_sentence or clause.new_line:
                self._correcting, self._sentence, pending = False, clause.start, []
            marked.append(clause._replace(item=item))
            pending = self._clause(clause, pending, item, label, first)
            if any(c.strip() for c in self._text[clause.start : clause.end]):
                first = False
        rows = self._finish()
        found = list(doubts(rows, self._pieces))
        there = totals(self._text, self._pieces.stock)
        people = {name for row in rows for name in row.persons | row.trades}
        return Reading(self._message, rows, there, people, found, marked, self._pieces.words())

    def _clause(
        self, clause: Clause, pending: list[Span], item: bool, label: str, first: bool
    ) -> list[Span]:
        words = self._low[clause.start : clause.end]
        if not words.strip():
            return pending
        spans = [s for s in self._pieces.spans if clause.start <= s.start < clause.end]
        if spans and self._grouped(clause, spans):
            return []
        self._correcting = again = self._correcting or corrects(words)
        if again and self._rows:
            self._current = corrected(words, self._rows, self._current)
        parts = list(self._parts(clause, spans))
        for at, part in enumerate(parts):
            if isinstance(part, Span):
                chunks = [p for p in parts[at + 1 :] if not isinstance(p, Span)]
                before = any(
                    not isinstance(p, Span) and self._named(p, item, False) for p in parts[:at]
                )
                leads = (
                    not before and not again and any(self._named(p, item, False) for p in chunks)
                )
                if leads:
                    pending.append(part)
                else:
                    self._give(part, again, words)
                continue
            row = self._chunk(part, item, label, first and at == 0, again, clause)
            if row is not None:
                self._current = row
            if row is not None or (item and self._row_on_line(clause)):
                for span in pending:
                    self._give(span, again, words)
                pending = []
        return pending

    def _row_on_line(self, clause: Clause) -> bool:
        line = self._pieces.line_of(clause.start)[0]
        return any(row.start >= line for row in self._rows)

    def _parts(self, clause: Clause, spans: Sequence[Span]) -> Iterator[Span | tuple[int, int]]:
        """Spans, and the stretches of words between them, cut before "then" and the like."""
        place = clause.start
        for span in [*spans, None]:
            end = span.start if span else clause.end
            cuts = [
                m.start() for m in _CUE.finditer(self._low, place, end) if m.start() > place + 1
            ]
            for begin, stop in zip([place, *cuts], [*cuts, end], strict=True):
                if self._low[begin:stop].strip(" \t-–—,.、"):
                    yield begin, stop
            if span:
                yield span
                place = max(place, span.end)

    def _named(self, part: tuple[int, int], item: bool, head: bool) -> bool:
        return called(self._text, *part, self._names(), head=item and head) is not None

    def _names(self) -> list[str]:
        return [row.name for row in self._rows]

    def _chunk(
        self,
        part: tuple[int, int],
        item: bool,
        label: str,
        head: bool,
        again: bool,
        clause: Clause,
    ) -> Row | None:
        """The row that a stretch of words begins, or comes back to."""
        if part[0] in self._pieces.heads:
            return self._head(part[0], self._pieces.heads[part[0]], label)
        words = self._text[part[0] : part[1]]
        known = named_again(words, self._rows)
        if known is not None or again:
            return known or mentioned(words, self._rows)
        found = called(self._text, *part, self._names(), head=item and head)
        if found is None:
            return None
        name = " ".join(self._message[found.start : found.end].split())
        same = next((row for row in self._rows if fold(row.name) == fold(name)), None)
        if same is None and self._comes_back(clause, found.start > part[0] + 3):
            same = referred_to(name, self._rows)
        if same is not None:
            return same
        if not head and self._cell(name, clause):
            self._extra(name)
            return None
        if item and not head and not self._more_on_line(part[1], clause):
            self._extra(name)
            return None
        heads = item and not self._row_on_line(clause)
        row = Row(name, found.start, found.end, label if heads else "", item=heads)
        row.announced = bool(
            _ANNOUNCES.search(self._low[part[0] : found.start])
            or _FREE.search(self._low[found.end : part[1]])
        )
        self._shared[name] = list(self._defaults) if heads else []
        self._rows.append(row)
        return row

    def _head(self, start: int, end: int, label: str) -> Row:
        """The row of an item whose name stands there word for word."""
        name = " ".join(self._message[start:end].split())
        if any(row.name == name for row in self._rows):
            name = f"{name} ({label})"
        self._rows.append(Row(name, start, end, label, item=True))
        return self._rows[-1]

    def _comes_back(self, clause: Clause, behind_cue: bool) -> bool:
        """Whether words may be about a task that is known: nothing is given to a new one."""
        here = [s for s in self._pieces.spans if clause.start <= s.start < clause.end]
        if behind_cue and not any(s.kind in ("duration", "worker") for s in here):
            later = self._text[clause.end : self._sentence_end(clause)]
            return not durations(later)
        return not durations(self._text[self._sentence : self._sentence_end(clause)])

    def _sentence_end(self, clause: Clause) -> int:
        ends = (self._low.find(stop, clause.end) for stop in ("。", "\n", ". "))
        return min((at for at in ends if at >= 0), default=len(self._low))

    def _more_on_line(self, place: int, clause: Clause) -> bool:
        """Whether a duration is still to come on the line of a list item, for a further task."""
        end = self._text.find("\n", place)
        end = len(self._text) if end < 0 else end
        left = [s for s in self._pieces.spans if place <= s.start < end and s.kind == "duration"]
        led = any(
            clause.start <= s.start < place and s.kind == "worker" for s in self._pieces.spans
        )
        mine = self._current is not None and self._current.item and self._current.duration is None
        mine = mine and not led
        on_line = self._row_on_line(clause)
        return bool(left) and not (mine and len(left) == 1 and on_line) if left else not on_line

    def _cell(self, name: str, clause: Clause) -> bool:
        """Whether a clause is nothing but a machine, behind what is said of the task."""
        row = self._current
        alone = self._low[clause.start : clause.end].strip() == fold(name)
        behind = row is not None and row.start >= self._sentence and row.duration is not None
        return alone and behind and is_machine(fold(name))

    def _extra(self, name: str) -> None:
        """A cell of a list item that is nothing else may be a machine."""
        if (
            self._current is None
            or len(name.split()) > 3
            or len(name) > 20
            or _CUE.search(fold(name))
        ):
            return
        low = re.sub(r"^(?:(?:on|at|in|im|am|the|one|a|our|uses?) )+", "", fold(name))
        if is_machine(low):
            self._current.held.setdefault(low, Said(1, name))

    def _give(self, span: Span, again: bool, words: str) -> None:
        """A value goes to the task spoken of; the first that is said counts, or a correction."""
        row = self._current
        before = self._low[max(0, span.start - 14) : span.start]
        if taken_back(before):
            return
        if row is None or (
            row.start < self._sentence and not row.stays and not _GOES_ON.search(words)
        ):
            return
        self._take(row, span, again)

    def _take(self, row: Row, span: Span, over: bool) -> None:
        row.take(span, self._message[span.start : span.end], over)

    def _grouped(self, clause: Clause, spans: Sequence[Span]) -> bool:
        """ "The last two 10 min each": given to the tasks that are meant."""
        words = self._low[clause.start : clause.end]
        rest = self._pieces.rest(clause, spans)
        meant = group_of(words, rest, self._rows)
        if meant is None:
            return False
        if not self._rows or self._heads_list(clause):
            self._defaults = list(spans)
            return True
        for row in meant:
            for span in spans:
                self._take(row, span, False)
        return bool(meant)

    def _heads_list(self, clause: Clause) -> bool:
        """Whether a list begins on the next line."""
        end = self._text.find("\n", clause.end)
        stops = self._low[clause.end : end].replace("：", ":")
        return end >= 0 and end + 1 in self._pieces.markers and ":" in stops

    def _finish(self) -> list[Row]:
        rows = tasks_only(self._rows, self._pieces)
        for row in rows:
            for span in self._shared.get(row.name, ()):
                if not (span.kind == "worker" and row.staffed):
                    self._take(row, span, False)
        return rows
