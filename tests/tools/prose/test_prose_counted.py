"""How many there are of what tasks hold, counted in a sentence beside them."""

import pytest

from tools.plan import PEOPLE
from tools.prose.counted import counted
from tools.prose.records import Row


@pytest.mark.parametrize(
    ("text", "nouns", "found"),
    [
        ("Thursday, two chairs, three dentists. Filling: 45 min", "chair, dentist", [2, 3]),
        ("Filling 2 h, 2 techs.\nwe are 3 techs, Hamid is not one of them", "tech", [3]),
        ("Filling 1 h. We've got 4 people today.", PEOPLE, [4]),
        ("Filling打扫1小时。阿姨两个，很能干。", "阿姨", [2]),
        ("Filling 1 h. Painting needs two chairs.", "chair", []),
        ("Filling with two chairs.", "chair", []),
        ("Filling 1 h, two chairs.", "chair", []),
        ("Filling 1 h. Every room has two chairs.", "chair", []),
    ],
)
def test_what_a_sentence_without_tasks_times_and_needs_counts(text, nouns, found):
    at = text.index("Filling")
    said = counted(text, [Row("Filling", at, at + 7)], nouns.split(", "))
    assert [each.value for each in said.values()] == found
