"""Who does a task instead of whom."""

import pytest

from tools.prose.either import either, ways
from tools.prose.records import Row, Said


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("deploy, 30 min, Tom or Lena", [("Tom", "Lena")]),
        ("部署30分钟，Tom或者Lena", [("Tom", "Lena")]),
        ("deploy, 30 min, Tom and Lena", []),
        ("deploy, 30 min, Lena, Tom", []),
    ],
)
def test_or_between_two_names_is_another_way(words, pairs):
    row = Row("deploy", 0, 6)
    row.persons = {"Tom", "Lena"}
    row.held = {name: Said(1, name) for name in ("Tom", "Lena", "laptop")}
    assert list(either(words, row)) == pairs


def test_each_way_needs_one_of_them_and_all_the_rest():
    kept, others = ways({"Tom": 1, "Lena": 1, "van": 1}, [("Tom", "Lena")])
    assert (kept, others) == ({"Tom": 1, "van": 1}, [{"Lena": 1, "van": 1}])
