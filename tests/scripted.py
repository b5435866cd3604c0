"""A language model that says what the test tells it to; everything else in the tests is real."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult


def call(tool: str, **arguments: Any) -> AIMessage:
    return AIMessage("", tool_calls=[{"name": tool, "args": arguments, "id": uuid4().hex}])


class ScriptedChat(BaseChatModel):
    """Gives its script's messages one after another; raises those that are exceptions, and asks
    those that are functions when it comes to them."""

    script: list[Any]
    seen: list[list[BaseMessage]] = []  # noqa: RUF012 (pydantic copies it)
    offered: list[list[str]] = []  # noqa: RUF012

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        self.offered.append([tool.name for tool in tools])
        return self

    def _next(self, messages: list[BaseMessage]) -> AIMessage:
        self.seen.append(messages)
        given = self.script.pop(0)
        given = given() if callable(given) else given
        if isinstance(given, Exception):
            raise given
        return given if isinstance(given, AIMessage) else AIMessage(given)

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._next(messages))])

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[Any]:
        given = self._next(messages)
        for piece in given.text.split(" ") if given.text else ():
            yield ChatGenerationChunk(message=AIMessageChunk(piece + " "))
        if given.tool_calls or given.invalid_tool_calls:
            chunk = AIMessageChunk(**given.model_dump(exclude={"type", "usage_metadata"}))
            yield ChatGenerationChunk(message=chunk)
