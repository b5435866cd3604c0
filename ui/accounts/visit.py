"""Who makes a request, as the gate found out and the pages and events ask."""

from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from typing import Any

from tools.person import Person
from ui.zone import zone_of

KEY = "whyflow.visit"
"""Where the gate leaves the visit in the scope of a request."""


@dataclass(frozen=True)
class Visit:
    """Somebody who is known, and how."""

    person: Person
    session: str = ""
    """The token of the session; empty where there is none (no accounts, a proxy, an API key)."""
    framed: bool = False
    """In a panel on another site, which shows no pages of accounts."""
    must_change: bool = False
    """The password has to be changed before anything else."""
    scopes: frozenset[str] | None = None
    """What the API key of a program allows; None for a person, who may do all that they may."""

    @property
    def account(self) -> bool:
        """Whether there is a page of their account to lead to, and a session to end there."""
        return bool(self.session) and not self.framed


def visit_of(scope: MutableMapping[str, Any]) -> Visit | None:
    """Who makes the request with this ASGI scope; None if nobody knows."""
    visit: Visit | None = scope[KEY]
    return visit


def person_of(request: Any) -> Person:
    """Who makes a request, Gradio's (`gr.Request`) or Starlette's, and on whose clock they are.

    Raises:
        PermissionError: nobody knows who it is, so the gate should not have let it in.
    """
    person = known_visit(request).person
    zone = zone_of(getattr(request, "request", request).scope)
    return replace(person, time_zone=zone) if zone else person


def known_visit(request: Any) -> Visit:
    """How that person came.

    Raises:
        PermissionError: as `person_of`.
    """
    visit = visit_of(getattr(request, "request", request).scope)
    if visit is None:
        raise PermissionError("a request of nobody came through the gate")
    return visit
