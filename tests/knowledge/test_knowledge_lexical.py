"""BM25, bounded, over segments."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexical import scores, things, words
from knowledge.postings import MERGED, Segment, merged, segment_of, to_merge


def scored(
    question: str, *texts: str, gone: frozenset[int] = frozenset(), how=scores
) -> list[float]:
    """The score of each text, each in a segment of its own."""
    counted = [words(text) for text in texts]
    segments = [segment_of({number: found}) for number, found in enumerate(counted)]
    lengths = np.array([len(found) for found in counted], dtype=np.float32)
    alive = np.array([number not in gone for number in range(len(texts))])
    return [float(score) for score in how(question, segments, lengths, alive)]


def test_chinese_is_counted_by_characters_and_pairs():
    assert words("退货费 Refund-30") == ["退", "货", "费", "退货", "货费", "refund", "30"]


def test_the_text_that_shares_the_rare_word_scores_highest():
    found = scored("broken the", "the parcel is late", "the parcel is broken", "the badge")
    assert np.argmax(found) == 1


def test_words_that_stand_nowhere_lower_the_score():
    texts = "the capital city", "the parcel"
    assert scored("the capital of France", *texts)[0] < scored("the capital", *texts)[0]


def test_a_removed_text_is_not_found():
    assert scored("broken parcel", "broken parcel", "late parcel", gone=frozenset({0}))[0] == 0


def test_an_empty_library_finds_nothing():
    assert scored("broken") == []


def test_a_question_finds_what_it_speaks_of_in_other_words_and_the_other_language():
    english = "a lost parcel is searched for", "refunds are paid in cash", "the badge"
    assert np.argmax(scored("我要退款，给现金", *english, how=things)) == 1
    assert np.argmax(scored("reimbursement in coins", *english, how=things)) == 1
    chinese = "包裹丢失后可查件", "退款以现金支付", "工牌"
    assert np.argmax(scored("I want a refund in cash", *chinese, how=things)) == 1


def test_what_the_glossary_does_not_know_is_no_thing():
    assert scored("lobster", "lobster", "龙虾", how=things) == [0, 0]


def test_one_word_that_is_known_says_less_than_three():
    few, more = (
        scored(question, "退款以现金支付给顾客", "工牌", how=things)[0]
        for question in ("refund?", "refund the customer in cash?")
    )
    assert 0 < few < more


def test_a_chinese_word_of_three_characters_must_stand_there_whole():
    coupon, discount = scored("a coupon", "优惠券", "优惠，证券", how=things)
    assert coupon > discount == 0


TEXTS = st.text(alphabet="abc 退货字", max_size=30)


@given(texts=st.lists(TEXTS, max_size=6), question=TEXTS)
def test_scores_lie_between_0_and_1(texts, question):
    assert all(0 <= score < 1 for score in scored(question, *texts))


@given(texts=st.lists(TEXTS, min_size=1, max_size=6), question=TEXTS)
def test_merging_changes_no_score_and_neither_does_the_disk(texts, question):
    counted = [words(text) for text in texts]
    parts = [segment_of({number: found}) for number, found in enumerate(counted)]
    whole = Segment.from_bytes(merged(parts).to_bytes())
    lengths = np.array([len(found) for found in counted], dtype=np.float32)
    alive = np.ones(len(texts), dtype=bool)
    expected = scores(question, parts, lengths, alive)
    np.testing.assert_array_equal(scores(question, [whole], lengths, alive), expected)


def test_segments_of_like_size_are_merged_once_there_are_enough():
    assert to_merge(dict.fromkeys(range(MERGED - 1), 32)) == []
    assert to_merge(dict.fromkeys(range(MERGED), 32) | {99: 100_000}) == list(range(MERGED))
