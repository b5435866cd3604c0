"""A whole message -> which task waits for which. No cue, no waiting: nothing is invented.

The names anchor the reading: `clauses.py` marks them, `cues.py` finds the words between them, and
one pass from left to right keeps what a "then" or a "finally" points back to. A cue that points to
nothing known is reported, so that the user can be asked.
"""

import re
from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import NamedTuple

from tools.wording.clauses import Marked, marked, sentences
from tools.wording.cues import Element, elements
from tools.wording.names import mentioned
from tools.wording.numbers import number
from tools.wording.waits import Unclear, Waits

__all__ = ["Dependencies", "Unclear", "dependencies", "mentioned"]

_FAR = 40  # elements: no cue points further, and reading stays linear
_NOT = r"不能|不可|不得|不要|不允许|不应|无法|没法|别|(?<![a-z])(?:cannot|can't|can not|don't|do not|not|never|mustn't|shouldn't)(?![a-z])"
_NEVER_BEFORE = re.compile(_NOT)
_NO_WAIT = re.compile(
    r"(?:不用|不必|无需|无须|不需要?|不|(?:does not|doesn't|do not|don't|need not|needn't|no need to|without|never|not)"
    r"(?: (?:have to|need to|necessarily))?)\s?$"
)
_WE = re.compile(r"(?<![a-z])(?:we|i|you|let's)(?![a-z])|我们?|咱们?")
_BOTH = re.compile(r"(?<![a-z])(?:both|they)(?![a-z])|两[者个项]|二者|它们|都")
_LISTED = re.compile(r"\s?[(（][^()（）]*[)）]\s?,?(?:and|以及|和)\s?(?:the |also )?")
_NOTHING = re.compile(r"[\s,，:：、.…-]*")


class Dependencies(NamedTuple):
    """Who waits for whom, and what could not be understood."""

    after: dict[str, tuple[str, ...]]
    """For every name, the names that it waits for, in the order given; never a cycle."""
    unclear: tuple[Unclear, ...]


def dependencies(message: str, names: Sequence[str]) -> Dependencies:
    """Which of the tasks called `names`, in the order of the message, wait for which others."""
    text = marked(message, names)
    reader = _Reader(text, message, names)
    for start, sentence in sentences(text.text):
        reader.read(start, sentence)
    after, refused = reader.finish()
    return Dependencies(after, (*reader.unclear, *refused))


class _Pending(NamedTuple):
    """A cue that waits for the next task to be named."""

    kind: str
    tasks: tuple[str, ...] = ()
    sure: int = 0


