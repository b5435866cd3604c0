"""How people come in: who is known, and the pages for it, as the settings choose."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from fastapi import APIRouter

from agent.allowance import Allowance
from agent.audit import Audit
from agent.settings import Settings
from tools.phrases import SayableError
from ui.accounts.admin import admin_pages
from ui.accounts.forms import Pages, style
from ui.accounts.identify import Identify, by_key, by_proxy, by_session, demo, first_of
from ui.accounts.keyring import key_pages
from ui.accounts.log import log_pages
from ui.accounts.sessions import Sessions
from ui.accounts.signin import account_pages, sign_in_pages
from ui.accounts.users import Accounts
from ui.api.keys import Keys
from ui.widget.routes import widget_pages


@dataclass(frozen=True)
class Entrance:
    """The parts of the site that know about accounts."""

    identify: Identify = demo
    """Who makes a request."""
    pages: tuple[APIRouter, ...] = field(default_factory=lambda: (widget_pages(()), style()))
    signing_in: bool = False
    """Whether there is a page to sign in."""
    origin: str = ""
    """Where people reach the site, if not under the name in their requests."""
    framing: tuple[str, ...] = ()
    """The sites that may show a page of ours in a panel."""
    requests: Allowance | None = None
    """How many one person may make that change something."""
    upload_megabytes: int = 10


def entrance(
    settings: Settings,
    accounts: Accounts | None = None,
    keys: Keys | None = None,
    audit: Audit | None = None,
) -> Entrance:
    """
    Args:
        accounts: None in the setting `demo`.
        keys: of programs, which need an account to act for.
        audit: hears who signs in, and which accounts are changed.

    Raises:
        SayableError: the settings cannot be used together.
    """
    if accounts is None:
        panels = widget_pages(settings.widget_origins)
        return _with_limits(Entrance(demo, (panels, style())), settings)
    _check(settings)
    audit = audit or Audit(None)
    secure = settings.public_url.startswith("https:")
    pages = Pages(secure=secure, time_zone=settings.time_zone)
    sessions = Sessions(accounts, settings.session_hours)
    identify = by_session(sessions)
    routers = [
        admin_pages(accounts, sessions, pages, audit),
        key_pages(keys or Keys(None), accounts, pages, audit),
        log_pages(accounts, pages, audit),
        style(),
    ]
    if settings.accounts == "proxy":
        identify = first_of((_by_proxy(settings, accounts), identify))
    else:
        routers += _signing_in(settings, accounts, sessions, pages, audit)
    if keys is not None:
        identify = first_of((by_key(keys, accounts), identify))
    routers.append(_widget(settings, accounts, sessions, audit))
    signing_in = settings.accounts != "proxy"
    return _with_limits(Entrance(identify, tuple(routers), signing_in), settings)


def _with_limits(found: Entrance, settings: Settings) -> Entrance:
    return replace(
        found,
        origin=settings.public_url,
        framing=settings.widget_origins,
        requests=Allowance(settings.requests_per_minute, 60),
        upload_megabytes=settings.upload_megabytes,
    )


def _by_proxy(settings: Settings, accounts: Accounts) -> Identify:
    return by_proxy(
        accounts,
        settings.proxy_addresses,
        settings.proxy_header,
        settings.proxy_teams_header,
        settings.admins,
    )


def _signing_in(
    settings: Settings, accounts: Accounts, sessions: Sessions, pages: Pages, audit: Audit
) -> list[APIRouter]:
    """The pages to sign in, with a password or at a provider."""
    with_provider = settings.accounts == "oidc"
    provider = urlsplit(settings.oidc_issuer).netloc if with_provider else ""
    routers = [
        sign_in_pages(accounts, sessions, pages, audit, provider=provider),
        account_pages(accounts, sessions, pages, audit),
    ]
    if with_provider:
        from ui.accounts.oidc import provider_pages  # half a second, only where it is used

        routers.append(provider_pages(settings, accounts, sessions, pages, audit))
    return routers


def _widget(settings: Settings, accounts: Accounts, sessions: Sessions, audit: Audit) -> APIRouter:
    """A token's subject is called as the provider or the proxy calls people, so that somebody has
    one account on the page and in the panel."""
    from ui.widget.tokens import tokens

    secret = settings.widget_secret.get_secret_value() if settings.widget_secret else ""
    source = {"oidc": settings.oidc_issuer, "proxy": "proxy"}.get(settings.accounts, "widget")
    checked = tokens(secret, settings.widget_key)
    return widget_pages(settings.widget_origins, accounts, sessions, checked, audit, source)


def _check(settings: Settings) -> None:
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
