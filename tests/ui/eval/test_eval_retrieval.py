"""What `whyflow eval retrieval` counts, on documents of a few words."""

import json
from math import log2

import pytest
from letters import LetterEmbedder

from agent.settings import Settings
from knowledge.embed import Embedder
from knowledge.passage import Document
from tools.phrases import LANGUAGES
from ui.eval import Asked
from ui.eval.rankers import SYSTEMS, Remembering, ranked
from ui.eval.retrieval import SEARCHES, Question, _gain, _own, _recall
from ui.eval.rows import evenly

TEXTS = {
    "a": "A broken parcel is replaced within two days.",
    "b": "A lost badge is blocked by the front desk.",
    "c": "The floor of the ward is mopped last of all.",
}


@pytest.fixture
def corpus():
    documents = [
        Document(source=name, title="Rule", text=text, language="en")
        for name, text in TEXTS.items()
    ]
    with ranked(documents, Remembering(LetterEmbedder())) as corpus:
        yield corpus


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_way_finds_what_is_asked_for(corpus, system):
    for name, text in TEXTS.items():
        assert corpus.documents(system, text)[0] == name


def test_the_own_questions_are_answered_as_the_chat_lists_passages(tmp_path, e5_folder):
    asked = Asked(tmp_path, Settings.read(data=tmp_path), 1.0, False, lambda *_: None)
    row = next(_own(Remembering(Embedder(e5_folder)), asked))
    assert row.total > 50
    assert 0 < row.right <= row.total


def test_gain_and_recall_count_the_right_documents_by_their_rank(corpus):
    order = corpus.documents("e5", TEXTS["a"])
    second = Question(TEXTS["a"], frozenset({order[1]}))
    assert _gain(corpus, "e5", second) == pytest.approx(1 / log2(3))
    assert _recall(corpus, "e5", second, 1) == 0
    both = Question(TEXTS["a"], frozenset(order[:2]))
    assert _gain(corpus, "e5", both) == pytest.approx(1)
    assert _recall(corpus, "e5", both, 1) == 0.5


def test_a_part_is_spread_evenly_and_never_empty():
    questions = [Question(str(number), frozenset()) for number in range(10)]
    assert [each.text for each in evenly(questions, 0.2)] == ["0", "5"]
    assert len(evenly(questions, 0.01)) == 1


def test_no_question_is_both_practised_and_kept():
    for language in LANGUAGES:
        files = (SEARCHES / f"{name}.{language}.jsonl" for name in ("practice", "kept"))
        practice, kept = (
            {json.loads(line)["question"] for line in file.read_text("utf-8").splitlines()}
            for file in files
        )
        assert not practice & kept
        assert len(kept) >= 75
