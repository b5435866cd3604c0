"""What the chart sends when somebody points at it, and what is offered then; anybody may send
anything."""

import pytest

from tools.pointing import Pointed
from ui.page.pointing import Sent, menu, read


def test_a_click_a_chosen_question_and_a_bar_that_was_dragged():
    assert read('{"task": "paint", "other": null, "ask": null, "number": 1}') == Sent(
        Pointed("paint"), False, 1
    )
    assert read('{"task": "paint", "ask": "longer", "number": 2}') == Sent(
        Pointed("paint", None, "longer"), True, 2
    )
    assert read('{"task": "焊接", "other": "paint"}') == Sent(Pointed("焊接", "paint"), True, 0)


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
        '{"task": "a", "ask": "drop tables"}',
        '{"task": "a", "ask": ["why"]}',
        "{" * 99,
    ],
)
def test_anything_else_means_nothing(text):
    assert read(text) is None


def test_questions_are_a_menu_in_which_names_stay_text():
    shown = menu("<b>", {"why": "Why <i>?", "dropped": "What if not?"}, 3, "en")
    assert shown.count('role="menuitem"') == 2
    assert "Questions about “&lt;b&gt;”" in shown
    assert "Why &lt;i&gt;?" in shown
    assert 'data-number="3"' in shown
