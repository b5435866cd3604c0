"""The time a solve has, and what it tells while it runs."""

import time
from collections.abc import Callable

from tools.plan import Goal
from tools.plan.money import Valued

BEAT = 0.5
"""Seconds after which the same is told again."""


class Progress(Valued):
    """The state of a solve at a moment."""

    goal: Goal
    """The goal that is being made small."""
    value: int | None
    """Of the best plan so far; None before there is one."""
    bound: int | None
    """No plan can be below."""
    weighed: bool = False
    """Are the moves from the plan before added to both, with their weight?"""
    seconds: float
    """Since the solve began."""
    tried: int = 0
    """Of many plans that are compared: so many are made, of `trials`."""
    trials: int = 0
    """0: it is one plan that is looked for."""


class Watch:
    """When a solve began, when it must end, who is told, and whether it was cancelled."""

    def __init__(
        self,
        seconds: float,
        tell: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.began = time.monotonic()
        self.end = self.began + seconds
        self._tell, self._cancelled = tell, cancelled
        self._last: tuple[Goal, int | None, int | None] | None = None
        self._told = 0.0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return self.end - time.monotonic()

    @property
    def over(self) -> bool:
        """Is the time over, or was the solve cancelled?"""
        return self.left <= 0 or self.cancelled()

    def cancelled(self) -> bool:
        return self._cancelled is not None and self._cancelled()

    def tell(self, goal: Goal, value: int | None, bound: int | None, weighed: bool = False) -> None:
        """Pass on what is new; from time to time also that nothing is, so that whoever waits can
        see that it goes on."""
        seconds = round(self.seconds, 3)
        known = self._last == (goal, value, bound) and seconds < self._told + BEAT
        if self._tell is None or known:
            return
        self._last, self._told = (goal, value, bound), seconds
        self._tell(Progress(goal=goal, value=value, bound=bound, weighed=weighed, seconds=seconds))
