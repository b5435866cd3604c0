"""The time that a study may take, for all its solves together."""

import time

from tools.solver import MIN_SECONDS


class Clock:
    """Shares the time that is left among the solves to come."""

    def __init__(self, seconds: float, solves: int) -> None:
        self.end, self.solves = time.monotonic() + seconds, solves

    @property
    def over(self) -> bool:
        return time.monotonic() >= self.end

    def share(self) -> float:
        """Seconds for the next solve."""
        left = self.end - time.monotonic()
        share = left / max(1, self.solves)
        self.solves -= 1
        return max(MIN_SECONDS, share)
