"""Requests at a steady rate, whoever waits: for the health and the page where the knowledge is
searched. The client is plain, because a full one takes more of the machine than the server."""

import asyncio
import time
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from ui.eval.rows import Row
from ui.load.site import opened

PATHS = ("/healthz", "/en/knowledge/")
CONNECTIONS = 50


def measure(data: Path, rate: int, seconds: float) -> list[Row]:
    """Rows of the table.

    Args:
        data: what the site begins with.
    """
    with opened(data) as site:
        taken, failed = asyncio.run(steady(site.address, rate, seconds))
    late = quantiles(taken, n=20)[-1] if len(taken) > 1 else float("inf")
    told = f"{rate}/s, n = {len(taken)}"
    return [
        Row(f"load-requests:{told}", late, "seconds", 0.05, most=True),
        Row("load-requests-failed", failed, "count", 0, most=True),
    ]


async def steady(address: str, rate: int, seconds: float) -> tuple[list[float], int]:
    """Seconds of each request from when it was due, and how many were not answered with 200."""
    due: asyncio.Queue[tuple[float, str] | None] = asyncio.Queue()
    taken: list[float] = []
    failed: list[int] = []
    workers = [
        asyncio.create_task(_worker(address, due, taken, failed)) for _ in range(CONNECTIONS)
    ]
    began = time.monotonic()
    for number in range(int(rate * seconds)):
        moment = began + number / rate
        await asyncio.sleep(max(0.0, moment - time.monotonic()))
        due.put_nowait((moment, PATHS[number % len(PATHS)]))
    for _ in workers:
        due.put_nowait(None)
    await asyncio.gather(*workers)
    return taken, len(failed)


async def _worker(
    address: str,
    due: "asyncio.Queue[tuple[float, str] | None]",
    taken: list[float],
    failed: list[int],
) -> None:
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    while (asked := await due.get()) is not None:
        moment, path = asked
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        status = await _answer(reader)
        taken.append(time.monotonic() - moment)
        if status != 200:
            failed.append(status)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    """The status of the next answer, whose body is read to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    headers = dict(line.split(": ", 1) for line in head[1:] if line)
    if "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
    else:
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return int(head[0].split()[1])
