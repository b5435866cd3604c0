"""Undo and redo: which plans stood before, and which were undone."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.state import Kept

MOST = 30
MOST_TASKS = 3000
"""In all plans that are kept together, so that a conversation stays small on disk; the latest plan
is kept however large it is."""


class History(NamedTuple):
    """Plans before and after the one there is, the nearest last."""

    undo: tuple[Kept, ...] = ()
    redo: tuple[Kept, ...] = ()

    def changed(self, old: Kept) -> "History":
        """After `old` was changed into another plan; what was undone is gone then."""
        return History(_latest((*self.undo, old)), ())

    def undone(self, now: Kept) -> tuple[Kept, "History"]:
        """The plan before `now`, and the history as it is then; needs something to undo."""
        *rest, old = self.undo
        return old, History(tuple(rest), _latest((*self.redo, now)))

    def redone(self, now: Kept) -> tuple[Kept, "History"]:
        """The plan that was undone last; needs something to redo."""
        *rest, new = self.redo
        return new, History(_latest((*self.undo, now)), tuple(rest))


def _latest(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The last ones, as many as there is room for."""
    size, found = 0, list[Kept]()
    for each in reversed(kept[-MOST:]):
        size += len(each.problem.tasks) if each.problem else 0
        if found and size > MOST_TASKS:
            break
        found.append(each)
    return tuple(reversed(found))
