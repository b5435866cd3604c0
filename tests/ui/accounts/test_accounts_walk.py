"""Every route of the site, as everybody: the routes are listed by the app itself, so that a new one
without a rule fails here. What may be done behind a route is tested where it belongs."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse

from tools.person import ROLES, Person
from ui.accounts.gate import Gate
from ui.accounts.rules import access, may
from ui.accounts.visit import Visit
from ui.pages import PAGES

OPEN = {
    "/",
    "/accounts.css",
    "/chart.js",
    "/embed",
    "/embed.js",
    "/embed/frame.js",
    "/embed/session",
    "/favicon.ico",
    "/favicon.svg",
    "/healthz",
    "/page.js",
    "/readyz",
    "/signin",
    "/signin/back",
    "/signin/provider",
    "/signout",
    "/switch/{language}",
    "/theme/{theme}",
    "/zoom.js",
}
"""All that anybody may open. Add to it only what shows nothing of anybody."""
PEOPLE = {role: Person(role, role, role) for role in ROLES}
PEOPLE["other team"] = Person("far", "far", "staff", frozenset({"elsewhere"}))


def served(app: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Method and path of everything that `app` serves, also below its mounts and routers."""
    candidates = getattr(app, "effective_candidates", lambda: getattr(app, "routes", ()))()
    for route in candidates:
        path = above + (getattr(route, "path", None) or "")
        if methods := getattr(route, "methods", None):
            yield from ((method, path) for method in methods)
            continue
        inner = getattr(route, "app", None)
        site = getattr(inner, "site", None)
        yield from served(getattr(site, "app", inner) or route, path)


@pytest.fixture(scope="module")
def routes(tmp_path_factory) -> list[tuple[str, str]]:
    """Of a site with all that there is, started so that the pages are built."""
    from standin import Scripted

    from agent.settings import Settings
    from ui.accounts.entrance import entrance
    from ui.accounts.users import Accounts
    from ui.api.keys import Keys
    from ui.server import build_server

    settings = Settings.read(
        accounts="oidc",
        oidc_issuer="https://id.example",
        oidc_client="whyflow",
        data=tmp_path_factory.mktemp("walk"),
    )
    accounts, built = Accounts(None), Event()

    def opened() -> Scripted:
        built.set()
        return Scripted()

    server = build_server(opened, entrance(settings, accounts, Keys(None)))
    with TestClient(server):
        assert built.wait(120)
        found = sorted(set(served(server)))
    accounts.close()
    return found


def filled(path: str) -> str:
    """The path with something in place of its parameters."""
    return re.sub("{[^}]+}", lambda found: "en" if "language" in found[0] else "x", path)


def test_the_walk_finds_the_routes_of_all_parts(routes):
    paths = {path for _, path in routes}
    assert {"/admin/users", "/account/password", "/signin/back", "/healthz"} <= paths
    for page in PAGES:
        assert page.address("zh").rstrip("/") + "/gradio_api/queue/join" in paths


def test_every_route_has_a_rule_and_only_a_few_are_open(routes):
    for _, path in routes:
        assert access(filled(path)), f"{path} has no rule in ui/accounts/rules.py"
    assert {path for _, path in routes if access(filled(path)) == "anyone"} == OPEN


def test_every_route_is_open_to_whom_its_rule_says_and_to_nobody_else(routes):
    async def behind(scope, receive, send):
        await PlainTextResponse("came in")(scope, receive, send)

    def as_person(person: Person | None, _: object) -> Visit | None:
        return Visit(person) if person else None

    async def walked(person: Person | None) -> None:
        gate = Gate(behind, partial(as_person, person), signing_in=True)
        async with httpx2.AsyncClient(
            transport=httpx2.ASGITransport(gate),
            base_url="http://testserver",
            headers={"sec-fetch-site": "same-origin"},
        ) as client:
            for method, path in routes:
                answer = await client.request(method, filled(path), headers={"content-length": "0"})
                came_in = answer.status_code == 200
                assert came_in == may(person, access(filled(path))), (person, method, path)
            for path in ("/nowhere", "/EN/", "/signinx", "/healthz/x"):
                assert (await client.get(path)).status_code == 404, path

    with ThreadPoolExecutor(1) as apart:  # a test of pages in this process has its own event loop
        for person in (None, *PEOPLE.values()):
            apart.submit(lambda whom: asyncio.run(walked(whom)), person).result()
