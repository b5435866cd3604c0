"""The few pages of accounts: templates that escape whatever they are given, and forms with a token
that no other site can know."""

import hmac
import secrets
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ui.accounts.identify import COOKIE
from ui.accounts.visit import visit_of
from ui.locale import language_of_request
from ui.templates import render
from ui.theme import theme_of_request

TEMPLATES = Path(__file__).parent / "templates"
FORM_COOKIE = "whyflow-form"
"""Ties a form to the browser it was shown in, also before anybody has signed in."""
ADDRESSES = {
    "signin": "/signin",
    "account": "/account",
    "admin": "/admin",
    "sessions": "/admin/sessions",
    "keys": "/admin/keys",
    "audit": "/admin/audit",
}
"""Where each page is opened; what a form is sent to is no place to come back to."""
FRESH = {"Cache-Control": "no-store"}


class Pages:
    """Answers with a page, or leads to one."""

    def __init__(self, *, secure: bool, time_zone: str) -> None:
        """
        Args:
            secure: whether people come by https, so that cookies may insist on it.
            time_zone: whose clock the pages show.
        """
        self._secure, self.zone = secure, ZoneInfo(time_zone)

    def when(self, moment: datetime, *, seconds: bool = False) -> str:
        """A moment on that clock."""
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M{':%S' if seconds else ''}}"

    def page(
        self, request: Request, template: str, /, status: int = 200, **values: object
    ) -> Response:
        """The `template`, in the visitor's language; links come back to its `ADDRESSES`."""
        language, mark = language_of_request(request), request.cookies.get(FORM_COOKIE)
        fresh = mark or secrets.token_urlsafe(16)
        visit = visit_of(request.scope)
        text = render(
            TEMPLATES,
            f"{template}.html",
            language,
            token=_token(fresh),
            person=visit.person if visit else None,
            account=visit is not None and visit.account,
            path=_with_query(ADDRESSES[template], request.url.query),
            when=self.when,
            zone=self.zone.key,
            theme=theme_of_request(request),
            **values,
        )
        answer = HTMLResponse(text, status, FRESH)
        if mark is None:
            self.set_cookie(answer, FORM_COOKIE, fresh)
        return answer

    async def form(self, request: Request) -> FormData | None:
        """What was filled in; None if it was not filled in on a page of ours."""
        form = await request.form(max_files=0, max_fields=20)
        mark, token = request.cookies.get(FORM_COOKIE, ""), form.get("token")
        right = isinstance(token, str) and hmac.compare_digest(
            token.encode(), _token(mark).encode()
        )
        return form if mark and right else None

    def signed_in(self, address: str, session: str) -> Response:
        """Leads to `address` with the cookie of a session."""
        answer = RedirectResponse(address, 303, FRESH)
        self.set_cookie(answer, COOKIE, session)
        return answer

    def signed_out(self, address: str) -> Response:
        answer = RedirectResponse(address, 303, FRESH)
        answer.delete_cookie(COOKIE, secure=self._secure, httponly=True, samesite="lax")
        return answer

    def set_cookie(self, answer: Response, name: str, value: str) -> None:
        """A cookie that scripts cannot read and that other sites cannot send along."""
        answer.set_cookie(name, value, secure=self._secure, httponly=True, samesite="lax")


def style() -> APIRouter:
    """What the pages look like."""
    router = APIRouter()

    @router.get("/accounts.css")
    async def css() -> Response:
        return FileResponse(TEMPLATES / "accounts.css", media_type="text/css")

    return router


def text_of(form: FormData, name: str) -> str:
    """One field of a form; empty if it is missing."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def local_path(address: str, otherwise: str = "/") -> str:
    """`address` if it leads to a page of ours; a link must not lead elsewhere through us."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and address.isprintable() else otherwise


def _with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def _token(mark: str) -> str:
    return sha256(f"form {mark}".encode()).hexdigest()
