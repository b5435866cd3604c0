"""The network: the lower ten layers of a sentence encoder (multilingual-e5-small) whose eight upper
ones have learned. After six of these it says what each unit of a message is; two more, with that
in view, say whose each value is and who waits for whom. As in Zhong and Chen, "A frustratingly easy
approach for entity and relation extraction" (2021). What was learned is kept as matrices of low
rank beside the encoder's own, as in Hu et al., "LoRA" (2021).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tools.extraction.encoder import FROZEN, WIDTH, Encoder, Layer, Learned, Linear
from tools.extraction.features import COUNT, between, ordered
from tools.extraction.units import Place, Units
from tools.extraction.values import KINDS, Named, Value
from tools.extraction.weighing import Weighing

SPANS: tuple[Literal["task"] | Named, ...] = ("task", *get_args(Named))
"""What the network finds; a unit begins one (1 + 2 n), goes on with it (2 + 2 n), or none (0)."""
NAMING, LAYERS = 8, 10
"""Layers from below that find names, and that are used at all; the highest of the encoder have lost
the single words."""
JOINED = 192
CONTEXT = 96
_KNOWN = 3 * JOINED + COUNT + CONTEXT
"""Numbers that are known of a pair before it is weighed."""


@dataclass
class Seen:
    """A message as the network takes it."""

    message: str
    units: Units
    found: list[tuple[Value, Place]]
    """Values that code found, with their units."""
    below: Tensor
    """What the frozen layers made of it, shape (ids, WIDTH)."""

    @property
    def marks(self) -> list[int]:
        """For each id which kind of value stands there, 0 for none."""
        kinds = [0] * len(self.units.places)
        for value, (first, last) in self.found:
            kinds[first : last + 1] = [KINDS.index(value.kind) + 1] * (last + 1 - first)
        return self.of_ids(kinds)

    def of_ids(self, units: Sequence[int]) -> list[int]:
        """What is said of units, for each id."""
        return [units[owner] if owner >= 0 else 0 for owner in self.units.owners]


class First(NamedTuple):
    """What the network makes of a batch before it knows the names."""

    x: Tensor
    """Shape (messages, ids, WIDTH)."""
    mask: Tensor
    units: list[Tensor]
    """Shape (units, WIDTH) for each message."""


class Network(nn.Module):
    """All that is learned.

    Args:
        linear: what the maps of its layers are.
    """

    def __init__(self, encoder: Encoder, linear: Linear = Learned) -> None:
        super().__init__()
        self.mark = nn.Embedding(len(KINDS) + 1, WIDTH)
        self.tag = nn.Embedding(1 + 2 * len(SPANS), WIDTH)
        for each in (self.mark, self.tag):
            nn.init.normal_(each.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(encoder, n, linear) for n in range(FROZEN, LAYERS))
        self.drop = nn.Dropout(0.2)
        self.tags = nn.Linear(WIDTH, 1 + 2 * len(SPANS))
        self.task, self.value = (
            nn.Sequential(nn.Linear(3 * WIDTH, JOINED), nn.GELU(), nn.Dropout(0.2))
            for _ in range(2)
        )
        self.context = nn.Sequential(nn.Linear(WIDTH, CONTEXT), nn.GELU())
        self.own = Weighing(_KNOWN + len(KINDS), ways=False)
        self.wait = Weighing(_KNOWN, ways=True)

    def first(self, batch: Sequence[Seen]) -> First:
        """What the network makes of each unit; `tags` of it says what it is."""
        long = max(len(each.units.ids) for each in batch)
        x = torch.stack([F.pad(each.below, (0, 0, 0, long - len(each.below))) for each in batch])
        x = x + self.mark(_padded([each.marks for each in batch], long))
        lengths = torch.tensor([len(each.units.ids) for each in batch])
        mask = (torch.arange(long)[None] < lengths[:, None])[:, None, None]
        for layer in self.layers[: NAMING - FROZEN]:
            x = layer(x, mask)
        return First(x, mask, self._units(x, batch))

    def second(
        self, batch: Sequence[Seen], first: First, tags: Sequence[Sequence[int]]
    ) -> list[Tensor]:
        """The same once it is known what each unit is, shape (units, WIDTH) for each message."""
        told = [each.of_ids(found) for each, found in zip(batch, tags, strict=True)]
        x = first.x + self.tag(_padded(told, first.x.shape[1]))
        for layer in self.layers[NAMING - FROZEN :]:
            x = layer(x, first.mask)
        return self._units(x, batch)

    def _units(self, x: Tensor, batch: Sequence[Seen]) -> list[Tensor]:
        return [self.drop(_by_unit(row, each.units)) for row, each in zip(x, batch, strict=True)]

    def owned(
        self, seen: Seen, u: Tensor, tasks: Sequence[Place], values: Sequence[tuple[Value, Place]]
    ) -> Tensor:
        """How surely each value belongs to each task, as logits, shape (tasks, values)."""
        places = [(place, value.kind) for value, place in values]
        pairs = _pairs(
            self.task(_spans(u, tasks)),
            self.value(_spans(u, [place for _, place in values])),
            self._seen_between(seen, u, tasks, places),
        )
        kinds = torch.tensor([KINDS.index(kind) for _, kind in places])
        told = F.one_hot(kinds, len(KINDS)).expand(len(tasks), -1, -1)
        scores: Tensor = self.own(torch.cat([pairs, told], -1), u)
        return scores

    def waits(self, seen: Seen, u: Tensor, tasks: Sequence[Place]) -> Tensor:
        """How surely each task (row) waits for each other, as logits, shape (tasks, tasks)."""
        t = self.task(_spans(u, tasks))
        places = [(place, "task") for place in tasks]
        told = self._seen_between(seen, u, tasks, places)
        told[..., COUNT - 2 : COUNT] = torch.from_numpy(ordered(seen.message, seen.units, tasks))
        scores: Tensor = self.wait(_pairs(t, t, told), u)
        return scores

    def _seen_between(
        self, seen: Seen, u: Tensor, tasks: Sequence[Place], others: Sequence[tuple[Place, str]]
    ) -> Tensor:
        """What code sees between places, and what the network makes of the words there."""
        told = torch.from_numpy(between(seen.message, seen.units, tasks, others))
        rows = [_words_between(u, task, place) for task in tasks for place, _ in others]
        words = torch.stack(rows).view(len(tasks), len(others), WIDTH)
        return torch.cat([told, self.context(words)], -1)


def _pairs(rows: Tensor, columns: Tensor, seen: Tensor) -> Tensor:
    a = rows[:, None].expand(-1, len(columns), -1)
    b = columns[None].expand(len(rows), -1, -1)
    return torch.cat([a, b, a * b, seen], -1)


def _spans(u: Tensor, places: Sequence[Place]) -> Tensor:
    """First unit, last unit and mean of each span, shape (places, 3 * WIDTH)."""
    return torch.stack([torch.cat([u[a], u[b], u[a : b + 1].mean(0)]) for a, b in places])


def _words_between(u: Tensor, one: Place, other: Place) -> Tensor:
    """The strongest of what stands between two spans and right before the first, shape (WIDTH,)."""
    (_, end), (start, _) = sorted((one, other))
    first = min(one[0], other[0])
    near = [*range(max(0, first - 3), first), *range(end + 1, start)]
    return u[near].max(0).values if near else u.new_zeros(u.shape[1])


def _by_unit(x: Tensor, units: Units) -> Tensor:
    """The mean of the ids of each unit."""
    owners = torch.tensor(units.owners)
    inside = owners >= 0
    many = len(units.places)
    total = torch.zeros(many, WIDTH).index_add(0, owners[inside], x[: len(owners)][inside])
    return total / torch.bincount(owners[inside], minlength=many).clamp(min=1)[:, None]


def _padded(rows: Sequence[Sequence[int]], long: int) -> Tensor:
    return torch.tensor([[*row, *[0] * (long - len(row))] for row in rows])


def spans_of(tags: Sequence[int], number: int) -> list[Place]:
    """The spans of one sort that tags tell: first and last unit of each."""
    begins, goes_on = 1 + 2 * number, 2 + 2 * number
    found: list[Place] = []
    for at, tag in enumerate(tags):
        if tag == begins or (tag == goes_on and (not found or found[-1][1] != at - 1)):
            found.append((at, at))
        elif tag == goes_on:
            found[-1] = (found[-1][0], at)
    return found
