"""Folders of files in a library."""

from datetime import date

import pytest

from knowledge.index import BUILT_IN, index_built_in, index_folder, root_name
from knowledge.passage import KnowledgeError


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "procedures"
    (folder / "deep").mkdir(parents=True)
    (folder / "parcel.txt").write_text("A broken parcel is replaced.")
    (folder / "deep" / "faq.csv").write_text("id,title,content\n1,Open,At nine\n2,Shut,At five\n")
    return folder


def test_a_folder_is_indexed_once(library, folder):
    assert index_folder(library, folder).added == 3
    again = index_folder(library, folder)
    assert (again.added, again.unchanged, again.removed) == (0, 3, 0)
    name = root_name(folder)
    assert library.sources() == {
        f"{name}/parcel.txt",
        f"{name}/deep/faq.csv#1",
        f"{name}/deep/faq.csv#2",
    }


def test_files_and_rows_that_are_gone_are_retired(library, folder):
    index_folder(library, folder)
    (folder / "parcel.txt").unlink()
    (folder / "deep" / "faq.csv").write_text("id,title,content\n2,Shut,At five\n")
    report = index_folder(library, folder)
    assert (report.added, report.unchanged, report.removed) == (0, 1, 2)


def test_bad_files_are_reported_and_the_rest_is_indexed(library, folder):
    (folder / "broken.pdf").write_text("no pdf")
    (folder / ".hidden.txt").write_text("hidden")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("hidden")
    report = index_folder(library, folder)
    assert report.added == 3
    (skip,) = report.skipped
    assert (skip.source, skip.reason) == (f"{root_name(folder)}/broken.pdf", "corrupt")
    assert skip.source in skip.detail


def test_a_file_that_became_unreadable_keeps_its_passages(library, folder):
    index_folder(library, folder)
    (folder / "parcel.txt").write_bytes(b"\x00")
    report = index_folder(library, folder)
    assert (report.removed, report.skipped[0].reason) == (0, "not-text")


