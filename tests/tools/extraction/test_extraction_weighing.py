"""Pairs of tasks, weighed together."""

import pytest
import torch

from tools.extraction.encoder import WIDTH
from tools.extraction.weighing import Weighing

GIVEN = 12


@pytest.fixture
def weighing() -> Weighing:
    """As if it had learned something: at first the looks change nothing."""
    torch.manual_seed(1)
    made = Weighing(GIVEN, ways=True).eval()
    for each in made.parameters():
        torch.nn.init.normal_(each, std=0.3)
    return made


def scores(weighing: Weighing, pairs: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    with torch.inference_mode():
        made: torch.Tensor = weighing(pairs, words)
    return made


def test_there_is_a_score_for_each_pair_also_of_a_single_task(weighing):
    words = torch.randn(7, WIDTH)
    for tasks in (1, 5):
        assert scores(weighing, torch.randn(tasks, tasks, GIVEN), words).shape == (tasks, tasks)


def test_a_pair_hangs_on_the_words_and_on_all_other_pairs(weighing):
    pairs, words = torch.randn(4, 4, GIVEN), torch.randn(7, WIDTH)
    before = scores(weighing, pairs, words)
    elsewhere = pairs.clone()
    elsewhere[2, 3] += 1  # shares no task with the pair of 0 and 1
    assert not torch.equal(before[0, 1], scores(weighing, elsewhere, words)[0, 1])
    assert not torch.equal(before[0, 1], scores(weighing, pairs, words + 1)[0, 1])


def test_the_order_in_which_tasks_are_told_to_it_does_not_matter(weighing):
    pairs, words = torch.randn(4, 4, GIVEN), torch.randn(7, WIDTH)
    mixed = torch.tensor([2, 0, 3, 1])
    before = scores(weighing, pairs, words)[mixed][:, mixed]
    after = scores(weighing, pairs[mixed][:, mixed], words)
    assert torch.allclose(before, after, atol=1e-3)


def test_whose_a_value_is_is_weighed_for_tasks_and_values_of_other_numbers():
    torch.manual_seed(1)
    made = Weighing(GIVEN, ways=False).eval()
    assert scores(made, torch.randn(3, 5, GIVEN), torch.randn(7, WIDTH)).shape == (3, 5)
