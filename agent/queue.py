"""Taking turns at a language model that writes for one person at a time. It knows no model.

Whoever was served least in this round comes next (start-time fair queueing, Goyal et al. 1996, with
every call counting the same), so that many messages of one person do not keep the others waiting.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from tools.phrases import SayableError

GLANCE = 0.1
"""Seconds after which somebody who waits looks whether they still want to."""


class Stopped(SayableError):
    """The user pressed stop before there was an answer."""

    def __init__(self) -> None:
        super().__init__("turn-stopped")


@dataclass(frozen=True)
class Caller:
    """Who calls the language model."""

    name: str = ""
    tell: Callable[[int], None] = lambda _: None
    """Hears how many are before them, whenever that changes; 0 once it is their turn."""
    stopped: Callable[[], bool] = lambda: False


CALLER: ContextVar[Caller] = ContextVar("caller", default=Caller())  # noqa: B039 (frozen)
"""Set for a turn. Between it and the model stand LangGraph and LangChain, which have no place for
it."""


@dataclass(frozen=True, eq=False)
class _Ticket:
    caller: Caller
    order: tuple[int, int]
    """The round in which it is served, and when it was drawn."""


class FairQueue:
    """Who waits, and whose turn it is."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[_Ticket] = []
        self._busy = False
        self._round = self._drawn = 0
        self._last: dict[str, int] = {}
        """The latest round for which each caller has a ticket."""

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @contextmanager
    def turn(self, caller: Caller) -> Iterator[None]:
        """While it is the caller's turn.

        Raises:
            Stopped: the caller does not want to wait any longer.
        """
        ticket = self._draw(caller)
        try:
            self._wait(ticket)
        except BaseException:
            self._leave(ticket)
            raise
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _draw(self, caller: Caller) -> _Ticket:
        with self._changed:
            number = max(self._round, self._last.get(caller.name, -1) + 1)
            ticket = _Ticket(caller, (number, self._drawn))
            self._last[caller.name] = number
            self._drawn += 1
            self._waiting.append(ticket)
            return ticket

    def _wait(self, ticket: _Ticket) -> None:
        told = 0
        while True:
            if ticket.caller.stopped():
                raise Stopped
            with self._changed:
                before = self._before(ticket)
                if before == 0:
                    self._begin(ticket)
                elif before == told:
                    self._changed.wait(GLANCE)
            if before != told:
                ticket.caller.tell(before)
                told = before
            if before == 0:
                return

    def _before(self, ticket: _Ticket) -> int:
        return self._busy + sum(each.order < ticket.order for each in self._waiting)

    def _begin(self, ticket: _Ticket) -> None:
        self._waiting.remove(ticket)
        self._busy = True
        self._round = ticket.order[0]
        # Who has no ticket for a later round counts as new.
        self._last = {name: last for name, last in self._last.items() if last >= self._round}

    def _leave(self, ticket: _Ticket) -> None:
        with self._changed:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            else:  # its turn had begun, and telling so failed
                self._busy = False
            self._changed.notify_all()
