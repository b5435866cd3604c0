"""What a house says itself. What came with Whyflow are examples of five trades: they answer until a
house has documents of its own, and no customer is told them as its rules after that."""

from typing import Any

from knowledge.held import is_own
from knowledge.library import Library
from knowledge.passage import Passage

LOOKED, SHOWN = 16, 6
"""Passages that are looked at, and how many of the house's own among them are given."""


def rules(
    library: Library, question: str, *, doubtful: bool = False, **chosen: Any
) -> list[Passage]:
    """As `Library.search`; what is nearest though nothing may fit, which is for replies to
    customers, is of the house's own documents once it has any."""
    if not (doubtful and library.has_own()):
        return library.search(question, doubtful=doubtful, **chosen)
    found = library.search(question, LOOKED, doubtful=True, **chosen)
    return [each for each in found if is_own(each)][:SHOWN]
