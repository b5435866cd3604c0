"""From where somebody signs in, in words by which they know it again."""

from starlette.requests import HTTPConnection

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("MicroMessenger", "WeChat"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
"""What stands in a `User-Agent`, and what it means; the first that fits counts, because browsers
also name those that they are like."""


def place_of(request: HTTPConnection) -> str:
    """Address, browser and system, as far as the request tells."""
    agent = request.headers.get("user-agent", "")
    address = request.client.host if request.client else ""
    known = (_first(agent, BROWSERS), _first(agent, SYSTEMS))
    return " · ".join(filter(None, (address, *known)))


def _first(agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in names if mark in agent), "")
