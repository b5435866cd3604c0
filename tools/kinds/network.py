"""A sentence encoder (multilingual-e5-small) whose upper half has learned to tell the labels apart.
What was learned is kept as matrices of low rank beside the encoder's own, as in Hu et al., "LoRA"
(2021)."""

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tools.extraction.encoder import WIDTH, Encoder, Layer, Learned, Linear
from tools.kinds.labels import LABELS
from tools.kinds.signs import Signs

FROZEN, LAYERS = 6, 12
"""Layers from below that stay as they are, and all."""
CUES = 512
"""Buckets of cues."""
_CUE, _JOINED = 96, 256
_BLANKS = re.compile(r"(_+)|@+")


class Taken(NamedTuple):
    """A message as the network takes it."""

    below: Tensor
    """What the frozen layers make of its pieces, shape (pieces, WIDTH)."""
    cues: list[int]
    """Buckets, never none."""


class Network(nn.Module):
    """All that is learned.

    Args:
        linear: what the maps of its layers are.
    """

    def __init__(self, encoder: Encoder, linear: Linear = Learned) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(encoder, n, linear) for n in range(FROZEN, LAYERS))
        self.cues = nn.EmbeddingBag(CUES, _CUE, mode="sum")
        nn.init.normal_(self.cues.weight, std=0.05)
        self.drop = nn.Dropout(0.2)
        self.join = nn.Linear(2 * WIDTH + _CUE, _JOINED)
        self.out = nn.Linear(_JOINED, len(LABELS))

    def forward(self, batch: Sequence[Taken]) -> Tensor:
        """Logits, shape (messages, labels)."""
        lengths = torch.tensor([len(each.below) for each in batch])
        long = int(lengths.max())
        x = torch.stack([F.pad(each.below, (0, 0, 0, long - len(each.below))) for each in batch])
        inside = torch.arange(long)[None] < lengths[:, None]
        for layer in self.layers:
            x = layer(x, inside[:, None, None])
        mean = (x * inside[..., None]).sum(1) / lengths[:, None]
        most = x.masked_fill(~inside[..., None], -1e4).max(1).values
        cues = torch.stack([self.cues(torch.tensor([each.cues]))[0] for each in batch])
        joined = F.gelu(self.join(self.drop(torch.cat([mean, most, cues], 1))))
        logits: Tensor = self.out(self.drop(joined))
        return logits


def words_of(signs: Signs) -> str:
    """The text as the encoder reads it: a name is one letter, however long it was."""
    named = _BLANKS.sub(lambda match: " X " if match[1] else " Y ", signs.text)
    return f"query: {' '.join(named.split())}"


def buckets(signs: Signs) -> list[int]:
    """Where the network has what each cue counts."""
    return [zlib.crc32(cue.encode()) % CUES for cue in signs.cues] or [0]
