"""Who is asking: what the tools may know of a user. Where accounts come from is not known here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["staff", "manager", "admin"]
"""Each may do what those before it may."""
ROLES: tuple[Role, ...] = ("staff", "manager", "admin")
EVERYONE = "everyone"
"""The audience of what anybody in the house may see."""


@dataclass(frozen=True)
class Person:
    """Somebody who uses Whyflow."""

    id: str
    """Never changes, and is nobody else's."""
    name: str = ""
    role: Role = "staff"
    teams: frozenset[str] = frozenset()
    time_zone: str = field(default="", compare=False)
    """Of their browser; empty if that is not known. The same person may travel."""

    @property
    def audiences(self) -> frozenset[str]:
        """Whose texts this person may see."""
        return self.teams | {EVERYONE}

    def manages(self, audience: Iterable[str]) -> bool:
        """May this person look after what `audience` may see? An admin looks after everything."""
        return self.role == "admin" or not self.audiences.isdisjoint(audience)

    def at_least(self, role: Role) -> bool:
        """May this person do what `role` may?"""
        return ROLES.index(self.role) >= ROLES.index(role)


SOMEBODY = Person("somebody", role="admin")
"""The only person where there are no accounts: the command line, and the page on this machine."""
