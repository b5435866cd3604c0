"""Conversations over REST: begun, continued, read, renamed, deleted."""

import secrets
from collections.abc import AsyncIterator, Iterator
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import TypeAdapter

from agent.chats import Chat
from agent.steps import Called, Finished, Returned, Step
from tools.person import Person
from tools.phrases import SayableError, say
from ui.api.caller import Assisted, Spoken, Talker
from ui.api.plans import event
from ui.api.shapes import EVENTS, Answered, MessageWish, Said, Talk, Talks, TitleWish, WholeTalk
from ui.cited import for_reader

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The whole answer; with `Accept: text/event-stream` each step as it happens",
        "content": EVENTS,
    }
}
STEP = TypeAdapter[Any](Any)
router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.get("")
def conversations(caller: Talker, assistant: Assisted, q: str = "") -> Talks:
    """The caller's conversations and those shared with them; with `q`, in which its words stand."""
    found = assistant.chats.listed(caller, q)
    return Talks(conversations=tuple(_talk(each, caller) for each in found))


@router.post("", status_code=201)
def begin(caller: Talker, assistant: Assisted, language: Spoken) -> Talk:
    """An empty conversation."""
    id = secrets.token_urlsafe(32)
    assistant.chats.note(id, caller, say("api-new-conversation", language))
    return _talk(assistant.chats.find(id, caller), caller)


@router.get("/{id}")
def conversation(id: str, caller: Talker, assistant: Assisted, language: Spoken) -> WholeTalk:
    """All that a conversation holds."""
    assistant.chats.known(id, caller)
    held = assistant.snapshot(id)
    return WholeTalk(
        id=id,
        messages=tuple(Said(role=each.role, text=each.text) for each in held.messages),
        problem=held.problem,
        schedule=held.schedule,
        passages=for_reader(held.passages, caller.audiences, language),
    )


@router.post("/{id}/messages", response_model=Answered, responses=STREAM)
def say_something(
    id: str,
    wish: MessageWish,
    request: Request,
    caller: Talker,
    assistant: Assisted,
    language: Spoken,
) -> Any:
    """Say something, and get the answer. The turn runs to its end and is kept, also if nobody waits
    for it."""
    assistant.chats.known(id, caller, change=True)
    spoken = wish.language or language
    if refusal := assistant.refusal(wish.text, spoken):
        raise SayableError("api-refused", why=refusal)
    turn = assistant.begin(id, wish.text, spoken, caller)
    if "text/event-stream" in request.headers.get("accept", ""):
        return StreamingResponse(_events(turn.follow()), media_type="text/event-stream")
    return _whole(turn.steps())


@router.post("/{id}/stop", status_code=204)
def stop(id: str, caller: Talker, assistant: Assisted) -> Response:
    """End what is being answered. Of a plan that is being made the best so far stays; else nothing
    is changed, and the answer says so. Whoever waits for the answer gets it as always."""
    assistant.chats.known(id, caller, change=True)
    assistant.stop(id)
    return Response(status_code=204)


@router.patch("/{id}")
def rename(id: str, wish: TitleWish, caller: Talker, assistant: Assisted) -> Talk:
    """Call a conversation something else."""
    assistant.chats.rename(id, caller, wish.title)
    return _talk(assistant.chats.find(id, caller), caller)


@router.delete("/{id}", status_code=204)
def forget(id: str, caller: Talker, assistant: Assisted) -> Response:
    """Delete a conversation and all that it holds."""
    assistant.forget(id, caller)
    return Response(status_code=204)


def _talk(chat: Chat, caller: Person) -> Talk:
    return Talk(
        id=chat.id,
        title=chat.title,
        mine=chat.owner == caller.id,
        created=chat.created.isoformat(),
        updated=chat.updated.isoformat(),
    )


def _as_data(step: Step) -> dict[str, Any]:
    return {"step": type(step).__name__.lower(), **STEP.dump_python(step, mode="json")}


async def _events(steps: AsyncIterator[Step]) -> AsyncIterator[str]:
    async for step in steps:
        yield event(type(step).__name__.lower(), STEP.dump_json(step).decode())


def _whole(steps: Iterator[Step]) -> Answered:
    kept, last = [], Finished("", ok=False)
    for step in steps:
        if isinstance(step, Called | Returned):
            kept.append(_as_data(step))
        if isinstance(step, Finished):
            last = step
    return Answered(answer=last.answer, ok=last.ok, handover=last.handover, steps=tuple(kept))
