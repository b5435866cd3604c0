"""The order of what is found, and whether any of it fits, on numbers."""

import numpy as np
import pytest

from knowledge.lexical import Shared
from knowledge.ranking import BEHIND, SIGNALS, Frame, counterparts, crossed, e5

CROSSED = len(crossed(np.zeros(len(SIGNALS), dtype=np.float32)))


def frame(**fields: object) -> Frame:
    """Three dimensions: the first is what all vectors have in common."""
    common = np.array([1, 0, 0], dtype=np.float32)
    known = {
        "questions": {"en": common, "zh": common},
        "passages": {"en": common, "zh": common * 2},
        "off": np.array([[0, -1, 0]], dtype=np.float32),
        "topic": np.zeros(4, dtype=np.float32),
        "middle": np.zeros(len(SIGNALS), dtype=np.float32),
        "spread": np.ones(len(SIGNALS), dtype=np.float32),
        "weights": np.zeros(CROSSED, dtype=np.float32),
        "bias": 0.0,
        "cut": 0.5,
    }
    return Frame(**known | fields)


ASKED = np.array([1, 1, 0], dtype=np.float32)


def found(vectors, lexical, languages=("en", "en"), preferred="en", things=(0, 0)):
    rows, shares = np.array(vectors, dtype=np.float32), np.array(lexical, dtype=np.float32)
    shared = Shared(shares, np.array(things[: len(rows)], dtype=np.float32))
    numbers = range(len(rows))
    return frame().candidates(ASKED, "en", preferred, numbers, languages, rows, shared)


def test_shared_words_decide_between_equally_near_passages():
    first, second = found([[1, 0.5, 0], [1, 0.5, 0]], [0.2, 0.6])
    assert (first.number, second.number) == (1, 0)


def test_what_both_speak_of_decides_between_equally_near_passages():
    first, second = found([[1, 0.5, 0], [1, 0.5, 0]], [0, 0], ("zh", "zh"), things=(0.2, 0.6))
    assert (first.number, second.number) == (1, 0)
    assert first.things == pytest.approx(0.6)


def test_shared_words_do_not_outweigh_a_much_nearer_passage():
    assert found([[1, 0.9, 0], [1, 0.1, 0]], [0, 1])[0].number == 0


def test_what_all_passages_have_in_common_is_not_counted():
    for each in found([[1, 0.5, 0], [9, 0.5, 0]], [0, 0]):
        assert each.near == pytest.approx(0.5)


def test_the_askers_language_wins_between_translations_but_not_over_a_better_answer():
    same = [[1, 0.5, 0], [1, 0.5, 0]]
    assert found(same, [0, 0], ("en", "zh"), "zh")[0].number == 1
    assert found([[1, 0.9, 0], [1, 0.5, 0]], [0, 0], ("en", "zh"), "zh")[0].number == 0


def test_of_the_other_language_what_fits_about_as_well_is_found_whatever_words_are_shared():
    vectors = [[1, 0.5, 0], [2, 0.49, 0], [2, 0.45, 0], [2, 0.42, 0], [2, 0.3, 0]]
    spoken = ("en", "zh", "zh", "zh", "zh")
    ranked = found(vectors, [1, 0, 0, 0, 0], spoken, things=[0] * 5)
    assert ranked[0].number == 0
    assert ranked[0].score - ranked[1].score > BEHIND
    assert [each.number for each in counterparts(ranked)] == [1, 2]
    assert counterparts(ranked[:1]) == []
    assert [each.number for each in counterparts([ranked[0], ranked[-1]])] == []


def test_the_probability_follows_the_signals():
    near = frame(weights=np.array([5.0] + [0] * (CROSSED - 1), dtype=np.float32), bias=-2.0)
    far, close = (found([[1, y, 0]], [0], ["en"]) for y in (0.1, 0.9))
    low, high = (near.probability(near.signals(ASKED, "en", 3, each)) for each in (far, close))
    assert low < near.cut < high


def test_signals_are_followed_by_the_products_of_any_two():
    assert crossed(np.array([[2.0, 3.0]], dtype=np.float32)).tolist() == [[2, 3, 4, 6, 9]]


def test_what_is_shipped_is_whole():
    shipped = e5()
    assert shipped.off.shape[1] == 384
    assert len(shipped.middle) == len(shipped.spread) == len(SIGNALS)
    assert len(shipped.weights) == CROSSED
    assert 0 < shipped.cut < 1
    assert 0 < BEHIND < 1
