"""A site with local accounts, of which each test has its own."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from quick import QUICK
from standin import Scripted

from agent.audit import Audit
from agent.settings import Settings
from tools.person import Role
from ui.accounts.entrance import entrance
from ui.accounts.users import Accounts
from ui.api.keys import Keys
from ui.server import build_server

SITE = "https://whyflow.example"
OWN = "seven green kettles"


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    opened = Accounts(tmp_path / "accounts.sqlite", QUICK)
    yield opened
    opened.close()


@dataclass
class House:
    """A site that was not started: the pages of accounts work, the chat is not built."""

    accounts: Accounts
    settings: Settings
    clients: list[TestClient] = field(default_factory=list)
    audit: Audit = field(default_factory=lambda: Audit(None))
    keys: Keys = field(default_factory=lambda: Keys(None))

    def __post_init__(self) -> None:
        opened = entrance(self.settings, self.accounts, self.keys, self.audit)
        self.server = build_server(Scripted, opened)

    def visitor(self, **options: object) -> TestClient:
        """A browser that nobody has signed in with."""
        client = TestClient(
            self.server,
            base_url=SITE,
            follow_redirects=False,
            **{"client": ("10.0.0.1", 1)} | options,
        )
        client.headers |= {"accept": "text/html", "origin": SITE}
        self.clients.append(client)
        return client

    def person(self, name: str, role: Role = "staff", teams: tuple[str, ...] = ()) -> TestClient:
        """A browser of somebody who has signed in, with a password of their own."""
        user, password = self.accounts.add(name, role, teams)
        self.accounts.change_password(user, password, OWN)
        client = self.visitor()
        token = re.search('name="token" value="([0-9a-f]+)"', client.get("/signin").text)[1]
        values = {"token": token, "name": name, "password": OWN}
        assert client.post("/signin", data=values).status_code == 303
        return client


@pytest.fixture
def house(accounts: Accounts, tmp_path: Path) -> Iterator[Callable[..., House]]:
    built = []

    def build(audit: Audit | None = None, **options: object) -> House:
        chosen = {"accounts": "local", "data": tmp_path, "public_url": SITE} | options
        built.append(House(accounts, Settings.read(**chosen), audit=audit or Audit(None)))
        return built[-1]

    yield build
    for client in [client for each in built for client in each.clients]:
        client.close()
