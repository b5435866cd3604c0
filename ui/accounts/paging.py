"""A long list in pages short enough to look through: which of them, the address says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

SIZE = 50
"""Lines of a page."""
Line = TypeVar("Line")


@dataclass(frozen=True)
class Part(Generic[Line]):
    """One page of a list, and what leads to the others."""

    shown: Sequence[Line]
    total: int
    """Lines in the whole list."""
    number: int
    """Which page this is, from 1."""
    asked: Mapping[str, str]
    """What was searched for, by the name of its field; without what was left empty."""

    @property
    def last(self) -> int:
        return max(1, -(-self.total // SIZE))

    @property
    def first_line(self) -> int:
        return (self.number - 1) * SIZE + 1

    @property
    def last_line(self) -> int:
        return self.first_line + len(self.shown) - 1

    def query(self, number: int | None = None) -> str:
        """Leads to a page of the same search, to this one if none is named."""
        return urlencode({**self.asked, "page": number or self.number})

    @property
    def search(self) -> str:
        """Leads to all that was found."""
        return urlencode(self.asked)


def asked(request: Request, *names: str) -> dict[str, str]:
    """What the address searches for in these fields."""
    given = {name: request.query_params.get(name, "").strip()[:200] for name in names}
    return {name: value for name, value in given.items() if value}


def part(
    request: Request,
    searched: Mapping[str, str],
    total: int,
    lines: Callable[[int, int], Sequence[Line]],
) -> Part[Line]:
    """The page that the address names; the last one if there are fewer.

    Args:
        lines: how many at most, and how many to leave out before them.
    """
    wanted = request.query_params.get("page", "")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else 1
    number = min(max(number, 1), Part((), total, 1, searched).last)
    return Part(lines(SIZE, (number - 1) * SIZE), total, number, searched)
