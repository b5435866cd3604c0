"""Single files that people bring, and whose documents they may replace."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.owning import Bringer
from knowledge.passage import Document, KnowledgeError
from knowledge.uploads import index_uploads

HR = frozenset({"hr", "everyone"})
ANN = Bringer("ann", frozenset({"Ann", "hr"}), HR)
BEN = Bringer("ben", frozenset({"Ben"}), frozenset({"everyone"}))
CAT = Bringer("cat", frozenset({"Cat"}), HR, anything=True)
RULES = "uploads/rules.md"


@pytest.fixture
def bring(library, tmp_path: Path):
    """A file comes in, from a folder of its own as a page keeps it."""

    def bring(text: str, by: Bringer, name: str = "rules.md", **said: Any):
        folder = tmp_path / f"{by.id}-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        (folder / name).write_text(text)
        return index_uploads(library, [folder / name], said=said, by=by)

    return bring


def reasons(report) -> list[tuple[str, str]]:
    return [(skip.source, skip.reason) for skip in report.skipped]


def test_nobody_replaces_what_somebody_else_brought(library, bring):
    bring("Badges are blocked.", ANN, owner="Ann", audience=("hr",))
    for text in ("Boxes are stacked.", "Badges are blocked."):
        report = bring(text, BEN, owner="Ben")
        assert reasons(report) == [(RULES, "taken")]
        assert "belongs to Ann" in report.skipped[0].detail
        assert (report.added, report.removed) == (0, 0)
    (held,) = library.held()
    assert (held.owner, held.audience) == ("Ann", ("hr",))
    assert library.text(held.number) == "Badges are blocked."


def test_a_retired_document_keeps_its_name_because_its_past_is_still_read(library, bring):
    bring("Badges are blocked.", ANN, owner="Ann", audience=("hr",))
    library.retire([RULES])
    assert reasons(bring("Boxes are stacked.", BEN, owner="Ben")) == [(RULES, "taken")]
    library.forget([RULES])
    assert bring("Boxes are stacked.", BEN, owner="Ben").added == 1


def test_the_bringer_the_owner_who_may_see_it_their_team_and_admins_replace(library, bring):
    bring("First.", BEN, owner="Ann")
    assert bring("Second.", BEN, owner="HR").skipped == ()
    for text, by in (("Third.", ANN), ("Fourth.", CAT)):
        assert bring(text, by, owner="HR", audience=("hr",)).skipped == ()
    assert bring("Fifth.", ANN, owner="Ann", audience=("hr",)).skipped == ()
    assert reasons(bring("Sixth.", BEN, owner="Ben")) == [(RULES, "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "---\naudience: sales\n---\n# Rules\n\nBoxes.",
        "---\naudience: [hr, sales]\n---\n# Rules\n\nBoxes.",
    ],
)
def test_nobody_brings_for_a_team_of_others_whatever_the_file_says(library, bring, text):
    report = bring(text, ANN, owner="Ann", audience=("hr",))
    assert reasons(report) == [(RULES, "foreign-team")]
    assert "it is for sales" in report.skipped[0].detail
    assert library.held() == []
    assert bring(text, CAT).added == 1


def test_a_row_for_a_team_of_others_stays_out(library, bring):
    table = "id,title,content,audience\n1,Open,At nine,hr\n2,Pay,A lot,sales\n"
    report = bring(table, ANN, "faq.csv", owner="hr")
    assert report.added == 1
    assert reasons(report) == [("uploads/faq.csv#2", "foreign-team")]
    assert library.sources() == {"uploads/faq.csv#1"}


def test_the_library_itself_takes_nothing_for_a_team_of_others(library):
    rules = Document(source=RULES, title="R", text="Boxes.", language="en", audience=("sales",))
    with pytest.raises(KnowledgeError, match="it is for sales"):
        library.add([rules], by=ANN)
    assert library.held() == []


def test_an_owner_who_may_not_see_a_document_does_not_replace_it(library, bring):
    bring("Badges are blocked.", ANN, owner="Ben", audience=("hr",))
    assert reasons(bring("Boxes are stacked.", BEN, owner="Ben")) == [(RULES, "taken")]


def test_where_nobody_is_named_an_admin_is(library, bring):
    library.add([Document(source=RULES, title="Rules", text="Boxes.", language="en")])
    report = bring("Boxes are stacked.", Bringer("eve", frozenset({""}), BEN.audiences))
    assert reasons(report) == [(RULES, "taken-unowned")]
    assert "ask an admin" in report.skipped[0].detail


def test_a_table_is_whose_its_rows_are(library, bring):
    table = "id,title,content\n1,Open,At nine\n2,Shut,At five\n"
    bring(table, ANN, "faq.csv", owner="Ann")
    other = "id,title,content\n3,Lunch,At noon\n"
    assert reasons(bring(other, BEN, "faq.csv")) == [("uploads/faq.csv", "taken")]
    assert reasons(bring("Text.", BEN, "faq.csv#9.md")) == [("uploads/faq.csv#9.md", "taken")]
    assert library.sources() == {"uploads/faq.csv#1", "uploads/faq.csv#2"}
    assert bring(other, ANN, "faq.csv", owner="Ann").removed == 2


def test_of_two_files_of_one_name_the_second_is_named(library, tmp_path):
    for folder, text in (("a", "Boxes are stacked."), ("b", "Badges are blocked.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rules.md").write_text(text)
    files = [tmp_path / folder / "rules.md" for folder in ("a", "b", "a")]
    report = index_uploads(library, files)
    assert report.added == 1
    assert reasons(report) == [(RULES, "twice")]
    assert library.text(library.held()[0].number) == "Boxes are stacked."


def test_whoever_was_quicker_keeps_the_name(library):
    rules = Document(source=RULES, title="Rules", text="Boxes.", language="en", owner="Ann")
    library.check(RULES, BEN)
    library.add([rules], by=ANN)
    with pytest.raises(KnowledgeError, match="belongs to Ann"):
        library.add([rules.model_copy(update={"text": "Badges.", "owner": "Ben"})], by=BEN)
    assert [held.owner for held in library.held()] == ["Ann"]


def test_an_upload_that_somebody_took_out_comes_back_when_it_is_uploaded_again(library, bring):
    bring("Boxes are stacked.", ANN, owner="Ann")
    library.retire([RULES])
    assert bring("Boxes are stacked.", ANN, owner="Ann").added == 1
    assert library.sources() == {RULES}


@pytest.mark.parametrize("text", ["Hello.", "---\nkind: reply\n---\nHello."])
def test_a_reply_to_customers_is_no_document_and_what_is_there_already_stays(library, bring, text):
    library.add([Document(source=RULES, title="Rules", text="Hi.", kind="reply", language="en")])
    said = {} if "kind" in text else {"kind": "reply"}
    assert reasons(bring(text, CAT, **said)) == [(RULES, "reply-template")]
    assert library.sources() == {RULES}


def test_a_file_with_a_doubtful_document_waits_and_what_it_said_before_holds(library, tmp_path):
    table = tmp_path / "table.csv"
    for second in ("fine", "secret"):
        table.write_text(f"title,text\nFirst,first\nSecond,{second}\n")
        report = index_uploads(library, [table], doubtful=lambda each: "secret" in each.text)
    assert reasons(report) == [("uploads/table.csv", "personal")]
    assert len(library.sources()) == 2
    assert not library.search("secret")
