"""From the settings to a chat model; what each model does is tested beside this file."""

from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from agent.embedded import EmbeddedChat
from agent.llm import NEEDED, build_llm, check_memory, silence
from agent.memory import available_memory
from agent.settings import Settings
from agent.weights import EMBEDDED, QWEN_0_5B, QWEN_1_5B, Weights, WeightsError

SMALLEST = min(NEEDED.values())


def found(weights: Weights) -> Path:
    return Path("/weights") / weights.filename


def refuse(weights: Weights) -> Path:
    raise AssertionError(f"{weights.name} is not asked for")


@pytest.mark.skipif(available_memory() < max(NEEDED.values()), reason="too little memory")
@pytest.mark.parametrize(
    ("name", "weights"), [("embedded", QWEN_1_5B), ("embedded:0.5b", QWEN_0_5B)]
)
def test_a_built_in_model_is_found_but_not_loaded(name: str, weights: Weights) -> None:
    llm = build_llm(Settings(llm=name, threads=3), found)
    assert isinstance(llm, EmbeddedChat)
    assert llm.path == found(weights)
    assert llm.threads == 3


def test_a_file_of_ones_own_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "mine.gguf"
    file.touch()
    llm = build_llm(Settings(llm=f"embedded:{file}", cache=tmp_path), refuse)
    assert isinstance(llm, EmbeddedChat)
    assert (llm.path, llm.kept_prompts) == (file, tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.gguf"
    with pytest.raises(WeightsError, match=r"There is no file .*mine.gguf"):
        build_llm(Settings(llm=f"embedded:{file}"), refuse)


def test_transformers_takes_a_folder_or_a_name_and_loads_nothing_yet() -> None:
    from agent.huggingface import TransformersChat

    llm = build_llm(Settings(llm="transformers:Qwen/Qwen2.5:latest"), refuse)
    assert isinstance(llm, TransformersChat)
    assert llm.source == "Qwen/Qwen2.5:latest"


def test_a_server_gets_address_name_key_and_patience() -> None:
    from agent.remote import RemoteChat

    llm = build_llm(
        Settings(llm="openai:http://localhost:1/v1#org/m", llm_key="k", llm_timeout_seconds=7),
        refuse,
    )
    assert isinstance(llm, RemoteChat)
    assert (llm.openai_api_base, llm.model_name) == ("http://localhost:1/v1", "org/m")
    assert (llm.openai_api_key, llm.request_timeout) == (SecretStr("k"), 7)


@pytest.mark.parametrize("weights", EMBEDDED.values(), ids=lambda each: each.name)
def test_enough_memory_is_enough(weights: Weights) -> None:
    check_memory(weights, NEEDED[weights.name])


def test_too_little_memory_names_the_smaller_model() -> None:
    with pytest.raises(WeightsError, match=r"1.7 GB of memory and only 1.0 GB.*embedded:0.5b"):
        check_memory(QWEN_1_5B, 1_000_000_000)


def test_too_little_memory_for_the_smaller_one_names_another_machine() -> None:
    with pytest.raises(WeightsError, match="openai:<base URL>#<name>"):
        check_memory(QWEN_0_5B, SMALLEST - 1)


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("x"),
        httpx.ReadTimeout("x"),
        ConnectionResetError(),
        TimeoutError(),
    ],
)
def test_a_broken_line_is_silence(error: Exception) -> None:
    assert silence(error) == type(error).__name__


def test_an_error_of_the_servers_client_is_silence() -> None:
    import openai

    assert silence(openai.OpenAIError("x")) == "OpenAIError"


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), OSError("disk full")])
def test_other_errors_are_not(error: Exception) -> None:
    assert silence(error) is None
