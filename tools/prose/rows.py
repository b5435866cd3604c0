"""A whole message -> one row for each task in it, by rules alone: the message is cut into clauses
and the clauses into spans (amounts, people, times); what is left over names a task.

It decides nothing about the order of work (`links.py`) and makes no problem.
"""

import re
from collections.abc import Sequence
from functools import partial

from knowledge.numbers import fold
from tools.prose.again import (
    corrected,
    corrects,
    mentioned,
    named_again,
    referred_to,
    taken_back,
)
from tools.prose.called import Called, called
from tools.prose.cells import held, is_timed
from tools.prose.finish import doubts, tasks_only
from tools.prose.groups import group_of, heads_list, heads_names
from tools.prose.headed import headed
from tools.prose.lettered import lettered
from tools.prose.machines import is_machine
from tools.prose.pieces import Pieces
from tools.prose.records import Clause, Reading, Row, Said, Span
from tools.prose.signs import ANNOUNCES, CUE, EACH, FREE, GOES_ON, THESE, parted
from tools.prose.totals import totals
from tools.prose.whose import goes_on, heads_sentence, leads, parts_of
from tools.wording.quantities import count


def read_rows(message: str) -> Reading:
    """The tasks that `message` describes, as far as rules can tell."""
    return _Reader(message).read()


_AWAITED = re.compile(r"(?:等|(?<![a-z])(?:once|when|until|as soon as|wait for|waits for))\s*$")


