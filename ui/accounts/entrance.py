"""How people come in: who is known, and the pages for it, as the settings choose."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import APIRouter

from agent.settings import Settings
from tools.phrases import SayableError
from ui.accounts.admin import admin_pages
from ui.accounts.forms import Pages
from ui.accounts.identify import Identify, by_proxy, by_session, demo
from ui.accounts.sessions import Sessions
from ui.accounts.signin import account_pages, sign_in_pages
from ui.accounts.users import Accounts


@dataclass(frozen=True)
class Entrance:
    """The parts of the site that know about accounts."""

    identify: Identify = demo
    """Who makes a request."""
    pages: tuple[APIRouter, ...] = ()
    signing_in: bool = False
    """Whether there is a page to sign in."""
    origin: str = ""
    """Where people reach the site, if not under the name in their requests."""


def entrance(settings: Settings, accounts: Accounts) -> Entrance:
    """For all settings but `demo`, which needs no more than `Entrance()`."""
    pages = Pages(secure=settings.public_url.startswith("https:"))
    if settings.accounts == "proxy":
        identify = by_proxy(
            accounts,
            settings.proxy_addresses,
            settings.proxy_header,
            settings.proxy_teams_header,
            settings.admins,
        )
        return Entrance(identify, (admin_pages(accounts, pages),), origin=settings.public_url)
    sessions = Sessions(accounts, settings.session_hours)
    with_provider = settings.accounts == "oidc"
    provider = urlsplit(settings.oidc_issuer).netloc if with_provider else ""
    routers = [
        sign_in_pages(accounts, sessions, pages, provider=provider),
        account_pages(accounts, sessions, pages),
        admin_pages(accounts, pages),
    ]
    if with_provider:
        routers.append(_provider_pages(settings, accounts, sessions, pages))
    return Entrance(by_session(sessions), tuple(routers), True, settings.public_url)


def _provider_pages(
    settings: Settings, accounts: Accounts, sessions: Sessions, pages: Pages
) -> APIRouter:
    from ui.accounts.oidc import provider_pages  # half a second, only where it is used

    return provider_pages(settings, accounts, sessions, pages)


def check(settings: Settings) -> None:
    """
    Raises:
        SayableError: the way of signing in needs a setting that is not there.
    """
    needed = {
        "oidc": {
            "WHYFLOW_OIDC_ISSUER": settings.oidc_issuer,
            "WHYFLOW_OIDC_CLIENT": settings.oidc_client,
        },
        "proxy": {"WHYFLOW_PROXY_ADDRESSES": settings.proxy_addresses},
    }
    for name, value in needed.get(settings.accounts, {}).items():
        if not value:
            raise SayableError("account-setting", accounts=settings.accounts, name=name)
