"""What the network that tells messages apart is taught, and what is kept of it."""

import json
import random

import pytest
import torch

from tools.extraction.encoder import Encoder
from tools.kinds.classifier import Reader
from tools.kinds.network import FROZEN, Network
from ui.eval.kinds.examples import ORDERS, Example, examples
from ui.eval.kinds.network import lessons, loss_of, right, train
from ui.eval.recognition import FOLDER
from ui.eval.tuning import Tuned, shorten

GIVEN = [
    Example("a", "why is packing so late?", None, "why"),
    Example("a", "包装为什么这么晚？", None, "why"),
    Example("a", "what if Ann is away?", None, "what_if"),
    Example("a", "要是小王不在呢？", None, "what_if"),
]


def test_a_network_learns_lessons_and_what_is_kept_of_it_says_the_same(e5_folder):
    torch.manual_seed(7)
    random.seed(7)
    encoder = Encoder(e5_folder, FROZEN)
    taught = lessons(GIVEN, Reader(e5_folder, encoder))
    network, short = Network(encoder, Tuned), Network(encoder)
    lines = list(train(network, taught, 12))
    losses = [float(line.split("loss ")[1].split(",")[0]) for line in lines]
    assert losses[-1] < losses[0] / 2
    assert right(network, taught) == 1
    shorten(network, short)
    with torch.inference_mode():
        whole, kept = (float(loss_of(each, taught)) for each in (network, short))
    assert kept == pytest.approx(whole, rel=0.1)


def test_nothing_that_is_kept_for_testing_is_taught():
    taught = {each.text for each in examples()}
    files = [*FOLDER.glob("test.*"), *FOLDER.glob("second.*"), *ORDERS.glob("routes.test.*")]
    files += [*ORDERS.glob("remarks.*"), *ORDERS.glob("newcomer.*")]
    assert len(files) == 10
    kept = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    assert taught.isdisjoint(row.get("question") or row["message"] for row in kept)
