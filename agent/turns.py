"""The turns that are being answered: their steps so far, for everybody who watches, also those who
come later, such as a page that was loaded anew. It knows no language model."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from uuid import uuid4

from agent.steps import Step


class Turn:
    """One message that is being answered."""

    def __init__(self, text: str) -> None:
        self.id, self.text = uuid4().hex, text
        self._changed = threading.Condition()
        self._steps: list[Step] = []
        self._over = False
        self._wake: list[Callable[[], object]] = []

    def put(self, step: Step) -> None:
        """The next step, for all who watch."""
        with self._changed:
            self._steps.append(step)
            self._tell()

    def end(self) -> None:
        """There are no more steps."""
        with self._changed:
            self._over = True
            self._tell()

    def _tell(self) -> None:
        self._changed.notify_all()
        for wake in self._wake:
            with suppress(RuntimeError):  # that event loop is closed
                wake()

    def steps(self) -> Iterator[Step]:
        """All steps from the first one on, as they come, until the end."""
        seen = 0
        while new := self._since(seen):
            yield from new
            seen += len(new)

    async def follow(self) -> AsyncIterator[Step]:
        """The same for an event loop, which takes no thread to wait."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()
        news.set()

        def wake() -> object:
            return loop.call_soon_threadsafe(news.set)

        with self._changed:
            self._wake.append(wake)
        try:
            seen, over = 0, False
            while not over:
                await news.wait()
                news.clear()
                with self._changed:
                    new, over = self._steps[seen:], self._over
                seen += len(new)
                for step in new:
                    yield step
        finally:
            with self._changed:
                self._wake.remove(wake)

    def _since(self, seen: int) -> list[Step]:
        """What came after the first `seen` steps; waits for it. Empty at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._over or len(self._steps) > seen)
            return self._steps[seen:]


class Turns:
    """The turn of each conversation that somebody may still watch: the latest one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turns: dict[str, Turn] = {}

    def begin(self, session: str, turn: Turn) -> None:
        with self._lock:
            self._turns[session] = turn

    def end(self, session: str, turn: Turn) -> None:
        """It is over, and saved."""
        with self._lock:
            if self._turns.get(session) is turn:
                del self._turns[session]
        turn.end()

    def of(self, session: str) -> Turn | None:
        """The turn that is being answered; None if there is none."""
        with self._lock:
            return self._turns.get(session)
