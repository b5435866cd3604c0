"""How a program is told no: one shape for everything, in the language that it asks for."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from agent.chats import ChatError
from agent.reference import reference
from knowledge.passage import KnowledgeError
from tools.phrases import SayableError
from tools.record import complaint
from tools.replies.handovers import NoHandover
from ui.api.shapes import Trouble
from ui.edge import calm, of_knowledge
from ui.locale import language_of_request
from ui.opening import NotReady


class NotFound(SayableError):
    """There is nothing of that name for this caller."""


STATUS: tuple[tuple[type[SayableError], int], ...] = (
    (NotFound, 404),
    (NotReady, 503),
    (ChatError, 404),
    (NoHandover, 404),
)
"""Everything else that can be said is 422: the request was understood and cannot be done."""
RESPONSES: dict[int | str, dict[str, Any]] = {
    400: {"model": Trouble, "description": "The body is not JSON"},
    401: {"model": Trouble, "description": "No key, or one that is not known"},
    403: {"model": Trouble, "description": "The key has not this scope"},
    404: {"model": Trouble, "description": "Nothing of that name for this caller"},
    413: {"model": Trouble, "description": "The request is too large"},
    422: {"model": Trouble, "description": "Cannot be done as asked; `detail` says why"},
    429: {"model": Trouble, "description": "Too many requests; see `Retry-After`"},
    503: {"model": Trouble, "description": "Not ready yet"},
}


def add_unfit(site: FastAPI) -> None:
    """What `site` answers to a body it cannot read. FastAPI's own answer repeats the body, and
    fails if that is no text."""

    @site.exception_handler(RequestValidationError)
    async def unfit(request: Request, error: RequestValidationError) -> JSONResponse:
        first = complaint(error.errors(), error.body)
        return told(422, first.say(language_of_request(request)))


def add_errors(api: FastAPI) -> None:
    """The answers of `api` to everything that goes wrong in it."""

    @api.exception_handler(SayableError)
    async def sayable(request: Request, error: SayableError) -> JSONResponse:
        status = next((status for kind, status in STATUS if isinstance(error, kind)), 422)
        return told(status, error.say(language_of_request(request)))

    @api.exception_handler(KnowledgeError)
    async def refused(request: Request, error: KnowledgeError) -> JSONResponse:
        words = of_knowledge(error).say(language_of_request(request))
        return told(404 if error.reason == "no-source" else 422, words)

    add_unfit(api)

    @api.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> JSONResponse:
        headers = error.headers
        if error.status_code == 405:  # Starlette names the methods of the first route only
            headers = {"Allow": ", ".join(_methods(api, request.scope["path"]))}
        return told(error.status_code, str(error.detail), headers)

    @api.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        words = calm(error, language_of_request(request))
        return told(500, words)


def _methods(api: FastAPI, path: str) -> list[str]:
    """All that may be done at `path`, as the description of the API says."""
    below = path.partition(api.servers[0]["url"])[2] or path
    found: set[str] = set()
    for template, methods in api.openapi()["paths"].items():
        if compile_path(template)[0].fullmatch(below):
            found |= {method.upper() for method in methods}
    return sorted(found)


def told(status: int, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A refusal."""
    trouble = Trouble(detail=detail, request=reference())
    return JSONResponse(trouble.model_dump(), status, headers)
