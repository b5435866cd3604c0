"""One sentence of a marked message: what stands where in it. It remembers nothing of the others."""

import re
from collections.abc import Iterable

from tools.wording.clauses import Marked
from tools.wording.cues import Element, elements

_FAR = 24  # elements: no cue points further, and reading stays linear

_NO = re.compile(
    r"不能|不可|不得|不要|不允许|不应|无法|没法|别|"
    r"(?<![a-z])(?:cannot|can't|can not|don't|do not|not|never|mustn't|shouldn't)(?![a-z])"
)
_NO_WAIT = re.compile(
    r"(?:不用|不必|无需|无须|不需要?|不|"
    r"(?:does not|doesn't|do not|don't|need not|needn't|no need to|without|never|not)"
    r"(?: (?:have to|need to|necessarily))?)\s?$"
)
_WE = re.compile(r"(?<![a-z])(?:we|i|you|let's)(?![a-z])|我们?|咱们?")
_BOTH = re.compile(r"(?<![a-z])(?:both|they)(?![a-z])|两[者个项]|二者|它们|都")
_LIST = re.compile(r"\s?[(（][^()（）]*[)）]\s?,?(?:and|以及|和)\s?(?:the |also )?")
_REST = re.compile(r"[^,，:：()（）—]{0,80}")
_NOTHING = re.compile(r"[\s,，:：、.…-]*")

_BEFORE_CUE = {"after_post", "before_post"}
_BEHIND_CUE = {"after_pre", "before_pre", "like_pre", "need"}


class Sentence:
    """Elements, and which groups of tasks are described rather than referred to."""

    def __init__(self, marked: Marked, text: str, told_before: bool) -> None:
        """`told_before`: whether an earlier sentence spoke of a task, so that "it" means one."""
        self._marked, self._text, self._told_before = marked, text, told_before
        found = elements(text)
        # A likeness that no cue in its clause speaks of may be a mere word.
        cued = {element.clause for element in found if element.kind != "group"}
        self.elements = [e for e in found if e.clause in cued or self._likeness(e) >= 0.99]
        self.groups = [self._names(element) for element in self.elements]
        self.subjects = self._find_subjects()

    def _names(self, element: Element) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._marked.mention(mark).name for mark in element.marks))

    def _likeness(self, element: Element) -> float:
        return min((self._marked.mention(mark).score for mark in element.marks), default=1.0)

    def _find_subjects(self) -> frozenset[int]:
        referred: set[int] = set()
        for place, element in enumerate(self.elements):
            if self._refers_on(place):
                referred.add(place + 1)
            elif element.kind in _BEFORE_CUE or (
                element.kind == "first_post" and self._another(place - 1, referred)
            ):
                referred.add(place - 1)
        groups = (at for at, element in enumerate(self.elements) if element.kind == "group")
        return frozenset(at for at in groups if at not in referred)

    def _refers_on(self, place: int) -> bool:
        """Whether the cue at `place` makes the group behind it one that is referred to."""
        kind = self.elements[place].kind
        if kind == "also":
            return self.continues(place)
        return kind in _BEHIND_CUE and (kind != "need" or self.needs(place))

    def _another(self, place: int, referred: set[int]) -> bool:
        """Whether another task is described before the one at `place`."""
        return any(
            self.groups[at] and at not in referred and self.groups[at] != self.groups[place]
            for at in range(max(0, place - _FAR), place)
        )

    def continues(self, place: int) -> bool:
        """Whether the "and" at `place` follows "after ◆"."""
        return place > 1 and self.elements[place - 2].kind in {"after_pre", "also"}

    def needs(self, place: int) -> bool:
        """Whether "needs ◆" has a subject: a task, or "it"; in "we need ◆" the ◆ is one itself."""
        element = self.elements[place]
        groups = [e for e in self.elements[max(0, place - _FAR) : place] if e.kind == "group"]
        if groups and groups[-1].clause == element.clause:
            return True
        known = bool(groups) or self._told_before
        return known and not _WE.search(self._lead(element))

    def _lead(self, element: Element) -> str:
        """The words before `element` in its clause."""
        return self._text[max(element.begin, element.start - 80) : element.start]

    def rest(self, element: Element) -> str:
        """The words behind `element` in its clause."""
        match = _REST.match(self._text, element.end)
        return match[0].strip() if match else ""

    def words(self, element: Element) -> str:
        return self._text[element.start : element.end]

    def sure(self, at: int) -> int:
        """How well founded a wait for the group at `at` is: 4 for exact names, 2 for likenesses."""
        return 4 if self._likeness(self.elements[at]) > 1 else 2

    def described_before(
        self, place: int, without: Iterable[str] = (), clause: int | None = None
    ) -> tuple[str, ...]:
        """The nearest described tasks before `place`, in the sentence or in one clause of it."""
        for at in range(place - 1, max(-1, place - _FAR), -1):
            if clause is not None and self.elements[at].clause != clause:
                return ()
            if at in self.subjects:
                names = tuple(name for name in self.groups[at] if name not in without)
                if names:
                    return names
        return ()

    def described_behind(
        self, place: int, without: Iterable[str] = (), clause: int | None = None
    ) -> tuple[str, ...]:
        """The nearest described tasks behind `place`, in the sentence or in one clause of it."""
        for at in range(place + 1, min(place + _FAR, len(self.elements))):
            if clause is not None and self.elements[at].clause != clause:
                return ()
            if at in self.subjects and set(self.groups[at]).difference(without):
                return self.groups[at]
        return ()

    def listed(self, place: int) -> bool:
        """Whether the group at `place` ends a list: "send letters (1 hour) and order food"."""
        if not place or place - 1 not in self.subjects:
            return False
        start = self.elements[place - 1].end
        return bool(_LIST.fullmatch(self._text, start, self.elements[place].start))

    def free(self, element: Element) -> bool:
        """Whether a "not" takes the waiting back: "does not depend on"."""
        return bool(_NO_WAIT.search(self._text[max(0, element.start - 24) : element.start]))

    def forbidden(self, first: int, last: int) -> bool:
        """Whether a "not" stands beside a cue and its group: "A cannot start before B"."""
        start, end = self.elements[first].start, self.elements[last].end
        before = self.elements[first - 1].end if first else 0
        behind = self.elements[last + 1].start if last + 1 < len(self.elements) else end + 20
        sides = (
            self._text[max(before, start - 40) : start],
            self._text[end : min(behind, end + 30)],
        )
        return any(_NO.search(side) for side in sides)

    def both(self, place: int) -> bool:
        """Whether the cue at `place` is about two tasks of the sentences before."""
        return bool(_BOTH.search(self._lead(self.elements[place])))

    def ends_with_cue(self) -> bool:
        """Whether nothing follows the last cue, so that it points to the next sentence."""
        last = self.elements[-1] if self.elements else None
        return last is not None and last.kind != "group" and self.bare(last)

    def bare(self, element: Element) -> bool:
        """Whether nothing but punctuation follows in the clause."""
        return not _NOTHING.sub("", self.rest(element))
