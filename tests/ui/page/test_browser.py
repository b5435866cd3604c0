"""The page in a real browser, around the scripted assistant."""

import re
from urllib.parse import urlsplit

import pytest
from standin import Scripted, serving
from visiting import Visit, expect, overflowing

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]


def test_a_question_is_answered_with_folded_tool_steps_and_a_chart(visit, scripted):
    seen = visit().open()
    page = seen.page
    scripted.go_on.clear()
    seen.ask("plan")
    expect(page.get_by_text("Reading the tasks …")).to_be_visible()
    expect(seen.box).to_have_value("")
    scripted.go_on.set()
    expect(seen.chart).to_be_visible()
    result = page.get_by_text("What came back")
    expect(result).to_be_hidden()
    page.locator("#chat .thought-group [role=button]").first.click()
    expect(result).to_be_visible()
    expect(page.get_by_text("1 h 30 min", exact=True).first).to_be_visible()


HIDDEN = (
    ".shelf, #shelf-sure, #halt, #again, #mend, #leave, #accept, #undo, #redo, #notice, #hint, "
    ".steer, #sources, #load, #aside, #verdict, #progress, #stop, #pointed, #taken, "
    "#elsewhere"
)


def test_what_there_is_no_use_for_yet_is_not_seen(visit):
    seen = visit().open()
    expect(seen.page.get_by_text("No plan yet")).to_be_visible()
    expect(seen.page.locator(HIDDEN).locator("visible=true")).to_have_count(0)


def test_an_edited_cell_is_planned_at_once_and_the_chart_follows(visit, scripted):
    seen = visit().open().planned()
    turns = len(scripted.turns)
    expect(seen.page.locator("#verdict")).to_contain_text("after 1 h 30 min")
    seen.write(0, 1, "1h30")
    expect(seen.page.locator("#verdict")).to_contain_text("after 2 h 30 min")
    assert scripted.replanned[-1].by_name["Inspect"].duration == 90
    assert len(scripted.turns) == turns


def test_an_edit_does_not_wait_for_somebody_elses_turn(visit, scripted):
    editing, asking = visit().open().planned(), visit().open()
    scripted.go_on.clear()
    try:
        asking.ask("plan")
        expect(asking.page.get_by_text("Reading the tasks …")).to_be_visible()
        editing.write(0, 1, "1h30")
        expect(editing.page.locator("#verdict")).to_contain_text("after 2 h 30 min")
    finally:
        scripted.go_on.set()
    expect(asking.chart).to_be_visible()


def test_an_invalid_edit_says_what_would_be_right_and_keeps_what_was_typed(visit, scripted):
    seen = visit().open().planned()
    before = len(scripted.replanned)
    seen.write(0, 1, "soon")
    expect(seen.page.locator("#notice")).to_contain_text("“soon” is not a time")
    expect(seen.cell(0, 1)).to_contain_text("soon")
    expect(seen.page.locator("#verdict")).to_contain_text("after 1 h 30 min")
    assert len(scripted.replanned) == before
    seen.write(0, 1, "45")
    expect(seen.page.locator("#verdict")).to_contain_text("after 1 h 45 min")
    expect(seen.page.locator("#notice")).to_be_hidden()


def test_a_renamed_task_is_renamed_in_the_rows_that_wait_for_it(visit):
    seen = visit().open().planned()
    seen.write(0, 0, "Check")
    expect(seen.cell(1, 4)).to_contain_text("Check")
    expect(seen.page.locator("#notice")).to_be_hidden()


def test_capacity_is_edited_and_a_task_is_added_by_hand(visit, scripted):
    seen = visit().open().planned()
    seen.write(1, 1, "5", table="pools")
    expect(seen.cell(1, 1, "pools")).to_contain_text("5")
    seen.page.locator("#add").click()
    seen.write(3, 0, "Sweep")
    expect(seen.page.locator("#notice")).to_contain_text("no duration yet")
    seen.write(3, 1, "20")
    expect(seen.page.locator("#chart")).to_contain_text("Sweep")
    assert scripted.replanned[-1].capacity["people"] == 5


