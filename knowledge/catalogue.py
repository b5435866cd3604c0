"""What can be found, in memory: which passages there are, who may see them, when they hold, and
which words stand in them. It is read from the register, what is new at a time. It knows no texts
and no vectors.
"""

import json
import threading
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge import lexical
from knowledge.held import is_ours
from knowledge.passage import Kind, Language
from knowledge.postings import Segment
from knowledge.register import Register

KINDS: tuple[Kind, ...] = ("procedure", "reply", "document")
LANGUAGES: tuple[Language, ...] = ("en", "zh")
ALWAYS, NEVER = date.min.toordinal(), date.max.toordinal()

Mask = NDArray[np.bool_]


class Asked(NamedTuple):
    """Which passages a search is about."""

    audiences: frozenset[str]
    """Whose texts may be seen."""
    on: date
    """The day on which they hold."""
    kinds: Sequence[Kind] = ()
    """What sorts of documents; none for any."""
    own: bool = False
    """Only what did not come with Whyflow."""


class Catalogue:
    """Arrays by the numbers of passages and versions. Threads may share it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._lock = threading.Lock()
        self._epoch = -1
        self._clear()

    def _clear(self) -> None:
        self.tick = 0
        """Grows with each change of the library."""
        self._last, self._segments = 0, dict[int, Segment]()
        self.ids = dict[str, int]()
        """The number of each passage."""
        self._audiences = list[frozenset[str]]()
        self._version = np.full(1, -1, dtype=np.int32)
        self._words = np.zeros(1, dtype=np.float32)
        # By version: kind, language, first day, last day, place in `_audiences`, came with Whyflow.
        self._facts = np.zeros((1, 6), dtype=np.int32)

    def refresh(self) -> "Catalogue":
        """Takes in what was committed since, also by other processes."""
        with self._lock, self._register.moment():
            ((tick, epoch),) = self._register.rows("SELECT tick, epoch FROM clock")
            if epoch != self._epoch:
                self._clear()
            if (tick, epoch) != (self.tick, self._epoch):
                self._read_versions()
                self._read_passages()
                self._read_segments()
            self.tick, self._epoch = tick, epoch
        return self

    def _read_versions(self) -> None:
        rows = self._register.rows(
            "SELECT number, kind, language, since, until, audience, source FROM versions "
            "JOIN documents USING (source) WHERE changed > ? ORDER BY number",
            self.tick,
        )
        if not rows:
            return
        size = max(rows[-1][0] + 1, len(self._facts))
        facts = np.zeros((size, 6), dtype=np.int32)
        facts[: len(self._facts)] = self._facts
        known = {names: place for place, names in enumerate(self._audiences)}
        for number, kind, language, since, until, names, source in rows:
            audience = frozenset(json.loads(names))
            place = known.setdefault(audience, len(known))
            facts[number] = (
                KINDS.index(kind),
                LANGUAGES.index(language),
                date.fromisoformat(since).toordinal() if since else ALWAYS,
                date.fromisoformat(until).toordinal() if until else NEVER,
                place,
                is_ours(source),
            )
        self._audiences, self._facts = list(known), facts

    def _read_passages(self) -> None:
        rows = self._register.rows(
            "SELECT number, id, version, words FROM passages WHERE number > ? ORDER BY number",
            self._last,
        )
        if not rows:
            return
        first, self._last = len(self._version), rows[-1][0]
        self._version = np.append(
            self._version, np.full(self._last + 1 - first, -1, dtype=np.int32)
        )
        self._words = np.append(self._words, np.zeros(self._last + 1 - first, dtype=np.float32))
        numbers = [row[0] for row in rows]
        self._version[numbers] = [row[2] for row in rows]
        self._words[numbers] = [row[3] for row in rows]
        self.ids = self.ids | {row[1]: row[0] for row in rows}

    def _read_segments(self) -> None:
        there = {row[0] for row in self._register.rows("SELECT number FROM segments")}
        self._segments = {n: s for n, s in self._segments.items() if n in there}
        for number in sorted(there - self._segments.keys()):
            ((data,),) = self._register.rows(
                "SELECT postings FROM segments WHERE number = ?", number
            )
            self._segments[number] = Segment.from_bytes(data)

    def count(self) -> int:
        """How many passages there are, of all versions."""
        return len(self.ids)

    def shown(self, asked: Asked) -> Mask:
        """Which passages a search may find, by number."""
        with self._lock:
            return self._mask(asked)

    def _mask(self, asked: Asked) -> Mask:
        facts, versions, day = self._facts, self._version, asked.on.toordinal()
        seen = np.array([bool(names & asked.audiences) for names in self._audiences] or [False])
        mask: Mask = (facts[:, 2] <= day) & (day <= facts[:, 3]) & seen[facts[:, 4]]
        if asked.kinds:
            mask &= np.isin(facts[:, 0], [KINDS.index(kind) for kind in asked.kinds])
        if asked.own:
            mask &= facts[:, 5] == 0
        result: Mask = mask[versions] & (versions >= 0)
        return result

    def languages(self, numbers: Sequence[int]) -> list[Language]:
        """The languages of passages."""
        return [LANGUAGES[self._facts[self._version[number], 1]] for number in numbers]

    def shared(self, question: str, asked: Asked) -> lexical.Shared:
        """What passages share with a question, by number. How rare a word is, is counted in what
        may be seen on that day: else a score would tell what stands in the documents of others."""
        with self._lock:
            segments, words = list(self._segments.values()), self._words
            seen = self._mask(Asked(asked.audiences, asked.on))
        return lexical.shared(question, segments, words, seen)


def best(values: NDArray[Any], mask: Mask, count: int) -> list[int]:
    """The numbers of the highest values above 0, best first."""
    size = min(len(values), len(mask))  # another thread may have taken in more meanwhile
    chosen = np.where(mask[:size], values[:size], 0)
    some = min(count, len(chosen) - 1)
    top = np.argpartition(chosen, -some)[-some:] if some > 0 else np.arange(len(chosen))
    ordered = top[np.lexsort((top, -chosen[top]))]
    return [int(number) for number in ordered if chosen[number] > 0]
