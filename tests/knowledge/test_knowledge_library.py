"""The library with a real Chroma and a stand-in for the embedding model."""

import threading
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.passage import Document, KnowledgeError, Passage
from knowledge.rerank import CrossEncoder

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


HR = BADGE.model_copy(update={"source": "hr/badge.en.md", "audience": ("hr",)})
MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)


class Days:
    """A calendar that is turned by hand."""

    def __init__(self) -> None:
        self.today = MAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def dated(tmp_path, embedder, days) -> Iterator[Library]:
    with Library(tmp_path / "dated", embedder, today=days) as library:
        yield library


def texts(passages: Sequence[Passage]) -> list[str]:
    return [passage.text for passage in passages]


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
    found = library.search("broken parcel replaced", kinds=("reply",))
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
    before = library.held()
    again = library.add(documents)
    assert (again.added, again.removed) == (0, 0)
    assert library.held() == before


def test_an_old_version_answers_for_its_days_and_is_never_current(dated, days):
    dated.add([PARCEL, BADGE])
    days.today = JULY
    changed = PARCEL.model_copy(update={"text": "A broken parcel is repaired.", "version": "2.1"})
    report = dated.add([changed, BADGE])
    assert (report.added, report.unchanged, report.removed) == (1, 1, 1)
    (now,) = dated.search("broken parcel")
    assert (now.text, now.current, now.version) == (changed.text, True, "2.1")
    assert now.valid_from == JULY
    (then,) = dated.search("broken parcel", on=MAY)
    assert (then.text, then.current, then.version) == (PARCEL.text, False, "1")
    assert then.valid_until == date(2026, 6, 30)
    assert "repaired" in dated.document(PARCEL.source)
    assert "replaced" in dated.document(PARCEL.source, on=MAY)
    assert [held.version for held in dated.held(PARCEL.source)] == ["2.1", "1"]


def test_days_that_a_document_names_are_kept(dated, days):
    sale = {"valid_from": date(2026, 6, 1), "valid_until": date(2026, 6, 30)}
    dated.add([PARCEL.model_copy(update=sale)])
    assert dated.search("broken parcel replaced") == []
    for day in sale.values():
        assert texts(dated.search("broken parcel replaced", on=day)) == [PARCEL.text]
    assert dated.search("broken parcel replaced", on=JULY) == []
    days.today = JULY
    assert dated.search("broken parcel replaced") == []
    report = dated.add([PARCEL])  # the same text, without an end
    assert report.unchanged == 1
    assert dated.search("broken parcel replaced")[0].current


def test_an_announced_version_takes_over_on_its_day(dated, days):
    dated.add([PARCEL])
    text = {"text": "A broken parcel is repaired.", "valid_from": JULY}
    dated.add([PARCEL.model_copy(update=text)])
    assert texts(dated.search("broken parcel")) == [PARCEL.text]
    days.today = JULY
    assert texts(dated.search("broken parcel")) == [text["text"]]


def test_a_retired_document_answers_for_the_past_and_can_come_back(dated, days):
    dated.add([PARCEL, BADGE])
    days.today = JULY
    assert dated.retire([PARCEL.source, "unknown"]) == 1
    assert dated.sources() == {BADGE.source}
    assert dated.search("broken parcel replaced") == []
    assert texts(dated.search("broken parcel replaced", on=MAY)) == [PARCEL.text]
    assert dated.add([PARCEL]).added == 1
    assert dated.search("broken parcel replaced")[0].current


def test_what_is_forgotten_is_nowhere(dated, days):
    dated.add([PARCEL, BADGE])
    days.today = JULY
    dated.add([PARCEL.model_copy(update={"text": "A broken parcel is repaired."})])
    assert dated.forget([PARCEL.source, "unknown"]) == 2
    for on in (None, MAY):
        assert dated.search("broken parcel", on=on) == []
    with pytest.raises(KnowledgeError, match=PARCEL.source):
        dated.document(PARCEL.source)
    assert [held.source for held in dated.held()] == [BADGE.source]


def test_a_person_finds_only_what_is_for_them(library):
    library.add([HR, PARCEL])
    hr = frozenset({"hr", "everyone"})
    assert library.search("lost badge blocked") == []
    assert library.search("lost badge blocked", audiences=hr)[0].source == HR.source
    assert "blocked" in library.document(HR.source, audiences=hr)


def test_no_score_tells_what_stands_in_the_documents_of_others(library):
    library.add([BADGE])
    asked = "Is a lost badge, zirconium, blocked?"
    before = library.look(asked).candidates
    library.add([HR.model_copy(update={"text": "Zirconium, zirconium and a badge."})])
    assert library.look(asked).candidates == before
    with pytest.raises(KnowledgeError, match=HR.source):
        library.document(HR.source)


def test_a_document_that_is_closed_to_a_team_is_closed_at_once_with_its_past(dated, days):
    sales, hr = frozenset({"sales"}), frozenset({"hr"})
    dated.add([HR.model_copy(update={"audience": ("hr", "sales")})])
    assert len(dated.search("lost badge blocked", audiences=sales | hr)) == 1
    days.today = JULY
    dated.add([HR.model_copy(update={"text": "A lost badge is blocked and replaced."})])
    for on in (None, MAY):
        assert dated.search("lost badge blocked", audiences=sales, on=on) == []
        assert len(dated.search("lost badge blocked", audiences=hr, on=on)) == 1


def test_one_filled_shelf_does_not_hide_what_another_person_may_see(library):
    library.add([HR.model_copy(update={"source": f"hr/{n}"}) for n in range(200)] + [BADGE])
    assert [p.source for p in library.search("lost badge blocked")] == [BADGE.source]


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
        assert second.add([PARCEL, BADGE]).unchanged == 2
        assert second.document(BADGE.source) == f"# {BADGE.title}\n\n{BADGE.text}"


def test_a_reader_finds_what_the_owner_finds_and_changes_nothing(library, embedder):
    library.add([PARCEL])
    with Library(library.folder, embedder, reading=True) as reader:
        found = library.search("broken parcel replaced")
        assert reader.search("broken parcel replaced") == [
            passage.model_copy(update={"score": pytest.approx(passage.score, abs=1e-3)})
            for passage in found
        ]
        library.add([BADGE])
        assert reader.count() == 2
        with pytest.raises(KnowledgeError, match="opened for reading"):
            reader.add([BADGE])
        with pytest.raises(KnowledgeError, match="opened for reading"):
            reader.retire([PARCEL.source])


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


class Backwards:
    """Stands in for a cross-encoder: the shorter a text, the better."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [-float(len(text)) for text in texts]


def test_a_cross_encoder_has_the_last_word_on_the_order(tmp_path, embedder):
    longer = PARCEL.model_copy(update={"source": "long", "text": f"{PARCEL.text} Really."})
    orders = []
    for reranker in (None, Backwards()):
        with Library(tmp_path / str(reranker is None), embedder, reranker=reranker) as library:
            library.add([longer, PARCEL])
            looked = library.look(f"{longer.text} Broken parcel")
            orders.append(
                [library.passages([c.number])[c.number].source for c in looked.candidates]
            )
    assert orders == [["long", PARCEL.source], [PARCEL.source, "long"]]


def test_a_cross_encoder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="no cross-encoder"):
        CrossEncoder(tmp_path).scores("a", ["b"])
