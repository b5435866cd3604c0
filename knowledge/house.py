"""What a house says itself. What came with Whyflow are examples of five trades: they answer until a
house has documents of its own, and no customer is told them as its rules after that."""

from collections.abc import Callable
from typing import Any

from knowledge.fields import Field, fields_of
from knowledge.library import Library
from knowledge.passage import Passage

SHOWN = 6
"""Passages of the house's own documents, at most."""


def rules(
    library: Library, question: str, *, doubtful: bool = False, **chosen: Any
) -> list[Passage]:
    """As `Library.search`; what is nearest though nothing may fit, which is for replies to
    customers, is of the house's own documents once it has any."""
    if not (doubtful and library.has_own()):
        return library.search(question, doubtful=doubtful, **chosen)
    return library.search(question, SHOWN, doubtful=True, own=True, **chosen)[:SHOWN]


def fields_in(library: Library) -> Callable[[], frozenset[Field]]:
    """The fields that the house's own documents are of; looked at again once there are others."""
    known: dict[int, frozenset[Field]] = {}

    def fields() -> frozenset[Field]:
        count = library.count()
        if count not in known:
            known.clear()
            known[count] = fields_of(library.own_texts())
        return known[count]

    return fields
