"""The gate in front of the whole site, as plain ASGI: who is asking, may they open this, and did
their own browser page send it. Nothing behind it sees a request that it turned away.

A request that changes something must come from a page of ours: browsers say where a request comes
from (`Sec-Fetch-Site`, `Origin`), and no page elsewhere can make them lie. Forms carry a token
besides (`forms.py`).
"""

from math import inf
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from agent.allowance import Allowance
from tools.person import SOMEBODY
from tools.phrases import say
from ui.accounts.forms import FRESH
from ui.accounts.identify import COOKIE, FRAMED_COOKIE, Identify
from ui.accounts.refusals import refused
from ui.accounts.rules import FOR_PROGRAMS, access, may
from ui.accounts.visit import KEY, Visit
from ui.headers import Message, Receive, Send
from ui.locale import language_of_request

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
MUST_CHANGE = ("/account", "/account/password", "/signout")
"""All that somebody with a one-time password may open, besides what anyone may."""
LARGEST_BODY = 11 * 1024 * 1024
LARGEST_FORM = 64 * 1024
"""Bytes that anyone may send without being known."""


class Gate:
    """Lets in who may come in, and leaves the visit in the scope for those behind."""

    def __init__(
        self,
        app: Any,
        identify: Identify,
        origin: str = "",
        signing_in: bool = False,
        requests: Allowance | None = None,
        largest: int = LARGEST_BODY,
    ) -> None:
        """
        Args:
            origin: where people reach the site, if not under the name in the request.
            signing_in: whether there is a page to sign in.
            requests: how many one person may make that change something.
            largest: bytes of a request.
        """
        self.app, self._identify = app, identify
        self._origin, self._signing_in = origin, signing_in
        self._requests, self._largest = requests, largest

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        visit = self._identify(request)
        refusal = self._refusal(request, visit)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.app({**scope, KEY: visit}, receive, send)

    def _refusal(self, request: Request, visit: Visit | None) -> Response | None:
        path = request.scope["path"]
        who = access(path)
        if who is None:
            return refused(request, 404, "gate-nothing")
        if not may(visit.person if visit else None, who):
            return self._closed(request, visit)
        if visit and visit.must_change and who != "anyone" and path not in MUST_CHANGE:
            return self._elsewhere(request, "/account", 403, "gate-must-change")
        if visit and visit.scopes is not None and not path.startswith(FOR_PROGRAMS):
            return refused(request, 403, "gate-key")
        if request.method in SAFE:
            return None
        if not self._from_our_page(request):
            return refused(request, 403, "gate-foreign")
        if _size(request) > (LARGEST_FORM if who == "anyone" else self._largest):
            return refused(request, 413, "gate-large")
        return self._too_often(request, visit)

    def _too_often(self, request: Request, visit: Visit | None) -> Response | None:
        if self._requests is None or visit is None or visit.person == SOMEBODY:
            return None
        wait = self._requests.take(visit.person.id)
        if not wait:
            return None
        refusal = refused(request, 429, "gate-often", seconds=int(wait) + 1)
        refusal.headers["retry-after"] = str(int(wait) + 1)
        return refusal

    def _closed(self, request: Request, visit: Visit | None) -> Response:
        if visit is not None:
            role = say(f"role-{visit.person.role}", language_of_request(request))
            return refused(request, 403, "gate-role", role=role)
        if request.headers.get("sec-fetch-dest") == "iframe":  # a panel asks its host
            return RedirectResponse("/embed", status_code=303, headers=FRESH)
        if not self._signing_in and FRAMED_COOKIE not in request.cookies:
            return refused(request, 403, "gate-nobody")
        asked = request.url.query
        back = quote(request.scope["path"] + (f"?{asked}" if asked else ""))
        return self._elsewhere(request, f"/signin?next={back}", 401, "gate-sign-in")

    @staticmethod
    def _elsewhere(request: Request, address: str, status: int, key: str) -> Response:
        """A person is led there; a program is told why not here."""
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(address, status_code=303, headers=FRESH)
        return refused(request, status, key)

    def _from_our_page(self, request: Request) -> bool:
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = request.headers.get("origin")
        if origin is None:
            # No browser of today leaves out both; a program has no cookie that it could not send.
            return not {COOKIE, FRAMED_COOKIE} & request.cookies.keys()
        theirs, ours = urlsplit(origin), urlsplit(self._origin or str(request.base_url))
        return (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc)


def _size(request: Request) -> float:
    """Bytes of its body, as it says itself; the server reads no more than that. Endless if it does
    not say."""
    if "transfer-encoding" in request.headers:
        return inf
    length = request.headers.get("content-length", "0")
    return int(length) if length.isdecimal() else inf