def test_a_task_is_deleted_with_its_row(visit, scripted):
    seen = visit().open().planned()
    bars = seen.page.locator("#chart .bars .point")
    expect(bars).to_have_count(3)
    seen.cell(2, 0).click(button="right")
    seen.page.get_by_role("menuitem", name="Delete this row").click()
    expect(bars).to_have_count(2)
    assert "Call the customer" not in scripted.replanned[-1].by_name


def test_a_plan_can_be_written_without_any_chat(visit):
    seen = visit().open()
    seen.write(0, 0, "Sweep")
    seen.write(0, 1, "20")
    expect(seen.page.locator("#chart")).to_contain_text("Sweep")


def test_a_citation_opens_the_whole_document_as_text(visit):
    seen = visit().open().planned()
    document = seen.page.locator("#sources .document")
    expect(document).to_be_hidden()
    seen.page.locator("#sources summary").click()
    expect(document).to_contain_text("Before.")
    expect(document).to_contain_text("onerror=")
    expect(document.locator("mark")).to_contain_text("Take a photo first.")
    expect(document.locator("img, script")).to_have_count(0)


def test_the_conversation_survives_a_reload_and_a_change_of_language(visit):
    seen = visit().open().planned()
    seen.page.reload()
    expect(seen.page.locator("#chat")).to_contain_text("plan with document")
    expect(seen.chart).to_be_visible()
    seen.page.locator("a[hreflang]").click()
    expect(seen.page).to_have_url(re.compile("/zh/$"))
    expect(seen.page.locator("#chat")).to_contain_text("plan with document")
    expect(seen.page.locator("#verdict")).to_contain_text("最优")
    expect(seen.page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_a_new_conversation_is_empty_and_stays_so(visit):
    seen = visit().open().planned()
    seen.page.locator("#fresh").click()
    expect(seen.page.get_by_text("No plan yet")).to_be_visible()
    expect(seen.page.locator("#chat")).not_to_contain_text("plan with document")
    seen.page.reload()
    expect(seen.page.get_by_text("What needs doing?")).to_be_visible()
    expect(seen.page.locator("#chat")).not_to_contain_text("plan with document")


def test_who_listens_hears_names_in_the_language_of_the_page(visit):
    seen = visit().open("zh").planned()
    seen.cell(0, 0).click()
    expect(seen.page.locator("#chat [aria-label^='您: plan']")).not_to_have_count(0)
    expect(seen.page.locator("#tasks [aria-label='选中整行']")).not_to_have_count(0)
    english = "[aria-label*='message'], [aria-label^='Select'], [aria-label^='Empty'], [title=copy]"
    expect(seen.page.locator(english)).to_have_count(0)


def test_two_people_do_not_see_each_other(visit):
    visit().open().planned()
    other = visit().open()
    expect(other.page.get_by_text("What needs doing?")).to_be_visible()
    expect(other.chart).to_have_count(0)


def test_a_what_if_is_drawn_beside_the_plan(visit):
    seen = visit().open()
    seen.ask("plan what if")
    expect(seen.page.locator(".compare")).to_contain_text("one task moves")
    expect(seen.page.locator("#chart")).to_contain_text("15 min later")
    seen.shot("en-light-wide-compare")


def test_a_sample_question_is_asked_by_a_click(visit, scripted):
    seen = visit(timezone_id="Asia/Shanghai").open()
    seen.page.locator("#chat .example").first.click()
    expect(seen.chart).to_be_visible()
    assert scripted.turns[-1].startswith("Welding needs 10 people")
    assert scripted.asked_by[-1].time_zone == "Asia/Shanghai"  # whose clock "tomorrow" is on


@pytest.mark.parametrize(("text", "hint"), [("   ", "message is empty"), ("x" * 4001, "4,001")])
def test_an_unfit_message_gets_a_hint_and_no_turn(visit, scripted, text, hint):
    seen = visit().open()
    turns = len(scripted.turns)
    seen.box.fill(text)
    seen.box.press("Enter")
    expect(seen.page.locator("#hint")).to_contain_text(hint)
    expect(seen.box).to_have_value(text)
    assert len(scripted.turns) == turns


def test_a_turn_that_breaks_ends_in_one_calm_sentence(visit):
    seen = visit().open()
    seen.ask("break")
    expect(seen.page.locator("#chat")).to_contain_text("report this reference")
    expect(seen.page.locator("#chat")).not_to_contain_text("scripted")


def test_while_the_model_loads_a_banner_says_so_and_edits_work(browser):
    slow = Scripted(ready=False)
    with serving(slow) as address:
        seen = Visit(browser, address).open()
        banner = seen.page.get_by_text("still loading")
        expect(banner).to_be_visible()
        seen.write(0, 0, "Sweep")
        seen.write(0, 1, "20")
        expect(seen.page.locator("#chart")).to_contain_text("Sweep")
        slow.ready = True
        expect(banner).to_be_hidden()
        seen.close()


def test_a_plan_is_uploaded(visit, plan_file):
    seen = visit().open()
    seen.upload(plan_file)
    expect(seen.page.locator("#chart")).to_contain_text("Inspect")


def test_a_corrupt_file_is_refused_in_a_sentence(visit, tmp_path):
    broken = tmp_path / "plan.json"
    broken.write_bytes(b"\xff\xfe{{{")
    seen = visit().open()
    seen.upload(broken)
    expect(seen.page.locator("#notice")).to_contain_text("plan")
    expect(seen.page.get_by_text("No plan yet")).to_be_visible()


@pytest.mark.parametrize(("language", "words"), [("en", "larger than 10 MB"), ("zh", "无法上传")])
def test_a_file_that_is_too_large_is_refused_in_the_language_of_the_page(
    visit, tmp_path, language, words
):
    large = tmp_path / "plan.json"
    large.write_bytes(b" " * (11 * 1024 * 1024))
    seen = visit().open(language).upload(large)
    toast = seen.page.locator("[data-testid=toast-text]")
    expect(toast).to_contain_text(words)
    expect(toast).to_contain_text("plan.json")


@pytest.mark.parametrize(("language", "words"), [("en", "cannot be uploaded"), ("zh", "不能上传")])
def test_a_file_of_a_kind_that_is_not_taken_is_refused_in_the_language_of_the_page(
    visit, tmp_path, language, words
):
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"no picture")
    seen = visit().open(language).upload(photo)
    toast = seen.page.locator("[data-testid=toast-text]")
    expect(toast).to_contain_text(words)
    expect(toast).to_contain_text("photo.png")
    expect(toast).to_contain_text(".csv")


