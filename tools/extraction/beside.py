"""What rules read of the same message, beside what the network says: a second opinion on who waits
for whom, and what the network was never taught, which is skills and what starts together."""

from collections.abc import Sequence
from math import exp, log

from knowledge.numbers import fold
from tools.extraction.values import Value
from tools.prose.able import asked
from tools.prose.links import chained, links
from tools.prose.records import Reading, Row
from tools.wording.quantities import PEOPLE

LEAN = 1.5
"""By how much the rules' word shifts the log odds of the network's."""
SURE = 6.0
"""And where it is said outright that all are done one after the other."""
OWN = 0.8
"""And of what belongs to a task."""
NAMED = 2.0
"""And of a person with a Chinese name, which stands right before what he does."""
_NEVER = 1e-6


class Beside:
    """The rules' reading of a message, for the rows that the network found in it.

    Args:
        read: what the rules read.
        rows: those of the network, in the order of the message.
    """

    def __init__(self, read: Reading, rows: Sequence[Row]) -> None:
        self.read, self._rows = read, rows
        self._mine = _matched(self.read.rows, rows)
        """For each row, by name, the rules' own in the same place."""
        self._order = links(self.read)
        whole = len(self.read.rows) == len(rows) and all(self._mine.values())
        self._chained = whole and chained(self.read.words)
        skills = [skill for each in self.read.able for skill in each.skills]
        self._asked = [each for each in asked(read.message, skills) if not each.known]

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

    def owned(self, said: Sequence[Value], shares: Sequence[float]) -> list[float]:
        """How surely each task (row) has a value, with the rules' word in it; what these give to
        none they do not know.

        Args:
            said: the places that say it.
        """
        gives = {row.name: _gives(mine, said) for row, mine in self._pairs()}
        if not any(gives.values()):
            return list(shares)
        named = said[0].kind == "person" and str(said[0].key) > "\u2e80"
        lean = NAMED if named else OWN
        return [
            _shifted(share, lean if gives[row.name] else -lean) if row.name in gives else share
            for row, share in zip(self._rows, shares, strict=True)
        ]

    def give_skills(self) -> None:
        """Rows take the skills that are asked for, be it of nobody who is known."""
        nouns = {each.noun for each in self._asked}
        for row, mine in self._pairs():
            if mine.skill is not None:
                row.skill = mine.skill
            for noun in nouns & mine.held.keys():
                row.held.setdefault(noun, mine.held[noun])
                row.trades.add(noun)

    def _pairs(self) -> list[tuple[Row, Row]]:
        return [(row, mine) for row in self._rows if (mine := self._mine[row.name]) is not None]

    def _leaned(self, share: float, row: Row, other: Row) -> float:
        one, two = self._mine[row.name], self._mine[other.name]
        if one is None or two is None:
            return share
        lean = SURE if self._chained else LEAN
        return _shifted(share, lean if two.name in self._order.after.get(one.name, ()) else -lean)


def _shifted(share: float, lean: float) -> float:
    """A probability with its log odds shifted."""
    share = min(max(share, _NEVER), 1 - _NEVER)
    return 1 / (1 + exp(-log(share / (1 - share)) - lean))


def _gives(row: Row, said: Sequence[Value]) -> bool:
    """Whether the rules say of a row of theirs what these places say."""
    kind, key = said[0].kind, said[0].key
    match kind:
        case "duration":
            return row.duration is not None and row.duration.value == key
        case "priority":
            return row.priority is not None and row.priority.value == key
        case "people":
            return PEOPLE in row.held and row.held[PEOPLE].value == key
        case "limit":
            return any(each.start == said[0].start for each in row.limits.values())
    return any(fold(name) == key for name in row.held)


def _matched(found: Sequence[Row], rows: Sequence[Row]) -> dict[str, Row | None]:
    left = list(found)
    matched: dict[str, Row | None] = {}
    for row in rows:
        same = next((each for each in left if each.start < row.end and row.start < each.end), None)
        if same is not None:
            left.remove(same)
        matched[row.name] = same
    return matched
