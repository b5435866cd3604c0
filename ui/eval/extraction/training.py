"""Teaches the network that reads tasks out of prose: `python -m ui.eval.extraction.training`, an
hour or two on two cores.

It reads the work orders of `orders/*.dev.*` and `orders/authors/*`; what is kept (test, fresh,
unseen) is never opened. With `--without a,b` it leaves out these authors and tells how their texts
are read: what a new author may expect.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor

from agent.settings import Settings
from tools.extraction.encoder import FROZEN, Encoder
from tools.extraction.network import NAMING, Network
from tools.extraction.reading import WEIGHTS, alike, extract, reading
from tools.extraction.units import Vocabulary
from tools.prose.clock import Clock
from tools.prose.problem import problem_of
from tools.record import PlanError
from ui import parts
from ui.eval.extraction.lessons import Gold, Lesson, lesson, texts
from ui.eval.orders import START, Order, judge
from ui.eval.parse import Tally, rows_of
from ui.eval.tuning import Course, Tuned, learned, shorten, trained

EPOCHS, BATCH = 6, 8
RATE, NEW_RATE = 2e-4, 1e-3
"""Of the encoder's layers, and of what is new beside them."""
GENTLY = 0.5
"""Of these rates, where it goes on from weights that were kept."""
SEED = 7


def go_on(network: Network, file: Path) -> None:
    """The network takes over weights that were kept, as far as it has maps of their names."""
    kept = {name: each.float() for name, each in load_file(file).items()}
    network.load_state_dict(kept, strict=False)
    for name, each in network.named_modules():
        if isinstance(each, Tuned):
            each.w.data += kept[f"{name}.out"] @ kept[f"{name}.into"]


def loss_of(network: Network, batch: Sequence[Lesson]) -> Tensor:
    """How wrong the network is about lessons; the second look has the right names in view."""
    seen = [each.seen for each in batch]
    total = torch.zeros(())
    first = network.first(seen)
    second = network.second(seen, first, [each.tags for each in batch])
    for unit, told, each in zip(first.units, second, batch, strict=True):
        tags = torch.tensor(each.tags)
        total = total + F.cross_entropy(network.tags(unit), tags, reduction="sum") / 40
        total = total + _of_pairs(network, told, each) / 8
    return total / len(batch)


def _of_pairs(network: Network, u: Tensor, each: Lesson) -> Tensor:
    found = torch.zeros(())
    if each.tasks and each.values:
        scores = network.owned(each.seen, u, each.tasks, each.values)
        groups = alike([value for value, _ in each.values])
        said = torch.stack([torch.logsumexp(scores[:, group], 1) for group in groups], 1)
        right = torch.tensor(each.owned)[:, [group[0] for group in groups]]
        found = found + F.binary_cross_entropy_with_logits(said, right, reduction="sum")
    if len(each.tasks) > 1:
        scores = network.waits(each.seen, u, each.tasks)
        others = 1 - torch.eye(len(each.tasks))
        right = torch.tensor(each.waits)
        wrong = F.binary_cross_entropy_with_logits(scores, right, reduction="none")
        found = found + (wrong * others).sum()
    return found


def train(
    network: Network, lessons: Sequence[Lesson], epochs: int, pace: float = 1.0
) -> Iterator[str]:
    """Trains in place, at so much of the rates; yields what happened in each epoch."""
    course = Course(epochs, BATCH, pace * RATE, pace * NEW_RATE)
    yield from trained(network, lessons, course, partial(loss_of, network), _length)


def _length(lesson: Lesson) -> int:
    return len(lesson.seen.units.ids)


def judged(
    network: Network, encoder: Encoder, golds: Sequence[Gold], vocabulary: Vocabulary
) -> Tally:
    """How the network reads texts."""
    network.eval()
    tally = Tally()
    for gold in golds:
        order = Order(gold["text"], dict(gold), "dev", "")
        problem = None
        if (units := vocabulary.cut(order.text)) is not None:
            found = extract(network, encoder, order.text, units)
            with suppress(PlanError):
                problem = problem_of(reading(order.text, units, found), Clock(START))
        tally.add(order, judge(order, problem), 0)
    return tally


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", default="")
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument("--begin", type=Path, help="weights to go on from")
    options.add_argument("--keep-names", action="store_true", help="as they are found already")
    options.add_argument("--save", type=Path)
    asked = options.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    folder = parts.embedding_folder(Settings.read())
    vocabulary, encoder = Vocabulary(folder / "tokenizer.json"), Encoder(folder)
    held = asked.without.split(",")
    given = list(texts())
    golds = [gold for author, gold in given if author in held]
    made: list[Any] = [lesson(g, vocabulary, encoder) for author, g in given if author not in held]
    lessons = [each for each in made if each is not None]
    network = Network(encoder, Tuned)
    if asked.begin:
        go_on(network, asked.begin)
    if asked.keep_names:
        for part in (network.mark, *network.layers[: NAMING - FROZEN], network.tags):
            part.requires_grad_(False)
    pace = GENTLY if asked.begin else 1.0
    file = asked.save or WEIGHTS
    for number, line in enumerate(train(network, lessons, asked.epochs, pace)):
        print(line, flush=True)
        short = Network(encoder)
        shorten(network, short)
        save_file(learned(short), str(file))
        if golds and (number % 2 or number == asked.epochs - 1):
            for row in rows_of("left out", judged(short, encoder, golds, vocabulary)):
                print(f"    {row.name} {row.value:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
