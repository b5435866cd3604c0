"""Settings -> a LangChain chat model with tool calling and streaming. Nobody else knows which."""

import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from langchain_core.language_models import BaseChatModel

from agent.memory import available_memory
from agent.settings import Settings
from agent.weights import EMBEDDED, QWEN_0_5B, QWEN_1_5B, Weights, WeightsError

NEEDED = {QWEN_1_5B.name: 1_700_000_000, QWEN_0_5B.name: 900_000_000}
"""Bytes of memory while it runs, measured with a context of 6144 tokens."""


def build_llm(settings: Settings, find: Callable[[Weights], Path]) -> BaseChatModel:
    """The chat model that the settings name. Loads nothing yet.

    Args:
        find: gives the file of known weights, there and intact.

    Raises:
        WeightsError: the weights cannot be had, or the memory is too small for them.
    """
    kind, _, detail = settings.llm.partition(":")
    if kind == "transformers":
        from agent.huggingface import TransformersChat

        return TransformersChat(source=detail)
    if kind == "openai":
        return _openai(settings, detail)
    return _embedded(settings, Path(detail), find)


def _embedded(settings: Settings, path: Path, find: Callable[[Weights], Path]) -> BaseChatModel:
    from agent.embedded import EmbeddedChat

    weights = EMBEDDED.get(settings.llm)
    if weights is not None:
        check_memory(weights, available_memory())
        path = find(weights)
    elif not path.is_file():
        raise WeightsError("weights-missing", file=str(path))
    return EmbeddedChat(path=path, threads=settings.threads, kept_prompts=settings.cache)


def check_memory(weights: Weights, available: int) -> None:
    """Refuse before the machine starts to swap.

    Args:
        available: bytes.

    Raises:
        WeightsError: too little; it names the smaller model.
    """
    needed = NEEDED[weights.name]
    if available < needed:
        key = "memory-short" if weights is QWEN_1_5B else "memory-short-even-small"
        raise WeightsError(
            key, needed=f"{needed / 1e9:.1f}", free=f"{available / 1e9:.1f}", file=weights.name
        )


def _openai(settings: Settings, detail: str) -> BaseChatModel:
    from pydantic import SecretStr

    from agent.remote import RemoteChat

    url, _, name = detail.rpartition("#")
    return RemoteChat(
        base_url=url,
        model=name,
        # Servers on one's own machine ask for none, but the client insists on one.
        api_key=settings.llm_key or SecretStr("none"),
        temperature=0,
        max_completion_tokens=1500,
        timeout=settings.llm_timeout_seconds,
        max_retries=1,
        streaming=True,
        masked=not on_this_machine(url),
    )


def on_this_machine(url: str) -> bool:
    """Does what is sent there stay here?"""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def silence(error: Exception) -> str | None:
    """Why an error means that the language model's server does not answer; None for other
    errors."""
    import httpx

    if isinstance(error, httpx.HTTPError | ConnectionError | TimeoutError):
        return type(error).__name__
    # Its own type is looked up only where that client is in use: importing it takes 2 s.
    client = sys.modules.get("openai")
    if client is not None and isinstance(error, client.OpenAIError):
        return type(error).__name__
    return None
