"""A language model that runs in this process, as a LangChain chat model with tools and streaming.

`LocalChat` turns messages and tools into a prompt and lines into a tool call (see `lines.py`);
a subclass only writes text under a grammar."""

import json
from abc import abstractmethod
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import Any, TypedDict
from uuid import uuid4

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage
from langchain_core.messages.tool import ToolCallChunk, tool_call_chunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from pydantic import PrivateAttr

from agent.gates import through_gates
from agent.lines import ANSWER, Form, form, grammar, opened, read_call
from agent.native import BRACE, described, native_form
from agent.queue import CALLER, Caller, FairQueue, Stopped
from agent.relevance import NO, QUESTION, YES, Signs, nearness, relevance, shared
from knowledge.nearness import Near

Gate = Callable[[Form, dict[str, Any]], dict[str, Any] | str]
"""The arguments with which a tool may be called; else what is said instead."""


class Turn(TypedDict):
    """One message of a prompt."""

    role: str
    content: str


class LocalChat(BaseChatModel):
    """Base of the models that run here. It chooses a tool, or answers in its own words. It writes
    for one caller at a time."""

    max_tokens: int = 700
    """Written tokens per call: enough for about 30 tasks."""

    gated: bool = False
    """Whether calls are written as in `native.py` and must pass `gates.py`: for tools of which the
    prompt holds no examples."""
    near: Near | None = None
    """Tells `relevance.py` how near texts are by what they mean."""
    _described: tuple[Form, ...] = PrivateAttr(default=())
    _queue: FairQueue = PrivateAttr(default_factory=FairQueue)
    _tokens_spent: int = PrivateAttr(default=0)

    @property
    def tokens_spent(self) -> int:
        """How many were read, also those that were kept from before, and written so far."""
        return self._tokens_spent

    @property
    def waiting(self) -> int:
        """How many wait for their turn to have something written."""
        return self._queue.waiting

    @abstractmethod
    def write(self, turns: Sequence[Turn], rules: str | None) -> Generator[str]:
        """The model's text, piece by piece, within the GBNF grammar `rules`; an empty piece says
        only that it is still reading."""

    @abstractmethod
    def odds(self, turns: Sequence[Turn], one: str, other: str) -> float:
        """How much likelier the model would begin with `one` than with `other`, as a logarithm."""

    @abstractmethod
    def load(self) -> None:
        """Load the weights, once; further calls return at once."""

    def warm_up(self, messages: Sequence[BaseMessage], tools: Sequence[Any]) -> None:
        """Load, and if the model can, read the part of the prompt that is always the same.

        From then on every prompt describes all of `tools`, also where fewer are offered, because a
        prompt with another beginning would have to be read anew."""
        self._described = tuple(form(tool) for tool in tools)
        self.load()

    def bind_tools(
        self, tools: Sequence[Any], *, tool_choice: str | None = None, **kwargs: Any
    ) -> Runnable[Any, AIMessage]:
        shape = native_form if self.gated else form
        forms = tuple(map(shape, tools))
        return self.bind(forms=forms, tool_choice=tool_choice, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return generate_from_stream(self._stream(messages, stop, run_manager, **kwargs))

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        *,
        forms: tuple[Form, ...] = (),
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        described = self._described if set(forms) <= set(self._described) and forms else forms
        turns = prompt(messages, described)
        asked = next((each["content"] for each in reversed(turns) if each["role"] == "user"), "")
        allowed = [each for each in forms if tool_choice in (None, "any", "auto", each.tool)]
        answer = tool_choice in (None, "auto", "none")
        rules = grammar(allowed, own_part(asked), answer=answer) if forms else None
        caller = CALLER.get()
        with self._queue.turn(caller), closing(self.write(turns, rules)) as pieces:
            gate = partial(self._gate, turns, own_part(asked)) if self.gated else None
            for chunk in _chunks(_while_wanted(pieces, caller), forms, gate):
                if run_manager and chunk.content:
                    run_manager.on_llm_new_token(str(chunk.content))
                yield ChatGenerationChunk(message=chunk)

    def signs(self, turns: Sequence[Turn], message: str, called: Form, written: str) -> Signs:
        """What speaks for the call that was written after `turns`."""
        doubt = [
            Turn(role="assistant", content=written.strip()),
            Turn(role="user", content=QUESTION),
        ]
        return Signs(
            nearness=nearness(called, message, self.near),
            words=shared(called, message),
            yes=self.odds([*turns, *doubt], YES, NO),
            called=self.odds(turns, BRACE, ANSWER),
        )

    def _gate(
        self, turns: Sequence[Turn], message: str, called: Form, arguments: dict[str, Any]
    ) -> dict[str, Any] | str:
        """The arguments with which `called` may be called; else what is said instead."""
        signs = self.signs(turns, message, called, called.write(arguments))
        return through_gates(called, arguments, message, fits=relevance(signs) >= 0)


def _while_wanted(pieces: Iterator[str], caller: Caller) -> Iterator[str]:
    """The pieces of text, until the caller presses stop.

    Raises:
        Stopped: that happened.
    """
    for piece in pieces:
        if caller.stopped():
            raise Stopped
        if piece:
            yield piece


def _chunks(
    pieces: Iterator[str], forms: tuple[Form, ...], gate: Gate | None
) -> Iterator[AIMessageChunk]:
    """Own words as they come; a tool call when it is complete.

    Args:
        gate: what a call must pass; None if nothing.
    """
    text = ""
    label = f"{ANSWER}\n"
    speaking = not forms
    for piece in pieces:
        if speaking:
            yield AIMessageChunk(content=piece)
            continue
        text += piece
        if text.startswith(label):
            speaking = True
            yield AIMessageChunk(content=text.removeprefix(label))
    if not speaking:
        yield _call(text, forms, gate)


def _call(text: str, forms: tuple[Form, ...], gate: Gate | None) -> AIMessageChunk:
    """The call that was written; one that breaks off before it can be read is an invalid one, of
    which LangChain must not mend the JSON."""
    try:
        call = read_call(text, forms)
    except ValueError:
        begun = opened(text, forms)
        name = begun.tool if begun else text.partition("\n")[0]
        return AIMessageChunk(content="", tool_call_chunks=[_piece(name, f"{name}: {text}")])
    if call is None:
        return AIMessageChunk(content=text)
    name, arguments = call
    if gate is not None:
        passed = gate(next(each for each in forms if each.tool == name), arguments)
        if isinstance(passed, str):
            return AIMessageChunk(content=passed)
        arguments = passed
    written = json.dumps(arguments, ensure_ascii=False)
    return AIMessageChunk(content="", tool_call_chunks=[_piece(name, written)])


def _piece(name: str, arguments: str) -> ToolCallChunk:
    return tool_call_chunk(name=name, args=arguments, id=f"call_{uuid4().hex[:12]}", index=0)


def prompt(messages: Sequence[BaseMessage], forms: Sequence[Form]) -> list[Turn]:
    """Messages as plain turns: the tools stand in the system turn, calls are written as lines, what
    tools returned is left out (the code has shown it to the user)."""
    by_name = {each.tool: each for each in forms}
    turns: list[Turn] = []
    for message in messages:
        if isinstance(message, ToolMessage):
            continue
        text = _plain(message.text)
        if message.type == "system":
            text = described(text, forms)
        if isinstance(message, AIMessage):
            text = _written(message, by_name, text)
        role = {"human": "user", "ai": "assistant"}.get(message.type, message.type)
        turns.append(Turn(role=role, content=text))
    return turns


def _written(message: AIMessage, forms: dict[str, Form], text: str) -> str:
    for call in message.tool_calls:
        if call["name"] in forms:
            return forms[call["name"]].write(call["args"])
    return f"{ANSWER}\n{text}" if forms else text


def own_part(text: str) -> str:
    """The user's own words: without the bracketed line of known tasks that may stand before
    them."""
    return text.split("]\n", 1)[1] if text.startswith("[") and "]\n" in text else text


def _plain(text: str) -> str:
    """Text that cannot pass for the model's control tokens (`<|im_end|>`)."""
    return text.replace("<|", "< |").replace("|>", "| >")
