"""The server is killed at random moments while people work, and started again: what it said was
done must still be there, and the audit log must prove itself."""

import contextlib
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from agent.audit import Audit, AuditError
from ui.eval.rows import Row
from ui.load.site import Site, opened

API = "/api/v1/conversations"
PEOPLE = 4
LONGEST = 3.0
"""Seconds after which it is killed at the latest."""
TASKS = "Cut {0} takes 20 minutes, 2 people. Glue {0} takes 30 minutes, 1 person, after cut {0}."


@dataclass
class Told:
    """What the server said was done."""

    messages: dict[str, list[str]] = field(default_factory=dict)
    """Of each conversation, the messages that were answered."""
    plans: dict[str, Any] = field(default_factory=dict)
    """And its plan after the last of them."""


def measure(kills: int, seed: int = 1) -> list[Row]:
    """Rows of the table."""
    chance, told, lost, broken = random.Random(seed), Told(), list[str](), 0
    with opened() as site:
        for number in range(kills):
            _work_and_kill(site, told, chance.uniform(0.2, LONGEST), number)
            site.start()
            lost += _lost(site, told)
            broken += not _proves_itself(site)
    count = sum(map(len, told.messages.values()))
    return [
        Row(f"load-lost:{kills}, n = {count}", len(lost), "count", 0, most=True, wrong=tuple(lost)),
        Row("load-audit", broken, "count", 0, most=True),
    ]


def _work_and_kill(site: Site, told: Told, seconds: float, number: int) -> None:
    people = [
        threading.Thread(target=_person, args=(site.address, told, f"{number}x{each}"))
        for each in range(PEOPLE)
    ]
    for person in people:
        person.start()
    time.sleep(seconds)
    site.kill()
    for person in people:
        person.join()


def _person(address: str, told: Told, name: str) -> None:
    """Writes until nobody answers any more."""
    with contextlib.suppress(httpx.TransportError), httpx.Client(base_url=address, timeout=30) as c:
        conversation = c.post(API).json()["id"]
        told.messages[conversation] = []
        for number in range(1000):
            text = TASKS.format(f"{name}n{number}")
            answer = c.post(f"{API}/{conversation}/messages", json={"text": text})
            answer.raise_for_status()
            told.messages[conversation].append(text)
            told.plans[conversation] = c.get(f"{API}/{conversation}").json()["schedule"]


def _lost(site: Site, told: Told) -> list[str]:
    """Which messages and plans are not there any more. A message more than was acknowledged may
    be: the answer to it was on its way."""
    lost = []
    with httpx.Client(base_url=site.address, timeout=60) as client:
        for conversation, messages in told.messages.items():
            held = client.get(f"{API}/{conversation}").json()
            said = [each["text"] for each in held.get("messages", ()) if each["role"] == "user"]
            if said[: len(messages)] != messages:
                lost.append(f"messages of {conversation}")
            elif said == messages and messages and held["schedule"] != told.plans[conversation]:
                lost.append(f"plan of {conversation}")
    return lost


def _proves_itself(site: Site) -> bool:
    log = Audit(site.folder / "data" / "audit.sqlite")
    try:
        log.verify()
    except AuditError:
        return False
    finally:
        log.close()
    return True
