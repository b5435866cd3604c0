"""The API behind the gate, as programs of different people reach it; only the language model is
scripted."""

import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from quick import QUICK
from uvicorn.config import LOG_LEVELS

from agent.handing import Handing
from agent.jobs import Jobs
from agent.meter import Meter
from ui.accounts.gate import Gate
from ui.accounts.identify import by_key
from ui.accounts.users import Accounts
from ui.api.app import PATH, build_api
from ui.api.caller import Service
from ui.api.keys import SCOPES, Keys
from ui.api.mcp import build_mcp
from ui.opening import Opening
from ui.watching import Watched


def running(server: Any) -> Any:
    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        async with server.session_manager.run():
            yield

    return lifespan


class House:
    """Accounts, keys and a site with nothing on it but the API."""

    def __init__(self, assistant: Any, folder: Path) -> None:
        self.accounts, self.keys = Accounts(folder / "a.sqlite", QUICK), Keys(folder / "k.sqlite")
        store, names = assistant.handovers.store, self.accounts.addressees
        assistant.handovers = Handing(store, assistant.audit, names)
        self.jobs, self.opening = Jobs(), Opening(lambda: assistant, assistant.audit)
        service = Service(self.opening, self.jobs)
        tools, server = build_mcp(service)
        site = FastAPI(lifespan=running(server), openapi_url=None, docs_url=None, redoc_url=None)
        site.mount(PATH, build_api(service))
        site.router.routes.extend(tools.routes)
        gate = Gate(site, by_key(self.keys, self.accounts), signing_in=True)
        self.site = Watched(gate, Meter())

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
def served() -> Iterator[Callable[[House], str]]:
    """Serves a house over HTTP; its address."""
    running: list[tuple[uvicorn.Server, Thread]] = []

    def serve(house: House) -> str:
        listening = socket.create_server(("127.0.0.1", 0))  # who comes early waits in line
        server = uvicorn.Server(uvicorn.Config(house.site, log_level=LOG_LEVELS["critical"]))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join()


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