class _Reader:
    """Reads sentence after sentence, and remembers what pronouns and "then" point to."""

    def __init__(self, text: Marked, message: str, names: Sequence[str]) -> None:
        self._marked, self._message = text, message
        self._waits = Waits(names)
        self.unclear: dict[Unclear, None] = {}
        self._stage: tuple[str, ...] = ()  # the task or tasks spoken of last
        self._past: tuple[str, ...] = ()  # those before them
        self._told: dict[str, int] = {}  # names in order of first mention -> count at the last one
        self._count = 0  # mentions so far
        self._chain = 0  # the count at which the present chain began
        self._onward = False  # everything is to go in the order it is told
        self._pending: list[_Pending] = []
        self._shared: list[_Pending] = []  # what the task just named was given
        self._last: list[tuple[str, ...]] = []  # tasks said to be the last of all

    def read(self, start: int, sentence: str) -> None:
        origin = self._marked.origin
        words = self._message[origin[start] : origin[start + len(sentence)]]
        self._sentence, self._words = sentence, words.strip()[:200]
        self._elements = self._relevant(elements(sentence))
        self._subjects = self._find_subjects()
        for place, element in enumerate(self._elements):
            if element.kind != "group":
                getattr(self, f"_{element.kind}")(place, element)
            elif place in self._subjects:
                self._subject(place, self._names(element))
            else:
                self._tell(self._names(element))
        self._close()

    def finish(self) -> tuple[dict[str, tuple[str, ...]], tuple[Unclear, ...]]:
        if self._onward:
            self._in_order(self._told)
        for names in self._last:
            self._add(names, self._waits.ends(self._told, names), 0)
        return self._waits.settle()

    # What stands where.

    def _relevant(self, found: list[Element]) -> list[Element]:
        """Without likenesses that no cue in their clause speaks of: they may be mere words."""
        cued = {element.clause for element in found if element.kind != "group"}
        return [e for e in found if e.clause in cued or self._sure(e) or self._whole(e)]

    def _find_subjects(self) -> dict[int, None]:
        """Places of the groups that are described, not referred to."""
        referred: set[int] = set()
        for place, element in enumerate(self._elements):
            if element.kind == "need" and not self._needs(place):
                continue
            if element.kind in {"after_pre", "before_pre", "like_pre", "need"}:
                referred.add(place + 1)
            elif element.kind in {"after_post", "before_post"}:
                referred.add(place - 1)
            elif element.kind == "first_post" and self._has_group_before(place - 1, referred):
                referred.add(place - 1)
        return {
            place: None
            for place, element in enumerate(self._elements)
            if element.kind == "group" and place not in referred
        }

    def _has_group_before(self, place: int, referred: set[int]) -> bool:
        own = self._names(self._elements[place]) if place >= 0 else ()
        return any(
            self._elements[at].kind == "group"
            and at not in referred
            and self._names(self._elements[at]) != own
            for at in range(max(0, place - _FAR), place)
        )

    def _needs(self, place: int) -> bool:
        """Whether "needs ◆" has a subject: a task, or "it"; in "we need ◆" the ◆ is one itself."""
        element = self._elements[place]
        groups = [e for e in self._elements[max(0, place - _FAR) : place] if e.kind == "group"]
        if groups and groups[-1].clause == element.clause:
            return True
        known = groups or self._stage
        return bool(known) and not _WE.search(self._sentence[max(element.begin, element.start - 80) : element.start])

    def _rest(self, element: Element) -> str:
        """What follows in the clause."""
        rest = re.compile(r"[^,，:：()（）—]{0,80}").match(self._sentence, element.end)
        return rest[0] if rest else ""

    def _names(self, element: Element) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._marked.mention(mark).name for mark in element.marks))

    def _sure(self, element: Element) -> bool:
        return all(self._marked.mention(mark).exact for mark in element.marks)

    def _whole(self, element: Element) -> bool:
        return all(self._marked.mention(mark).whole for mark in element.marks)

    def _before(
        self, place: int, without: Iterable[str], clause: int | None = None
    ) -> tuple[str, ...]:
        """The nearest described tasks before `place`, in the sentence or in one clause of it."""
        for at in range(place - 1, max(-1, place - _FAR), -1):
            element = self._elements[at]
            if clause is not None and element.clause != clause:
                return ()
            names = tuple(n for n in self._names(element) if n not in without)
            if at in self._subjects and names:
                return names
        return ()

    def _after(self, place: int) -> tuple[str, ...]:
        near = range(place + 1, min(place + _FAR, len(self._elements)))
        return next((self._names(self._elements[at]) for at in near if at in self._subjects), ())

    def _follows(self, place: int, without: Iterable[str], clause: int | None = None) -> bool:
        for at in range(place + 1, min(place + _FAR, len(self._elements))):
            element = self._elements[at]
            if clause is not None and element.clause != clause:
                return False
            if at in self._subjects and set(self._names(element)) - set(without):
                return True
        return False

    # A described task, and what was waiting for it.

    def _subject(self, place: int, names: tuple[str, ...]) -> None:
        pending, self._pending = self._pending, []
        if not pending and self._listed(place):
            pending = [each for each in self._shared if each.kind == "after"]
        self._shared = pending
        kinds = {each.kind for each in pending}
        for each in pending:
            # "Once X is done, then Y": the "then" points to X, not to what was told before.
            if each.kind != "next" or "after" not in kinds:
                self._settle(each, names)
        self._tell(names)
        if names != self._stage:
            self._past = self._stage
        self._stage = (*self._stage, *names) if "like" in kinds else names

    def _tell(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._count += 1
            self._told[name] = self._count

    def _recent(self, without: Iterable[str]) -> tuple[str, ...]:
        """The two tasks mentioned last: "both"."""
        names = nlargest(2, set(self._told) - set(without), key=self._told.__getitem__)
        return tuple(reversed(names))

    def _listed(self, place: int) -> bool:
        """The second of "send the invitations (1 hour) and order the catering": one list."""
        if not place or place - 1 not in self._subjects:
            return False
        gap = self._sentence[self._elements[place - 1].end : self._elements[place].start]
        return bool(_LISTED.fullmatch(gap[:80]))

    def _settle(self, each: _Pending, names: tuple[str, ...]) -> None:
        if each.kind == "after":
            self._add(names, each.tasks, each.sure)
        elif each.kind == "before":
            self._add(each.tasks, names, each.sure)
        elif each.kind == "next":
            self._add(names, self._stage, 1)
        elif each.kind == "earlier":
            self._add(self._stage, names, 1)
        elif each.kind == "last":
            self._last.append(names)
        elif each.kind == "final":
            self._add(names, self._ends(names), 0)
        elif each.kind == "like":
            self._waits.like(names, each.tasks or self._stage)

    def _add(self, tasks: Iterable[str], others: Iterable[str], sure: int) -> None:
        self._waits.add(tasks, others, sure, self._words)

    def _ends(self, without: Iterable[str]) -> tuple[str, ...]:
        """Tasks of the present chain that nobody waits for yet."""
        told = [name for name, count in self._told.items() if count > self._chain]
        return self._waits.ends(told, without)

    def _in_order(self, names: Iterable[str]) -> None:
        names = list(dict.fromkeys(names))
        for before, after in zip(names, names[1:], strict=False):
            self._add([after], [before], 1)

    def _lose(self, place: int) -> None:
        """The cue at `place` points to nothing known."""
        task = self._before(place, ()) or self._after(place) or self._stage
        if task:
            self.unclear[Unclear(task[-1], self._words)] = None

    def _close(self) -> None:
        """At the end of a sentence only a cue that ended it still waits ("Then:")."""
        last = self._elements[-1] if self._elements else None
        if last is None or last.kind == "group" or not _NOTHING.fullmatch(self._sentence, last.end):
            self._pending = []

    # Cues that name the other task.

    def _after_pre(self, place: int, element: Element) -> None:
        self._await(place, element, place + 1)

    def _after_post(self, place: int, element: Element) -> None:
        self._await(place, element, place - 1)

    def _need(self, place: int, element: Element) -> None:
        if self._needs(place):
            self._await(place, element, place + 1)

    def _first_post(self, place: int, element: Element) -> None:
        if place - 1 in self._subjects:
            self._chain = self._count - 1
        else:
            self._await(place, element, place - 1)

    def _await(self, place: int, element: Element, at: int) -> None:
        """The described task waits for the group at `at`."""
        group = self._elements[at]
        others, sure = self._names(group), 2 + 2 * self._sure(group)
        if _NO_WAIT.search(self._sentence[max(0, element.start - 24) : element.start]):
            return
        tasks = self._target(place, at, others)
        if tasks is None:
            self._pending.append(_Pending("after", others, sure))
        elif tasks:
            self._add(tasks, others, sure)
        else:
            self._lose(place)

    def _target(
        self, place: int, at: int, others: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """Whom a cue is about: a task before it, or None for the next one to be named."""
        first, last = min(place, at), max(place, at)
        clause = self._elements[first].clause
        tasks = self._before(first, others, clause)
        if tasks:
            return tasks
        led = self._elements[last + 1 : last + 2]
        if self._follows(last, others, self._elements[last].clause) or (
            led and led[0].kind == "next" and self._follows(last, others)
        ):
            return None
        tasks = self._before(first, others)
        if tasks:
            return tasks
        return None if self._follows(last, others) else self._spoken_of(first, others)

    def _spoken_of(self, place: int, others: tuple[str, ...]) -> tuple[str, ...]:
        """The tasks of the sentences before: "it", or two of them for "both"."""
        element = self._elements[place]
        if _BOTH.search(self._sentence[max(element.begin, element.start - 80) : element.start]):
            return self._recent(others)
        return tuple(name for name in self._stage if name not in others)

    def _before_pre(self, place: int, element: Element) -> None:
        self._precede(place, element, place + 1)

    def _before_post(self, place: int, element: Element) -> None:
        self._precede(place, element, place - 1)

    def _precede(self, place: int, element: Element, at: int) -> None:
        """The group at `at` waits for the described task, or the other way round after a "not"."""
        group = self._elements[at]
        others, sure = self._names(group), 2 + 2 * self._sure(group)
        tasks = self._target(place, at, others)
        turned = self._forbidden(min(place, at), max(place, at))
        if tasks is None:
            self._pending.append(_Pending("after" if turned else "before", others, sure))
        elif tasks and turned:
            self._add(tasks, others, sure)
        elif tasks:
            self._add(others, tasks, sure)
        else:
            self._lose(place)

    def _forbidden(self, first: int, last: int) -> bool:
        """Whether a "not" stands beside the cue: "A cannot start before B"."""
        start = self._elements[first - 1].end if first else 0
        end = self._elements[last].end
        after = self._elements[last + 1].start if last + 1 < len(self._elements) else end + 20
        sides = (
            self._sentence[max(start, self._elements[first].start - 40) : self._elements[first].start],
            self._sentence[end : min(after, end + 30)],
        )
        return any(_NEVER_BEFORE.search(side) for side in sides)

    def _like_pre(self, place: int, element: Element) -> None:
        others = self._names(self._elements[place + 1])
        tasks = self._target(place, place + 1, others)
        if tasks is None:
            self._pending.append(_Pending("like", others))
        elif tasks:
            self._waits.like(tasks, others)

    # Cues that point back without a name.

    def _pointing(self, kind: str, place: int, element: Element) -> None:
        """Takes the next task if one is near, else the one just before ("painting comes next")."""
        near = self._follows(place, (), element.clause)
        if near or _NOTHING.fullmatch(self._rest(element)):
            before = () if near else self._before(place, (), element.clause)
            if not before:
                self._pending.append(_Pending(kind))
                return
        if len(self._rest(element)) > 8 or self._before(place, (), element.clause) != self._stage:
            return
        names, self._stage = self._stage, self._past
        self._settle(_Pending(kind), names)
        self._stage = names

    def _next(self, place: int, element: Element) -> None:
        self._pointing("next", place, element)

    def _earlier(self, place: int, element: Element) -> None:
        self._pointing("earlier", place, element)

    def _like(self, place: int, element: Element) -> None:
        if len(self._before(place, (), element.clause)) < 2:  # "A and B at the same time" says all
            self._pointing("like", place, element)

    def _final(self, place: int, element: Element) -> None:
        self._pointing("final", place, element)

    def _last_post(self, place: int, element: Element) -> None:
        self._last.append(self._before(place, ()) or self._stage)

    def _all(self, place: int, element: Element) -> None:
        tasks = self._target(place, place, ())
        ends = self._ends(tasks or ())
        if re.search(r"both|two|两|二者", self._sentence[element.start : element.end]):
            ends = self._recent(tasks or ())
        if tasks is None:  # before anything was told, "all" are those still to come
            self._pending.append(_Pending("after", ends, 1) if ends else _Pending("last"))
        else:
            self._add(tasks, ends, 1)

    def _first(self, place: int, element: Element) -> None:
        if self._follows(place, (), element.clause):
            self._chain = self._count

    def _step(self, place: int, element: Element) -> None:
        if number(element.number) == 1:
            self._chain = self._count
        else:
            self._pointing("next", place, element)

    def _sequence(self, place: int, element: Element) -> None:
        here = [n for at in self._subjects for n in self._names(self._elements[at])]
        if len(set(here)) > 1:
            self._in_order(here)
        elif self._told:
            self._in_order(self._told)
        else:
            self._onward = True

    def _none(self, place: int, element: Element) -> None:
        """Said to be free: nothing to note."""

    def _lost(self, place: int, element: Element) -> None:
        self._lose(place)
