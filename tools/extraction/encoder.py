"""The sentence encoder (multilingual-e5-small) as the network uses it: its lowest layers as they
are, and the parts of which further layers are made."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from safetensors import safe_open
from torch import Tensor, nn

WIDTH, HEADS = 384, 12
FROZEN = 2
"""Layers from below that stay as they are."""
RANK = 64
"""Of the matrices beside the encoder's own."""
_EPSILON = 1e-12


class Encoder:
    """The weights of the sentence encoder, and its embedding and lowest layers.

    Args:
        frozen: how many of the layers stay as they are.
    """

    def __init__(self, folder: Path, frozen: int = FROZEN) -> None:
        opened: Any = safe_open
        self._file = opened(str(folder / "model.safetensors"), framework="pt")
        names = self._file.keys()
        self._prefix = "bert." if any(name.startswith("bert.") for name in names) else ""
        self.layers = nn.ModuleList(Layer(self, n, Fixed) for n in range(frozen)).eval()
        self._norm = self.norm("embeddings.LayerNorm")

    def weight(self, name: str) -> Tensor:
        found: Tensor = self._file.get_tensor(f"{self._prefix}{name}")
        mine: Tensor = found.float().clone()  # else it is the memory of the file, for all who ask
        return mine

    def norm(self, name: str) -> nn.LayerNorm:
        made = nn.LayerNorm(WIDTH, eps=_EPSILON)
        made.weight.data = self.weight(f"{name}.weight")
        made.bias.data = self.weight(f"{name}.bias")
        return made

    @torch.inference_mode()
    def below(self, ids: Sequence[int]) -> Tensor:
        """What the frozen layers make of `ids`, shape (ids, WIDTH)."""
        x = self._rows("word", ids) + self._rows("position", range(len(ids)))
        x = self._norm(x + self._rows("token_type", [0]))[None]
        for layer in self.layers:
            x = layer(x, None)
        made: Tensor = x[0].clone()
        return made

    def _rows(self, name: str, numbers: Sequence[int]) -> Tensor:
        """Rows of an embedding; the whole of it would be 400 MB."""
        table = self._file.get_slice(f"{self._prefix}embeddings.{name}_embeddings.weight")
        return torch.stack([table[number : number + 1][0] for number in numbers]).float()


class Fixed(nn.Module):
    """A linear map as the encoder has it."""

    w: Tensor
    b: Tensor

    def __init__(self, encoder: Encoder, name: str) -> None:
        super().__init__()
        self.register_buffer("w", encoder.weight(f"{name}.weight"), persistent=False)
        self.register_buffer("b", encoder.weight(f"{name}.bias"), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.w, self.b)


class Learned(nn.Module):
    """The same, with what was learned: another bias, and a map of low rank beside it."""

    w: Tensor

    def __init__(self, encoder: Encoder, name: str) -> None:
        super().__init__()
        w = encoder.weight(f"{name}.weight")
        self.register_buffer("w", w, persistent=False)
        self.b = nn.Parameter(encoder.weight(f"{name}.bias"))
        self.into = nn.Parameter(torch.zeros(RANK, w.shape[1]))
        self.out = nn.Parameter(torch.zeros(w.shape[0], RANK))

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.w, self.b) + F.linear(F.linear(x, self.into), self.out)


Linear = Callable[[Encoder, str], nn.Module]


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self, encoder: Encoder, number: int, linear: Linear) -> None:
        super().__init__()
        at = f"encoder.layer.{number}."
        attention = f"{at}attention."
        self.q, self.k, self.v = (
            linear(encoder, f"{attention}self.{name}") for name in ("query", "key", "value")
        )
        self.o = linear(encoder, f"{attention}output.dense")
        self.up = linear(encoder, f"{at}intermediate.dense")
        self.down = linear(encoder, f"{at}output.dense")
        self.middle = encoder.norm(f"{attention}output.LayerNorm")
        self.last = encoder.norm(f"{at}output.LayerNorm")
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        many, long, _ = x.shape
        q, k, v = (
            each(x).view(many, long, HEADS, -1).transpose(1, 2) for each in (self.q, self.k, self.v)
        )
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.middle(x + self.drop(self.o(y.transpose(1, 2).reshape(many, long, WIDTH))))
        made: Tensor = self.last(x + self.drop(self.down(F.gelu(self.up(x)))))
        return made
