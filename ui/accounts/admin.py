"""The pages where admins manage accounts: who there is, in which role and teams, and who is signed
in."""

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from agent.audit import Audit
from tools.person import ROLES
from tools.phrases import SayableError, say
from ui.accounts.finding import count_users, find_users, teams_of_all
from ui.accounts.forms import Pages, text_of
from ui.accounts.paging import asked, part
from ui.accounts.sessions import Sessions
from ui.accounts.users import LOCAL, Accounts, User
from ui.accounts.visit import person_of
from ui.locale import language_of_request


def admin_pages(accounts: Accounts, sessions: Sessions, pages: Pages, audit: Audit) -> APIRouter:
    router = APIRouter(prefix="/admin")

    def shown(
        request: Request, status: int = 200, error: str = "", name: str = "", password: str = ""
    ) -> Response:
        """
        Args:
            password: the one-time password just made for `name`; it is shown this once.
        """
        searched = asked(request, "find", "role")
        text, role = searched.get("find", ""), searched.get("role", "")
        find = partial(find_users, accounts, text, role)
        return pages.page(
            request,
            "admin",
            status,
            part=part(request, searched, count_users(accounts, text, role), find),
            teams=teams_of_all(accounts),
            roles=ROLES,
            local=LOCAL,
            error=error,
            name=name,
            password=password,
        )

    @router.get("")
    async def admin(request: Request) -> Response:
        return shown(request)

    @router.post("/users")
    async def change(request: Request) -> Response:
        form = await pages.form(request)
        language = language_of_request(request)
        if form is None:
            return shown(request, 403, say("gate-form", language))
        try:
            name, password = await run_in_threadpool(_changed, accounts, form)
        except SayableError as error:
            return shown(request, 422, error.say(language))
        told = {field: text_of(form, field) for field in ("do", "role", "teams")}
        audit.write(person_of(request).id, "account-changed", name, **told)
        return shown(request, name=name, password=password)

    def open_sessions(
        request: Request, status: int = 200, error: str = "", done: str = ""
    ) -> Response:
        searched = asked(request, "find")
        text = searched.get("find", "")
        shown = part(request, searched, sessions.count(text), partial(sessions.found, text))
        return pages.page(request, "sessions", status, part=shown, error=error, done=done)

    @router.get("/sessions")
    async def signed_in(request: Request) -> Response:
        return open_sessions(request)

    @router.post("/sessions")
    async def revoke(request: Request) -> Response:
        form, language = await pages.form(request), language_of_request(request)
        if form is None:
            return open_sessions(request, 403, say("gate-form", language))
        try:
            ended = sessions.revoke(text_of(form, "id"))
        except SayableError as error:
            return open_sessions(request, 422, error.say(language))
        name = ended.user.name
        audit.write(person_of(request).id, "session-ended", name, place=ended.place)
        return open_sessions(request, done=say("session-ended", language))

    return router


def _changed(accounts: Accounts, form: FormData) -> tuple[str, str]:
    """Does what the form asks for; the name, and the one-time password if one was made.

    Raises:
        SayableError: it cannot be done.
    """
    name, role, teams = text_of(form, "name"), text_of(form, "role"), _teams(form)
    if text_of(form, "do") == "add":
        user, password = accounts.add(name, teams=teams)
        accounts.set_role(user, role)
        return user.name, password
    user = accounts.named(name)
    return user.name, _done(accounts, user, text_of(form, "do"), role, teams)


def _done(accounts: Accounts, user: User, what: str, role: str, teams: list[str]) -> str:
    match what:
        case "save":
            accounts.set_role(user, role)
            accounts.set_teams(user, teams)
        case "disable" | "enable":
            accounts.set_disabled(user, what == "disable")
        case "password":
            return accounts.reset_password(user)
    return ""


def _teams(form: FormData) -> list[str]:
    return [team for team in text_of(form, "teams").replace("，", ",").split(",") if team.strip()]
