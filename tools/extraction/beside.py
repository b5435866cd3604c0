"""What rules read of the same message, beside what the network says: a second opinion on who waits
for whom, and what the network was never taught, which is skills and what starts together."""

from collections.abc import Sequence
from math import exp, log

from tools.prose.links import links
from tools.prose.records import Reading, Row
from tools.prose.rows import read_rows

LEAN = 1.5
"""By how much the rules' word shifts the log odds of the network's."""
_NEVER = 1e-6


class Beside:
    """The rules' reading of a message, for the rows that the network found in it.

    Args:
        rows: those of the network, in the order of the message.
    """

    def __init__(self, message: str, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.read: Reading = read_rows(message)
        self._mine = _matched(self.read.rows, rows)
        """For each row, by name, the rules' own in the same place."""
        self._order = links(self.read)

    def shares(self, waits: Sequence[Sequence[float]]) -> list[list[float]]:
        """How surely each task (row) waits for each other, with the rules' word in it."""
        rows = self._rows
        return [
            [self._leaned(share, row, other) for other, share in zip(rows, shares, strict=True)]
            for row, shares in zip(rows, waits, strict=True)
        ]

    def together(self) -> dict[str, tuple[str, ...]]:
        """For a task those it starts with."""
        names = {mine.name: row.name for row, mine in self._pairs()}
        return {
            names[name]: tuple(names[each] for each in others if each in names)
            for name, others in self._order.together.items()
            if name in names
        }

    def give_skills(self) -> None:
        """Rows take the skills that are asked for."""
        for row, mine in self._pairs():
            if mine.skill is not None and not row.staffed:
                row.skill = mine.skill

    def _pairs(self) -> list[tuple[Row, Row]]:
        return [(row, mine) for row in self._rows if (mine := self._mine[row.name]) is not None]

    def _leaned(self, share: float, row: Row, other: Row) -> float:
        one, two = self._mine[row.name], self._mine[other.name]
        if one is None or two is None:
            return share
        share = min(max(share, _NEVER), 1 - _NEVER)
        odds = log(share / (1 - share))
        odds += LEAN if two.name in self._order.after.get(one.name, ()) else -LEAN
        return 1 / (1 + exp(-odds))


def _matched(found: Sequence[Row], rows: Sequence[Row]) -> dict[str, Row | None]:
    left = list(found)
    matched: dict[str, Row | None] = {}
    for row in rows:
        same = next((each for each in left if each.start < row.end and row.start < each.end), None)
        if same is not None:
            left.remove(same)
        matched[row.name] = same
    return matched
