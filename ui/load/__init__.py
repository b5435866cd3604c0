"""How the running site bears a crowd, a kill and nonsense: what `whyflow bench app` measures.

`site.py` starts the real server, `words.py` a language model that writes 50 ms a token, each in a
process of its own; `crowd.py`, `requests.py`, `kills.py` and `nonsense.py` are the measurements.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.eval.rows import Row

ROWS = ("crowd", "requests", "kills", "nonsense")


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
    kills: int = 50
    nonsense: int = 5000


def measure(rows: Sequence[str], sizes: Sizes) -> list[Row]:
    """The table; takes about as long as `minutes` and 15 s for each kill.

    Args:
        rows: of `ROWS`.
    """
    from ui.load import crowd, kills, nonsense, requests

    found: list[Row] = []
    if "crowd" in rows:
        found += crowd.measure(sizes.people, sizes.minutes)
    if "requests" in rows:
        found += requests.measure(sizes.rate, sizes.seconds)
    if "kills" in rows:
        found += kills.measure(sizes.kills)
    if "nonsense" in rows:
        found += nonsense.measure(sizes.nonsense)
    return found