def test_no_request_leaves_the_machine_and_the_console_is_clean(visit):
    seen = visit()
    requests = seen.requests()
    seen.open().planned()
    seen.page.locator("a[hreflang]").click()
    expect(seen.page.locator("#verdict")).to_contain_text("最优")
    hosts = {
        urlsplit(url).hostname
        for url in requests
        if urlsplit(url).scheme in ("http", "https", "ws", "wss")
    }
    assert hosts == {"127.0.0.1"}
    assert seen.complaints == []


# Each two of language, scheme and width meet once.
LOOKS = [
    ("en", "light", 1360),
    ("en", "dark", 360),
    ("zh", "light", 360),
    ("zh", "dark", 1360),
]


@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_it_fits_and_follows_the_theme(visit, language, scheme, width):
    seen = visit(color_scheme=scheme, viewport={"width": width, "height": 820}).open(language)
    seen.shot(f"{language}-{scheme}-{width}-empty")
    seen.planned().shot(f"{language}-{scheme}-{width}-plan")
    assert overflowing(seen.page) == []
    assert luminance(seen, "document.body", "backgroundColor") < 60 or scheme == "light"
    text = luminance(seen, "document.querySelector('#chart .ytick text')", "fill")
    assert text > 180 if scheme == "dark" else text < 80


def luminance(seen: Visit, element: str, style: str) -> float:
    colour = seen.page.evaluate(f"getComputedStyle({element}).{style}")
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
