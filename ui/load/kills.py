"""The server is killed at random moments while people work, and started again: what it said was
done must still be there, what it accepted must be there or be said to be interrupted, and the audit
log must prove itself."""

import contextlib
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from agent.audit import Audit, AuditError
from ui.eval.rows import Row
from ui.load.site import Site, opened
from ui.load.talk import API, EVENTS

SITES = 2
"""That are killed side by side: most of the time goes into starting them again."""
PEOPLE = 4
LONGEST = 3.0
"""Seconds after which it is killed at the latest."""
TASKS = "Cut {0} takes 20 minutes, 2 people. Glue {0} takes 30 minutes, 1 person, after cut {0}."


@dataclass
class Told:
    """What the server said of one conversation."""

    accepted: list[str] = field(default_factory=list)
    """Messages whose answer had begun."""
    answered: int = 0
    """How many of these were answered to the end."""
    plan: Any = None
    """The plan after the last answer; None if it was not asked for since."""


Talks = dict[str, Told]


def measure(data: Path, kills: int, seed: int = 1) -> list[Row]:
    """Rows of the table.

    Args:
        data: what the sites begin with.
    """
    counts = [len(range(first, kills, SITES)) for first in range(min(SITES, kills))]
    with ThreadPoolExecutor(len(counts)) as pool:
        seeds = range(seed, seed + len(counts))
        found = list(pool.map(lambda count, chance: _killed(data, count, chance), counts, seeds))
    accepted, lost, broken = (sum(each, start=type(each[0])()) for each in zip(*found, strict=True))
    wrong = tuple(lost)
    return [
        Row(f"load-lost:{kills}, n = {accepted}", len(lost), "count", 0, most=True, wrong=wrong),
        Row("load-audit", broken, "count", 0, most=True),
    ]


def _killed(data: Path, kills: int, seed: int) -> tuple[int, list[str], int]:
    """Messages that were accepted, what was lost of them, and audit logs that are broken."""
    chance, talks, lost, broken = random.Random(seed), Talks(), list[str](), 0
    with opened(data) as site:
        for number in range(kills):
            new = work_and_kill(site, chance.uniform(0.2, LONGEST), f"{seed}x{number}")
            talks |= new
            site.start()
            lost += lost_of(site, talks)
            broken += not proves_itself(site)
    return sum(len(told.accepted) for told in talks.values()), lost, broken


def work_and_kill(site: Site, seconds: float, name: str) -> Talks:
    """People write for so long; what they were told.

    Args:
        name: of this time, so that no task is called like one of another.
    """
    talks: Talks = {}
    people = [
        threading.Thread(target=_person, args=(site.address, talks, f"{name}x{each}"))
        for each in range(PEOPLE)
    ]
    for person in people:
        person.start()
    time.sleep(seconds)
    site.kill()
    for person in people:
        person.join()
    return talks


def _person(address: str, talks: Talks, name: str) -> None:
    """Writes until nobody answers any more."""
    # A key is missing where an answer was cut off.
    cut = contextlib.suppress(httpx.HTTPError, LookupError, ValueError)
    with cut, httpx.Client(base_url=address, timeout=30) as client:
        conversation = client.post(API).json()["id"]
        told = talks[conversation] = Told()
        for number in range(1000):
            _message(client, conversation, TASKS.format(f"{name}n{number}"), told)
            told.plan = client.get(f"{API}/{conversation}").json()["schedule"]


def _message(client: httpx.Client, conversation: str, text: str, told: Told) -> None:
    address = f"{API}/{conversation}/messages"
    with client.stream("POST", address, json={"text": text}, headers=EVENTS) as answer:
        answer.raise_for_status()
        for line in answer.iter_lines():
            if line.startswith("event: ") and text not in told.accepted:
                told.accepted.append(text)
                told.plan = None
            if line == "event: finished":
                told.answered += 1


def lost_of(site: Site, talks: Talks) -> list[str]:
    """Which messages and plans are not there any more. A message more than was acknowledged may
    be: the answer to it was on its way."""
    lost = []
    with httpx.Client(base_url=site.address, timeout=60) as client:
        for conversation, told in talks.items():
            held = client.get(f"{API}/{conversation}").json()
            said = [each["text"] for each in held.get("messages", ()) if each["role"] == "user"]
            if said[: len(told.accepted)] != told.accepted:
                lost.append(f"messages of {conversation}: {told.accepted} became {said}")
            elif told.plan is not None and held["schedule"] != told.plan and said == told.accepted:
                lost.append(f"plan of {conversation}")
    return lost


def proves_itself(site: Site) -> bool:
    """Is the audit log whole?"""
    log = Audit(site.folder / "data" / "audit.sqlite")
    try:
        log.verify()
    except AuditError:
        return False
    finally:
        log.close()
    return True
