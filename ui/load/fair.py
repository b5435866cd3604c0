"""A few people who share the embedded language model, which writes for one at a time: each sees how
many are before them, each gets as many answers as the others, and nobody fails."""

import asyncio
import json
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from ui.eval.rows import Row
from ui.load.site import Site, opened
from ui.load.talk import begun, steps

PEOPLE = 5
QUESTIONS = (
    "What do you think of the weather in the mountains today?",
    "Tell me a little about yourself, would you?",
    "你平时最喜欢看什么书？",
)
"""No tool answers them, so the language model has to."""
PATIENCE = 300.0
"""Seconds for an answer."""


@dataclass
class Seen:
    """What was seen."""

    answered: list[int] = field(default_factory=list)
    """Who got an answer, in this order."""
    waited: set[int] = field(default_factory=set)
    """Who was told how many are before them."""
    failed: list[str] = field(default_factory=list)


def measure(data: Path, llm: str, messages: int) -> list[Row]:
    """Rows of the table.

    Args:
        data: what the site begins with.
        llm: the language model, as the settings name it.
        messages: of each person, one after another.
    """
    with opened(data, llm) as site:
        seen = asyncio.run(_people(site, messages))
    unseen = PEOPLE - 1 - len(seen.waited)
    told = f"{PEOPLE}, n = {len(seen.answered)}"
    return [
        Row(f"load-fair:{told}", lead(seen.answered), "count", 1, most=True),
        Row("load-fair-unseen", max(0, unseen), "count", 0, most=True),
        Row("load-fair-failed", len(seen.failed), "count", 0, most=True, wrong=tuple(seen.failed)),
    ]


def lead(answered: list[int]) -> int:
    """By how many answers somebody was ever before somebody else.

    Args:
        answered: who got an answer, a number from 0 on for each, in this order.
    """
    counts, most = dict.fromkeys(range(PEOPLE), 0), 0
    for person in answered:
        counts[person] += 1
        most = max(most, max(counts.values()) - min(counts.values()))
    return most


async def _people(site: Site, messages: int) -> Seen:
    seen = Seen()
    async with httpx.AsyncClient(base_url=site.address, timeout=PATIENCE) as client:
        await asyncio.gather(*(_person(client, each, messages, seen) for each in range(PEOPLE)))
    return seen


async def _person(client: httpx.AsyncClient, number: int, messages: int, seen: Seen) -> None:
    conversation = await begun(client)
    for said in range(messages):
        question = QUESTIONS[(number + said) % len(QUESTIONS)]
        async for name, value in steps(client, conversation, question):
            if name == "waiting":
                seen.waited.add(number)
            if name == "finished":
                seen.answered.append(number)
                if not json.loads(value)["ok"]:
                    seen.failed.append(json.loads(value)["answer"])
