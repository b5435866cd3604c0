"""Many people who chat at once: how soon each reads the first word, whether anything fails, whether
memory stays flat, and whether anybody outside is contacted."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import httpx

from ui.eval.rows import Row
from ui.load.outside import contacted
from ui.load.site import Site, opened
from ui.load.talk import begun, steps

PAUSE = 2.0
"""Seconds in which somebody reads the answer before they write again."""
MESSAGES = ("Good morning, how are you?", "Thank you, that is kind.", "你好，今天忙吗？")
WARM = 0.2
"""Share of the time after which memory is looked at for the first time."""
LEVEL = 1.1
"""Memory at the end, over that after the first part."""


@dataclass
class Crowd:
    """What was seen."""

    first: list[float] = field(default_factory=list)
    """Seconds from sending to the first word."""
    failed: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    outside: set[str] = field(default_factory=set)


def measure(data: Path, people: int, minutes: float) -> list[Row]:
    """Rows of the table.

    Args:
        data: what the site begins with.
    """
    with opened(data) as site:
        seen = asyncio.run(_crowd(site, people, minutes * 60))
    late = quantiles(seen.first, n=20)[-1] if len(seen.first) > 1 else float("inf")
    growth = seen.memory[-1] / seen.memory[0]
    told = f"{people}, n = {len(seen.first)}"
    return [
        Row(f"load-first-word:{told}", late, "seconds", 1.0, most=True),
        Row("load-failed", len(seen.failed), "count", 0, most=True, wrong=tuple(seen.failed[:20])),
        Row(f"load-memory:{minutes:g}", growth, "score", LEVEL, most=True),
        Row("load-outside", len(seen.outside), "count", 0, most=True, wrong=tuple(seen.outside)),
    ]


async def _crowd(site: Site, people: int, seconds: float) -> Crowd:
    seen, end = Crowd(), time.monotonic() + seconds
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=site.address, timeout=60, limits=limits) as client:
        await asyncio.gather(
            _watch(site, seen, seconds),
            *(_person(client, number, seen, end) for number in range(people)),
        )
    return seen


async def _watch(site: Site, seen: Crowd, seconds: float) -> None:
    await asyncio.sleep(seconds * WARM)
    rest = seconds * (1 - WARM)
    for _ in range(10):
        seen.memory.append(site.memory())
        seen.outside |= contacted(site.pid)
        await asyncio.sleep(rest / 10)
    seen.memory.append(site.memory())


async def _person(client: httpx.AsyncClient, number: int, seen: Crowd, end: float) -> None:
    try:
        conversation, said = await begun(client), number
        while time.monotonic() < end:
            await _message(client, conversation, MESSAGES[said % len(MESSAGES)], seen)
            said += 1
            await asyncio.sleep(PAUSE)
    except (httpx.HTTPError, KeyError, ValueError) as error:
        seen.failed.append(repr(error))


async def _message(client: httpx.AsyncClient, conversation: str, text: str, seen: Crowd) -> None:
    asked, first = time.monotonic(), None
    async for name, value in steps(client, conversation, text):
        if name not in ("said", "finished"):
            continue
        first = first or time.monotonic() - asked
        if name == "finished" and not json.loads(value)["ok"]:
            seen.failed.append(json.loads(value)["answer"])
    if first is None:
        seen.failed.append(f"no word in answer to {text!r}")
    else:
        seen.first.append(first)
