"""Signing in at an OpenID Connect provider: out to it with a nonce and PKCE, back with a code,
which is changed for an identity token whose signature and claims Authlib checks."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import httpx
from authlib.integrations.starlette_client import OAuth, OAuthError
from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from joserfc.errors import JoseError

from agent.audit import Audit
from agent.settings import Settings
from tools.phrases import say
from ui.accounts.forms import FRESH, Pages, local_path
from ui.accounts.place import place_of
from ui.accounts.sessions import Sessions
from ui.accounts.users import Accounts, User
from ui.edge import report
from ui.locale import language_of_request

COOKIE = "whyflow-journey"
MINUTES, MOST = 10, 1000
"""How long a journey to the provider may take, and how many may be under way."""
UNTRUE = (OAuthError, JoseError, httpx.HTTPError, ValueError, KeyError)
"""What is raised where the provider's answer is not what it should be, or does not come."""


class Journeys:
    """What is remembered of a browser while it is at the provider, by the mark in its cookie."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, tuple[float, dict[str, Any]]] = OrderedDict()

    def begin(self, memory: dict[str, Any]) -> str:
        mark = secrets.token_urlsafe(32)
        self._open[mark] = (time.monotonic() + MINUTES * 60, memory)
        while len(self._open) > MOST:
            self._open.popitem(last=False)
        return mark

    def end(self, mark: str) -> dict[str, Any]:
        """What was remembered, this once; empty if there is no such journey."""
        until, memory = self._open.pop(mark, (0.0, {}))
        return memory if until > time.monotonic() else {}


def provider_pages(
    settings: Settings, accounts: Accounts, sessions: Sessions, pages: Pages, audit: Audit
) -> APIRouter:
    """The way to the provider and back."""
    router, journeys, client = APIRouter(prefix="/signin"), Journeys(), _client(settings)

    @router.get("/provider")
    async def leave(request: Request, next: str = "/") -> Response:
        origin = settings.public_url or str(request.base_url).rstrip("/")
        memory: dict[str, Any] = {}
        request.scope["session"] = memory  # where Authlib leaves state, nonce and verifier
        try:
            answer: Response = await client.authorize_redirect(request, f"{origin}/signin/back")
        except UNTRUE as error:
            return _failed(request, error)
        memory["next"] = local_path(next)
        pages.set_cookie(answer, COOKIE, journeys.begin(memory))
        return answer

    @router.get("/back")
    async def back(request: Request) -> Response:
        memory = journeys.end(request.cookies.get(COOKIE, ""))
        request.scope["session"] = memory
        try:
            claims = await _claims(client, request, settings)
        except UNTRUE as error:
            return _failed(request, error)
        user = known(settings, accounts, claims)
        if user.disabled:
            return _failed(request, None)
        audit.write(user.id, "signed-in", user.name, provider=settings.oidc_issuer)
        return pages.signed_in(memory["next"], sessions.begin(user, place_of(request)))

    return router


def known(settings: Settings, accounts: Accounts, claims: Mapping[str, Any]) -> User:
    """The account that belongs to the claims of an identity token.

    A name or an unproved e-mail address may be chosen by its owner, so neither makes an admin.
    """
    proved = {str(claims["sub"])}
    if claims.get("email_verified") is True:
        proved.add(str(claims["email"]))
    named = (claims.get(key) for key in ("preferred_username", "email", "name", "sub"))
    name = next(str(each) for each in named if each)
    teams = claims.get(settings.oidc_teams) if settings.oidc_teams else None
    return accounts.vouched(
        settings.oidc_issuer,
        str(claims["sub"]),
        name,
        [str(team) for team in teams] if isinstance(teams, list) else None,
        admin=bool(proved & set(settings.admins)),
    )


async def _claims(client: Any, request: Request, settings: Settings) -> Mapping[str, Any]:
    token = await client.authorize_access_token(request)
    if (await client.load_server_metadata())["issuer"] != settings.oidc_issuer:
        raise ValueError("the provider calls itself otherwise than WHYFLOW_OIDC_ISSUER")
    claims: Mapping[str, Any] = token["userinfo"]
    return claims


def _client(settings: Settings) -> Any:
    where = settings.oidc_issuer.rstrip("/")
    return OAuth().register(
        "provider",
        client_id=settings.oidc_client,
        client_secret=settings.oidc_secret.get_secret_value() if settings.oidc_secret else None,
        server_metadata_url=f"{where}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"},
    )


def _failed(request: Request, error: Exception | None) -> Response:
    """Told calmly; what was wrong is for the log."""
    reference = report(error) if error else "disabled"
    words = say("account-provider-failed", language_of_request(request), reference=reference)
    return PlainTextResponse(words, 403, FRESH)
