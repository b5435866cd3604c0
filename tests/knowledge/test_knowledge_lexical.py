"""BM25, bounded."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexical import Lexical, words


def lexical(*texts: str) -> Lexical:
    made = Lexical()
    for number, text in enumerate(texts):
        made.add(str(number), text)
    return made


def test_chinese_is_counted_by_characters_and_pairs():
    assert words("退货费 Refund-30") == ["退", "货", "费", "退货", "货费", "refund", "30"]


def test_the_text_that_shares_the_rare_word_scores_highest():
    scores = lexical("the parcel is late", "the parcel is broken", "the badge").scores("broken the")
    assert max(scores, key=scores.__getitem__) == "1"


def test_words_that_stand_nowhere_lower_the_score():
    made = lexical("the capital city", "the parcel")
    assert made.scores("the capital of France")["0"] < made.scores("the capital")["0"]


def test_a_removed_text_is_not_found():
    made = lexical("broken parcel", "late parcel")
    made.remove("0")
    assert made.scores("broken") == {}
    assert set(made.scores("parcel")) == {"1"}


TEXTS = st.text(alphabet="abc 退货字", max_size=30)


@given(texts=st.lists(TEXTS, max_size=6), question=TEXTS)
def test_scores_lie_between_0_and_1(texts, question):
    assert all(0 < score < 1 for score in lexical(*texts).scores(question).values())


@given(texts=st.lists(TEXTS, min_size=1, max_size=6), question=TEXTS)
def test_adding_again_changes_no_score(texts, question):
    made = lexical(*texts)
    before = made.scores(question)
    for number, text in enumerate(texts):
        made.add(str(number), text)
    assert made.scores(question) == before
