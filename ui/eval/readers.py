"""The readers of work orders that are compared: rules, the trained network, the language model, and
rules with the language model."""

from collections.abc import Callable
from datetime import datetime

from langchain_core.language_models import BaseChatModel

from agent.assistant import warm
from agent.reading import copied
from agent.settings import Settings
from tools.intake.taken import Taken
from tools.parse import read_tasks, sure
from tools.plan import Problem
from tools.prose.clock import Clock
from tools.prose.copied import rows_of, stated
from tools.prose.pieces import Pieces
from tools.prose.problem import problem_of
from tools.prose.records import Reading, Said
from ui import parts
from ui.eval.effort import Spent, nothing, spent_by

Reader = Callable[[str, datetime], Problem]
"""A text and when minute 0 is -> the problem in it, or a `PlanError`."""


def readers(settings: Settings, llm: bool) -> tuple[dict[str, Reader], Spent]:
    """By name, and what tells how many tokens their language model has spent.

    Args:
        llm: also those with a language model.
    """
    extract = parts.extractor(settings)
    found: dict[str, Reader] = {
        "rules": lambda text, start: read_tasks([], Taken(words=text), Clock(start)),
        "network": lambda text, start: read_tasks([], Taken(words=text), Clock(start), extract),
    }
    if not llm:
        return found, nothing
    model = parts.llm(settings, lambda _: None)
    warm(model)
    found["model"] = lambda text, start: _by_model(model, text, Clock(start))
    found["both"] = lambda text, start: _by_both(model, text, Clock(start))
    return found, spent_by(model)


def _by_both(llm: BaseChatModel, text: str, clock: Clock) -> Problem:
    taken = Taken(words=text)
    return read_tasks([] if sure(taken) else copied(llm, text), taken, clock)


def _by_model(llm: BaseChatModel, text: str, clock: Clock) -> Problem:
    """What the copied words alone say of the tasks; the order of work is still read by code."""
    pieces = Pieces(text)
    rows = sorted(rows_of(copied(llm, text), text), key=lambda row: row.start)
    there = {name: Said(amount, text) for name, amount in stated(text).items()}
    clauses = list(pieces.clauses())
    return problem_of(Reading(text, rows, there, set(), [], clauses, pieces.words()), clock)
