"""Several processes on one library, with the vectors on a real Chroma server."""

import gc
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from children import answer, child

from knowledge.library import Library
from knowledge.passage import Document, KnowledgeError

# Chroma 1.5 never closes its connections to a server; see `left_open`.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

CHROMA = Path(sys.executable).with_name("chroma")


@pytest.fixture(autouse=True)
def left_open() -> Iterator[None]:
    """What Chroma leaves open is collected here, and not in another test."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not CHROMA.exists():
        pytest.skip(f"no {CHROMA}")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    where = ["--host", "127.0.0.1", "--port", str(port)]
    command = [str(CHROMA), "run", "--path", str(folder), *where]
    log = (folder / "log").open("w")
    with subprocess.Popen(command, stdout=log, stderr=log, cwd=folder) as running:
        address = f"http://127.0.0.1:{port}"
        while not listening(port):
            assert running.poll() is None, (folder / "log").read_text()
        yield address
        running.terminate()
    log.close()


def listening(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def test_several_processes_write_at_once_and_all_find_everything(server, tmp_path, embedder):
    folder = tmp_path / "library"
    text = "Box {} goes to gate {}, quoth the foreman."
    with Library(folder, embedder, server=server) as library:
        writers = [["add", folder, server, name, text] for name in ("ann", "ben", "eve")]
        for reply in answers(writers):
            assert reply == "20 added"
        assert library.count() == 60
        assert sum(map(len, library._shelves.standing().values())) == 60
        for name in ("ann", "ben", "eve"):
            (found,) = library.search(text.format(7, f"{name} 7"), limit=1)
            assert found.source == f"{name}/7"
        # One kills itself in the middle of a change; the next to open puts it right.
        assert answer("die", folder, "A broken parcel is repaired.", "after", server, code=-9) == ""
        with Library(folder, embedder, server=server) as second:
            assert sum(map(len, second._shelves.standing().values())) == 60
            second.forget(["ann/7"])
        found = library.search(text.format(7, "ann 7"), limit=60)
        assert found
        assert "ann/7" not in {passage.source for passage in found}


def test_vectors_move_to_a_server_and_back(server, tmp_path, embedder):
    parcel = Document(
        source="p", title="Parcel", text="A broken parcel is replaced.", language="en"
    )
    badge = parcel.model_copy(update={"source": "b", "text": "A lost badge is blocked."})
    with Library(tmp_path / "library", embedder) as library:
        library.add([parcel])
    with Library(tmp_path / "library", embedder, server=server) as library:
        assert library.search("parcel is replaced")[0].source == "p"
        library.add([badge])
    with Library(tmp_path / "library", embedder) as library:
        assert library.search("lost badge blocked")[0].source == "b"


def test_a_server_that_is_not_there_is_named(tmp_path, embedder):
    with pytest.raises(KnowledgeError, match="no Chroma server at http"):
        Library(tmp_path / "library", embedder, server="http://127.0.0.1:1")


def answers(commands: list[list[object]]) -> list[str]:
    """What processes say that run at the same time."""
    running = [child(*command) for command in commands]
    return [process.communicate()[0].strip() for process in running]
