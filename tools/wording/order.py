"""A whole message -> which task waits for which. No cue, no waiting: nothing is invented.

The names anchor the reading: `clauses.py` marks them, `cues.py` finds the words between them,
`sentence.py` knows what stands where, and one pass from left to right keeps what a "then" or a
"finally" points back to. A cue that points to nothing known is reported, so that the user can be
asked. The module is long because each kind of cue has its method, all over one memory.
"""

import re
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from knowledge.numbers import number
from tools.wording.clauses import Marked, marked, sentences
from tools.wording.cues import Element
from tools.wording.sentence import Sentence
from tools.wording.waits import Pending, Unclear, Waits

_TWO = re.compile("both|two|两|二者")


class Dependencies(NamedTuple):
    """Who waits for whom, and what could not be understood."""

    after: dict[str, tuple[str, ...]]
    """For every name, the names that it waits for, in the order given; never a cycle."""
    unclear: tuple[Unclear, ...]


def dependencies(message: str, names: Sequence[str]) -> Dependencies:
    """Which of the tasks called `names`, in the order of the message, wait for which others."""
    text = marked(message, names)
    reader = _Reader(text, names)
    for start, sentence in sentences(text.text):
        end = start + len(sentence)
        words = message[text.origin[start] : text.origin[end]].strip()
        reader.read(sentence, words[:200])
    after, refused = reader.finish()
    return Dependencies(after, tuple(dict.fromkeys([*reader.unclear, *refused])))


