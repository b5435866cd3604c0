"""What the knowledge page does, on a real library and without a browser."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from letters import LetterEmbedder

from knowledge.library import Library
from tools.person import Person
from ui.accounts.visit import KEY, Visit
from ui.knowing.events import Events

RULE = "A broken parcel is replaced within two days."


class Opened:
    def __init__(self, library: Library) -> None:
        self.library = library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "knowledge", LetterEmbedder()) as library:
        yield library


@pytest.fixture
def events(library: Library) -> Events:
    return Events(Opened(library), "en")


def by(**person: object) -> SimpleNamespace:
    """A request of somebody."""
    known = {"id": "ann", "name": "Ann", "role": "manager"} | person
    return SimpleNamespace(scope={KEY: Visit(Person(**known))})


def written(folder: Path, text: str, name: str = "parcel.md") -> str:
    (folder / name).write_text(f"# Broken parcel\n\n{text}")
    return str(folder / name)


def test_what_is_uploaded_is_listed_read_replaced_and_retired(events, library, tmp_path):
    file = written(tmp_path, RULE)
    report, files, rows = events.added(
        [file], "hr, sales", "", "procedure", "1.0", "2026-05-01", "", by()
    )
    assert "1 added" in report
    assert files is None
    assert rows[0][:4] == ["Broken parcel", "procedure", "English", "1.0"]
    assert rows[0][5:] == ["hr, sales", "Ann", "uploads/parcel.md"]

    written(tmp_path, "A broken parcel is repaired.")
    events.added([file], "hr", "Ben", "procedure", "2.0", "2026-06-01", "", by())
    chosen = events.chosen(SimpleNamespace(row_value=rows[0]))
    assert chosen[0] == "uploads/parcel.md"
    assert chosen[1].count("<details") == 2
    assert events.listed()[0][3] == "2.0"

    said, rows, *_ = events.retired("uploads/parcel.md")
    assert "1 passage retired" in said
    assert rows[0][4].startswith("no longer")
    assert library.search(RULE, audiences=frozenset({"hr"})) == []
    past = library.search(RULE, audiences=frozenset({"hr"}), on=date(2026, 5, 5))
    assert past[0].version == "1.0"


def test_erasing_needs_a_second_thought(events, library, tmp_path):
    events.added([written(tmp_path, RULE)], "", "", "document", "", "", "", by())
    assert "Tick" in events.forgotten("uploads/parcel.md", False)[0]
    assert library.count() == 1
    assert "1 passage erased" in events.forgotten("uploads/parcel.md", True)[0]
    assert library.count() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"knowledge", "parcel.md"}


def test_a_wrong_date_is_said_and_nothing_comes_in(events, library, tmp_path):
    said = events.added([written(tmp_path, RULE)], "", "", "document", "", "soon", "", by())[0]
    assert "soon for a date" in said
    assert library.count() == 0
    assert "Choose a file" in events.added(None, "", "", "document", "", "", "", by())[0]


def test_the_test_box_sees_what_the_person_or_the_named_team_may_see(events, tmp_path):
    events.added([written(tmp_path, RULE)], "hr", "", "document", "", "", "", by())
    nothing, hidden = events.tested(RULE, "", "", by())
    assert "Nothing fits" in nothing
    assert not hidden["visible"]
    for teams, person in (("hr", by()), ("", by(teams=frozenset({"hr"})))):
        verdict, table = events.tested(RULE, "", teams, person)
        assert "Something fits" in verdict
        assert table["value"][0][1] == "Broken parcel"
    assert "someday for a date" in events.tested(RULE, "someday", "", by())[0]
