"""The library with a real Chroma and a stand-in for the embedding model."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.passage import Document, KnowledgeError, Passage

PARCEL = Document(
    source="procedures/parcel.en.md",
    title="Broken parcel",
    text="A broken parcel is replaced within two days.",
    kind="procedure",
    language="en",
)
BADGE = Document(
    source="procedures/badge.en.md",
    title="Lost badge",
    text="A lost badge is blocked at once by the front desk.",
    kind="procedure",
    language="en",
)
REPLY = PARCEL.model_copy(update={"source": "replies/parcel.en.md", "kind": "reply"})


def ids(library: Library) -> set[str]:
    return {passage.id for passage in library._store.all()}


def test_the_passage_about_the_question_comes_first(library):
    library.add([BADGE, PARCEL])
    found = library.search("broken parcel replaced")
    assert found[0].source == PARCEL.source
    assert Passage.model_validate_json(found[0].model_dump_json()) == found[0]


def test_scores_fall_from_the_first_passage_to_the_last(library):
    library.add([BADGE, PARCEL, REPLY])
    scores = [passage.score for passage in library.search("a broken parcel is replaced")]
    assert scores == sorted(scores, reverse=True)


def test_only_the_wanted_kind_is_found(library):
    library.add([PARCEL, REPLY])
    found = library.search("broken parcel replaced", kind="reply")
    assert {passage.source for passage in found} == {REPLY.source}


def test_of_two_equal_passages_the_one_in_the_askers_language_comes_first(library):
    chinese = PARCEL.model_copy(update={"source": "procedures/parcel.zh.md", "language": "zh"})
    library.add([PARCEL, chinese])
    for language in ("zh", "en"):
        found = library.search("broken parcel replaced", language=language)
        assert found[0].language == language


@pytest.mark.parametrize("question", ["", "  \n", "zq", "why jazz"])
def test_nothing_is_found_when_nothing_fits(library, question):
    library.add([PARCEL, BADGE])
    assert library.search(question) == []


def test_nothing_is_found_in_an_empty_library(library):
    assert library.search("broken parcel") == []
    assert library.count() == 0


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_adding_twice_changes_nothing(library, texts):
    documents = [
        Document(source=str(number), title="t", text=text, language="en")
        for number, text in enumerate(texts)
    ]
    library.add(documents)
    before = ids(library)
    again = library.add(documents)
    assert (again.added, again.removed) == (0, 0)
    assert ids(library) == before


def test_passages_that_left_their_source_are_removed_and_no_longer_found(library):
    library.add([PARCEL, BADGE])
    changed = PARCEL.model_copy(update={"text": "A broken parcel is repaired."})
    report = library.add([changed])
    assert (report.added, report.removed) == (1, 1)
    assert "replaced" not in library.document(PARCEL.source)
    assert {p.text for p in library.search("broken parcel")} <= {changed.text, BADGE.text}


def test_removed_sources_are_gone(library):
    library.add([PARCEL, BADGE])
    assert library.remove([PARCEL.source, "unknown"]) == 1
    assert library.sources() == {BADGE.source}


def test_progress_ends_at_the_total(library):
    calls = []
    library.add([PARCEL, BADGE], lambda done, total: calls.append((done, total)))
    assert calls == [(0, 2), (2, 2)]


def test_a_library_is_the_same_after_it_was_closed_and_opened(tmp_path, embedder):
    with Library(tmp_path / "library", embedder) as first:
        first.add([PARCEL, BADGE])
        found = first.search("broken parcel replaced")
    with Library(tmp_path / "library", embedder) as second:
        assert second.search("broken parcel replaced") == found
        assert second.document(BADGE.source) == f"# {BADGE.title}\n\n{BADGE.text}"


def test_a_reader_sees_the_library_as_it_was_and_changes_nothing(library, embedder):
    library.add([PARCEL])
    with Library(library.folder, embedder, reading=True) as reader:
        library.add([BADGE])
        assert reader.count() == 1
        with pytest.raises(KnowledgeError, match="opened for reading"):
            reader.add([BADGE])
        with pytest.raises(KnowledgeError, match="opened for reading"):
            reader.remove([PARCEL.source])


def test_reading_a_folder_that_is_not_there_finds_nothing_and_makes_nothing(tmp_path, embedder):
    with Library(tmp_path / "none", embedder, reading=True) as reader:
        assert reader.search("broken parcel") == []
    assert not (tmp_path / "none").exists()


def test_an_unknown_document_is_named(library):
    with pytest.raises(KnowledgeError, match="called nowhere"):
        library.document("nowhere")


def test_threads_may_search_while_another_adds(library):
    library.add([PARCEL])
    found = []

    def search():
        found.extend(library.search("broken parcel replaced")[0].source for _ in range(10))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    library.add([BADGE.model_copy(update={"source": f"badge {n}"}) for n in range(100)])
    for thread in threads:
        thread.join()
    assert found == [PARCEL.source] * 40
    assert library.count() == 101
