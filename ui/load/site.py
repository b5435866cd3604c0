"""The real server in a process of its own, on loopback and with data of its own."""

import contextlib
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

ROOT = Path(__file__).parents[2]
START = (
    f"import sys, runpy; sys.path.insert(0, {str(ROOT)!r}); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=False)"
)
"""The same sources as these, from any folder: settings are read from the `.env` of that folder."""
PATIENCE = 300.0
"""Seconds for a start."""
LEAVING = 20.0
"""Seconds that a server has to end by itself."""


class Site:
    """A server that can be killed and started again on the same data."""

    def __init__(self, folder: Path, command: Callable[[int], Sequence[str]]) -> None:
        """
        Args:
            folder: its own; what it keeps is in `data` in there.
            command: starts it on a port, in this folder.
        """
        self.folder, self._command = folder, command
        self._process: subprocess.Popen[bytes] | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        settings = {
            "WHYFLOW_DATA": folder / "data",
            "WHYFLOW_REQUESTS_PER_MINUTE": 1_000_000,
            "WHYFLOW_ACCOUNTS": "demo",
            "WHYFLOW_LOG_LEVEL": "error",
        }
        lines = "".join(f"{name}={value}\n" for name, value in settings.items())
        (folder / ".env").write_text(lines, encoding="utf-8")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Until it is ready to answer.

        Raises:
            TimeoutError: it is not.
        """
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(self.port), cwd=self.folder, stdout=log, stderr=log
            )
        end = time.monotonic() + PATIENCE
        with httpx.Client(base_url=self.address, timeout=5) as client:
            while time.monotonic() < end and self._process.poll() is None:
                with contextlib.suppress(httpx.TransportError):
                    if client.get("/readyz").status_code == 200:
                        return
                time.sleep(0.1)
        raise TimeoutError(f"the server at {self.address} is not ready: {self.log()[-2000:]}")

    def kill(self) -> None:
        """As a power cut would: nothing is told."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As an operator would."""
        self._end(signal.SIGTERM)

    def memory(self) -> int:
        """Bytes that are resident."""
        text = Path(f"/proc/{self.pid}/status").read_text()
        (line,) = (line for line in text.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(LEAVING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def prepared() -> Iterator[Path]:
    """The data of a site that was started once: everything is compiled, and the knowledge is
    indexed, which takes longest of a first start."""
    with opened(None) as site:
        data = site.folder / "data"
        site.stop()
        yield data


@contextlib.contextmanager
def opened(data: Path | None, llm: str = "") -> Iterator[Site]:
    """A site that runs.

    Args:
        data: what it begins with; nothing if None.
        llm: the language model, as the settings name it; one that writes at an even pace if empty.
    """
    with TemporaryDirectory(prefix="whyflow-load-") as folder, contextlib.ExitStack() as stack:
        site = Site(Path(folder), partial(_serve, llm or stack.enter_context(_words())))
        if data is not None:
            shutil.copytree(data, site.folder / "data")
        site.start()
        try:
            yield site
        finally:
            site.stop()


def _serve(llm: str, port: int) -> list[str]:
    return [sys.executable, "-c", START, "ui", "serve", "--port", str(port), "--llm", llm]


@contextlib.contextmanager
def _words() -> Iterator[str]:
    command = [sys.executable, "-c", START, "ui.load.words"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"openai:http://127.0.0.1:{process.stdout.readline().strip()}#words"
        process.terminate()
