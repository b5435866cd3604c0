"""The embedded language model: llama.cpp in this process, with the fixed part of the prompt kept
in a file so that no start has to read it again (14 ms a token on two cores).

The GGUF file must be there already; `weights.py` finds or fetches it."""

import ctypes
import hashlib
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import Any

import llama_cpp
from langchain_core.messages import BaseMessage
from llama_cpp.llama_chat_format import Jinja2ChatFormatter
from llama_cpp.llama_grammar import LlamaGrammar
from pydantic import PrivateAttr

from agent.local import LocalChat, Turn, prompt
from tools.phrases import SayableError

READ_AT_ONCE = 64
"""Tokens between two chances to stop: a second."""


class EmbeddedChat(LocalChat):
    """One GGUF model for the whole process."""

    path: Path
    threads: int = 2
    context_tokens: int = 6144
    kept_prompts: Path | None = None
    """Folder for the kept prompt; None keeps none."""

    _llama: Any = PrivateAttr(default=None)
    _format: Any = PrivateAttr(default=None)
    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)

    @property
    def _llm_type(self) -> str:
        return "embedded"

    def load(self) -> None:
        with self._lock:
            self._load()

    def _load(self) -> None:
        if self._llama is not None:
            return
        try:
            self._read_weights()
        except (ValueError, LookupError) as error:
            # No GGUF file, a damaged one, or one without a template for chats.
            why = str(error).strip().split("\n")[0]
            raise SayableError("llm-not-loaded", name=str(self.path), why=why) from error

    def _read_weights(self) -> None:
        llama = llama_cpp.Llama(
            str(self.path),
            n_ctx=self.context_tokens,
            n_threads=self.threads,
            n_threads_batch=self.threads,
            # Mapped, the file would be in memory twice: its pages, and the weights rearranged.
            use_mmap=False,
            verbose=False,
        )
        self._format = Jinja2ChatFormatter(
            template=llama.metadata["tokenizer.chat_template"],
            eos_token=_token(llama, llama.token_eos()),
            bos_token=_token(llama, llama.token_bos()),
        )
        self._llama = llama

    def write(self, turns: Sequence[Turn], rules: str | None) -> Generator[str]:
        with self._lock:
            self._load()
            tokens = self._tokens(turns)
            if len(tokens) + self.max_tokens > self.context_tokens:
                raise SayableError("llm-message-too-long")
            yield from self._complete(tokens, rules)

    def _complete(self, tokens: list[int], rules: str | None) -> Iterator[str]:
        grammar = LlamaGrammar.from_string(rules, verbose=False) if rules else None
        self._tokens_spent += len(tokens)
        yield from self._read(tokens)
        pieces = self._llama.create_completion(
            tokens,
            max_tokens=self.max_tokens,
            temperature=0.0,
            grammar=grammar,
            stop=["<|im_end|>"],
            stream=True,
        )
        for piece in pieces:
            self._tokens_spent += 1
            if text := piece["choices"][0]["text"]:
                yield text

    def odds(self, turns: Sequence[Turn], one: str, other: str) -> float:
        with self._lock:
            self._load()
            tokens = self._tokens(turns)[-self.context_tokens :]
            for _ in self._read(tokens):
                pass
            self._llama.eval(tokens[-1:])
            scores = llama_cpp.llama_get_logits_ith(self._llama.ctx, -1)
            first, second = (
                self._llama.tokenize(word.encode(), add_bos=False)[0] for word in (one, other)
            )
            return float(scores[first] - scores[second])

    def _read(self, tokens: list[int]) -> Iterator[str]:
        """Read the prompt in parts, so that a long one can be stopped; what the model has read last
        is not read again."""
        llama = self._llama
        start = llama.longest_token_prefix(llama.input_ids[: llama.n_tokens], tokens[:-1])
        llama.n_tokens = start  # `eval` forgets what comes after
        for at in range(start, len(tokens) - 1, READ_AT_ONCE):
            yield ""
            llama.eval(tokens[at : min(at + READ_AT_ONCE, len(tokens) - 1)])

    def _tokens(self, turns: Sequence[Turn]) -> list[int]:
        text: str = self._format(messages=list(turns)).prompt
        tokens: list[int] = self._llama.tokenize(text.encode(), add_bos=False, special=True)
        return tokens

    def warm_up(self, messages: Sequence[BaseMessage], tools: Sequence[Any]) -> None:
        """Load and read the fixed prompt, or take it from the file of an earlier start."""
        super().warm_up(messages, tools)
        with self._lock:
            turns = prompt(messages, self._described)
            tokens = self._shared_start(turns)
            file = self._kept_file(tokens)
            if file is None or not self._restore(file, tokens):
                self._llama.reset()
                self._llama.eval(tokens)
                if file is not None:
                    # Without it, the next start takes longer and nothing else changes.
                    with suppress(OSError):
                        self._keep(file, tokens)

    def _shared_start(self, turns: Sequence[Turn]) -> list[int]:
        """The tokens that any message behind `turns` leaves as they are."""
        first, second = (
            self._tokens([*turns, Turn(role="user", content=text)]) for text in ("a", "要")
        )
        pairs = zip(first, second, strict=False)
        return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]

    def _kept_file(self, tokens: list[int]) -> Path | None:
        if self.kept_prompts is None:
            return None
        state = self.path.stat()
        marks = (llama_cpp.__version__, self.context_tokens, state.st_size, state.st_mtime_ns)
        name = hashlib.sha256(repr((marks, tokens)).encode()).hexdigest()[:16]
        return self.kept_prompts / f"prompt-{name}.kv"

    def _keep(self, file: Path, tokens: list[int]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob("prompt-*"):
            old.unlink(missing_ok=True)
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        partial = file.with_suffix(".partial")
        llama_cpp.llama_state_seq_save_file(self._llama.ctx, bytes(partial), 0, array, len(tokens))
        _seal(file).write_text(_digest(partial))
        partial.rename(file)

    def _restore(self, file: Path, tokens: list[int]) -> bool:
        if not _whole(file):
            return False
        array = (llama_cpp.llama_token * len(tokens))()
        count = ctypes.c_size_t(0)
        read = llama_cpp.llama_state_seq_load_file(
            self._llama.ctx, bytes(file), 0, array, len(tokens), ctypes.byref(count)
        )
        if not read or list(array[: count.value]) != tokens:
            return False
        # What `Llama.generate` compares the next prompt with to reuse its beginning.
        self._llama.input_ids[: len(tokens)] = tokens
        self._llama.n_tokens = len(tokens)
        return True


def _seal(file: Path) -> Path:
    """What holds the digest of a kept prompt: a damaged one would only give wrong answers."""
    return file.with_suffix(".sha256")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _whole(file: Path) -> bool:
    try:
        return _seal(file).read_text() == _digest(file)
    except (OSError, UnicodeDecodeError):
        return False


def _token(llama: Any, number: int) -> str:
    text: str = llama.detokenize([number], special=True).decode(errors="ignore")
    return text
