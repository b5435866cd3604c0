"""What the chart sends when somebody points at it; anybody may send anything."""

import pytest

from ui.page.pointing import read


def test_one_task_or_two():
    assert read('{"task": "paint", "other": null, "count": 1}') == ("paint", None)
    assert read('{"task": "焊接", "other": "paint"}') == ("焊接", "paint")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "paint",
        "[]",
        "null",
        "7",
        "{}",
        '{"task": 7}',
        '{"task": "a", "other": ["b"]}',
        "{" * 99,
    ],
)
def test_anything_else_means_nothing(text):
    assert read(text) is None
