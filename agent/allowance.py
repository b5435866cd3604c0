"""So much in a while and no more: counts by key over a sliding window, in memory."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_KEYS = 10_000


@dataclass
class _Used:
    """What one key used."""

    lately: deque[tuple[float, float]] = field(default_factory=deque)
    """When, and how much; the oldest first."""
    total: float = 0
    """Of all of that, so that nobody adds up what may be thousands of requests at the next."""

    def add(self, moment: float, amount: float) -> None:
        self.lately.append((moment, amount))
        self.total += amount

    def forget_until(self, moment: float) -> None:
        while self.lately and self.lately[0][0] <= moment:
            self.total -= self.lately.popleft()[1]


class Allowance:
    """How much each key may use of something within `seconds`."""

    def __init__(
        self, limit: float, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit, self._seconds, self._clock = limit, seconds, clock
        self._used: dict[str, _Used] = {}
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Seconds until `key` may go on; 0 if it may now."""
        with self._lock:
            used = self._recent(key)
            left = used.total - self._limit
            for moment, amount in used.lately:
                if left < 0:
                    break
                left -= amount
                if left < 0:
                    return max(moment + self._seconds - self._clock(), 0.001)
            return 0.0

    def spend(self, key: str, amount: float = 1) -> None:
        """Count something that `key` did."""
        with self._lock:
            if key not in self._used and len(self._used) >= MOST_KEYS:
                self._forget()
            self._used.setdefault(key, _Used()).add(self._clock(), amount)

    def take(self, key: str) -> float:
        """Counts it if it is allowed; else how many seconds to wait."""
        if seconds := self.wait(key):
            return seconds
        self.spend(key)
        return 0.0

    def forgive(self, key: str) -> None:
        """Start again from nothing."""
        with self._lock:
            self._used.pop(key, None)

    def _recent(self, key: str) -> _Used:
        used = self._used.get(key) or _Used()
        used.forget_until(self._clock() - self._seconds)
        return used

    def _forget(self) -> None:
        """Drops keys that used nothing lately, else the one that came first."""
        idle = [key for key in list(self._used) if not self._recent(key).lately]
        for key in idle or [next(iter(self._used))]:
            del self._used[key]
