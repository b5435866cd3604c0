"""Everybody can use every page: axe-core finds no serious fault, the keyboard is enough, and
nothing sticks out of a window from 360 pixels to 4k."""

from collections.abc import Iterator

import pytest
from letters import LetterEmbedder
from standin import Scripted
from visiting import Visit, expect, faults, overflowing

from knowledge.library import Library
from knowledge.passage import Document
from ui.pages import PAGES

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

BADGE = Document(
    source="docs/badge.md",
    title="Lost badge",
    text="A lost badge is blocked at once by the front desk.",
    language="en",
)


@pytest.fixture(scope="module", autouse=True)
def library(scripted: Scripted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """So that the knowledge page has something to show."""
    with Library(tmp_path_factory.mktemp("knowledge"), LetterEmbedder()) as scripted.library:
        scripted.library.add([BADGE])
        yield
    del scripted.library


def filled(seen: Visit, path: str) -> None:
    """Whatever the page at `path` can show without a language model is on the screen."""
    page = seen.page
    expect(page.locator("main nav")).to_be_visible()
    if path == "knowledge":
        expect(page.locator("#documents")).to_contain_text("Lost badge")
        seen.cell(0, 0, "documents").click()
        expect(page.locator("#preview details")).to_have_count(1)
    if path == "replies":
        page.locator("#tickets button").first.click()
        expect(page.locator("#ticket-table textarea")).to_be_visible()
        page.locator("#suggest").click()
        expect(page.get_by_test_id("toast-body")).to_be_visible()


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("zh", "dark")])
def test_axe_finds_no_serious_fault_on_any_page(visit, language, scheme):
    seen = visit(color_scheme=scheme).open(language)
    found = {"empty": faults(seen.page)}
    seen.planned()
    seen.page.locator("#history").click()
    expect(seen.page.locator("#shelf-list label").first).to_be_visible()
    seen.shot(f"{language}-{scheme}-1360-all")
    found["planned"] = faults(seen.page)
    for page in PAGES:
        if page.path:
            seen.page.goto(f"{seen.site}{page.address(language)}")
            filled(seen, page.path)
            seen.shot(f"{language}-{scheme}-1360-{page.path}")
            found[page.path] = faults(seen.page)
    assert not (told := [f"{where}: {each}" for where in found for each in found[where]]), (
        "\n".join(told)
    )


WIDTHS = (360, 768, 1920, 3840)


def test_no_page_scrolls_sideways(visit):
    seen = visit().open("zh").planned()
    seen.page.locator("#history").click()
    expect(seen.page.locator("#shelf-list label").first).to_be_visible()
    wide = sticking_out(seen, "shelf")
    for page in PAGES:
        seen.page.goto(f"{seen.site}{page.address('zh')}")
        filled(seen, page.path)
        wide |= sticking_out(seen, page.path)
    assert not {where: each for where, each in wide.items() if each}


def sticking_out(seen: Visit, name: str) -> dict[str, list[str]]:
    found = {}
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.shot(f"zh-light-{width}-{name or 'desk'}")
        found[f"{name} {width}"] = overflowing(seen.page)
    return found


def test_the_keyboard_is_enough_to_plan_ask_and_take_away(visit):
    seen = visit().open()
    page = seen.page
    expect(seen.box).to_be_focused()
    page.keyboard.type("plan by keyboard")
    page.keyboard.press("Enter")
    expect(seen.chart).to_be_visible()
    expect(page.locator("#again")).to_be_visible()
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("(document.activeElement.closest('[id]') || document.body).id")
        )
    assert {"again", "mend", "history", "fresh", "goal", "add"} <= set(reached)
    assert page.evaluate(
        "[...document.querySelectorAll('[tabindex]')].every(each => each.tabIndex <= 0)"
    )
