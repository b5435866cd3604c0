"""How a network beside the encoder is taught: linear maps that learn as a whole, the loop of
training, and what is kept."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

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


Taught = TypeVar("Taught")


class Course(NamedTuple):
    """How training goes."""

    epochs: int
    batch: int
    rate: float
    """Of the encoder's layers."""
    new_rate: float
    """Of what is new beside them."""


def batches(
    lessons: Sequence[Taught], size: int, length: Callable[[Taught], int]
) -> Iterator[list[Taught]]:
    """All lessons in a new order, those of like length together."""
    mixed, made = random.sample(lessons, len(lessons)), list[list[Taught]]()
    for at in range(0, len(mixed), size * size):
        block = sorted(mixed[at : at + size * size], key=length)
        made += [block[n : n + size] for n in range(0, len(block), size)]
    yield from random.sample(made, len(made))


def trained(
    network: nn.Module,
    lessons: Sequence[Taught],
    course: Course,
    loss_of: Callable[[Sequence[Taught]], Tensor],
    length: Callable[[Taught], int],
) -> Iterator[str]:
    """Trains in place; yields what happened in each epoch."""
    weights = list(network.parameters())
    named = list(network.named_parameters())
    old, new = (
        [each for name, each in named if name.startswith("layers.") == inside]
        for inside in (True, False)
    )
    steps = course.epochs * sum(1 for _ in batches(lessons, course.batch, length))
    highest = [course.rate, course.new_rate]
    optimiser = torch.optim.AdamW([{"params": old}, {"params": new}], weight_decay=0.01)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, highest, total_steps=steps, pct_start=0.1)
    for epoch in range(course.epochs):
        network.train()
        began, total = time.monotonic(), 0.0
        for batch in batches(lessons, course.batch, length):
            loss = loss_of(batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            rate.step()
            total += loss.item() * len(batch)
        yield f"epoch {epoch}: loss {total / len(lessons):.4f}, {time.monotonic() - began:.0f} s"


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
