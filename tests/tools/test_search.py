import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtimes import left, runtime

from knowledge.passage import Passage
from tools.search import search_knowledge, tell_passages


def passage(
    title: str = "Returns", text: str = "Ask for the receipt.", **fields: object
) -> Passage:
    known = {"id": "0" * 24, "heading": "", "source": f"{title}.md", "kind": "procedure"}
    rest = {"field": "retail", "language": "en", "place": 0, "score": 0.9}
    return Passage.model_validate({"title": title, "text": text} | known | rest | fields)


def test_the_best_passage_is_quoted_and_the_others_are_named():
    told = tell_passages([passage(), passage("Refunds"), passage("Refunds")], "x" * 9999, "en")
    assert "“Returns” [1]" in told
    assert "> Ask for the receipt." in told
    assert told.count("Refunds") == 1
    assert "Refunds [2]" in told


def test_a_source_in_another_language_is_marked_as_such():
    assert "（原文是另一种语言。）" in tell_passages([passage()], "x" * 9999, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_found_is_said_and_not_possible(language):
    update = left(search_knowledge.func("what is a foil?", runtime("?", language)))
    assert update["possible"] is False
    assert update["passages"] == []
    assert "whyflow index" in update["answer"]


def test_the_tool_leaves_its_sources_in_the_conversation():
    found = [passage()]
    turn = runtime("How do I handle a return?", found=found, whole=found[0].text)
    update = left(search_knowledge.func("return", turn))
    assert update["passages"] == found
    assert "> Ask for the receipt." in update["answer"]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_every_line_of_a_document_stays_inside_the_quotation(text):
    told = tell_passages([passage(text=text)], "x" * 9999, "en")
    head, _, quoted = told.partition("\n\n")
    assert "Returns" in head
    assert all(line.startswith(">") for line in quoted.splitlines())


def test_a_long_text_is_cut_with_a_sign():
    told = tell_passages([passage(text="word " * 9999)], "x" * 99999, "en")
    assert len(told) < 3000
    assert told.endswith("…")


def test_a_short_document_is_quoted_whole_and_a_missing_one_leaves_the_passage():
    whole = "# Returns\n\nAsk for the receipt.\n\nThen pay back."
    assert "> Then pay back." in tell_passages([passage()], whole, "en")
    assert "> Ask for the receipt." in tell_passages([passage()], "", "en")
