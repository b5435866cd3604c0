"""The solves that are under way in each conversation, so that somebody can end them early and keep
the best plan so far."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tools.solver.progress import Progress

QUICK, PACE = 1.0, 0.25
"""Seconds: what a solve that ends sooner has to tell is not worth a look; nobody reads faster."""


class Solves:
    """A flag for every solve that runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, list[threading.Event]] = defaultdict(list)

    @contextmanager
    def running(self, session: str) -> Iterator[Callable[[], bool]]:
        """While a solve runs; what it is to ask, to know whether it was stopped."""
        stopped = self.begin(session)
        try:
            yield stopped.is_set
        finally:
            self.end(session, stopped)

    def begin(self, session: str) -> threading.Event:
        """From now on there is something to stop, perhaps in another thread; it is set by that."""
        stopped = threading.Event()
        with self._lock:
            self._running[session].append(stopped)
        return stopped

    def end(self, session: str, stopped: threading.Event) -> None:
        """It is over."""
        with self._lock:
            self._running[session].remove(stopped)
            if not self._running[session]:
                del self._running[session]

    def stop(self, session: str) -> None:
        """All solves of the conversation end with what they have."""
        with self._lock:
            for stopped in self._running.get(session, ()):
                stopped.set()


def paced(tell: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """`tell`, called once a solve takes longer, and then at most every `PACE` seconds."""
    last = -PACE

    def told(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.seconds >= QUICK and now - last >= PACE:
            last = now
            tell(progress)

    return told