def test_links_that_leave_the_folder_are_not_followed(library, folder, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "more.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "again.txt").symlink_to(folder / "parcel.txt")
    report = index_folder(library, folder)
    assert [skip.reason for skip in report.skipped] == ["outside"]
    assert report.added == 4


def test_a_single_file_is_called_as_in_the_folder_that_is_known(library, folder):
    assert index_folder(library, folder / "parcel.txt").added == 1
    assert index_folder(library, folder / "deep" / "faq.csv").added == 2
    report = index_folder(library, folder)
    assert (report.added, report.unchanged) == (0, 3)


def test_a_single_file_is_as_visible_as_the_folder_that_it_was_taken_in_with(library, folder):
    (folder / "about.yaml").write_text("audience: hr\n")
    index_folder(library, folder)
    report = index_folder(library, folder / "deep" / "faq.csv")
    assert (report.added, report.unchanged) == (0, 2)
    assert {held.audience for held in library.held()} == {("hr",)}


def test_what_is_said_next_to_a_file_or_above_it_holds_for_it(library, folder):
    (folder / "about.yaml").write_text("audience: sales\nowner: Ann\n")
    (folder / "deep" / "faq.csv.yaml").write_text("audience: hr\n")
    (folder / "bad.txt").write_text("text")
    (folder / "bad.txt.yaml").write_text("valid_from: soon\n")
    report = index_folder(library, folder, said={"owner": "Ben", "field": "retail"})
    assert [(skip.reason, skip.values["value"]) for skip in report.skipped] == [
        ("bad-date", "soon")
    ]
    held = {each.source.rpartition("/")[2]: each for each in library.held()}
    assert set(held) == {"parcel.txt", "faq.csv#1", "faq.csv#2"}
    assert (held["parcel.txt"].audience, held["faq.csv#1"].audience) == (("sales",), ("hr",))
    assert {(each.owner, each.field) for each in held.values()} == {("Ann", "retail")}


def test_folders_of_the_same_name_do_not_meet(library, folder, tmp_path):
    other = tmp_path / "other" / "procedures"
    other.mkdir(parents=True)
    (other / "parcel.txt").write_text("A broken parcel is refunded.")
    index_folder(library, folder)
    report = index_folder(library, other)
    assert (report.added, report.removed) == (1, 0)
    assert library.count() == 4


def test_a_folder_that_is_not_there_is_named(library, tmp_path):
    with pytest.raises(KnowledgeError, match=r"There is no file or folder at .*gone"):
        index_folder(library, tmp_path / "gone")


def test_built_in_documents_are_all_read_and_a_users_folder_leaves_them_alone(library, folder):
    report = index_built_in(library)
    assert report.skipped == ()
    files = {path.relative_to(BUILT_IN).as_posix() for path in BUILT_IN.glob("*/*.md")}
    assert library.sources() == files
    index_folder(library, folder)
    again = index_built_in(library)
    assert (again.added, again.removed) == (0, 0)
    assert library.count() == report.added + 3


def test_built_in_documents_of_other_fields_are_retired(library):
    index_built_in(library)
    index_built_in(library, fields=("retail", "public"))
    today = {held.source for held in library.held() if held.holds(date.today())}
    assert {source.split("/")[1].split("-")[0] for source in today} == {"retail", "public"}


def test_all_built_in_documents_can_be_left_out(library):
    index_built_in(library)
    index_built_in(library, fields=())
    assert library.sources() == frozenset()


def test_built_in_documents_state_their_kind_and_language(library):
    index_built_in(library)
    for held in library.held():
        folder, _, name = held.source.partition("/")
        assert folder == {"procedure": "procedures", "reply": "replies"}[held.kind]
        assert name.endswith(f".{held.language}.md")


@pytest.mark.parametrize("take_out", ["retire", "forget"])
def test_a_built_in_document_that_somebody_took_out_stays_out(library, take_out):
    before = index_built_in(library)
    source = min(library.sources())
    getattr(library, take_out)([source])
    again = index_built_in(library)
    assert source not in library.sources()
    assert (again.added, again.removed) == (0, 0)
    assert [(skip.source, skip.reason) for skip in again.skipped] == [(source, "unwanted")]
    assert again.unchanged < before.added


@pytest.mark.parametrize("take_out", ["retire", "forget"])
def test_a_file_that_somebody_took_out_comes_back_when_it_is_named_or_changes(
    library, folder, take_out
):
    name = root_name(folder)
    parcel, row = f"{name}/parcel.txt", f"{name}/deep/faq.csv#1"
    index_folder(library, folder)
    getattr(library, take_out)([parcel, row])
    left_out = index_folder(library, folder).skipped
    assert [skip.source for skip in left_out] == [f"{name}/deep/faq.csv", parcel]
    assert library.sources() == {f"{name}/deep/faq.csv#2"}
    assert index_folder(library, folder / "deep" / "faq.csv").skipped == ()
    (folder / "parcel.txt").write_text("A broken parcel is refunded.")
    assert index_folder(library, folder).skipped == ()
    assert {parcel, row} < library.sources()
    (folder / "parcel.txt").write_text("A broken parcel is replaced.")
    assert index_folder(library, folder).added == 1


def test_what_was_retired_because_its_file_was_gone_comes_back_with_it(library, folder):
    index_folder(library, folder)
    text = (folder / "parcel.txt").read_text()
    (folder / "parcel.txt").unlink()
    assert index_folder(library, folder).removed == 1
    (folder / "parcel.txt").write_text(text)
    assert index_folder(library, folder).added == 1
    index_built_in(library, fields=("retail",))
    index_built_in(library, fields=("retail", "public"))
    assert any(source.startswith("replies/public") for source in library.sources())
    index_built_in(library, fields=("retail",))
    assert index_built_in(library).skipped == ()
