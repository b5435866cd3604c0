"""A language model behind a server that speaks OpenAI's protocol: LangChain's client, made to suit
servers that take the protocol to the letter, and to send no personal data to those elsewhere.
Importing this takes 2 s."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from langchain_core.language_models import LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import ChatOpenAI

from agent.masking import Masking, Pieces


class RemoteChat(ChatOpenAI):
    """Sends an empty text where the client sends none at all, which llama_cpp.server refuses."""

    masked: bool = False
    """Whether marks are sent in place of personal data, and the data put back into what comes."""

    def _get_request_payload(
        self, input_: LanguageModelInput, *, stop: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        payload: dict[str, Any] = super()._get_request_payload(input_, stop=stop, **kwargs)
        masking = self._masking(self._convert_input(input_).to_messages())
        for message in payload["messages"]:
            message["content"] = _masked(message.get("content") or "", masking)
            for call in message.get("tool_calls") or ():
                call["function"]["arguments"] = _masked_json(call["function"]["arguments"], masking)
        return _as_it_is(payload)

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        result = super()._generate(messages, *args, **kwargs)
        masking = self._masking(messages)
        if masking:
            for generation in result.generations:
                generation.message = _unmasked(generation.message, masking)
        return result

    def _stream(
        self, messages: list[BaseMessage], *args: Any, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        chunks = super()._stream(messages, *args, **kwargs)
        masking = self._masking(messages)
        yield from _unmasked_stream(chunks, masking) if masking else chunks

    def _masking(self, messages: list[BaseMessage]) -> Masking | None:
        """The same for the same messages, so that what is sent and what comes back agree."""
        return Masking(message.text for message in messages) if self.masked else None


def _as_it_is(payload: dict[str, Any]) -> dict[str, Any]:
    """The same request, whose messages and tools the client does not look through: it compares
    each value with all types that it may have, a quarter of the work of a turn."""
    long = {name: payload[name] for name in ("messages", "tools") if name in payload}
    return {**payload, **dict.fromkeys(long, ()), "extra_body": long}


def _masked(content: Any, masking: Masking | None) -> Any:
    """A message's content: a text, or parts of which some are texts."""
    return masking.mask_all(content) if masking else content


def _masked_json(text: str, masking: Masking | None) -> str:
    if masking is None:
        return text
    try:
        return json.dumps(masking.mask_all(json.loads(text)), ensure_ascii=False)
    except ValueError:
        return masking.mask(text)


def _unmasked(message: BaseMessage, masking: Masking) -> BaseMessage:
    update: dict[str, Any] = {"content": masking.unmask_all(message.content)}
    if isinstance(message, AIMessage):
        update["tool_calls"] = masking.unmask_all(message.tool_calls)
        update["invalid_tool_calls"] = masking.unmask_all(message.invalid_tool_calls)
    return message.model_copy(update=update)


def _unmasked_stream(
    chunks: Iterator[ChatGenerationChunk], masking: Masking
) -> Iterator[ChatGenerationChunk]:
    said = Pieces(masking)
    arguments: dict[int | None, Pieces] = defaultdict(lambda: Pieces(masking, json=True))
    for chunk in chunks:
        message = chunk.message
        assert isinstance(message, AIMessageChunk)
        calls = [
            {**call, "args": arguments[call["index"]].add(call["args"] or "")}
            for call in message.tool_call_chunks
        ]
        yield ChatGenerationChunk(
            message=_with(message, said.add(message.text), calls),
            generation_info=chunk.generation_info,
        )
    held = [
        {"name": None, "id": None, "index": index, "args": rest, "type": "tool_call_chunk"}
        for index, pieces in arguments.items()
        if (rest := pieces.end())
    ]
    rest = said.end()
    if rest or held:
        yield ChatGenerationChunk(message=_with(AIMessageChunk(content=""), rest, held))


def _with(message: AIMessageChunk, text: str, calls: list[Any]) -> AIMessageChunk:
    """The piece with other words and arguments; built anew, so that its tool calls follow them."""
    return AIMessageChunk(
        content=text,
        id=message.id,
        tool_call_chunks=calls,
        usage_metadata=message.usage_metadata,
        response_metadata=message.response_metadata,
        additional_kwargs=message.additional_kwargs,
        chunk_position=message.chunk_position,
    )
