"""Undo and redo: which plans stood before, and which were undone."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.state import Kept
from tools.wording.undoing import Way

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

    def back(self, now: Kept, way: Way, count: int | None) -> tuple[Kept, "History", int]:
        """The plan so many changes away from `now`, the history as it is then, and how many there
        were; needs one. Of several none goes back beyond the first plan.

        Args:
            count: None: all there are.
        """
        most = sum(each.problem is not None for each in getattr(self, way))
        count = max(1, most if count is None else min(count, most))
        plan, history = now, self
        for _ in range(count):
            plan, history = history.undone(plan) if way == "undo" else history.redone(plan)
        return plan, history, count

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
