"""Who calls, what they may ask for, and what answers them; the routes get it from here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from agent.jobs import Jobs
from tools.person import Person
from tools.phrases import Language, say
from ui.accounts.visit import visit_of
from ui.api.keys import Scope
from ui.locale import language_of_request
from ui.opening import Opening


@dataclass(frozen=True)
class Service:
    """What answers programs."""

    opening: Opening
    jobs: Jobs


def may(scope: Scope) -> Callable[[Request], Person]:
    """A dependency: the caller, if their key has `scope`."""

    def caller(request: Request) -> Person:
        visit = visit_of(request.scope)
        if visit is None:  # the gate would not have let them in
            raise HTTPException(401, say("gate-sign-in", language_of_request(request)))
        if visit.scopes is not None and scope not in visit.scopes:
            words = say("api-scope", language_of_request(request), scope=scope)
            raise HTTPException(403, words)
        return visit.person

    return caller


def service(request: Request) -> Service:
    """A dependency: what answers."""
    found: Service = request.app.state.service
    return found


def assistant(request: Request) -> Any:
    """A dependency: the assistant.

    Raises:
        NotReady: it is not there yet, or will never be.
    """
    return service(request).opening.now(language_of_request(request))


def note(service: Service, caller: Person, tool: str, subject: str = "", **told: object) -> None:
    """Write down that a program called `tool`, once for REST and MCP.

    Args:
        subject: the id of the plan that it is about.
        told: of the arguments, what is no text that others wrote.
    """
    audit = service.opening.audit
    audit.write(caller.id, "called", subject, tool=tool, arguments=told)


Served = Annotated[Service, Depends(service)]
Assisted = Annotated[Any, Depends(assistant)]
Spoken = Annotated[Language, Depends(language_of_request)]
Planner = Annotated[Person, Depends(may("plan"))]
Searcher = Annotated[Person, Depends(may("search"))]
Replier = Annotated[Person, Depends(may("reply"))]
Talker = Annotated[Person, Depends(may("chat"))]
