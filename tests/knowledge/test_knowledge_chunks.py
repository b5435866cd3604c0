"""Documents are cut where a reader would cut them, and nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.chunks import LIMITS, pieces_of
from knowledge.passage import Document


def document(text: str, **fields: str) -> Document:
    return Document(**{"source": "s", "title": "T", "language": "en", **fields}, text=text)


LONG = "Every box is counted twice. " * 30


def test_a_short_document_stays_whole():
    text = "# A\n\none\n\n# B\n\ntwo"
    assert pieces_of(document(text)) == [("", 0, len(text))]


def test_a_reply_is_never_cut():
    assert len(pieces_of(document(LONG * 5, kind="reply"))) == 1


@pytest.mark.parametrize("heading", ["Formal", "正式", "Brief"])
def test_a_reply_is_found_in_one_tone_only(heading):
    reply = f"## Reply\n\nHello\n\n## {heading}\n\nGood day"
    assert pieces_of(document(reply, kind="reply")) == [("", 0, len("## Reply\n\nHello"))]


def test_pieces_carry_the_headings_above_them():
    text = f"{LONG}\n# A\n{LONG}\n## B\n{LONG}\n# C\nend\n```\n# no heading\n```"
    pieces = pieces_of(document(text))
    assert [piece.heading for piece in pieces] == ["", "A", "A > B", "C"]
    assert text[pieces[3].start : pieces[3].end] == "end\n```\n# no heading\n```"


@pytest.mark.parametrize("language", ["en", "zh"])
@given(text=st.text(alphabet="ab 。.\n#字", min_size=1, max_size=3000).filter(str.strip))
def test_pieces_hold_every_word_in_order_and_none_is_over_the_limit(language, text):
    pieces = pieces_of(document(text, language=language))
    assert all(piece.end - piece.start <= LIMITS[language] for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    held = "".join(text[piece.start : piece.end] for piece in pieces)
    if "#" not in text:
        assert [c for c in held if c in "ab字"] == [c for c in text if c in "ab字"]
