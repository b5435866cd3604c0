"""How the running site bears a crowd, a kill and nonsense: what `whyflow bench app` measures.

`site.py` starts the real server, `words.py` a language model that writes 50 ms a token, each in a
process of its own; `crowd.py`, `requests.py`, `fair.py`, `kills.py` and `nonsense.py` are the
measurements.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from ui.eval.rows import Row

ROWS = ("crowd", "requests", "fair", "kills", "nonsense")
BREAKS = (httpx.HTTPError, OSError, LookupError, ValueError, statistics.StatisticsError)
"""What is raised where the site does not answer, or answers something else than it should."""


@dataclass(frozen=True)
class Sizes:
    """How much of everything."""

    minutes: float = 10.0
    """Of the crowd."""
    people: int = 50
    seconds: float = 10.0
    """Of requests at a steady rate."""
    rate: int = 500
    """Requests a second."""
    messages: int = 3
    """Of each of those who share the embedded language model."""
    kills: int = 50
    nonsense: int = 5000

    def scaled(self, share: float) -> "Sizes":
        """A part of everything, at least one of each; as many people and requests a second."""
        return Sizes(
            minutes=self.minutes * share,
            people=self.people,
            seconds=max(1.0, self.seconds * share),
            rate=self.rate,
            messages=max(1, round(self.messages * share)),
            kills=max(1, round(self.kills * share)),
            nonsense=max(1, round(self.nonsense * share)),
        )


Part = Callable[[Path], list[Row]]
"""Measures on a site that begins with the data in a folder."""


def parts_of(sizes: Sizes, llm: str) -> dict[str, Part]:
    """The parts of the table, by the names in `ROWS`.

    Args:
        llm: the language model of those who share one, as the settings name it.
    """
    from ui.load import crowd, fair, kills, nonsense, requests

    return {
        "crowd": lambda data: crowd.measure(data, sizes.people, sizes.minutes),
        "requests": lambda data: requests.measure(data, sizes.rate, sizes.seconds),
        "fair": lambda data: fair.measure(data, llm, sizes.messages),
        "kills": lambda data: kills.measure(data, sizes.kills),
        "nonsense": lambda data: nonsense.measure(data, sizes.nonsense),
    }


def measure(
    chosen: Sequence[str], parts: Mapping[str, Part], data: Path, tell: Callable[[str, float], None]
) -> Iterator[list[Row]]:
    """The table, part by part. Where the site breaks, that is the row, and the next part begins.

    Args:
        data: what every site begins with.
        tell: hears of each part when it is over, and how many seconds it took.
    """
    for name in chosen:
        began = time.monotonic()
        try:
            found = parts[name](data)
        except BREAKS as error:
            broken = (f"{name}: {error!r}",)
            found = [Row(f"load-broken:{name}", 1, "count", 0, most=True, wrong=broken)]
        tell(name, time.monotonic() - began)
        yield found
