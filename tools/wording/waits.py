"""Who waits for whom, collected from many cues and made free of contradictions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Unclear(NamedTuple):
    """A task whose place in the order was spoken of in words that point to nothing known."""

    task: str
    words: str


class Pending(NamedTuple):
    """A cue that waits for the next task to be named."""

    kind: str
    tasks: tuple[str, ...] = ()
    sure: int = 0


class _Wait(NamedTuple):
    sure: int
    words: str


class Waits:
    """Waits between the tasks called `names`; a wait that is better founded wins over another."""

    def __init__(self, names: Sequence[str]) -> None:
        self._place = {name: at for at, name in enumerate(dict.fromkeys(names))}
        self._found: dict[tuple[str, str], _Wait] = {}
        self._awaited: dict[str, set[str]] = defaultdict(set)
        self._like: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def add(self, tasks: Iterable[str], others: Iterable[str], sure: int, words: str) -> None:
        """Each of `tasks` waits for each of `others`; `sure` ranks it against contradictions."""
        others = tuple(others)
        for task in tasks:
            for other in others:
                if task != other:
                    known = self._found.get((task, other))
                    if known is None or known.sure < sure:
                        self._found[task, other] = _Wait(sure, words)
                    self._awaited[other].add(task)

    def like(self, tasks: tuple[str, ...], others: tuple[str, ...]) -> None:
        """`tasks` wait for what `others` wait for, and not for them."""
        self._like.append((tasks, others))

    def ends(self, told: Iterable[str], without: Iterable[str]) -> tuple[str, ...]:
        """Those of `told` that nobody waits for, except maybe `without`."""
        gone = set(without)
        return tuple(
            name
            for name in dict.fromkeys(told)
            if name not in gone and self._awaited.get(name, gone) <= gone
        )

    def settle(self) -> tuple[dict[str, tuple[str, ...]], tuple[Unclear, ...]]:
        """The waits without cycles, and those that were left out for it."""
        self._copy_likes()
        after: dict[str, set[str]] = {name: set() for name in self._place}
        # For each place a bit set of all it waits for, directly or not: one look tells a cycle.
        behind = dict.fromkeys(self._place.values(), 0)
        refused = []
        for (task, other), wait in sorted(self._found.items(), key=lambda item: -item[1].sure):
            if _joins(behind, self._place[task], self._place[other]):
                after[task].add(other)
            else:
                refused.append(Unclear(task, wait.words))
        sort = self._place.__getitem__
        return {name: tuple(sorted(after[name], key=sort)) for name in after}, tuple(refused)

    def _copy_likes(self) -> None:
        waited: dict[str, list[str]] = defaultdict(list)
        for task, other in self._found:
            waited[task].append(other)
        for tasks, others in dict.fromkeys(self._like):
            copied = [name for other in others for name in waited[other] if name not in tasks]
            for task in tasks:
                waited[task] += [name for name in copied if name not in waited[task]]
            self.add(tasks, copied, 0, "")


def _joins(behind: dict[int, int], task: int, other: int) -> bool:
    """Notes that `task` waits for `other`; False, and nothing noted, if that closes a cycle."""
    if behind[other] >> task & 1:
        return False
    new = behind[other] | 1 << other
    if behind[task] | new != behind[task]:
        for place, bits in behind.items():
            if place == task or bits >> task & 1:
                behind[place] = bits | new
    return True
