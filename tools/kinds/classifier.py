"""The network with its weights, loaded at its first use. Threads may share it."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from tools.extraction.once import Once
from tools.kinds.labels import Scores
from tools.kinds.signs import Signs

WEIGHTS = Path(__file__).with_name("weights.safetensors")
BEGIN, END = 64, 32
"""Pieces of a long message that are read, of its beginning and of its end."""
LONG = 1500
"""Characters of it that are cut into pieces, of either end."""
KEPT = 64
"""Messages whose scores are kept: a turn asks several times."""


class Classifier:
    """What the network makes of a message.

    Args:
        encoder: folder of multilingual-e5-small.
        weights: what was learned beside it.
    """

    def __init__(self, encoder: Path, weights: Path = WEIGHTS) -> None:
        self._loaded = Once(lambda: _load(encoder, weights))
        self._known = lru_cache(maxsize=KEPT)(self._scores)

    def __call__(self, signs: Signs) -> Scores:
        return self._known(signs)

    def _scores(self, signs: Signs) -> Scores:
        import torch

        reader, network = self._loaded()
        with torch.inference_mode():
            scores: Scores = network([reader(signs)]).log_softmax(-1)[0].numpy()
        return scores


class Reader:
    """Messages as the network takes them."""

    def __init__(self, folder: Path, encoder: Any) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._encoder = encoder

    def __call__(self, signs: Signs) -> Any:
        from tools.kinds.network import Taken, buckets, words_of

        text = words_of(signs)
        if len(text) > LONG:
            text = f"{text[:LONG]} {text[-LONG:]}"
        ids = self._tokenizer.encode(text).ids
        if len(ids) > BEGIN + END:
            ids = [*ids[:BEGIN], *ids[-END:]]
        return Taken(self._encoder.below(ids), buckets(signs))


def _load(folder: Path, weights: Path) -> Any:
    from safetensors.torch import load_file

    from tools.extraction.encoder import Encoder
    from tools.kinds.network import FROZEN, Network

    encoder = Encoder(folder, FROZEN)
    network = Network(encoder).eval()
    network.load_state_dict({name: each.float() for name, each in load_file(weights).items()})
    return Reader(folder, encoder), network
