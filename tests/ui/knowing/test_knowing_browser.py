"""The knowledge page in a real browser, on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from letters import LetterEmbedder
from standin import ATTACK, Scripted
from visiting import Visit, expect, overflowing

from knowledge.library import Library
from knowledge.passage import Document

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

BADGE = Document(
    source="docs/badge.md",
    title=f"Lost badge {ATTACK}",
    text=f"A lost badge is blocked at once by the front desk. {ATTACK}",
    language="en",
    audience=("hr",),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "knowledge", LetterEmbedder()) as library:
        library.add([BADGE])
        yield library


@pytest.fixture
def seen(library: Library, scripted: Scripted, monkeypatch, visit) -> Visit:
    monkeypatch.setattr(scripted, "library", library, raising=False)
    return visit()


BROKEN = """() => [...document.querySelectorAll('#documents .header-cell')].flatMap(cell => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
    while (words.nextNode()) {
        const range = document.createRange(), text = words.currentNode.data;
        for (const word of text.matchAll(/\\S+/g)) {
            range.setStart(words.currentNode, word.index);
            range.setEnd(words.currentNode, word.index + word[0].length);
            if (range.getClientRects().length > 1) broken.push(word[0]);
        }
    }
    return broken;
})"""
"""Words of the headings that stand on more than one line."""


def test_no_heading_of_the_table_breaks_in_a_word(visit, scripted, monkeypatch, library):
    monkeypatch.setattr(scripted, "library", library, raising=False)
    seen = visit(viewport={"width": 1440, "height": 900})
    seen.page.goto(f"{seen.site}/en/knowledge/")
    expect(seen.page.locator("#documents")).to_contain_text("Lost badge")
    assert seen.page.evaluate(BROKEN) == []


def test_a_file_dropped_on_the_field_is_taken(seen):
    seen.page.goto(f"{seen.site}/en/knowledge/")
    expect(seen.page.locator("#documents")).to_contain_text("Lost badge")
    data = seen.page.evaluate_handle(
        """() => { const data = new DataTransfer();
                   data.items.add(new File(["# Parcel"], "parcel.md", {type: "text/markdown"}));
                   return data; }"""
    )
    seen.page.dispatch_event("#files button", "drop", {"dataTransfer": data})
    expect(seen.page.locator("#files")).to_contain_text("parcel")


def test_a_document_is_added_read_tried_replaced_and_retired(seen, library, tmp_path):
    page, report = seen.page, seen.page.locator("#report")
    done = page.locator("#done")
    page.goto(f"{seen.site}/en/knowledge/")
    expect(page.locator("#documents")).to_contain_text("Lost badge")

    parcel = tmp_path / "parcel.md"
    broken = tmp_path / "broken.pdf"
    broken.write_text("no pdf")
    for text in ("replaced within two days", "repaired within a week"):
        parcel.write_text(f"# Broken parcel\n\nA broken parcel is {text}.")
        page.locator("#files input[type=file]").set_input_files([parcel, broken])
        expect(page.locator("#files")).to_contain_text("parcel")
        page.locator("#add").click()
        expect(report).to_contain_text("1 added")
        expect(report).to_contain_text("broken.pdf is damaged")
        expect(page.locator("#files")).not_to_contain_text("parcel")
    expect(page.locator("#documents")).to_contain_text("Broken parcel")

    seen.cell(0, 0, "documents").click()
    expect(page.locator("#preview details")).to_have_count(2)
    expect(page.locator("#preview")).to_contain_text("repaired within a week")

    page.locator("#question textarea").fill("a broken parcel is repaired within a week")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#verdict")).to_contain_text("Something fits")
    expect(page.locator("#found")).to_contain_text("Broken parcel")
    seen.shot("knowledge.en")

    page.get_by_role("button", name="Retire from today").click()
    expect(done).to_contain_text("1 passage retired")
    assert library.search("broken parcel repaired") == []

    page.get_by_role("button", name="Erase with all versions").click()
    expect(done).to_contain_text("Tick")
    assert len(library.held("uploads/parcel.md")) == 2
    page.get_by_label("I am sure").check()
    page.get_by_role("button", name="Erase with all versions").click()
    expect(done).to_contain_text("2 passages erased")
    assert library.held("uploads/parcel.md") == []

    page.goto(f"{seen.site}/zh/knowledge/")
    seen.cell(0, 0, "documents").click()
    expect(page.locator("#preview details")).to_have_count(1)
    seen.shot("knowledge.zh")
    page.set_viewport_size({"width": 390, "height": 800})
    assert overflowing(page) == []
    assert page.evaluate("window.hacked") is None
