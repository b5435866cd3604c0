"""What the knowledge page does, on a real library and without a browser."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest
from letters import LetterEmbedder

from agent.audit import Audit, as_data
from knowledge.library import Library
from knowledge.passage import Document
from tools.person import Person
from ui.accounts.visit import KEY, Visit
from ui.knowing.events import Events

RULE = "A broken parcel is replaced within two days."


class Opened:
    def __init__(self, library: Library) -> None:
        self.library, self.audit = library, Audit(None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "knowledge", LetterEmbedder()) as library:
        yield library


@pytest.fixture
def opened(library: Library) -> Opened:
    return Opened(library)


@pytest.fixture
def events(opened: Opened) -> Events:
    return Events(opened, "en")


def by(**person: object) -> SimpleNamespace:
    """A request of somebody."""
    known = {"id": "ann", "name": "Ann", "role": "manager", "teams": frozenset({"hr"})} | person
    return SimpleNamespace(scope={KEY: Visit(Person(**known))})


def written(folder: Path, text: str, name: str = "parcel.md") -> str:
    (folder / name).write_text(f"# Broken parcel\n\n{text}")
    return str(folder / name)


def test_who_adds_a_file_sees_how_far_it_is(events, tmp_path):
    told: list[tuple[float, str]] = []

    def progress(share: float, desc: str) -> None:
        told.append((share, desc))

    events.added([written(tmp_path, RULE)], *[""] * 2, "document", *[""] * 3, False, by(), progress)
    assert told[0] == (0, "Reading the files …")
    assert told[-1] == (1, "Indexing: 1 of 1 passages (100 %)")


def test_what_is_uploaded_is_listed_read_replaced_and_retired(events, library, tmp_path):
    file, both = written(tmp_path, RULE), {"teams": frozenset({"hr", "sales"})}
    report, files, rows, _ = events.added(
        [file], "hr, sales", "", "procedure", "1.0", "2026-05-01", "", False, by(**both)
    )
    assert "1 added" in report
    assert files is None
    assert rows[0][:4] == ["Broken parcel", "procedure", "English", "1.0"]
    assert rows[0][5:] == ["hr, sales", "Ann", "uploads/parcel.md"]

    written(tmp_path, "A broken parcel is repaired.")
    events.added([file], "hr", "Ben", "procedure", "2.0", "2026-06-01", "", False, by())
    chosen = events.chosen(SimpleNamespace(row_value=rows[0]), by())
    assert chosen[0] == "uploads/parcel.md"
    assert chosen[1].count("<details") == 2
    assert events.listed(by())[0][3] == "2.0"

    said, rows, *_ = events.retired("uploads/parcel.md", by())
    assert "1 passage retired" in said
    assert rows[0][4].startswith("no longer")
    assert library.search(RULE, audiences=frozenset({"hr"})) == []
    past = library.search(RULE, audiences=frozenset({"hr"}), on=date(2026, 5, 5))
    assert past[0].version == "1.0"


def test_what_is_added_retired_and_erased_is_in_the_audit_log(events, opened, tmp_path):
    file = written(tmp_path, RULE)
    events.added([file], "hr", "", "document", "", "", "", False, by())
    events.retired("uploads/parcel.md", by())
    events.forgotten("uploads/parcel.md", False, by())
    events.forgotten("uploads/parcel.md", True, by())
    log = [as_data(entry) for entry in opened.audit.entries()]
    assert [(entry["person"], entry["event"], entry["subject"]) for entry in log] == [
        ("ann", "documents-added", ""),
        ("ann", "document-retired", "uploads/parcel.md"),
        ("ann", "document-erased", "uploads/parcel.md"),
    ]
    assert log[0]["detail"]["files"] == ["parcel.md"]
    assert (log[0]["detail"]["added"], log[0]["detail"]["audience"]) == (1, ["hr"])
    assert log[1]["detail"] == {"passages": 1}


def test_erasing_needs_a_second_thought(events, library, tmp_path):
    events.added([written(tmp_path, RULE)], "", "", "document", "", "", "", False, by())
    assert "Tick" in events.forgotten("uploads/parcel.md", False, by())[0]
    assert library.count() == 1
    assert "1 passage erased" in events.forgotten("uploads/parcel.md", True, by())[0]
    assert library.count() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"knowledge", "parcel.md"}


def test_a_wrong_date_is_said_and_nothing_comes_in(events, library, tmp_path):
    said = events.added([written(tmp_path, RULE)], "", "", "document", "", "soon", "", False, by())[
        0
    ]
    assert "soon for a date (Holds from)" in said
    assert library.count() == 0
    assert "Choose a file" in events.added(None, "", "", "document", "", "", "", False, by())[0]


def test_the_test_box_sees_what_the_person_or_the_named_team_may_see(events, tmp_path):
    events.added([written(tmp_path, RULE)], "hr", "", "document", "", "", "", False, by())
    nothing, hidden = events.tested(RULE, "", "", by(teams=frozenset()))
    assert "Nothing fits" in nothing
    assert not hidden["visible"]
    for teams, person in (("hr", by()), ("", by()), ("hr", by(teams=frozenset(), role="admin"))):
        verdict, table = events.tested(RULE, "", teams, person)
        assert "Something fits" in verdict
        assert table["value"][0][1] == "Broken parcel"
    assert "someday for a date (On the day)" in events.tested(RULE, "someday", "", by())[0]


def test_a_manager_reads_and_changes_nothing_of_another_team_and_an_admin_all(
    events, opened, library
):
    theirs, secret = "docs/pay.md", "Salaries rise by three percent in May."
    library.add(
        [
            Document(source=theirs, title="Pay", text=secret, language="en", audience=("hr",)),
            Document(source="docs/all.md", title="All", text="For everybody.", language="en"),
        ]
    )
    sales, admin = by(teams=frozenset({"sales"})), by(role="admin", teams=frozenset())
    row = SimpleNamespace(row_value=[theirs])

    assert [row[-1] for row in events.listed(sales)] == ["docs/all.md"]
    assert secret not in str(events.chosen(row, sales))
    for event, more in ((events.retired, ()), (events.forgotten, (True,))):
        with pytest.raises(gr.Error, match=r"no document called docs/pay\.md"):
            event(theirs, *more, sales)
    assert opened.audit.entries() == []
    said, hidden = events.tested(secret, "", "sales, hr", sales)
    assert "you are not in “hr”" in said
    assert not hidden["visible"]
    assert len(library.search(secret, audiences=frozenset({"hr"}))) == 1

    assert len(events.listed(admin)) == 2
    assert secret in events.chosen(row, admin)[1]
    assert "Something fits" in events.tested(secret, "", "hr", admin)[0]
    assert "1 passage retired" in events.retired(theirs, admin)[0]
    assert "1 passage erased" in events.forgotten(theirs, True, admin)[0]


@pytest.mark.parametrize(
    ("person", "refused"),
    [
        ({"role": "manager", "teams": frozenset({"hr"})}, True),
        ({"role": "manager", "teams": frozenset()}, True),
        ({"role": "manager", "teams": frozenset({"hr", "sales"})}, False),
        ({"role": "admin", "teams": frozenset()}, False),
    ],
)
def test_documents_come_in_for_teams_of_ones_own_and_admins_add_for_all(
    events, opened, library, tmp_path, person, refused
):
    file = written(tmp_path, RULE)
    said, files, *_ = events.added([file], "sales", "", "document", "", "", "", False, by(**person))
    assert ("you are not in “sales”" in said) == refused
    assert library.count() == (0 if refused else 1)
    assert len(opened.audit.entries()) == (0 if refused else 1)
    assert (files is None) != refused  # what was chosen is still there to be sent again
    inside = tmp_path / "inside.md"
    inside.write_text(f"---\naudience: sales\n---\n# Inside\n\n{RULE}")
    said = events.added([str(inside)], "", "", "document", "", "", "", False, by(**person))[0]
    assert ("it is for “sales”" in said) == refused
    assert library.count() == (0 if refused else 2)


def test_a_manager_does_not_replace_what_is_another_ones_and_an_admin_does(
    events, library, tmp_path
):
    file = written(tmp_path, RULE)
    events.added([file], "", "", "document", "", "", "", False, by())
    written(tmp_path, "Everything is replaced.")
    ben = {"id": "ben", "name": "Ben"}
    said, _, rows, _ = events.added([file], "hr", "", "document", "", "", "", False, by(**ben))
    assert "uploads/parcel.md was not added" in said
    assert "ask Ann to replace it" in said
    assert rows[0][5:7] == ["everyone", "Ann"]
    said = events.added([file], "", "", "document", "", "", "", False, by(**ben, role="admin"))[0]
    assert "1 added" in said


def test_a_file_with_a_customers_data_waits_until_somebody_says_that_it_may_stay(
    events, library, opened, tmp_path
):
    secret = "138 0013 8000"
    files = [
        written(tmp_path, f"The customer: Bo Li asked twice, call {secret} again.", "case.md"),
        written(tmp_path, f"{RULE} Call our hotline 400-820-8820.", "rule.md"),
    ]
    told, kept, _, asked = events.added(files, "", "", "document", "", "", "", False, by())
    assert "uploads/case.md was not added" in told
    assert f"phone number: “…Bo Li asked twice, call {secret} again.” (uploads/case.md)" in told
    assert "name: “" in told
    assert "hotline" not in told
    assert library.sources() == {"uploads/rule.md"}
    assert asked["visible"]
    assert "value" not in kept  # the files stay where they are
    told, kept, _, asked = events.added(files, "", "", "document", "", "", "", True, by())
    assert "1 added" in told
    assert kept is None
    assert not asked["visible"]
    assert library.sources() == {"uploads/case.md", "uploads/rule.md"}
    assert secret not in str(opened.audit.entries())
