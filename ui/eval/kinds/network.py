"""Trains the network: `python -m ui.eval.kinds.network`, some twenty minutes on two cores.

With `--without a,b` it leaves out these writers and tells which share of their messages is taken
for what it is: what a writer may expect whom it has never seen.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

from agent.settings import Settings
from tools.extraction.encoder import Encoder
from tools.kinds.classifier import WEIGHTS, Reader
from tools.kinds.labels import LABELS
from tools.kinds.network import FROZEN, Network, Taken
from ui import parts
from ui.eval.kinds.examples import Example, examples, signs_in
from ui.eval.tuning import Course, Tuned, learned, shorten, trained

EPOCHS, BATCH = 4, 16
RATE, NEW_RATE = 2e-4, 1e-3
"""Of the encoder's layers, and of what is new beside them."""
SMOOTHING = 0.05
"""How little is made of one example: some of them could be labelled otherwise."""
SEED = 7


class Lesson(NamedTuple):
    taken: Taken
    label: int


def lessons(given: Sequence[Example], reader: Reader) -> list[Lesson]:
    """What the frozen layers make of the examples, once for all epochs."""
    take = cache(reader)
    return [Lesson(take(signs_in(each)), LABELS.index(each.label)) for each in given]


def loss_of(network: Network, batch: Sequence[Lesson]) -> torch.Tensor:
    right = torch.tensor([each.label for each in batch])
    scores = network([each.taken for each in batch])
    return F.cross_entropy(scores, right, label_smoothing=SMOOTHING)


def train(network: Network, given: Sequence[Lesson], epochs: int) -> Iterator[str]:
    """Trains in place; yields what happened in each epoch."""
    course = Course(epochs, BATCH, RATE, NEW_RATE)
    yield from trained(network, given, course, partial(loss_of, network), _length)


def _length(lesson: Lesson) -> int:
    return len(lesson.taken.below)


def right(network: Network, given: Sequence[Lesson]) -> float:
    """The share of lessons that the network knows."""
    network.eval()
    with torch.inference_mode():
        found = [int(network([each.taken]).argmax()) == each.label for each in given]
    return sum(found) / max(1, len(found))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", default="")
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument("--save", type=Path, default=WEIGHTS)
    asked = options.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    folder = parts.embedding_folder(Settings.read())
    encoder = Encoder(folder, FROZEN)
    network, reader = Network(encoder, Tuned), Reader(folder, encoder)
    held, given = asked.without.split(","), examples()
    learning = lessons([each for each in given if each.writer not in held], reader)
    for line in train(network, learning, asked.epochs):
        print(line, flush=True)
    short = Network(encoder)
    shorten(network, short)
    save_file(learned(short), str(asked.save))
    for writer in filter(None, held):
        left = lessons([each for each in given if each.writer == writer], reader)
        print(f"    {writer} {right(short, left):.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
