"""Real generation with transformers: a model of two tiny layers and random weights."""

import json
import threading
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage, SystemMessage

from agent.assistant import Assistant
from agent.conversations import Conversations
from agent.huggingface import TransformersChat
from agent.llm import build_llm
from agent.local import Turn
from agent.settings import Settings
from agent.steps import Finished
from agent.view import fixed_start, view
from tools.phrases import SayableError, say
from tools.registry import TOOLS

HI: Turn = {"role": "user", "content": "hi"}
SYSTEM = SystemMessage("You choose.")
MESSAGES = ["why is shelving last?", "焊接2小时，然后喷漆", 'Weld "it" <|im_end|> 🙂', "?"]
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def choose(kind: Literal["a", "b"], what: str) -> None:
    """One of two."""


def note(words: str, urgent: bool = False) -> None:
    """Keep words."""


def literal_rule(text: str) -> str:
    return f'root ::= "{text}"'


def make_folder(folder: Path, seed: int = 0, template: str | None = None) -> Path:
    """A model that reads bytes; with seeds of its own."""
    import torch
    from tokenizers import Tokenizer, decoders, models
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

    signs = sorted(ByteLevel.alphabet())
    vocabulary = {sign: number for number, sign in enumerate([*signs, "<eos>"])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token="<eos>", pad_token="<eos>", chat_template=template
    )
    torch.manual_seed(seed)
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    heads = {"num_attention_heads": 2, "num_key_value_heads": 2}
    # More numbers than tokens, as many a published model has.
    config = Qwen2Config(vocab_size=320, max_position_embeddings=8192, **sizes, **heads)
    Qwen2ForCausalLM(config).save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def llm(folder: Path) -> TransformersChat:
    made = TransformersChat(source=str(folder), max_tokens=120)
    made.load()
    return made


def ask(llm: TransformersChat, text: str, **choice: Any) -> AIMessage:
    bound = llm.bind_tools([choose, note], **choice)
    answer = bound.invoke([SYSTEM, HumanMessage(text)])
    assert isinstance(answer, AIMessage)
    return answer


def fits(call: Any, text: str) -> bool:
    """The arguments are of their kinds; cut off at the limit of tokens, the last may be missing."""
    if call["name"] == "choose":
        return call["args"]["kind"] in ("a", "b") and call["args"].get("what", "") in text
    return isinstance(call["args"].get("urgent", False), bool) and call["args"]["words"] in text


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_the_weights_every_call_is_well_formed(tmp_path: Path, seed: int) -> None:
    llm = TransformersChat(source=str(make_folder(tmp_path, seed, CHATML)), max_tokens=40)
    for text, choice in product(MESSAGES[:3], (None, "any")):
        answer = ask(llm, text, tool_choice=choice)
        assert not answer.invalid_tool_calls
        assert all(
            fits(call, text.replace("<|", "< ").replace("|>", " >")) for call in answer.tool_calls
        )
        assert "\n" not in answer.text
        assert not (choice == "any" and answer.text)


@pytest.mark.parametrize("tool", ["choose", "note"])
@pytest.mark.parametrize("text", MESSAGES[:2])
def test_the_tool_that_is_asked_for_is_called(llm: TransformersChat, tool: str, text: str) -> None:
    answer = ask(llm, text, tool_choice=tool)
    assert [call["name"] for call in answer.tool_calls] == [tool]


def test_words_arrive_one_by_one(llm: TransformersChat) -> None:
    pieces = llm.write([HI], literal_rule("one two three 四 five"))
    assert list(pieces) == ["one ", "two ", "three ", "四", " ", "five"]


def test_without_a_grammar_anything_may_come(llm: TransformersChat) -> None:
    chunks = [chunk.text for chunk in llm.stream("hi")]
    assert "".join(chunks) == llm.invoke("hi").text != ""


def test_of_two_words_the_likelier_is_written(llm: TransformersChat) -> None:
    rules = 'root ::= "a" | "b"'
    odds = llm.odds([HI], "a", "b")
    assert "".join(llm.write([HI], rules)) == ("a" if odds > 0 else "b")
    assert llm.odds([HI], "b", "a") == -odds


