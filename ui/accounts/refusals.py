"""What is said to those who are turned away: a page for people, an object for programs."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from agent.reference import reference
from tools.phrases import say
from ui.accounts.forms import FRESH, TEMPLATES
from ui.accounts.rules import FOR_PROGRAMS
from ui.locale import language_of_request
from ui.templates import render
from ui.theme import theme_of_request


def refused(request: Request, status: int, key: str, **values: object) -> Response:
    """A program gets the id of its request beside the sentence; people read it in there."""
    language, id = language_of_request(request), reference()
    words = say(key, language, **values)
    if not request.scope["path"].startswith(FOR_PROGRAMS):
        words = say("gate-request", language, words=words, request=id)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(_page(request, words), status, FRESH)
    return JSONResponse({"detail": words, "request": id}, status, FRESH)


def add_lost(site: FastAPI) -> None:
    """What `site` answers where it has nothing."""

    @site.exception_handler(404)
    async def lost(request: Request, error: Exception) -> Response:
        return refused(request, 404, "gate-nothing")


def _page(request: Request, words: str) -> str:
    asked = request.url.query
    return render(
        TEMPLATES,
        "refused.html",
        language_of_request(request),
        words=words,
        person=None,
        path=request.scope["path"] + (f"?{asked}" if asked else ""),
        theme=theme_of_request(request),
    )
