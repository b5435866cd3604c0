"""One table for what `whyflow eval` measures: each row a figure, its aim, and how sure it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from math import sqrt
from typing import Any, Literal, TypeVar

from tools.phrases import Language, say
from ui.bench.table import machine, today

Case = TypeVar("Case")
Z = 1.96
"""Of a normal distribution, for 95 %."""


@dataclass(frozen=True)
class Row:
    """One figure."""

    name: str
    """`eval-row-<name>` says what was measured; the rest, after a colon, is printed as it is."""
    value: float
    """A share from 0 to 1, a score from 0 to 1, seconds, or a count."""
    unit: Literal["share", "score", "seconds", "count"]
    reach: float | None = None
    """The aim; None if there is none."""
    most: bool = False
    """Whether the aim is a highest value, not a lowest."""
    right: int | None = None
    total: int | None = None
    """How many of how many, of a share."""
    wrong: tuple[str, ...] = field(default=())
    """What was wrong; empty for cases that are kept for testing."""

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None if there is none."""
        if self.reach is None:
            return None
        return self.value <= self.reach if self.most else self.value >= self.reach


def share(
    name: str,
    right: int,
    total: int,
    reach: float | None = None,
    *,
    most: bool = False,
    wrong: Sequence[str] = (),
) -> Row:
    """`right` of `total`; 0 of 0 counts as 0."""
    value = right / total if total else 0.0
    return Row(name, value, "share", reach, most, right, total, tuple(wrong))


def evenly(cases: Sequence[Case], part: float) -> Sequence[Case]:
    """So large a part of the cases, at least one, at even distances: some of each kind, if they are
    in order of their kinds."""
    wanted = max(1, round(len(cases) * part))
    return [cases[place * len(cases) // wanted] for place in range(wanted)]


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, without correction for continuity)."""
    if not total:
        return 0.0, 1.0
    part, square = right / total, Z * Z / total
    middle, half = part + square / 2, Z * sqrt(part * (1 - part) / total + square / (4 * total))
    return max(0.0, (middle - half) / (1 + square)), min(1.0, (middle + half) / (1 + square))


def rows_as_json(rows: Sequence[Row]) -> dict[str, Any]:
    """The table as data."""
    told = [asdict(row) | {"reached": row.reached, "interval": _interval(row)} for row in rows]
    return {"when": today(), "machine": machine(), "rows": told}


def rows_as_markdown(rows: Sequence[Row], language: Language) -> str:
    """The table, under a line with date and machine."""
    head = [say(f"eval-{name}", language) for name in ("work", "reach", "found", "reached")]
    lines = [head, ["---"] * len(head), *(_cells(row, language) for row in rows)]
    title = say("eval-title", language, when=today(), machine=machine())
    return "\n".join([title, "", *(f"| {' | '.join(line)} |" for line in lines)])


def _cells(row: Row, language: Language) -> list[str]:
    name, _, rest = row.name.partition(":")
    what = say(f"eval-row-{name}", language) + (f" {rest}" if rest else "")
    aim = "" if row.reach is None else ("≤ " if row.most else "") + _amount(row, row.reach)
    reached = "" if row.reached is None else say(f"bench-{_yes(row.reached)}", language)
    return [what, aim, _found(row), reached]


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def _found(row: Row) -> str:
    told, interval = _amount(row, row.value), _interval(row)
    if interval is None:
        return told
    low, high = interval
    return f"{told} ({row.right}/{row.total}; {low:.1%} - {high:.1%})"


def _interval(row: Row) -> tuple[float, float] | None:
    if row.unit != "share" or row.right is None or row.total is None:
        return None
    return wilson(row.right, row.total)


def _amount(row: Row, value: float) -> str:
    match row.unit:
        case "share":
            return f"{value:.1%}"
        case "score":
            return f"{value:.3f}"
        case "seconds":
            return f"{value:.2f} s"
        case "count":
            return f"{value:g}"