class _Reader:
    """Reads sentence after sentence, and remembers what pronouns and "then" point to."""

    def __init__(self, text: Marked, names: Sequence[str]) -> None:
        self._marked = text
        self._waits = Waits(names)
        self.unclear: dict[Unclear, None] = {}
        self._stage: tuple[str, ...] = ()  # the task or tasks spoken of last
        self._past: tuple[str, ...] = ()  # those before them
        self._told: dict[str, int] = {}  # names in order of first mention -> count at the last one
        self._count = 0  # mentions so far
        self._chain = 0  # the count at which the present chain began
        self._onward = False  # everything is to go in the order it is told
        self._pending: list[Pending] = []
        self._shared: list[Pending] = []  # what the task just named was given
        self._last: list[tuple[str, ...]] = []  # tasks said to be the last of all

    def read(self, text: str, words: str) -> None:
        """`words` are the sentence as the user wrote it."""
        self._words = words
        self._sentence = Sentence(self._marked, text, bool(self._stage))
        for place, element in enumerate(self._sentence.elements):
            if element.kind == "group":
                self._group(place, self._sentence.groups[place])
            else:  # one method for each kind of cue
                getattr(self, f"_{element.kind}")(place, element)
        if not self._sentence.ends_with_cue():
            self._pending = []

    def finish(self) -> tuple[dict[str, tuple[str, ...]], tuple[Unclear, ...]]:
        if self._onward:
            self._in_order(self._told)
        for names in self._last:
            self._add(names, self._waits.ends(self._told, names), 0)
        return self._waits.settle()

    # A task is named: what was waiting for it is settled.

    def _group(self, place: int, names: tuple[str, ...]) -> None:
        if place in self._sentence.subjects:
            self._describe(place, names)
        for name in names:
            self._count += 1
            self._told[name] = self._count

    def _describe(self, place: int, names: tuple[str, ...]) -> None:
        pending, self._pending = self._pending, []
        if not pending and self._sentence.listed(place):
            pending = [each for each in self._shared if each.kind == "after"]
        self._shared = pending
        kinds = {each.kind for each in pending}
        for each in pending:
            # "Once X is done, then Y": the "then" points to X, not to what was told before.
            if each.kind != "next" or "after" not in kinds:
                self._settle(each, names)
        if names != self._stage:
            self._past = self._stage
        together = dict.fromkeys((*self._stage, *names)) if "like" in kinds else names
        self._stage = tuple(together)[-8:]  # bounded, so that reading stays linear

    def _settle(self, each: Pending, names: tuple[str, ...]) -> None:
        match each.kind:
            case "after":
                self._add(names, each.tasks, each.sure)
            case "before":
                self._add(each.tasks, names, each.sure)
            case "next":
                self._add(names, self._stage, 1)
            case "earlier":
                self._add(self._stage, names, 1)
            case "final":
                self._add(names, self._ends(names), 0)
            case "last":
                self._last.append(names)
            case "like":
                self._waits.like(names, each.tasks or self._stage)

    def _add(self, tasks: Iterable[str], others: Iterable[str], sure: int) -> None:
        self._waits.add(tasks, others, sure, self._words)

    def _in_order(self, names: Iterable[str]) -> None:
        for before, after in pairwise(dict.fromkeys(names)):
            self._add([after], [before], 1)

    def _ends(self, without: Iterable[str]) -> tuple[str, ...]:
        """Tasks of the present chain that nobody waits for yet."""
        told = [name for name, count in self._told.items() if count > self._chain]
        return self._waits.ends(told, without)

    def _recent(self, without: Iterable[str]) -> tuple[str, ...]:
        """The two tasks mentioned last: "both"."""
        names = nlargest(2, set(self._told).difference(without), key=self._told.__getitem__)
        return tuple(reversed(names))

    def _lost(self, place: int, element: Element) -> None:
        if not self._sentence.free(element):
            self._lose(place)

    def _lose(self, place: int) -> None:
        """The cue at `place` points to nothing known."""
        here = self._sentence
        task = here.described_before(place) or here.described_behind(place) or self._stage
        if task:
            self.unclear[Unclear(task[-1], self._words)] = None

    # Cues that name the other task.

    def _after_pre(self, place: int, element: Element) -> None:
        self._await(place, element, place + 1)

    def _also(self, place: int, element: Element) -> None:
        if self._sentence.continues(place):
            self._await(place, element, place + 1)

    def _after_post(self, place: int, element: Element) -> None:
        self._await(place, element, place - 1)

    def _need(self, place: int, element: Element) -> None:
        if self._sentence.needs(place):
            self._await(place, element, place + 1)

    def _first_post(self, place: int, element: Element) -> None:
        if place - 1 in self._sentence.subjects:
            self._chain = self._count - 1
        else:
            self._await(place, element, place - 1)

    def _before_pre(self, place: int, element: Element) -> None:
        self._precede(place, place + 1)

    def _before_post(self, place: int, element: Element) -> None:
        self._precede(place, place - 1)

    def _like_pre(self, place: int, element: Element) -> None:
        others = self._sentence.groups[place + 1]
        tasks = self._target(place, place + 1, others)
        if tasks is None:
            self._pending.append(Pending("like", others))
        elif tasks:
            self._waits.like(tasks, others)

    def _await(self, place: int, element: Element, at: int) -> None:
        """The described task waits for the group at `at`."""
        if self._sentence.free(element):
            return
        others, sure = self._sentence.groups[at], self._sentence.sure(at)
        tasks = self._target(place, at, others)
        if tasks is None:
            self._pending.append(Pending("after", others, sure))
        elif tasks:
            self._add(tasks, others, sure)
        else:
            self._lose(place)

    def _precede(self, place: int, at: int) -> None:
        """The group at `at` waits for the described task, or the other way round after a "not"."""
        others, sure = self._sentence.groups[at], self._sentence.sure(at)
        tasks = self._target(place, at, others)
        turned = self._sentence.forbidden(min(place, at), max(place, at))
        if tasks is None:
            self._pending.append(Pending("after" if turned else "before", others, sure))
        elif tasks and turned:
            self._add(tasks, others, sure)
        elif tasks:
            self._add(others, tasks, sure)
        else:
            self._lose(place)

    def _target(self, place: int, at: int, others: tuple[str, ...]) -> tuple[str, ...] | None:
        """Whom the cue at `place` with its group at `at` is about.

        Returns:
            Tasks described before it; None if it is the next one to be named; empty if nobody.
        """
        here, (first, last) = self._sentence, sorted((place, at))
        clause, following = here.elements[first].clause, here.elements[last + 1 : last + 2]
        tasks = here.described_before(first, others, clause)
        if tasks:
            return tasks
        behind = here.described_behind(last, others)
        near = here.described_behind(last, others, here.elements[last].clause)
        if near or (behind and following[0].kind == "next"):  # "等◆完成，再◆"
            return None
        tasks = here.described_before(first, others)
        return tasks or (None if behind else self._spoken_of(first, others))

    def _spoken_of(self, place: int, others: tuple[str, ...]) -> tuple[str, ...]:
        """The tasks of the sentences before: "it", or two of them for "both"."""
        if self._sentence.both(place):
            return self._recent(others)
        return tuple(name for name in self._stage if name not in others)

    # Cues that point without a name.

    def _next(self, place: int, element: Element) -> None:
        self._point("next", place, element)

    def _earlier(self, place: int, element: Element) -> None:
        self._point("earlier", place, element)

    def _final(self, place: int, element: Element) -> None:
        self._point("final", place, element)

    def _like(self, place: int, element: Element) -> None:
        # "A and B at the same time" says all that there is to say.
        if len(self._sentence.described_before(place, (), element.clause)) < 2:
            self._point("like", place, element)

    def _step(self, place: int, element: Element) -> None:
        if number(element.number) == 1:
            self._chain = self._count
        else:
            self._point("next", place, element)

    def _point(self, kind: str, place: int, element: Element) -> None:
        """Takes the next task if one is near, else the one just before ("painting comes next")."""
        here = self._sentence
        before = here.described_before(place, (), element.clause)
        near = here.described_behind(place, (), element.clause)
        if near or (here.bare(element) and not before):
            self._pending.append(Pending(kind))
        elif before == self._stage and len(here.rest(element)) <= 8:
            names, self._stage = self._stage, self._past
            self._settle(Pending(kind), names)
            self._stage = names

    def _first(self, place: int, element: Element) -> None:
        if self._sentence.described_behind(place, (), element.clause):
            self._chain = self._count

    def _last_post(self, place: int, element: Element) -> None:
        self._last.append(self._sentence.described_before(place) or self._stage)

    def _all(self, place: int, element: Element) -> None:
        tasks = self._target(place, place, ())
        two = _TWO.search(self._sentence.words(element))
        ends = self._recent(tasks or ()) if two else self._ends(tasks or ())
        if tasks is None:  # before anything was told, "all" are those still to come
            self._pending.append(Pending("after", ends, 1) if ends else Pending("last"))
        else:
            self._add(tasks, ends, 1)

    def _sequence(self, place: int, element: Element) -> None:
        here = [
            name for at in sorted(self._sentence.subjects) for name in self._sentence.groups[at]
        ]
        if len(set(here)) > 1:
            self._in_order(here)
        elif self._told:
            self._in_order(self._told)
        else:
            self._onward = True

    def _none(self, place: int, element: Element) -> None:
        """Said to be free: nothing to note."""
