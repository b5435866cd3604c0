"""The two rules of a search, on numbers."""

from knowledge.ranking import fits, score


def test_shared_words_decide_between_equally_near_passages():
    assert score(0.85, 0.6, True) > score(0.85, 0.2, True)


def test_shared_words_do_not_outweigh_a_much_nearer_passage():
    assert score(0.95, 0.0, True) > score(0.84, 1.0, True)


def test_the_askers_language_wins_between_translations_but_not_over_a_better_answer():
    assert score(0.88, 0.2, True) > score(0.90, 0.2, False)
    assert score(0.85, 0.2, True) < score(0.92, 0.2, False)


def test_a_near_passage_fits_and_a_far_one_does_not():
    assert fits(0.90, 0.3, "en", "en")
    assert not fits(0.82, 0.1, "en", "en")


def test_shared_words_can_make_a_passage_fit():
    assert not fits(0.85, 0.0, "en", "en")
    assert fits(0.85, 0.4, "en", "en")


def test_between_languages_less_is_enough():
    assert fits(0.83, 0.0, "zh", "en")
    assert not fits(0.83, 0.0, "zh", "zh")
