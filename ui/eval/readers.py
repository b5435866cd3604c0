"""The readers of work orders that are compared: rules, the language model, and both."""

from collections.abc import Callable
from datetime import datetime

from agent.settings import Settings
from tools.parse import read_tasks
from tools.plan import Problem
from tools.prose.problem import Clock

Reader = Callable[[str, datetime], Problem]
"""A text and when minute 0 is -> the problem in it, or a `PlanError`."""


def readers(settings: Settings | None) -> dict[str, Reader]:
    """By name; those with a language model only if there are settings for it."""
    found: dict[str, Reader] = {"rules": lambda text, start: read_tasks([], text, Clock(start))}
    return found
