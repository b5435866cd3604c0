"""The graph's events and messages as somebody sees them who watches: steps, questions, answers."""

from collections.abc import Iterator
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, HumanMessage, ToolMessage

from agent.guard import only_known_numbers
from agent.steps import Called, Message, Returned, Said, Step


def steps_of(mode: str, event: Any, asked: str) -> Iterator[Step]:
    """What one event of the graph means to somebody who watches."""
    if mode == "messages":
        chunk, _ = event
        if (
            isinstance(chunk, AIMessageChunk)
            and chunk.text
            and only_known_numbers(chunk.text, asked)
        ):
            yield Said(chunk.text)
        return
    for update in event.values():
        for message in (update or {}).get("messages", []):
            yield from _tool_steps(message)


def _tool_steps(message: AnyMessage) -> Iterator[Called | Returned]:
    if isinstance(message, AIMessage):
        for call in message.tool_calls:
            yield Called(call["id"] or "", call["name"], call["args"])
    if isinstance(message, ToolMessage):
        ok = message.status != "error"
        yield Returned(message.tool_call_id, message.name or "", message.text, ok=ok)


def as_people_see(messages: list[AnyMessage]) -> Iterator[Message]:
    """Questions and answers, with the tool steps folded into the answer."""
    steps: list[Called | Returned] = []
    for message in messages:
        if isinstance(message, HumanMessage):
            yield Message("user", message.text)
        steps += _tool_steps(message)
        if isinstance(message, AIMessage) and not message.tool_calls:
            yield Message("assistant", message.text, tuple(steps))
            steps = []
