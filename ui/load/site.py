"""The real server in a process of its own, on loopback and with data of its own."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
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


class Site:
    """A server that can be killed and started again on the same data."""

    def __init__(self, folder: Path, llm: str) -> None:
        self.folder, self._llm = folder, llm
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
        command = ["ui", "serve", "--port", str(self.port), "--llm", self._llm]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", START, *command], cwd=self.folder, stdout=log, stderr=log
            )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{self.address}/readyz", timeout=5).status_code == 200:
                    return
            time.sleep(0.1)
        raise TimeoutError(f"no answer from {self.address} after {PATIENCE:g} s; see {log.name}")

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
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None


@contextlib.contextmanager
def opened() -> Iterator[Site]:
    """A site that runs, with a language model that writes at an even pace."""
    with TemporaryDirectory(prefix="whyflow-load-") as folder, _words() as llm:
        site = Site(Path(folder), llm)
        site.start()
        try:
            yield site
        finally:
            site.stop()


@contextlib.contextmanager
def _words() -> Iterator[str]:
    command = [sys.executable, "-c", START, "ui.load.words"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"openai:http://127.0.0.1:{process.stdout.readline().strip()}#words"
        process.terminate()
