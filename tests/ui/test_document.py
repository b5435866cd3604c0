"""A document is shown with its headings and lists, and nothing in it becomes markup of its own."""

from standin import ATTACK

from ui.document import document

TEXT = """# Handling a *damaged* parcel

Before **anything** else:
look at it.

- Photo
- Report

## Steps
4. Clerk (15 minutes)
5. Manager
"""


def test_headings_lists_and_bold_words_are_shown_as_such():
    assert document(TEXT) == (
        "<h3>Handling a *damaged* parcel</h3>"
        "<p>Before <b>anything</b> else:\nlook at it.</p>"
        "<ul><li>Photo</li><li>Report</li></ul>"
        "<h4>Steps</h4>"
        '<ol><li value="4">Clerk (15 minutes)</li><li value="5">Manager</li></ol>'
    )


def test_what_was_found_is_marked_line_by_line_without_the_signs():
    found = "look at it.\n\n- Photo\n- Rep"
    first = TEXT.index(found)
    shown = document(TEXT, first, first + len(found))
    assert "else:\n<mark>look at it.</mark></p>" in shown
    assert "<li><mark>Photo</mark></li><li><mark>Rep</mark>ort</li>" in shown
    assert shown.count("<mark>") == 3


def test_all_letters_stay_and_nothing_is_markup():
    for text in (
        ATTACK,
        f"# {ATTACK}",
        f"- {ATTACK}",
        f"1. **{ATTACK}**",
        "a ** b ** c",
        "![p](x)",
    ):
        shown = document(text, 2, 9)
        assert "<img" not in shown
        assert "<script" not in shown
        assert "<a" not in shown
    assert document("a ** b ** c") == "<p>a ** b ** c</p>"
    assert document("#tag, 3.5 kg\n-5 degrees") == "<p>#tag, 3.5 kg\n-5 degrees</p>"
