"""What is handed around while prose is read: values with their words, clauses, rows of tasks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from knowledge.numbers import fold
from tools.prose.able import Ability
from tools.prose.limits import Limit
from tools.prose.shift import Shift
from tools.prose.workers import Worker
from tools.wording.quantities import PEOPLE


class Said(NamedTuple):
    """A value, and the words that say it."""

    value: int
    words: str


@dataclass
class Row:
    """What a message says of one task; what it does not say is missing."""

    name: str
    start: int
    end: int
    label: str = ""
    """The number of its list item, as written."""
    duration: Said | None = None
    held: dict[str, Said] = field(default_factory=dict)
    """How many it holds of people, of trades, of persons by name, and of machines."""
    persons: set[str] = field(default_factory=set)
    trades: set[str] = field(default_factory=set)
    skill: Said | None = None
    """So many people with a skill, and the skill."""
    priority: Said | None = None
    limits: dict[str, Limit] = field(default_factory=dict)
    item: bool = False
    """Whether it heads an item of a list."""
    announced: bool = False
    """Whether a "then" or the like says that it is to be done."""

    @cached_property
    def low(self) -> str:
        """Its name, folded."""
        return fold(self.name)

    @property
    def called(self) -> list[str]:
        """The persons who do it, folded."""
        return [fold(name) for name in self.persons if name in self.held]

    @property
    def staffed(self) -> bool:
        """Whether it is said who does it, or that nobody is needed."""
        people = self.trades | self.persons | {PEOPLE}
        return self.skill is not None or any(name in people for name in self.held)

    @property
    def stays(self) -> bool:
        """Whether it is a task at all: it is given time or people, or said to be done."""
        return self.duration is not None or self.staffed or self.item or self.announced

    def take(self, span: "Span", said: str, over: bool = False) -> None:
        """A value is said of it; the first counts, unless it is said `over` again."""
        match span.kind:
            case "duration":
                if self.duration is None or over:
                    self.duration = Said(span.value, said)
            case "priority":
                if span.value is not None and (self.priority is None or over):
                    self.priority = Said(span.value, said)
            case "limit":
                if span.value.kind not in self.limits or over:
                    self.limits[span.value.kind] = span.value
            case "skill":
                self.skill = Said(span.value.amount, span.value.skill)
            case "machine":
                if not any(name.endswith(span.value.noun) for name in self.held):
                    self.held[span.value.noun] = Said(span.value.amount, said)
            case "worker":
                self._staff(span.value, said, over)

    def _staff(self, worker: Worker, said: str, over: bool) -> None:
        if not worker.named and worker.noun == PEOPLE and worker.amount == len(self.called) > 1:
            return  # "Lin and Bo, the two of them"
        if worker.named:
            self.persons.add(worker.noun)
        elif worker.noun != PEOPLE:
            self.trades.add(worker.noun)
        if worker.noun not in self.held or over:
            if over and not worker.named:
                for other in [PEOPLE, *self.trades]:
                    self.held.pop(other, None)
            self.held[worker.noun] = Said(worker.amount, said)


class Clause(NamedTuple):
    """A stretch of the message without a stop in it."""

    start: int
    end: int
    new_sentence: bool
    new_line: bool
    item: bool = False
    """Whether its line is an item of a list."""


class Span(NamedTuple):
    """A value in the text."""

    start: int
    end: int
    kind: str
    value: Any


class Order(NamedTuple):
    """Who waits for whom."""

    after: dict[str, tuple[str, ...]]
    """For every task the names it waits for; never a cycle."""
    together: dict[str, tuple[str, ...]]
    """For a task those it starts with, each pair once."""
    free: frozenset[str]
    """Tasks that are said to wait for nothing."""
    unclear: frozenset[str] = frozenset()
    """Tasks of which it is not sure for whom they wait."""


@dataclass
class Reading:
    """What the rules read."""

    message: str
    rows: list[Row]
    capacity: dict[str, Said]
    people: set[str]
    """What of `capacity` and of the rows are people: persons and trades."""
    doubts: list[str]
    """Why it may be wrong: words that found no place. None: the rules are sure."""
    clauses: list["Clause"]
    """The message cut up, without greetings and the like."""
    words: str
    """The message folded, with blanks for all values and all that is not about work."""
    shift: Shift | None = None
    """When all of them work."""
    able: Sequence[Ability] = ()
    """What persons can do."""
    order: Order | None = None
    """Who waits for whom, if that was read together with the rows."""
    left: Sequence[tuple[int, int]] = ()
    """Where values stand that no task has, if it was looked for."""


Extracts = Callable[[str], Reading | None]
"""Reads prose by a trained network; None if that cannot read it, and rules must."""
