"""What cases take: seconds, and tokens that the language model reads and writes, at the median and
at the 95th percentile."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel

from agent.local import LocalChat
from agent.spending import Spending
from ui.eval.rows import Row

PLACES = {"median": 0.5, "slow": 0.95}
Spent = Callable[[], int]
"""Tells how many tokens were spent so far."""


def nothing() -> int:
    """Where no language model is asked."""
    return 0


def spent_by(llm: BaseChatModel) -> Spent:
    """What `llm` spends from now on: a model that runs here counts; of another one what it says is
    believed, and else it is estimated."""
    if isinstance(llm, LocalChat):
        return lambda: llm.tokens_spent
    spending = Spending()
    llm.callbacks = [spending]
    return lambda: spending.tokens


@dataclass
class Effort:
    """Of many cases."""

    seconds: list[float] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)

    def add(self, seconds: float, tokens: int = 0) -> None:
        """One case more."""
        self.seconds.append(seconds)
        self.tokens.append(tokens)

    def rows(self, name: str) -> Iterator[Row]:
        """Tokens are left out where no language model was asked at all.

        Args:
            name: of what was measured, as in the other rows about it.
        """
        for place, part in PLACES.items():
            yield Row(f"effort-seconds-{place}: {name}", at(self.seconds, part), "seconds")
        for place, part in PLACES.items() if any(self.tokens) else ():
            yield Row(f"effort-tokens-{place}: {name}", at(self.tokens, part), "count")


def at(values: Sequence[float], part: float) -> float:
    """The value below which `part` of all are; the nearest one that is there."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
