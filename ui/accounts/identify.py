"""Who makes a request: without accounts, by a session's cookie, or by the word of a proxy.

Each of these takes the request (a Starlette `HTTPConnection`) to a visit, or to None.
"""

from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address

from starlette.requests import HTTPConnection

from tools.person import SOMEBODY
from ui.accounts.sessions import Sessions
from ui.accounts.users import Accounts
from ui.accounts.visit import Visit
from ui.api.keys import Keys

COOKIE, FRAMED_COOKIE = "whyflow-session", "whyflow-panel"
"""Of a page that is opened by itself, and of a widget's panel on another site."""
Identify = Callable[[HTTPConnection], Visit | None]


def loopback(host: str) -> bool:
    """Is this a name or an address of this machine only?"""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def demo(request: HTTPConnection) -> Visit | None:
    """Everybody on this machine is the same person. The name in the address is looked at too: a
    site elsewhere may point a name of its own to this machine, and so read what stands here."""
    return Visit(SOMEBODY) if loopback(request.url.hostname or "") else None


def by_session(sessions: Sessions) -> Identify:
    """By the cookie of somebody who signed in, here or in a panel."""

    def identify(request: HTTPConnection) -> Visit | None:
        for name in (COOKIE, FRAMED_COOKIE):
            token = request.cookies.get(name, "")
            if user := sessions.whose(token) if token else None:
                return Visit(user.person, token, name == FRAMED_COOKIE, user.temporary)
        return None

    return identify


def by_proxy(
    accounts: Accounts,
    networks: Sequence[IPv4Network | IPv6Network],
    header: str,
    teams_header: str = "",
    admins: Collection[str] = (),
) -> Identify:
    """By a header that a proxy sets, and only from the proxy's addresses.

    Args:
        header: holds the name of whoever signed in at the proxy.
        teams_header: holds their teams, with commas; empty if the proxy sends none.
        admins: names of those who are always admins.
    """

    def identify(request: HTTPConnection) -> Visit | None:
        names = [name for name in request.headers.getlist(header) if name.strip()]
        if len(names) != 1 or not _from_one_of(request, networks):
            return None
        name = _read(names[0]).strip()
        teams = None
        if teams_header:
            teams = _read(request.headers.get(teams_header, "")).split(",")
        user = accounts.vouched("proxy", name, name, teams, admin=name in admins)
        return None if user.disabled else Visit(user.person)

    return identify


def _read(header: str) -> str:
    """A header is Latin-1 by the standard; proxies send names in UTF-8."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


def _from_one_of(request: HTTPConnection, networks: Sequence[IPv4Network | IPv6Network]) -> bool:
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return any(mapped in network for network in networks)


def by_key(keys: Keys, accounts: Accounts) -> Identify:
    """By the API key of a program, which acts for whom the key belongs to."""

    def identify(request: HTTPConnection) -> Visit | None:
        scheme, _, text = request.headers.get("authorization", "").partition(" ")
        key = keys.find(text.strip()) if scheme.lower() == "bearer" else None
        user = accounts.get(key.owner) if key else None
        if key is None or user is None or user.disabled:
            return None
        return Visit(user.person, scopes=key.scopes)

    return identify


def first_of(ways: Sequence[Identify]) -> Identify:
    """Whoever the first of several ways knows."""

    def identify(request: HTTPConnection) -> Visit | None:
        return next((visit for way in ways if (visit := way(request))), None)

    return identify
