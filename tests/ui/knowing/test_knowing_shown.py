"""What the knowledge page shows, as values."""

from datetime import date

import pytest

from knowledge.held import Held
from knowledge.index import Report, Skipped
from knowledge.library import Looked
from knowledge.passage import Passage
from knowledge.ranking import Candidate
from ui.knowing import shown

TODAY = date(2026, 7, 1)


def held(number: int = 1, **fields: object) -> Held:
    known = {"source": "a.md", "title": "Returns", "kind": "procedure", "field": "", "passages": 2}
    rest = {"language": "en", "version": str(number), "since": None, "until": None, "owner": "Ann"}
    more = {"added": TODAY, "audience": ("everyone",), "number": number}
    return Held.model_validate(known | rest | more | fields)


def test_a_document_is_listed_once_by_what_holds_today():
    versions = [
        held(3, since=date(2026, 8, 1)),
        held(2, since=date(2026, 5, 1), until=date(2026, 7, 31)),
        held(1, until=date(2026, 4, 30)),
    ]
    (row,) = shown.rows(versions, TODAY, "en")
    assert row[3:5] == ["2", "now (2026-05-01 to 2026-07-31)"]
    assert row[-3:] == ["everyone", "Ann", "a.md"]


def test_what_came_in_last_stands_first():
    rows = shown.rows([held(1, source="a.md"), held(7, source="b.md")], TODAY, "en")
    assert [row[-1] for row in rows] == ["b.md", "a.md"]


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, "now"),
        (None, date(2026, 6, 30), "no longer (to 2026-06-30)"),
        (date(2026, 7, 2), None, "not yet (from 2026-07-02)"),
        (TODAY, date(2026, 6, 30), "never"),
    ],
)
def test_days_say_whether_a_version_holds(since, until, words):
    told = shown.days(held(since=since, until=until), TODAY, "en")
    assert told.removesuffix(" (replaced on the day it came)") == words


def test_versions_are_escaped_and_only_the_one_that_holds_is_open():
    old = held(1, until=date(2026, 6, 30))
    told = shown.versions([held(2, title="<b>"), old], {2: "<script>", 1: "old"}, TODAY, "zh")
    assert told.count(" open>") == 1
    assert "<script>" not in told
    assert "&lt;script&gt;" in told
    assert "版本 1" in told


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_names_what_was_skipped_and_why(language):
    skip = Skipped(source="a.pdf", reason="encrypted", values={"file": "a.pdf"}, detail="")
    told = shown.report(Report(added=1, unchanged=0, removed=0, skipped=(skip,)), language)
    assert "a.pdf" in told
    assert {"en": "password", "zh": "密码"}[language] in told


def test_the_test_box_shows_what_speaks_for_a_passage():
    passage = Passage(
        id="0" * 24, text="## First\nAsk  for\nthe receipt.", title="Returns", heading="Steps",
        source="a.md", kind="procedure", field="", language="en", place=0,
    )  # fmt: skip
    looked = Looked([Candidate(7, "en", 0.31, 0.88, 0.25, 0.5, 0.435)], 0.87, True)
    (row,) = shown.found(looked, {7: passage}, 5, "en")
    assert row == [
        "1",
        "Returns › Steps",
        "First Ask for the receipt.",
        "0.435",
        "0.310",
        "0.250",
        "0.500",
        "0.880",
    ]
    assert "87%" in shown.verdict(looked, "en")
    assert "没有合适" in shown.verdict(Looked([], 0.1, False), "zh")