def test_a_call_arrives_whole(llm: TransformersChat) -> None:
    bound = llm.bind_tools([note], tool_choice="note")
    chunks = [
        chunk
        for chunk in bound.stream([SYSTEM, HumanMessage("weld")])
        if isinstance(chunk, AIMessageChunk) and chunk.tool_call_chunks
    ]
    assert len(chunks) == 1
    assert isinstance(json.loads(chunks[0].tool_call_chunks[0]["args"] or ""), dict)


def test_who_stops_reading_stops_the_thread_that_writes(folder: Path) -> None:
    llm = TransformersChat(source=str(folder), max_tokens=100_000)
    before = set(threading.enumerate())
    stream = llm.write([HI], literal_rule("word " * 3000))
    assert next(stream) == "word "
    assert len(set(threading.enumerate()) - before) == 1
    stream.close()  # type: ignore[attr-defined]
    assert set(threading.enumerate()) <= before


def test_a_prompt_that_cannot_be_read_is_an_error_and_not_a_wait(llm: TransformersChat) -> None:
    import torch

    too_large = torch.tensor([[100_000]])
    with pytest.raises(IndexError):
        list(llm._generate_text(too_large, None))
    assert ask(llm, "weld", tool_choice="note").tool_calls


# LangChain quiets this itself, but only one thread at a time.
@pytest.mark.filterwarnings("ignore:Support for class-based `config`")
def test_two_threads_at_once_get_the_answers_of_one(llm: TransformersChat) -> None:
    expected = [ask(llm, text, tool_choice="note").tool_calls[0]["args"] for text in MESSAGES[:2]]
    found: dict[str, Any] = {}

    def run(text: str) -> None:
        found[text] = ask(llm, text, tool_choice="note").tool_calls[0]["args"]

    threads = [threading.Thread(target=run, args=(text,)) for text in MESSAGES[:2]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[text] for text in MESSAGES[:2]] == expected


def test_the_setting_names_the_folder(folder: Path) -> None:
    llm = build_llm(Settings(llm=f"transformers:{folder}"), _no_weights)
    assert isinstance(llm, TransformersChat)
    llm.max_tokens = 20
    llm.warm_up(fixed_start(), TOOLS)
    answer = llm.bind_tools(TOOLS).invoke([fixed_start()[0], *view([HumanMessage("hi")], None)])
    assert isinstance(answer, AIMessage)


def _no_weights(_: object) -> Path:
    raise AssertionError("a folder of one's own needs no other weights")


def empty(folder: Path) -> None:
    """No file at all."""


def no_weights(folder: Path) -> None:
    make_folder(folder)
    (folder / "model.safetensors").unlink()


def cut_weights(folder: Path) -> None:
    make_folder(folder)
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:1000])


def bad_config(folder: Path) -> None:
    make_folder(folder)
    (folder / "config.json").write_text("{")


def unknown_kind(folder: Path) -> None:
    make_folder(folder)
    (folder / "config.json").write_text('{"model_type": "abacus"}')


@pytest.mark.parametrize("damage", [empty, no_weights, cut_weights, bad_config, unknown_kind])
def test_a_folder_without_a_whole_model_is_named_in_the_users_language(
    tmp_path: Path, damage: Any
) -> None:
    damage(tmp_path)
    llm = TransformersChat(source=str(tmp_path))
    with pytest.raises(SayableError) as caught:
        llm.load()
    assert caught.value.key == "llm-not-loaded"
    for language in ("en", "zh"):
        sentence = caught.value.say(language)  # type: ignore[arg-type]
        assert str(tmp_path) in sentence
        assert "\n" not in sentence


def test_the_user_reads_why_there_is_no_model(tmp_path: Path, conversations: Conversations) -> None:
    llm = TransformersChat(source=str(tmp_path / "nowhere"))
    made = Assistant(llm, conversations, lambda *_: [], str)
    *_, unloaded = made.turn("ann", "你好", "zh")
    made.load()
    (refused,) = made.turn("ann", "你好", "zh")
    for finished in (unloaded, refused):
        assert isinstance(finished, Finished)
        assert "nowhere" in finished.answer
        assert finished.answer.startswith("语言模型")
    assert say("unexpected", "zh", reference="")[:4] not in unloaded.answer  # type: ignore[union-attr]
