"""Replies to customers over REST: what could be said, with the source of every filled blank."""

from fastapi import APIRouter

from knowledge.language import language_of
from knowledge.passage import RULES
from tools.phrases import SayableError
from tools.replies.desk import Desk
from tools.replies.suggested import Case, Suggested
from ui.api.caller import Assisted, Replier, Served, note
from ui.api.shapes import ReplyWish

router = APIRouter(tags=["replies"])


@router.post("/replies")
def suggest(wish: ReplyWish, caller: Replier, assistant: Assisted, service: Served) -> Suggested:
    """Drafts for a customer's message, the best first; an answer from procedures with its sources;
    or a hand-over. What is `open` in a draft must be asked for: it has no `text` before."""
    desk: Desk | None = assistant.desk
    if desk is None:
        raise SayableError("draft-no-desk")
    note(service, caller, "draft_reply", tone=wish.tone, characters=len(wish.message))
    language = wish.language or language_of(wish.message)
    return desk.suggest(
        Case(message=wish.message, ticket=wish.ticket),
        caller,
        lambda question: assistant.find(question, language, caller, kinds=RULES, doubtful=True),
        language=wish.language,
        tone=wish.tone,
    )
