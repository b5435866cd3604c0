"""The time zone of a browser, as `page.js` keeps it in a cookie."""

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import unquote

from starlette.requests import HTTPConnection

from tools.plan.calendar import time_zone
from tools.record import PlanError

COOKIE = "whyflow-zone"


def zone_of(scope: MutableMapping[str, Any]) -> str:
    """The name of the zone from which a request comes; empty if there is none, or it is no zone."""
    if "headers" not in scope:
        return ""
    try:
        return time_zone(unquote(HTTPConnection(scope).cookies.get(COOKIE, "")))
    except PlanError:
        return ""
