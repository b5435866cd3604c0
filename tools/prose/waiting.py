"""Who waits for whom, as it is collected: never a cycle, and what is said outright of a task stands
above what only follows from "then" or from what is said of another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from tools.prose.records import Order, Row

Ground = Literal["outright", "then", "shared"]
"""Why a task waits: it is said of it, it is told behind a "then", or it is said of a task beside it."""


class Waiting:
    """The order of `rows` as far as it was read."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._after: dict[str, dict[str, Ground]] = {row.name: {} for row in rows}
        self._starts: dict[str, dict[str, None]] = defaultdict(dict)
        self.free: set[str] = set()

    def order(self) -> Order:
        place = {row.name: at for at, row in enumerate(self._rows)}
        after = {
            name: tuple(sorted(others, key=place.__getitem__))
            for name, others in self._after.items()
        }
        starts = {name: tuple(others) for name, others in self._starts.items()}
        return Order(after, starts, frozenset(self.free))

    def of(self, row: Row) -> list[Row]:
        """What `row` waits for, in the order of the message."""
        return [other for other in self._rows if other.name in self._after[row.name]]

    def ends(self, told: Sequence[Row]) -> list[Row]:
        """Those of `told` that nobody waits for yet."""
        waited = {other for others in self._after.values() for other in others}
        return [row for row in told if row.name not in waited]

    def add(self, rows: Iterable[Row], others: Iterable[Row], ground: Ground = "outright") -> None:
        """Each of `rows` waits for each of `others`."""
        others = list(others)
        for row in rows:
            for other in others:
                if row is not other and not self._reaches(other.name, row.name):
                    self._after[row.name][other.name] = ground

    def drop(self, row: Row, *grounds: Ground) -> None:
        """`row` no longer waits for what it waits for on these grounds."""
        waits = self._after[row.name]
        for name in [name for name, ground in waits.items() if ground in grounds]:
            del waits[name]

    def start(self, row: Row, others: Iterable[Row]) -> None:
        """`row` starts together with `others`."""
        self._starts[row.name] |= {other.name: None for other in others if other is not row}

    def _reaches(self, name: str, goal: str) -> bool:
        seen, open_ = {name}, [name]
        while open_:
            at = open_.pop()
            if at == goal:
                return True
            new = [other for other in self._after[at] if other not in seen]
            seen.update(new)
            open_ += new
        return False
