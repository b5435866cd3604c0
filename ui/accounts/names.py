"""What people and teams may be called."""

from collections.abc import Iterable

from tools.phrases import SayableError

LONGEST = 100
"""Characters of a name."""


def fit(name: str) -> str:
    """
    Raises:
        SayableError: nothing can be called that.
    """
    name = name.strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        raise SayableError("account-name", name=name, limit=LONGEST)
    return name


def cleaned(name: str) -> str:
    """What can be called that, of a name that somebody else made."""
    return "".join(filter(str.isprintable, name)).strip()[:LONGEST]


def cleaned_all(names: Iterable[str]) -> frozenset[str]:
    """The same for several, without those of which nothing is left."""
    return frozenset(filter(None, map(cleaned, names)))
