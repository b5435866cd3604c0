"""What the tests of several folders share: an assistant that is real but for its language model,
and a browser."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from langchain_core.language_models import BaseChatModel
from scripted import ScriptedChat

from agent.assistant import Assistant
from agent.conversations import Conversations
from agent.settings import Settings
from agent.weights import QWEN_1_5B, find
from tools.kinds.classifier import Classifier
from ui.garbage import collect_seldom

if "PYTEST_XDIST_WORKER" in os.environ:
    # The threads of a model wait for each other, which costs most where others want the cores.
    os.environ.setdefault("WHYFLOW_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # of torch

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Every window would load two pages of its own for an address bar that nobody sees.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]


LONG = {"test_bench_command", "test_fuzz", "test_interrupt", "test_load", "test_reasons_chain"}
"""Files without a language model and a browser that take long all the same."""


def pytest_configure() -> None:
    """As the command line does it."""
    collect_seldom()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no worker is left with them at the end."""
    ranks: dict[Path, int] = {}
    for item in items:
        first = (item.get_closest_marker("llm"), item.get_closest_marker("browser"))
        place = [*map(bool, first), item.path.stem in LONG, True].index(True)
        ranks[item.path] = min(place, ranks.get(item.path, place))
    items.sort(key=lambda item: ranks[item.path])


def pytest_collection_finish() -> None:
    """What was imported stays to the end, so the garbage collector need not walk through it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; name one in CHROMIUM")
    with sync.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def e5_folder() -> Path:
    cache = Path(os.environ.get("WHYFLOW_CACHE") or Path.home() / ".cache" / "whyflow")
    folder = cache.expanduser() / "multilingual-e5-small"
    if not (folder / "modules.json").is_file():
        pytest.skip(f"no embedding model in {folder}")
    return folder


@pytest.fixture(scope="session")
def classify(e5_folder: Path) -> Classifier:
    """The network that tells what messages want, loaded at its first use."""
    return Classifier(e5_folder)


@pytest.fixture
def conversations(tmp_path: Path) -> Iterator[Conversations]:
    opened = Conversations(tmp_path / "conversations.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def assistant(conversations: Conversations) -> Callable[..., Assistant]:
    """Makes assistants on one file of conversations: with a script, or with a language model."""

    def make(*script: Any, **options: Any) -> Assistant:
        llm: BaseChatModel = (
            script[0]
            if script and isinstance(script[0], BaseChatModel)
            else ScriptedChat(script=list(script))
        )
        options = {"search": lambda *_, **__: [], "passage_text": lambda *_, **__: ""} | options
        return Assistant(llm, conversations, **options)

    return make


@pytest.fixture(scope="session")
def gguf() -> Path:
    """The embedded language model's file."""
    cache = Settings.read().cache
    file = find(QWEN_1_5B, cache)
    if file is None:
        pytest.skip(f"no {QWEN_1_5B.filename} in {cache}: run `whyflow prepare`")
    return file


@pytest.fixture(scope="session")
def indexed() -> Path:
    """A data folder with the index of the built-in documents, which takes a minute or two: kept for
    the next run, and made by `make test`. To be copied: one process at a time may write to it."""
    from ui import parts

    settings = Settings.read(data=Path(__file__).parents[1] / "build" / "indexed")
    if find(QWEN_1_5B, settings.cache) is None or not parts.embedding_folder(settings).exists():
        pytest.skip("the models are not there; `whyflow prepare` fetches them")
    settings.data.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.data.with_suffix(".lock")):
        parts.prepare(settings, parts.silent, lambda *_: None)
    return settings.data
