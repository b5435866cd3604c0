"""How much of a language model's work each person may have, in tokens: as the model counts them,
else about as many as the texts would make."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil, inf
from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGeneration, LLMResult

from agent.allowance import Allowance
from tools.person import SOMEBODY, Person
from tools.phrases import SayableError

DAY = 24 * 3600
BYTES = 3.5
"""Bytes of UTF-8 in a token, about: four letters of English, or one sign of Chinese."""


class Purse:
    """What each person may still spend. It is not counted where there are no accounts."""

    def __init__(self, tokens_per_day: float = inf) -> None:
        self._allowed = Allowance(tokens_per_day, DAY)

    @contextmanager
    def open(self, person: Person) -> Iterator["Spending"]:
        """While the language model works for somebody; what it takes is theirs.

        Raises:
            SayableError: they have spent all they may for now.
        """
        wait = 0.0 if person == SOMEBODY else self._allowed.wait(person.id)
        if wait:
            raise SayableError("tokens-spent", hours=ceil(wait / 3600))
        spending = Spending()
        try:
            yield spending
        finally:
            if person != SOMEBODY:
                self._allowed.spend(person.id, spending.tokens)


class Spending(BaseCallbackHandler):
    """Listens to the language model during one turn."""

    def __init__(self) -> None:
        self.tokens = 0
        self._asked = 0

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], **_: Any
    ) -> None:
        self._asked = sum(_about(message.text) for asked in messages for message in asked)

    def on_llm_end(self, response: LLMResult, **_: Any) -> None:
        for generations in response.generations:
            for generation in generations:
                assert isinstance(generation, ChatGeneration)
                self.tokens += self._spent(generation.message)

    def _spent(self, message: BaseMessage) -> int:
        usage = getattr(message, "usage_metadata", None)
        if usage:
            return int(usage["total_tokens"])
        calls = "".join(str(call["args"]) for call in getattr(message, "tool_calls", ()))
        return self._asked + _about(message.text) + _about(calls)


def _about(text: str) -> int:
    return round(len(text.encode()) / BYTES)
