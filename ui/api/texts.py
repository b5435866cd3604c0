"""Texts over REST: work read out of them, and the knowledge base searched."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from knowledge.language import language_of
from tools.phrases import Language
from tools.telling import tell_problem
from ui.api.caller import Assisted, Planner, Searcher, Served, note
from ui.api.shapes import LONGEST_QUESTION, Found, Parsed, ParseWish

router = APIRouter(tags=["texts"])


@router.post("/parse")
def parse(wish: ParseWish, caller: Planner, assistant: Assisted, service: Served) -> Parsed:
    """Read the work that a text describes; what is not said is marked as assumed."""
    note(service, caller, "parse_tasks", characters=len(wish.text))
    problem = assistant.read(wish.text, caller)
    summary = tell_problem(problem, wish.language or language_of(wish.text))
    return Parsed(problem=problem, summary=summary)


@router.get("/search")
def search(
    caller: Searcher,
    assistant: Assisted,
    service: Served,
    q: Annotated[str, Query(min_length=1, max_length=LONGEST_QUESTION)],
    language: Language | None = None,
    on: date | None = None,
) -> Found:
    """Passages of the knowledge base that fit the question, the best first.

    Args:
        q: the question.
        language: in which passages are preferred; that of the question if it is not given.
        on: what was said on that day; today if it is not given.
    """
    note(service, caller, "search_knowledge", question=q, on=on)
    found = assistant.find(q, language or language_of(q), caller, on=on)
    return Found(passages=tuple(found))
