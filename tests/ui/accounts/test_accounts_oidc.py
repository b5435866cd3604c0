"""Signing in at an OpenID Connect provider, which is a process of its own on this machine."""

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

PROVIDER = Path(__file__).parent / "provider.py"
ANN = {"sub": "7", "preferred_username": "ann", "email": "ann@example.com", "groups": ["desk"]}


@pytest.fixture(scope="module")
def provider():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        number = str(listening.fileno())
        running = subprocess.Popen(
            [sys.executable, PROVIDER, number], pass_fds=[listening.fileno()]
        )
        try:
            with httpx.Client(
                base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=60
            ) as client:
                yield client
        finally:
            running.terminate()
            running.wait()


@pytest.fixture
def site(house, provider):
    issuer = str(provider.base_url).rstrip("/")
    return house(
        accounts="oidc",
        oidc_issuer=issuer,
        oidc_client="whyflow",
        oidc_secret="of the client",
        oidc_teams="groups",
        admins="boss@example.com",
    )


def journey(site, provider, claims, client=None):
    """Somebody with `claims` goes to the provider and back: the answer they come home to."""
    provider.post("/who", json=claims).raise_for_status()
    client = client or site.visitor()
    leaving = client.get("/signin/provider", params={"next": "/zh/"})
    returning = provider.get(leaving.headers["location"]).headers["location"]
    assert returning.startswith("https://whyflow.example/signin/back?code=")
    return client, client.get(returning)


def test_who_comes_back_from_the_provider_is_signed_in(site, provider):
    assert "Sign in with 127.0.0.1" in site.visitor().get("/signin").text
    client, home = journey(site, provider, ANN)
    assert (home.status_code, home.headers["location"]) == (303, "/zh/")
    assert client.get("/zh/").status_code == 200
    ann = site.accounts.named("ann")
    assert (ann.role, ann.teams) == ("staff", {"desk"})
    journey(site, provider, ANN | {"groups": ["night"], "preferred_username": "ann2"})
    assert site.accounts.named("ann").teams == {"night"}
    site.accounts.set_disabled(ann, True)
    assert journey(site, provider, ANN)[1].status_code == 403


def test_only_a_proved_address_makes_an_admin(site, provider):
    boss = {"sub": "1", "preferred_username": "boss@example.com", "email": "boss@example.com"}
    journey(site, provider, boss)
    assert site.accounts.named("boss@example.com").role == "staff"
    journey(site, provider, boss | {"email_verified": True})
    assert site.accounts.named("boss@example.com").role == "admin"


@pytest.mark.parametrize(
    "fault",
    [
        {"forged": True},
        {"aud": "another client"},
        {"nonce": "another nonce"},
        {"iss": "https://evil.example"},
        {"exp": 1000},
    ],
    ids=lambda fault: next(iter(fault)),
)
def test_a_token_that_is_not_for_us_signs_nobody_in(site, provider, fault, caplog):
    client, home = journey(site, provider, ANN | fault)
    assert home.status_code == 403
    assert "reference" in home.text
    assert client.get("/zh/").status_code == 303
    assert site.accounts.users() == []


def test_a_code_is_for_the_browser_that_asked_and_for_once(site, provider, caplog):
    provider.post("/who", json=ANN)
    client = site.visitor()
    returning = provider.get(client.get("/signin/provider").headers["location"]).headers["location"]
    assert site.visitor().get(returning).status_code == 403
    assert client.get(returning).status_code == 303
    assert client.get(returning).status_code == 403
