"""Linear maps of an encoder that learn as a whole, and what is kept of them."""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tools.extraction.encoder import RANK, Encoder, Learned


class Tuned(nn.Module):
    """A linear map of the encoder that learns as a whole."""

    def __init__(self, encoder: Encoder, name: str) -> None:
        super().__init__()
        self.w = nn.Parameter(encoder.weight(f"{name}.weight"))
        self.b = nn.Parameter(encoder.weight(f"{name}.bias"))

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.w, self.b)


def shorten(network: nn.Module, short: nn.Module) -> None:
    """`short` becomes the network as it is kept: of what each map learned, the strongest `RANK`
    directions."""
    kept = {name: each for name, each in network.state_dict().items() if not name.endswith(".w")}
    short.load_state_dict(kept, strict=False)
    maps = dict(network.named_modules())
    for name, each in short.named_modules():
        if isinstance(each, Learned):
            u, s, v = torch.linalg.svd(maps[name].w.detach() - each.w, full_matrices=False)
            each.out.data, each.into.data = u[:, :RANK] * s[:RANK], v[:RANK]
    short.eval()


def learned(network: nn.Module) -> dict[str, Any]:
    """The weights to be kept, in half precision."""
    return {name: each.half().contiguous() for name, each in network.state_dict().items()}
