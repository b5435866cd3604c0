"""The page of templates in a real browser."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from hashing import Hashing
from visiting import expect, overflowing

from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.replies.desk import Desk

pytestmark = pytest.mark.browser
WHOLE = """name => {
    const table = document.querySelector('#templates').getBoundingClientRect();
    const heads = [...document.querySelectorAll('#templates .header-cell')];
    const cell = heads.find(each => each.innerText.trim() === name).getBoundingClientRect();
    return cell.right <= table.right;
}"""


def test_the_columns_that_tell_templates_apart_are_seen_at_once(visit, scripted, monkeypatch):
    desk = Desk(Templates(None, built_in(("retail",))), Feedback(None), Hashing(), examples=[])
    monkeypatch.setattr(scripted, "desk", desk)
    seen = visit(viewport={"width": 1440, "height": 900})
    seen.page.goto(f"{seen.site}/en/templates/")
    expect(seen.cell(0, 2, "templates")).to_contain_text("offered")
    assert [
        head
        for head in ("Title", "Customer wants", "State", "Language", "Industry", "Offered to")
        if not seen.page.evaluate(WHOLE, head)
    ] == []
    assert overflowing(seen.page) == []
    seen.shot("en-light-1440-templates")