class _Reader:
    def __init__(self, message: str) -> None:
        self._message = message
        self._pieces = Pieces(message)
        self._text, self._low = self._pieces.text, self._pieces.low
        self._rows: list[Row] = []
        self._current: Row | None = None
        self._defaults: list[Span] = []
        self._left = 0
        self._shared: dict[str, list[Span]] = {}
        self._correcting = False
        self._sentence = 0
        self._twins: list[Row] = []
        self._listed = False
        self._letters = lettered(message)

    def read(self) -> Reading:
        pending: list[Span] = []
        marked: list[Clause] = []
        label, item, first = "", False, False
        for clause in self._pieces.clauses():
            if clause.new_line:
                mark = self._pieces.markers.get(self._pieces.line_of(clause.start)[0])
                item, label, first = mark is not None, mark[1] if mark else "", True
            if clause.new_sentence or clause.new_line:
                self._forget()
                self._correcting, self._sentence, pending = False, clause.start, []
                self._twins, self._listed = [], False
            marked.append(clause._replace(item=item))
            pending = self._clause(clause, pending, item, label, first)
            if any(c.strip() for c in self._text[clause.start : clause.end]):
                first = False
        rows = self._finish() or list(
            {each.low: each for each in headed(self._message, self._low)}.values()
        )
        found = list(doubts(rows, self._pieces))
        there = totals(self._text, self._pieces.stock)
        people = {name for row in rows for name in row.persons | row.trades}
        words, pieces = self._pieces.words(), self._pieces
        return Reading(
            self._message, rows, there, people, found, marked, words, pieces.shift, pieces.able
        )

    def _forget(self) -> None:
        """Drops words that were given nothing, so that long talk is read quickly."""
        self._rows = [
            row for row in self._rows if row.stays or row.limits or row.start >= self._sentence
        ]

    def _clause(
        self, clause: Clause, pending: list[Span], item: bool, label: str, first: bool
    ) -> list[Span]:
        words = self._low[clause.start : clause.end]
        if not words.strip():
            return pending
        spans = self._pieces.between(clause.start, clause.end)
        if spans and self._grouped(clause, spans):
            return []
        if heads_sentence(self._pieces, clause, spans, pending):
            return [*pending, *spans]
        self._correcting = again = self._correcting or corrects(words)
        if again and self._rows:
            self._current = corrected(words, self._rows, self._current)
        parts = list(parts_of(self._pieces, clause, spans))
        named = partial(self._named, item=item)
        for at, part in enumerate(parts):
            if isinstance(part, Span):
                if not again and leads(self._low, parts, at, self._current, named):
                    pending.append(part)
                else:
                    self._give(part, again, words)
                continue
            again = again and not goes_on(self._low, part, parts[:at], named)
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
        return bool(self._rows) and self._rows[-1].start >= line

    def _named(self, part: tuple[int, int], item: bool) -> bool:
        names = [row.name for row in self._rows]
        return called(self._low, *part, names) is not None

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
        if (letter := self._letter(*part)) is not None:
            return letter
        if part[0] in self._pieces.heads:
            return self._head(part[0], self._pieces.heads[part[0]], label)
        words = self._text[part[0] : part[1]]
        known = named_again(words, self._rows)
        if known is not None or again:
            return known or mentioned(words, self._rows)
        found = called(self._low, *part, [row.name for row in self._rows], head=item and head)
        if found is None:
            return None
        name = " ".join(self._message[found.start : found.end].split())
        same = next((row for row in self._rows if row.low == fold(name)), None)
        if same is None and self._comes_back(clause, found.start > part[0] + 3):
            same = referred_to(name, self._rows)
        thing = None if head else self._cell(found, clause, item)
        if thing and self._current and (same is None or is_machine(fold(name))):
            self._take(self._current, thing, False)
            return None
        if same is not None:
            return same
        if item and not head and not self._more_on_line(part[1], clause):
            self._extra(name)
            return None
        heads = item and not self._row_on_line(clause)
        row = Row(name, found.start, found.end, label if heads else "", item=heads)
        if parts := self._parted(found.start, found.end, clause):
            self._twins = [Row(self._message[a:b], a, b, item=heads) for a, b in parts]
            self._rows += self._twins
            return self._twins[-1]
        row.announced = self._listed or bool(
            ANNOUNCES.search(self._low[part[0] : found.start])
            or FREE.search(self._low[found.end : part[1]])
        )
        self._shared[name] = self._defaults_for(heads)
        self._rows.append(row)
        return row

    def _letter(self, start: int, end: int) -> Row | None:
        """The task that is called by a letter in a stretch of words, or that they come back to."""
        for place, stop in self._letters.items():
            if start <= place < end:
                name = self._message[place:stop]
                self._rows.append(Row(name, place, stop, name, item=True))
                return self._rows[-1]
        words, known = self._text[start:end], [r for r in self._rows if r.start in self._letters]
        return next((row for row in known if re.search(rf"[做干搞弄]{row.name}$", words)), None)

    def _parted(self, start: int, end: int, clause: Clause) -> list[tuple[int, int]]:
        """The names in "cutting and drilling", where each of them is said to take so long."""
        if not EACH.search(self._low, clause.start, self._pieces.sentence_end(clause.end)):
            return []
        return parted(self._low, start, end)

    def _defaults_for(self, heads: bool) -> list[Span]:
        """What was said of all tasks of the list or the row of names that has begun."""
        if not (heads or self._listed) or not self._left:
            return []
        self._left -= 1
        return list(self._defaults)

    def _head(self, start: int, end: int, label: str) -> Row:
        """The row of an item whose name stands there word for word."""
        name = " ".join(self._message[start:end].split())
        if any(row.name == name for row in self._rows):
            name = f"{name} ({label})"
        self._rows.append(Row(name, start, end, label, item=True))
        return self._rows[-1]

    def _comes_back(self, clause: Clause, behind_cue: bool) -> bool:
        """Whether words may be about a task that is known: nothing is given to a new one."""
        here = self._pieces.between(clause.start, clause.end)
        cued = behind_cue and not any(s.kind in ("duration", "worker") for s in here)
        start = clause.end if cued else self._sentence
        spans = self._pieces.between(start, self._pieces.end_of(clause.end))
        return not any(span.kind == "duration" for span in spans)

    def _more_on_line(self, place: int, clause: Clause) -> bool:
        """Whether a duration is still to come on the line of a list item, for a further task."""
        end = self._text.find("\n", place)
        end = len(self._text) if end < 0 else end
        left = [s for s in self._pieces.between(place, end) if s.kind == "duration"]
        led = any(s.kind == "worker" for s in self._pieces.between(clause.start, place))
        mine = self._current is not None and self._current.item and self._current.duration is None
        mine = mine and not led
        on_line = self._row_on_line(clause)
        return bool(left) and not (mine and len(left) == 1 and on_line) if left else not on_line

    def _cell(self, found: Called, clause: Clause, item: bool) -> Span | None:
        """What the task spoken of holds, if a clause is nothing but that and no time is said of it."""
        row, pieces = self._current, self._pieces
        if row is None or not row.stays or row.start < pieces.begin_of(clause.start):
            return None
        if any(s.kind == "limit" for s in pieces.between(clause.start, clause.end)):
            return None
        if is_timed(pieces, found.end, [each.name for each in self._rows]):
            return None
        return held(pieces, clause, found, item)

    def _extra(self, name: str) -> None:
        """A cell of a list item that is nothing else may be a machine."""
        if (
            self._current is None
            or len(name.split()) > 3
            or len(name) > 20
            or CUE.search(fold(name))
        ):
            return
        low = re.sub(r"^(?:(?:on|at|in|im|am|the|one|a|our|uses?) )+", "", fold(name))
        if is_machine(low):
            self._current.held.setdefault(low, Said(1, name))

    def _give(self, span: Span, again: bool, words: str) -> None:
        """A value goes to the task spoken of; the first that is said counts, or a correction."""
        row = self._current
        before = self._low[max(0, span.start - 14) : span.start]
        if taken_back(before) or (span.kind == "worker" and _AWAITED.search(before)):
            return
        if row is None or (
            row.start < self._sentence and not row.stays and not GOES_ON.search(words)
        ):
            return
        for each in self._twins if row in self._twins else [row]:
            self._take(each, span, again)

    def _take(self, row: Row, span: Span, over: bool) -> None:
        row.take(span, self._message[span.start : span.end], over)
        if session := self._pieces.sessions.get(span.start):
            row.limits["fixed"] = session.begins

    def _grouped(self, clause: Clause, spans: Sequence[Span]) -> bool:
        """ "The last two 10 min each": given to the tasks that are meant."""
        words = self._low[clause.start : clause.end]
        rest = self._pieces.rest(clause, spans)
        meant = group_of(words, rest, self._rows)
        if meant is None:
            return False
        if self._twins:
            meant = self._twins
        names = heads_names(self._pieces, clause)
        if not any(row.stays for row in self._rows) or names or heads_list(self._pieces, clause):
            self._defaults, self._listed = list(spans), names
            said = THESE.search(words)
            self._left = (count(said[1]) or 0) if said else len(self._text)
            return True
        for row in meant:
            for span in spans:
                if not (span.kind == "worker" and row.staffed):
                    self._take(row, span, False)
        return bool(meant)

    def _finish(self) -> list[Row]:
        rows = tasks_only(self._rows, self._pieces)
        for row in rows:
            for span in self._shared.get(row.name, ()):
                if not (span.kind == "worker" and row.staffed):
                    self._take(row, span, False)
        return rows
