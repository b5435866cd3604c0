"""Who waits for whom, and whose each value is, weighed for all pairs together: whether the last
step waits for another one hangs on what else waits for that, whether Rosa does it on who else has
her, and words such as "once both are in" stand anywhere.

Each pair looks at the words (attention), at the other pairs of its row and of its column (as in Ho
et al., "Axial attention in multidimensional transformers", 2019), and if it is of two tasks at the
ways through a third (the triangle of Jumper et al., "Highly accurate protein structure prediction
with AlphaFold", 2021), because what is waited for by way of another is not waited for directly.
"""

import torch
from torch import Tensor, nn

from tools.extraction.encoder import WIDTH

PAIR = 128
"""Numbers that stand for a pair."""
THROUGH = 32
"""Of these, how many are looked at by way of a third task."""
HEADS, ROUNDS = 4, 2


class Weighing(nn.Module):
    """Scores of all pairs.

    Args:
        given: how many numbers are known of each pair.
        ways: whether they are pairs of tasks with tasks.
    """

    def __init__(self, given: int, *, ways: bool) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Linear(given, PAIR), nn.GELU(), nn.Dropout(0.2))
        self.rounds = nn.ModuleList(Round(ways=ways) for _ in range(ROUNDS))
        self.last = nn.Sequential(nn.LayerNorm(PAIR), nn.Dropout(0.2), nn.Linear(PAIR, 1))

    def forward(self, pairs: Tensor, u: Tensor) -> Tensor:
        """`pairs` of shape (tasks, others, given), words of shape (units, WIDTH) -> logits of shape
        (tasks, others): how surely the task of the row waits for, or has, what the column is."""
        p = self.first(pairs)
        for each in self.rounds:
            p = each(p, u)
        scores: Tensor = self.last(p)[..., 0]
        return scores


class Round(nn.Module):
    """One look of each pair at words, row, column and ways; at first it changes nothing."""

    def __init__(self, *, ways: bool) -> None:
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(PAIR) for _ in range(5))
        self.row, self.column = (_attention() for _ in range(2))
        self.words = _attention(WIDTH)
        self.ways = Ways() if ways else None
        self.feed = nn.Sequential(
            nn.Linear(PAIR, 2 * PAIR), nn.GELU(), nn.Dropout(0.2), nn.Linear(2 * PAIR, PAIR)
        )
        self.drop = nn.Dropout(0.1)
        attentions = (self.row, self.column, self.words)
        _begin_with_nothing(*(each.out_proj for each in attentions), self.feed[-1])

    def forward(self, p: Tensor, u: Tensor) -> Tensor:
        row, column, words, ways, itself = self.norms
        asked = words(p).reshape(1, -1, PAIR)
        p = p + self.drop(_looked(self.words, asked, u[None]).view_as(p))
        x = row(p)
        p = p + self.drop(_looked(self.row, x, x))
        x = column(p).transpose(0, 1)
        p = p + self.drop(_looked(self.column, x, x).transpose(0, 1))
        if self.ways:
            p = p + self.drop(self.ways(ways(p)))
        made: Tensor = p + self.drop(self.feed(itself(p)))
        return made


class Ways(nn.Module):
    """What a pair of tasks sees of the ways through a third one."""

    def __init__(self) -> None:
        super().__init__()
        self.one, self.other = (nn.Linear(PAIR, THROUGH) for _ in range(2))
        self.through = nn.Linear(THROUGH, PAIR)
        _begin_with_nothing(self.through)

    def forward(self, x: Tensor) -> Tensor:
        met = torch.einsum("ikc,kjc->ijc", self.one(x).sigmoid(), self.other(x))
        seen: Tensor = self.through(met)
        return seen


def _begin_with_nothing(*maps: nn.Module) -> None:
    for each in (number for one in maps for number in one.parameters()):
        nn.init.zeros_(each)


def _attention(width: int = PAIR) -> nn.MultiheadAttention:
    """Of pairs, at something of that width."""
    return nn.MultiheadAttention(PAIR, HEADS, dropout=0.1, kdim=width, vdim=width, batch_first=True)


def _looked(attention: nn.MultiheadAttention, asked: Tensor, at: Tensor) -> Tensor:
    seen: Tensor = attention(asked, at, at, need_weights=False)[0]
    return seen
