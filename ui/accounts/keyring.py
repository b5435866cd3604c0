"""The page where admins see the keys of programs, and withdraw them."""

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response

from agent.audit import Audit
from tools.phrases import SayableError, say
from ui.accounts.finding import ids_named
from ui.accounts.forms import Pages, text_of
from ui.accounts.paging import asked, part
from ui.accounts.users import Accounts
from ui.accounts.visit import person_of
from ui.api.keys import Keys
from ui.locale import language_of_request


def key_pages(keys: Keys, accounts: Accounts, pages: Pages, audit: Audit) -> APIRouter:
    router = APIRouter(prefix="/admin/keys")

    def shown(request: Request, status: int = 200, error: str = "", done: str = "") -> Response:
        searched = asked(request, "find")
        text = searched.get("find", "")
        owners = ids_named(accounts, text)
        find = partial(keys.found, text, owners)
        found = part(request, searched, keys.count(text, owners), find)
        owned = {key.owner: accounts.get(key.owner) for key in found.shown}
        return pages.page(
            request,
            "keys",
            status,
            part=found,
            owners=owned,
            over=keys.over,
            error=error,
            done=done,
        )

    @router.get("")
    def listed(request: Request) -> Response:
        return shown(request)

    @router.post("")
    async def withdraw(request: Request) -> Response:
        form, language = await pages.form(request), language_of_request(request)
        if form is None:
            return shown(request, 403, say("gate-form", language))
        id, owner = text_of(form, "id"), accounts.get(text_of(form, "owner"))
        try:
            keys.withdraw(id, owner.id if owner else "")
        except SayableError:
            return shown(request, 422, say("keys-unknown", language))
        audit.write(person_of(request).id, "key-withdrawn", owner.name if owner else "", key=id)
        return shown(request, done=say("key-withdrawn", language, id=id))

    return router
