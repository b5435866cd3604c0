"""What the site serves for widgets: the script for the host's page, the page that the panel opens
first, and the exchange of the host's token for a session of the panel.

The panel's session is a partitioned cookie: it is kept apart for each site that shows the panel, so
it needs no cookies of third parties, and it is never sent for a page that is opened by itself.
"""

from collections.abc import Sequence
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from agent.audit import Audit
from agent.reference import reference
from tools.phrases import Language, SayableError, say
from ui.accounts.identify import FRAMED_COOKIE
from ui.accounts.place import place_of
from ui.accounts.sessions import Sessions
from ui.accounts.users import Accounts
from ui.accounts.visit import visit_of
from ui.locale import language_of_request
from ui.templates import render
from ui.widget.tokens import Tokens

HERE = Path(__file__).parent
HOURS = 8
"""How long a panel stays signed in; then it asks the host for another token."""


def widget_pages(
    origins: Sequence[str],
    accounts: Accounts | None = None,
    sessions: Sessions | None = None,
    tokens: Tokens | None = None,
    audit: Audit | None = None,
    source: str = "widget",
) -> APIRouter:
    """
    Args:
        origins: of the pages that may show a panel.
        accounts: None without accounts; then no token is needed.
        audit: hears who signs in.
        source: under which a token's subject has an account.
    """
    router = APIRouter()

    @router.get("/embed.js")
    async def script() -> Response:
        headers = {
            "Access-Control-Allow-Origin": "*",  # for pages that load it as a module
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": "max-age=300",
        }
        return FileResponse(HERE / "embed.js", media_type="text/javascript", headers=headers)

    @router.get("/embed/frame.js")
    async def frame() -> Response:
        return FileResponse(HERE / "frame.js", media_type="text/javascript")

    @router.get("/embed")
    async def first_page(request: Request, language: Language | None = None) -> Response:
        chosen = language or language_of_request(request)
        text = render(HERE, "embed.html", chosen, origins=" ".join(origins))
        return HTMLResponse(text, headers={"Cache-Control": "no-store"})

    @router.get("/embed/session")
    async def known(request: Request) -> Response:
        return JSONResponse({"known": visit_of(request.scope) is not None})

    @router.post("/embed/session")
    async def begin(request: Request) -> Response:
        if accounts is None or sessions is None:
            return JSONResponse({"known": visit_of(request.scope) is not None})
        try:
            looking = _checked(tokens).read(str((await _body(request)).get("token", "")))
        except SayableError as error:
            return _refused(request, error)
        user = accounts.vouched(source, looking.subject, looking.name, looking.teams)
        if user.disabled:
            return _refused(request, SayableError("account-wrong"))
        place = place_of(request)
        if audit is not None:
            audit.write(user.id, "signed-in", user.name, widget=True, place=place)
        lasts = HOURS * 3600
        return _signed_in(sessions.begin(user, place, framed=True, seconds=lasts))

    return router


def _refused(request: Request, error: SayableError) -> Response:
    """Read by a person, in the panel."""
    language, id = language_of_request(request), reference()
    words = say("gate-request", language, words=error.say(language), request=id)
    return JSONResponse({"detail": words, "request": id}, 403)


def _checked(tokens: Tokens | None) -> Tokens:
    if tokens is None:
        raise SayableError("widget-no-key")
    return tokens


async def _body(request: Request) -> dict[str, object]:
    try:
        body = await request.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _signed_in(session: str) -> Response:
    answer = JSONResponse({"known": True})
    # By hand: Python learns of `Partitioned` in 3.14.
    flags = "Path=/; HttpOnly; Secure; SameSite=None; Partitioned"
    answer.headers.append("set-cookie", f"{FRAMED_COOKIE}={session}; {flags}")
    return answer
