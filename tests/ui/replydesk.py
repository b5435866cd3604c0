"""A desk for replies with everything behind it that is real and quick, and who visits it."""

from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from hashing import Hashing

from agent.audit import Audit
from agent.chats import Chats
from agent.handing import Handing
from agent.steps import Snapshot
from knowledge.feedback import Feedback
from knowledge.index import BUILT_IN
from knowledge.passage import Passage
from knowledge.templates.store import Templates
from tools.conflict.explained import optimise
from tools.person import Person
from tools.plan import Problem, Schedule
from tools.prose.clock import Clock
from tools.replies.desk import Desk
from tools.replies.examples import built_in as examples
from tools.replies.handovers import Handovers
from tools.replies.intents import OUTSIDE
from ui.accounts.visit import KEY, Visit
from ui.replying.events import Replying
from ui.replying.widgets import Open

REFUND = BUILT_IN / "procedures" / "retail-customer-refund.en.md"
FEW = [each for each in examples() if each[1] in ("retail-refund-request", OUTSIDE)]
"""Thousands would take a second each time."""
MESSAGE = "I want my money back for order 5531, I paid $89"


def bare() -> Desk:
    """A desk of a house that has no templates."""
    return Desk(Templates(None, []), Feedback(None), Hashing(), examples=FEW)


@dataclass
class Backed:
    """An assistant with a desk, a solver and one procedure; no language model."""

    desk: Desk
    kept: Problem | None = None
    planned: dict[str, Problem] = field(default_factory=dict)
    """By conversation."""
    title: str = "Refunds"
    said: dict[str, Any] = field(default_factory=dict)
    """Further fields of the passage."""
    chats: Chats = field(default_factory=lambda: Chats(None))
    audit: Audit = field(default_factory=lambda: Audit(None))
    time_zone: str = "UTC"

    def __post_init__(self) -> None:
        self.handovers = Handing(Handovers(None), self.audit)

    ready = True

    def awaited(self, language: str) -> "Backed":
        return self

    def now(self, language: str) -> "Backed":
        return self

    def find(self, *_: object, **__: object) -> list[Passage]:
        return [
            Passage(
                id="0" * 24, text="The fee is 5 yuan.", title=self.title, heading="",
                source=REFUND.name, kind="procedure", field="retail", language="en", place=0,
                **self.said,
            )
        ]  # fmt: skip

    def passage_text(self, source: str, **_: object) -> str:
        return REFUND.read_text(encoding="utf-8")

    def snapshot(self, session: str) -> Snapshot:
        return Snapshot(problem=self.kept)

    def clock(self) -> Clock:
        return Clock(datetime(2026, 11, 24, 8))

    def replan(self, session: str, problem: Problem, **_: object) -> Schedule:
        self.kept = self.planned[session] = problem
        return optimise(problem, time_limit_seconds=1)


def visitor(name: str = "Ann", **fields: Any) -> Any:
    return SimpleNamespace(scope={KEY: Visit(Person(name.lower(), name, **fields))})


def state(events: Replying, updates: dict[Any, Any]) -> Open:
    return updates[events.w.state]


def finished(events: Replying) -> Open:
    shown = events.suggest(MESSAGE, "customer: Bo Li", "warm", "", visitor())
    return state(events, shown)
