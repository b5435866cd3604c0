"""A long text is looked up by its sentences."""

from knowledge.library import Looked
from knowledge.passage import Document
from knowledge.ranking import Candidate
from knowledge.request import LONG, looked_up, sentences


def test_sentences_in_both_languages_are_taken_once_and_short_ones_left_out():
    text = "My parcel is broken. OK. 我的包裹碎了怎么办？My parcel is broken.\n- the box was wet"
    assert sentences(text) == ["My parcel is broken.", "我的包裹碎了怎么办？", "- the box was wet"]


def test_what_several_sentences_find_comes_first_and_what_fits_nothing_counts_nothing():
    seen = {
        "Sentence number one.": Looked([candidate(1), candidate(2)], 0.9, True),
        "Sentence number two.": Looked([candidate(2)], 0.9, True),
        "Something else again.": Looked([candidate(3)], 0.1, False),
    }
    votes = looked_up(" ".join(seen), seen.__getitem__)
    assert [number for number, _ in votes] == [2, 1]


def candidate(number: int) -> Candidate:
    return Candidate(number, "en", 0.5, 0.9, 0.0, 0.0, 0.5)


def test_a_letter_finds_the_rules_for_what_it_is_about(library):
    texts = ("A broken parcel is replaced in two days.", "A lost badge is blocked at once.")
    library.add(
        [Document(source=t[:8], title="Rule", text=t, language="en") for t in (*texts, "Jazz!")]
    )
    letter = "I hope you are well, and so on. " * 10 + " ".join(texts)
    assert len(letter) >= LONG
    assert {passage.text for passage in library.search(letter)[:2]} == set(texts)
    assert library.search("zq zq zq zqzqzq. " * 30) == []
