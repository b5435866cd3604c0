"""What a solve tells while it runs."""

from tools.plan import Goal
from tools.record import Record


class Progress(Record):
    """The state of a solve at a moment."""

    goal: Goal
    """The goal that is being made small."""
    value: int | None
    """Of the best plan so far; None before there is one."""
    bound: int | None
    """No plan can be below."""
    seconds: float
    """Since the solve began."""
