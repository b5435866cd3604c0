"""What the network is taught: work orders -> the right answers, in the right places."""

import pytest
import torch
from safetensors.torch import save_file

from tools.extraction.encoder import Encoder
from tools.extraction.network import Network, spans_of
from tools.extraction.units import Vocabulary
from ui.eval.extraction.lessons import lesson, places, texts
from ui.eval.extraction.training import go_on, loss_of, train
from ui.eval.tuning import Tuned, learned, shorten

GOLD = {
    "text": "First Bo cuts the boards, 1 h. Painting takes two painters 2 h, after the cutting.",
    "tasks": [
        {"name": "cuts the boards", "duration": 60, "people_named": ["Bo"]},
        {
            "name": "Painting",
            "duration": 120,
            "skills": {"painter": 2},
            "after": ["cuts the boards"],
        },
    ],
}


@pytest.fixture(scope="module")
def taught(e5_folder):
    encoder = Encoder(e5_folder)
    made = lesson(GOLD, Vocabulary(e5_folder / "tokenizer.json"), encoder)
    return encoder, made


def words(made, spans):
    return [GOLD["text"][slice(*made.seen.units.place(span))] for span in spans]


def test_each_name_is_tagged_where_it_stands(taught):
    _, made = taught
    found = [words(made, spans_of(made.tags, number)) for number in range(4)]
    assert found == [["cuts the boards", "Painting"], ["Bo"], ["painters"], []]


def test_each_value_belongs_to_its_task_and_no_other(taught):
    _, made = taught
    owners = {
        (value.kind, value.key): [row[place] for row in made.owned]
        for place, (value, _) in enumerate(made.values)
    }
    assert owners["duration", 60] == [1, 0]
    assert owners["duration", 120] == [0, 1]
    assert owners["person", "bo"] == [1, 0]
    assert owners["trade", "painter"] == [0, 1]


def test_who_waits_for_whom_is_told(taught):
    assert taught[1].waits == [[0, 0], [1, 0]]


def test_a_name_is_no_part_of_a_word():
    assert places("weld the welders", "weld") == [(0, 4)]
    assert places("two nurses", "nurse") == [(4, 10)]
    assert places("先焊接再焊接", "焊接") == [(1, 3), (4, 6)]


def test_nothing_that_is_kept_for_testing_is_taught():
    from ui.eval.orders import orders

    kept = {order.text for order in orders(("test", "fresh", "unseen"))}
    assert kept.isdisjoint(gold["text"] for _, gold in texts())


def test_a_network_learns_a_lesson_and_what_is_kept_of_it_says_the_same(taught, tmp_path):
    encoder, made = taught
    network = Network(encoder, Tuned)
    lines = list(train(network, [made] * 2, 16))
    losses = [float(line.split("loss ")[1].split(",")[0]) for line in lines]
    assert losses[-1] < losses[0] / 2
    short = Network(encoder)
    shorten(network, short)
    with torch.inference_mode():
        whole, kept = (loss_of(each.eval(), [made]) for each in (network, short))
    assert float(kept) == pytest.approx(float(whole), rel=0.1)

    save_file(learned(short), tmp_path / "weights.safetensors")
    further = Network(encoder, Tuned)
    go_on(further, tmp_path / "weights.safetensors")
    with torch.inference_mode():
        assert float(loss_of(further.eval(), [made])) == pytest.approx(float(kept), rel=0.1)
