"""The graph's events and messages as somebody sees them who watches: steps, questions, answers."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGenerationChunk, GenerationChunk

from agent.ownwords import only_known_numbers
from agent.steps import Called, Message, Returned, Said, Step


class Words(BaseCallbackHandler):
    """Hears the language model's own words as it writes them; that it is there makes any model
    write so. LangGraph's stream of messages says the same, but takes several times as long, which
    fifty people notice."""

    def __init__(self, put: Callable[[Step], None], asked: str) -> None:
        """
        Args:
            put: is told each word, in the model's thread.
            asked: the user's message; no other numbers are said before they are checked.
        """
        self._put, self._asked = put, asked

    def on_llm_new_token(
        self,
        token: Any,
        *,
        chunk: GenerationChunk | ChatGenerationChunk | None = None,
        **_: Any,
    ) -> None:
        said = chunk.message if isinstance(chunk, ChatGenerationChunk) else None
        heard = isinstance(said, AIMessageChunk) and said.text
        if heard and only_known_numbers(heard, self._asked):
            self._put(Said(heard))

    # By these two LangChain knows a listener for whose sake a model has to write word by word.

    def tap_output_aiter(self, run_id: UUID, output: AsyncIterator[Any]) -> AsyncIterator[Any]:
        return output

    def tap_output_iter(self, run_id: UUID, output: Iterator[Any]) -> Iterator[Any]:
        return output


def steps_of(event: dict[str, Any]) -> Iterator[Called | Returned]:
    """What one update of the graph means to somebody who watches."""
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


def turns_of(messages: Sequence[AnyMessage]) -> list[list[AnyMessage]]:
    """The messages of each turn, which somebody begins."""
    turns: list[list[AnyMessage]] = []
    for message in messages:
        if isinstance(message, HumanMessage) or not turns:
            turns.append([])
        turns[-1].append(message)
    return turns


def as_people_see(messages: Sequence[AnyMessage]) -> Iterator[Message]:
    """Questions and answers, with the tool steps folded into the answer."""
    steps: list[Called | Returned] = []
    for message in messages:
        if isinstance(message, HumanMessage):
            yield Message("user", message.text)
        steps += _tool_steps(message)
        if isinstance(message, AIMessage) and not message.tool_calls:
            yield Message("assistant", message.text, tuple(steps))
            steps = []
