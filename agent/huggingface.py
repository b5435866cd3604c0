"""A causal language model of Hugging Face transformers in this process, on the processor or on a
CUDA device, from a folder or the hub. Grammar by llguidance, so its calls are well formed too."""

import threading
from collections.abc import Generator, Iterator, Sequence
from queue import Queue
from typing import Any

import numpy as np
from pydantic import PrivateAttr

from agent.local import LocalChat, Turn
from tools.phrases import SayableError


class TransformersChat(LocalChat):
    """One transformers model for the whole process."""

    source: str
    """A folder, or a name on the hub."""

    _model: Any = PrivateAttr(default=None)
    _tokenizer: Any = PrivateAttr(default=None)
    _guide: Any = PrivateAttr(default=None)
    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)

    @property
    def _llm_type(self) -> str:
        return "transformers"

    def load(self) -> None:
        with self._lock:
            self._load()

    def _load(self) -> None:
        if self._model is not None:
            return
        # Imported here: transformers and torch take seconds, and most users never choose them.
        from safetensors import SafetensorError

        try:
            self._read_weights()
        # Not there, not a model, damaged, or too large.
        except (OSError, ValueError, LookupError, RuntimeError, SafetensorError) as error:
            why = str(error).strip().split("\n")[0]
            raise SayableError("llm-not-loaded", name=self.source, why=why) from error

    def _read_weights(self) -> None:
        import torch
        from llguidance.hf import from_tokenizer
        from transformers import AutoModelForCausalLM, AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(self.source)
        model = AutoModelForCausalLM.from_pretrained(self.source)
        model.to("cuda" if torch.cuda.is_available() else "cpu")  # type: ignore[arg-type]
        size = model.config.vocab_size
        self._guide = from_tokenizer(tokenizer, n_vocab=size)  # type: ignore[arg-type]
        self._tokenizer = tokenizer
        self._model = model.eval()  # type: ignore[no-untyped-call]

    def write(self, turns: Sequence[Turn], rules: str | None) -> Generator[str]:
        with self._lock:
            self._load()
            yield from self._generate_text(self._ids(turns), rules)

    def odds(self, turns: Sequence[Turn], one: str, other: str) -> float:
        import torch

        with self._lock, torch.no_grad():
            self._load()
            scores = self._model(self._ids(turns)).logits[0, -1]
            first, second = (
                self._tokenizer.encode(word, add_special_tokens=False)[0] for word in (one, other)
            )
            return float(scores[first] - scores[second])

    def _ids(self, turns: Sequence[Turn]) -> Any:
        if self._tokenizer.chat_template:
            encoded = self._tokenizer.apply_chat_template(
                list(turns), add_generation_prompt=True, return_tensors="pt", return_dict=True
            )
        else:
            text = "\n".join(f"{turn['role']}: {turn['content']}" for turn in turns)
            encoded = self._tokenizer(f"{text}\nassistant: ", return_tensors="pt")
        return encoded["input_ids"].to(self._model.device)

    def _generate_text(self, ids: Any, rules: str | None) -> Iterator[str]:
        """Generation runs in a thread of its own; its text comes out of a queue as it is
        written."""
        from transformers import GenerationConfig, TextIteratorStreamer

        streamer = TextIteratorStreamer(self._tokenizer, skip_prompt=True, skip_special_tokens=True)
        failures: Queue[Exception] = Queue()
        grammar = [_Grammar(self._guide, rules)] if rules else []
        stop = _Stop()
        settings = GenerationConfig(  # type: ignore[no-untyped-call]
            max_new_tokens=self.max_tokens,
            do_sample=False,
            pad_token_id=self._tokenizer.pad_token_id or self._tokenizer.eos_token_id or 0,
            eos_token_id=self._tokenizer.eos_token_id,
        )

        def generate() -> None:
            try:
                self._model.generate(
                    ids,
                    attention_mask=ids.new_ones(ids.shape),
                    generation_config=settings,
                    logits_processor=grammar,
                    stopping_criteria=[stop],
                    streamer=streamer,
                )
            except (LookupError, RuntimeError, ValueError) as error:  # no memory, prompt too long
                failures.put(error)
            finally:
                # Whatever happens, nobody waits for the next piece for ever.
                streamer.end()  # type: ignore[no-untyped-call]

        self._tokens_spent += ids.shape[-1]
        worker = threading.Thread(target=generate, daemon=True)
        worker.start()
        try:
            for piece in streamer:
                self._tokens_spent += 1
                if piece:
                    yield piece
        finally:
            stop.now = True
            worker.join()
        if not failures.empty():
            raise failures.get()


class _Stop:
    """Tells `generate` to stop when nobody reads any more."""

    now = False

    def __call__(self, ids: Any, scores: Any, **_: Any) -> Any:
        import torch

        return torch.full((ids.shape[0],), self.now, device=ids.device)


class _Grammar:
    """A logits processor that leaves only the tokens which the grammar allows."""

    def __init__(self, guide: Any, rules: str) -> None:
        from llguidance import LLMatcher, grammar_from

        self._matcher = LLMatcher(guide, grammar_from("gbnf", rules))
        self._began = False

    def __call__(self, ids: Any, scores: Any) -> Any:
        import torch

        if self._began:
            self._matcher.consume_token(int(ids[0, -1]))
        self._began = True
        # Not by llguidance.torch: importing it compiles, which takes seconds and a C++ compiler.
        bits = np.frombuffer(self._matcher.compute_bitmask(), dtype=np.uint8)
        barred = np.unpackbits(bits, bitorder="little", count=scores.shape[-1]) == 0
        return scores.masked_fill(torch.from_numpy(barred).to(scores.device), -torch.inf)
