"""A real server around the scripted assistant, and a real browser in front of it."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from standin import Scripted, serving

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def scripted() -> Scripted:
    return Scripted()


@pytest.fixture(scope="session")
def site(scripted: Scripted) -> Iterator[str]:
    with serving(scripted) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; name one in CHROMIUM")
    with sync.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(browser: object, site: str) -> Iterator[Callable[..., object]]:
    from visiting import Visit

    visits = []

    def start(**options: object) -> Visit:
        visits.append(Visit(browser, site, **options))
        return visits[-1]

    yield start
    for each in visits:
        each.context.close()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    from standin import problem

    path = tmp_path / "plan.json"
    path.write_text(json.dumps(problem().model_dump(mode="json")), encoding="utf-8")
    return path
