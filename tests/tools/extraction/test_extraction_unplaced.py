"""Times that the network gives to no task."""

import pytest

from tools.extraction.unplaced import appoint, place
from tools.prose.limits import limits
from tools.prose.records import Row
from tools.prose.rows import read_rows


def rows_of(text: str, *names: str) -> list[Row]:
    return [Row(name, text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pack 1 h, load 2 h. Deadline for loading: tomorrow 5 pm.", [[], ["deadline"]]),
        ("Pack 1 h, load 2 h. Packing has to be finished before 13:00.", [["deadline"], []]),
        ("Pack 1 h, load 2 h. Everything by Friday 12:00.", [[], []]),
        ("By tomorrow noon at the latest: Pack 1 h, load 2 h.", [["deadline"], ["deadline"]]),
        ("Pack 1 h, load 2 h. Packing and loading by Friday 12:00.", [[], []]),
    ],
)
def test_a_deadline_in_a_sentence_about_one_task_is_that_ones(text, kinds):
    rows = rows_of(text, "Pack", "load")
    place(rows, text.lower(), limits(text))
    assert [list(row.limits) for row in rows] == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Board meeting at 14:00, 90 minutes. Minutes taken 1 hour.", ["14:00", None]),
        ("Board meeting (90 min) at 3 pm with two people. Minutes taken 1 h", ["3 pm", None]),
        ("Board meeting 1 h. We open at 9:00. Minutes taken 1 hour, by 15:00", [None, None]),
    ],
)
def test_a_task_starts_when_it_is_said_right_behind_its_name(text, words):
    """“Kick-off call at 10:00 for 30 minutes” was planned at any time."""
    rows = rows_of(text, "Board meeting", "Minutes taken")
    appoint(rows, read_rows(text).words)
    found = [row.limits.get("fixed") for row in rows]
    assert [each and each.words for each in found] == words
