"""The API behind the gate, as programs of different people reach it; only the language model is
scripted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from agent.jobs import Jobs
from ui.accounts.gate import Gate
from ui.accounts.identify import by_key
from ui.accounts.users import Accounts
from ui.api.app import PATH, build_api
from ui.api.caller import Service
from ui.api.keys import SCOPES, Keys
from ui.opening import Opening

Program = Callable[..., TestClient]


class House:
    """Accounts, keys and a site with nothing on it but the API."""

    def __init__(self, assistant: Any, folder: Path) -> None:
        self.accounts, self.keys = Accounts(folder / "a.sqlite"), Keys(folder / "k.sqlite")
        self.jobs, self.opening = Jobs(), Opening(lambda: assistant)
        site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
        site.mount(PATH, build_api(Service(self.opening, self.jobs)))
        self.site = Gate(site, by_key(self.keys, self.accounts), signing_in=True)

    def open(self) -> None:
        """Loads the models, and waits for them."""
        self.opening.start()
        self.opening._opened.result().load()

    def program(self, name: str = "ann", scopes: tuple[str, ...] = SCOPES) -> TestClient:
        """A program with a key of `name`, whose account is made if there is none."""
        known = {user.name: user for user in self.accounts.users()}
        user = known.get(name) or self.accounts.add(name)[0]
        _, text = self.keys.add(user.id, "test", scopes)
        return self.bare(authorization=f"Bearer {text}")

    def bare(self, **headers: str) -> TestClient:
        """A program with just these headers."""
        address = f"http://whyflow.example{PATH}"
        return TestClient(self.site, address, raise_server_exceptions=False, headers=headers)

    def close(self) -> None:
        self.jobs.close()
        self.accounts.close()
        self.keys.close()


@pytest.fixture
def house(assistant: Callable[..., Any], tmp_path: Path) -> Iterator[Callable[..., House]]:
    made: list[House] = []

    def make(*script: Any, opened: bool = True, **options: Any) -> House:
        made.append(House(assistant(*script, **options), tmp_path))
        if opened:
            made[-1].open()
        return made[-1]

    yield make
    for each in made:
        each.close()
