"""The turns that are being answered: their steps so far, for everybody who watches, also those who
come later, such as a page that was loaded anew. It knows no language model."""

import threading
from collections.abc import Iterator
from uuid import uuid4

from agent.steps import Step


class Turn:
    """One message that is being answered."""

    def __init__(self, text: str) -> None:
        self.id, self.text = uuid4().hex, text
        self._changed = threading.Condition()
        self._steps: list[Step] = []
        self._over = False

    def put(self, step: Step) -> None:
        """The next step, for all who watch."""
        with self._changed:
            self._steps.append(step)
            self._changed.notify_all()

    def end(self) -> None:
        """There are no more steps."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def steps(self) -> Iterator[Step]:
        """All steps from the first one on, as they come, until the end."""
        seen = 0
        while new := self._since(seen):
            yield from new
            seen += len(new)

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
