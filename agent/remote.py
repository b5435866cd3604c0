"""A language model behind a server that speaks OpenAI's protocol: LangChain's client, made to suit
servers that take the protocol to the letter. Importing this takes 2 s."""

from typing import Any

from langchain_core.language_models import LanguageModelInput
from langchain_openai import ChatOpenAI


class RemoteChat(ChatOpenAI):
    """Sends an empty text where the client sends none at all, which llama_cpp.server refuses."""

    def _get_request_payload(
        self, input_: LanguageModelInput, *, stop: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        payload: dict[str, Any] = super()._get_request_payload(input_, stop=stop, **kwargs)
        for message in payload.get("messages", ()):
            message["content"] = message.get("content") or ""
        return payload
