"""A real server around the scripted assistant, and a real browser in front of it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from standin import Scripted, serving


@pytest.fixture(scope="session")
def scripted() -> Scripted:
    return Scripted()


@pytest.fixture(scope="session")
def site(scripted: Scripted) -> Iterator[str]:
    with serving(scripted) as address:
        yield address


@pytest.fixture
def visit(browser: object, site: str) -> Iterator[Callable[..., object]]:
    from visiting import Visit

    visits = []

    def start(**options: object) -> Visit:
        visits.append(Visit(browser, site, **options))
        return visits[-1]

    yield start
    for each in visits:
        each.close()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    from standin import problem

    path = tmp_path / "plan.json"
    path.write_text(json.dumps(problem().model_dump(mode="json")), encoding="utf-8")
    return path
