"""The real embedding model: it knows both languages, and when nothing fits."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.embed import Embedder
from knowledge.index import built_in as documents
from knowledge.index import index_folder
from knowledge.library import Library
from knowledge.nearness import Meaning
from knowledge.passage import KnowledgeError

SUBJECTS = (
    "retail-damaged", "finance-lost", "manufacturing-equipment", "public-fine",
    "healthcare-appointment", "manufacturing-shift",
)  # fmt: skip
"""Of the built-in documents; all of them would take minutes."""


COUNT = 12
"""Articles of a bank."""


@pytest.fixture(scope="module")
def e5(e5_folder: Path) -> Embedder:
    return Embedder(e5_folder)


@pytest.fixture(scope="module")
def built_in(e5: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    chosen = [each for each in documents() if any(name in each.source for name in SUBJECTS)]
    with Library(tmp_path_factory.mktemp("built-in"), e5) as library:
        library.add(chosen)
        yield library


def test_threads_share_one_model_that_none_has_loaded_yet(e5):
    assert e5._encoder is None
    found: list[np.ndarray] = []
    threads = [
        threading.Thread(target=lambda: found.append(e5.queries(["a parcel"]))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    for vector in found:
        np.testing.assert_allclose(vector, found[0], atol=1e-5)


def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=str(tmp_path)):
        Embedder(tmp_path).queries(["hello"])


def test_a_translation_is_nearer_than_another_subject(e5):
    (question,) = e5.queries(["怎么退回破损的包裹？"])
    same, other = e5.passages(["How to return a damaged parcel", "How to bake bread"])
    assert question @ same > question @ other
    np.testing.assert_allclose(np.linalg.norm([question, same, other], axis=1), 1, atol=1e-4)


@pytest.mark.parametrize(
    ("question", "subject", "language"),
    [
        ("the parcel arrived broken, what do I do", "retail-damaged", "en"),
        ("my card was stolen yesterday", "finance-lost", "en"),
        ("a machine on the line stopped working", "manufacturing-equipment", "en"),
        ("can I pay the fine online", "public-fine", "en"),
        ("快递送到的时候已经坏了怎么办", "retail-damaged", "zh"),
        ("银行卡丢了", "finance-lost", "zh"),
        ("病人想改约时间", "healthcare-appointment", "zh"),
        ("交接班要说些什么", "manufacturing-shift", "zh"),
    ],
)
def test_a_question_finds_its_document_in_its_language(built_in, question, subject, language):
    first = built_in.search(question)[0]
    assert subject in first.source
    assert first.language == language


@pytest.mark.parametrize(
    "question",
    ["what is the capital of France", "write me a poem", "法国的首都是哪里", "给我写一首诗"],
)
def test_a_question_about_something_else_finds_nothing(built_in, question):
    assert built_in.search(question) == []


@pytest.mark.parametrize(
    ("question", "subject", "right"),
    [
        ("我拆开的护肤品还能退吗", "retail-customer-refund.en", "opened cosmetics"),
    ],
)
def test_the_sentence_that_answers_is_nearest_across_languages(e5, question, subject, right):
    document = next(each for each in documents() if subject in each.source)
    lines = [line for line in document.text.splitlines() if line.startswith("- ")]
    near = Meaning(e5).near
    scores = near(question, lines)
    assert right in lines[int(np.argmax(scores))]
    assert max(scores) > 0 > max(near("哪种葡萄酒配鱼？", lines))


def test_articles_of_a_bank_are_found(e5, tau3_corpus, tmp_path):
    lines = tau3_corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "corpus.jsonl").write_text("".join(lines[:COUNT]), encoding="utf-8")
    with Library(tmp_path / "library", e5) as library:
        report = index_folder(library, tmp_path / "bank")
        assert report.skipped == ()
        assert len(library.sources()) == COUNT
        found = library.search("How do I open a personal savings account?")
    assert "Savings" in found[0].title
