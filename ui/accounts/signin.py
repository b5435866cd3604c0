"""The pages to sign in and out, and of one's own account."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from agent.allowance import Allowance
from agent.audit import Audit
from tools.phrases import SayableError, say
from ui.accounts.forms import Pages, local_path, text_of
from ui.accounts.place import place_of
from ui.accounts.sessions import Sessions, id_of
from ui.accounts.users import LOCAL, Accounts, User
from ui.accounts.visit import Visit, visit_of
from ui.locale import language_of_request

ATTEMPTS, MINUTES = 5, 15
"""Wrong passwords for one name from one address, before it has to wait."""
ATTEMPTS_NAME, ATTEMPTS_ADDRESS = 30, 60
"""The same for one name from anywhere, and for any names from one address."""


class Attempts:
    """How often somebody may guess."""

    def __init__(self) -> None:
        seconds = MINUTES * 60
        self._pair = Allowance(ATTEMPTS, seconds)
        self._name = Allowance(ATTEMPTS_NAME, seconds)
        self._address = Allowance(ATTEMPTS_ADDRESS, seconds)

    def wait(self, name: str, address: str) -> float:
        """Seconds until another attempt; 0 if it may be now."""
        return max(allowed.wait(key) for allowed, key in self._counted(name, address))

    def failed(self, name: str, address: str) -> None:
        for allowed, key in self._counted(name, address):
            allowed.spend(key)

    def right(self, name: str, address: str) -> None:
        self._pair.forgive(f"{name} {address}")

    def _counted(self, name: str, address: str) -> tuple[tuple[Allowance, str], ...]:
        pair = (self._pair, f"{name} {address}")
        return pair, (self._name, name), (self._address, address)


def sign_in_pages(
    accounts: Accounts, sessions: Sessions, pages: Pages, audit: Audit, *, provider: str = ""
) -> APIRouter:
    """
    Args:
        provider: the name of the place where people sign in instead; empty if there is none.
    """
    router, attempts = APIRouter(), Attempts()

    def shown(request: Request, status: int = 200, **values: Any) -> Response:
        defaults = {"error": "", "name": "", "next": "/", "provider": provider}
        return pages.page(request, "signin", status, **{**defaults, **values})

    @router.get("/signin")
    async def signin(request: Request, next: str = "/") -> Response:
        return shown(request, next=local_path(next))

    @router.post("/signin")
    async def sign_in(request: Request) -> Response:
        form = await pages.form(request)
        if form is None:
            return shown(request, 403, error=_said(request, "gate-form"))
        name, password = text_of(form, "name").strip()[:200], text_of(form, "password")
        back = local_path(text_of(form, "next"))
        address = request.client.host if request.client else ""
        seconds = attempts.wait(name.lower(), address)
        if seconds:
            error = _said(request, "account-wait", minutes=int(seconds // 60) + 1)
            return shown(request, 429, error=error, name=name, next=back)
        user = await run_in_threadpool(accounts.authenticated, name, password)
        if user is None:
            attempts.failed(name.lower(), address)
            audit.write("", "sign-in-failed", name, address=address)
            error = _said(request, "account-wrong")
            return shown(request, 401, error=error, name=name, next=back)
        attempts.right(name.lower(), address)
        audit.write(user.id, "signed-in", user.name, address=address)
        return pages.signed_in(back, sessions.begin(user, place_of(request)))

    @router.post("/signout")
    async def sign_out(request: Request) -> Response:
        visit = visit_of(request.scope)
        if await pages.form(request) is None:
            return shown(request, 403, error=_said(request, "gate-form"))
        if visit:
            sessions.end(visit.session)
            audit.write(visit.person.id, "signed-out", visit.person.name)
        return pages.signed_out("/signin")

    return router


def account_pages(accounts: Accounts, sessions: Sessions, pages: Pages, audit: Audit) -> APIRouter:
    """What everybody may do with their own account."""
    router = APIRouter(prefix="/account")

    def shown(request: Request, status: int = 200, error: str = "", done: str = "") -> Response:
        user = _own(accounts, request)
        return pages.page(
            request,
            "account",
            status,
            user=user,
            local=user.source == LOCAL,
            sessions=sessions.open(user),
            here=_session(request),
            error=error,
            done=done,
        )

    @router.get("")
    async def account(request: Request, changed: bool = False) -> Response:
        return shown(request, done=_said(request, "account-password-changed") if changed else "")

    @router.post("/password")
    async def password(request: Request) -> Response:
        form = await pages.form(request)
        if form is None:
            return shown(request, 403, _said(request, "gate-form"))
        old, new = text_of(form, "old"), text_of(form, "new")
        if new != text_of(form, "again"):
            return shown(request, 422, _said(request, "account-twice"))
        user = _own(accounts, request)
        try:
            await run_in_threadpool(accounts.change_password, user, old, new)
        except SayableError as error:
            return shown(request, 422, error.say(language_of_request(request)))
        accounts.end_sessions(user)
        audit.write(user.id, "password-changed", user.name)
        return pages.signed_in("/account?changed=1", sessions.begin(user, place_of(request)))

    @router.post("/everywhere")
    async def everywhere(request: Request) -> Response:
        if await pages.form(request) is None:
            return shown(request, 403, _said(request, "gate-form"))
        user = _own(accounts, request)
        accounts.end_sessions(user)
        audit.write(user.id, "signed-out", user.name, everywhere=True)
        return pages.signed_out("/signin")

    @router.post("/sessions")
    async def revoke(request: Request) -> Response:
        form = await pages.form(request)
        if form is None:
            return shown(request, 403, _said(request, "gate-form"))
        user, id = _own(accounts, request), text_of(form, "id")
        try:
            ended = sessions.revoke(id, user)
        except SayableError as error:
            return shown(request, 422, error.say(language_of_request(request)))
        audit.write(user.id, "session-ended", user.name, place=ended.place)
        if id == _session(request):
            return pages.signed_out("/signin")
        return shown(request, done=_said(request, "session-ended"))

    return router


def _own(accounts: Accounts, request: Request) -> User:
    visit = visit_of(request.scope)
    user = accounts.get(visit.person.id) if isinstance(visit, Visit) else None
    assert user is not None, "the gate lets in people with accounts only"
    return user


def _session(request: Request) -> str:
    """The id of the session that makes the request; empty if a proxy vouches for it."""
    visit = visit_of(request.scope)
    return id_of(visit.session) if visit and visit.session else ""


def _said(request: Request, key: str, **values: object) -> str:
    return say(key, language_of_request(request), **values)
