"""Documents are cut where a reader would cut them, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.chunks import LIMITS, passages_of, text_from
from knowledge.passage import Document


def document(text: str, **fields: str) -> Document:
    return Document(**{"source": "s", "title": "T", "language": "en", **fields}, text=text)


LONG = "Every box is counted twice. " * 30


def test_a_short_document_stays_whole():
    (passage,) = passages_of(document("# A\n\none\n\n# B\n\ntwo"))
    assert passage.text == "# A\n\none\n\n# B\n\ntwo"


def test_a_reply_is_never_cut():
    assert len(passages_of(document(LONG * 5, kind="reply"))) == 1


def test_passages_carry_the_headings_above_them():
    text = f"{LONG}\n# A\n{LONG}\n## B\n{LONG}\n# C\nend\n```\n# no heading\n```"
    assert [p.heading for p in passages_of(document(text))] == ["", "A", "A > B", "C"]


def test_a_document_can_be_put_together_again():
    text = f"{LONG.strip()}\n\n## A\n\n### B\n\n{LONG.strip()}\n\n## C\n\nend"
    assert text_from(passages_of(document(text))[::-1]) == f"# T\n\n{text}"


@pytest.mark.parametrize("language", ["en", "zh"])
@given(text=st.text(alphabet="ab 。.\n#字", min_size=1, max_size=3000).filter(str.strip))
def test_passages_hold_every_word_and_none_is_over_the_limit(language, text):
    passages = passages_of(document(text, language=language))
    assert all(len(passage.text) <= LIMITS[language] for passage in passages)
    letters = sorted(c for p in passages for c in p.text if c in "ab字")
    headed = sorted(c for line in text.split("\n") for c in line if c in "ab字")
    if "#" not in text:
        assert letters == headed


def test_ids_are_the_same_each_time_and_differ_when_anything_does():
    (first,) = passages_of(document("text"))
    assert passages_of(document("text")) == [first]
    assert len(first.id) == 24
    for other in (
        document("text", source="other"),
        document("text", title="other"),
        document("text", kind="reply"),
        document("other"),
    ):
        assert passages_of(other)[0].id != first.id
