"""The conversation in a real browser: list, retry, change, suggestions, reload, downloads."""

import json

import pytest
from standin import plan, problem
from visiting import expect, waited

from agent.steps import Snapshot
from tools.person import EVERYONE, Person

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]


def test_conversations_are_listed_searched_renamed_opened_and_deleted(visit):
    seen = visit().open().planned()
    page = seen.page
    page.locator("#fresh").click()
    expect(page.get_by_text("No plan yet")).to_be_visible()
    seen.ask("plan the stocktake")
    expect(seen.chart).to_be_visible()
    page.locator("#history").click()
    # The chart makes room for the list.
    page.wait_for_function(
        """() => { const chart = document.querySelector('#chart');
                   const svg = chart?.querySelector('.main-svg');
                   return document.querySelector('#shelf-list label') && svg
                       && svg.getBoundingClientRect().width <= chart.clientWidth + 1; }"""
    )
    listed = page.locator("#shelf-list label")
    mine = listed.filter(has_text="plan the stocktake")
    expect(mine.locator("input")).to_be_checked()
    expect(page.locator("#shelf-sure")).to_be_hidden()
    page.locator("#shelf-title textarea, #shelf-title input").fill("Stocktake")
    page.locator("#shelf-rename").click()
    expect(listed.filter(has_text="Stocktake")).to_have_count(1)
    seen.shot("en-light-1360-shelf")
    page.locator("#shelf-search textarea, #shelf-search input").fill("stocktake")
    expect(listed).to_have_count(1)
    page.locator("#shelf-search textarea, #shelf-search input").fill("plan with document")
    expect(listed.first).to_contain_text("plan with document")
    listed.first.click()
    expect(page.locator("#chat")).to_contain_text("plan with document")
    page.reload()
    expect(page.locator("#chat")).to_contain_text("plan with document")
    page.locator("#history").click()
    page.locator("#shelf-forget").click()
    page.locator("#shelf-sure").click()
    expect(page.get_by_text("No plan yet")).to_be_visible()
    expect(page.locator("#chat")).not_to_contain_text("plan with document")


def served(page, scripted, soon: int) -> None:
    """Have the last two turns been the same? The page shows nothing by which to tell them apart."""
    page.wait_for_timeout(min(soon, 20))
    assert scripted.turns[-2:] == ["plan once", "plan once"]


def test_an_answer_is_tried_again_its_question_changed_and_a_next_one_offered(visit, scripted):
    seen = visit().open()
    page = seen.page
    seen.ask("plan once")
    expect(page.locator("#again")).to_be_visible()
    page.locator("#again").click()
    expect(page.locator("#chat .user")).to_have_count(1)
    waited(lambda soon: served(page, scripted, soon))
    expect(page.locator("#again")).to_be_visible()
    page.locator("#mend").click()
    expect(seen.box).to_have_value("plan once")
    expect(page.locator("#hint")).to_contain_text("You are changing")
    page.locator("#leave").click()
    expect(seen.box).to_have_value("")
    page.locator("#mend").click()
    expect(seen.box).to_have_value("plan once")
    seen.ask("plan twice")
    expect(page.locator("#chat .user")).to_contain_text("plan twice")
    expect(page.locator("#chat .user")).to_have_count(1)
    expect(page.locator("#mend")).to_be_visible()
    seen.shot("en-light-1360-suggested")
    page.get_by_role("button", name="What helps most?").click()
    expect(page.locator("#chat .user").last).to_contain_text("What helps most?")


def test_a_page_loaded_anew_in_mid_answer_goes_on_where_the_turn_is(visit, scripted):
    seen = visit().open()
    page = seen.page
    place = page.get_by_text("2 messages are answered before yours …")
    scripted.go_on.clear()
    scripted.place = 2
    try:
        seen.ask("plan slowly")
        expect(place).to_be_visible()
        page.reload()
        expect(page.locator("#chat")).to_contain_text("plan slowly")
        expect(place).to_be_visible()
        expect(page.locator("#halt")).to_be_visible()
        # What another window said may come while an answer is awaited: one thing at a time.
        page.evaluate("document.querySelector('#again').classList.remove('hidden')")
        expect(page.locator("#again")).to_be_hidden()
        seen.shot("en-light-1360-place", whole=False)
    finally:
        scripted.place = 0
        scripted.go_on.set()
    expect(page.locator("#chat")).to_contain_text("The plan takes 1 h 30 min")
    expect(seen.chart).to_be_visible()
    expect(page.locator("#halt")).to_be_hidden()


def test_what_is_being_typed_is_not_lost_to_a_new_conversation(visit):
    seen = visit().open().planned()
    seen.box.fill("and then")
    seen.page.locator("#fresh").click()
    expect(seen.page.get_by_text("No plan yet")).to_be_visible()
    expect(seen.box).to_have_value("and then")


def test_a_message_that_is_being_changed_stays_in_its_own_conversation(visit):
    seen = visit().open()
    seen.ask("plan once")
    seen.page.locator("#mend").click()
    expect(seen.box).to_have_value("plan once")
    seen.page.locator("#fresh").click()
    expect(seen.box).to_have_value("")


def test_a_citation_in_the_answer_opens_its_passage(visit):
    seen = visit().open()
    page = seen.page
    page.set_viewport_size({"width": 1360, "height": 600})
    seen.ask("plan with document [1]")
    expect(page.locator("#sources summary")).to_have_count(1)
    page.locator('#chat .bot a[href*="#source-1"]').click()
    expect(page.locator("#source-1 .document")).to_be_visible()
    page.wait_for_function("document.querySelector('.talk').scrollTop > 0")
    seen.ask("and then?")  # the answer is seen, not only the source
    page.wait_for_function("document.querySelector('.talk').scrollTop === 0")
    expect(page.locator("#chat")).to_contain_text("You said: and then?")
    page.emulate_media(media="print")  # on paper is all that was said, and nothing to click
    expect(seen.box).to_be_hidden()
    expect(page.locator("#fresh")).to_be_hidden()
    seen.shot("en-light-1360-paper")
    assert page.evaluate(
        """[...document.querySelectorAll('#chat, #chat .bubble-wrap')].every(
            each => each.scrollHeight <= each.clientHeight + 1)"""
    )
    page.emulate_media(media="screen")


FILES = {
    "Problem and plan (JSON)": ("plan this.json", b"{"),
    "Plan (CSV)": ("plan this.csv", "\ufeffTask,Start".encode()),
    "Plan and tables (Excel)": ("plan this.xlsx", b"PK"),
    "Conversation (Markdown)": ("plan this.md", b"# plan this"),
    "Chart (PNG)": ("plan this.png", b"\x89PNG"),
}


def test_a_conversation_and_its_plan_are_taken_away_as_files(visit):
    seen = visit().open()
    seen.ask("plan this")
    expect(seen.chart).to_be_visible()
    expect(seen.page.locator("#again")).to_be_visible()
    for choice, (name, begins) in FILES.items():
        seen.page.locator("#taking input").click()
        with seen.page.expect_download() as started:
            seen.page.get_by_role("option", name=choice).click()
        assert started.value.suggested_filename == name
        assert started.value.path().read_bytes().startswith(begins)
    assert seen.complaints == []


def test_a_file_dropped_on_the_page_is_planned(visit, plan_file):
    seen = visit().open()
    data = seen.page.evaluate_handle(
        """text => { const data = new DataTransfer();
                     data.items.add(new File([text], "plan.json", {type: "application/json"}));
                     return data; }""",
        json.dumps(json.loads(plan_file.read_text(encoding="utf-8"))),
    )
    seen.page.dispatch_event("#chat", "drop", {"dataTransfer": data})
    expect(seen.page.locator("#chart")).to_contain_text("Inspect")


def test_the_chart_is_brought_nearer_and_back(visit):
    seen = visit().open().planned()
    ticks = seen.page.locator("#chart .xtick text")
    expect(ticks.first).to_contain_text("0 h")
    whole = ticks.all_text_contents()
    near = seen.page.get_by_role("button", name="Nearer")
    near.focus()
    seen.page.keyboard.press("Enter")
    expect(ticks.last).not_to_have_text(whole[-1])
    seen.page.get_by_role("button", name="Whole plan").click()
    expect(ticks.last).to_have_text(whole[-1])
    assert ticks.all_text_contents() == whole


def test_who_reads_what_somebody_else_planned_is_asked_for_nothing(visit, scripted):
    key, ann = "r" * 43, Person("ann", "Ann Lee")
    scripted.chats.note(key, ann, "hers")
    scripted.chats.share(key, ann, [EVERYONE])
    scripted.saved[key] = Snapshot(problem=problem(), schedule=plan(problem()))
    seen = visit()
    seen.page.goto(f"{seen.site}/en/?chat={key}")
    expect(seen.page.locator("#hint")).to_contain_text("a conversation of Ann Lee")
    expect(seen.chart).to_be_visible()
    offers = "#box, #upload, #add, #goal, #chat .placeholder, #chat .examples"
    expect(seen.page.locator(offers).locator("visible=true")).to_have_count(0)


def test_the_page_says_when_the_server_does_not_answer(visit):
    seen = visit().open()
    note = seen.page.locator("#offline")
    expect(note).to_be_hidden()
    seen.context.set_offline(True)
    expect(note).to_contain_text("does not answer")
    page = seen.page
    anew = page.locator("#anew")
    page.evaluate("document.querySelector('#anew').dataset.run = 'of another process'")
    seen.context.set_offline(False)
    expect(note).to_be_hidden()
    expect(anew).to_contain_text("was started anew")
    seen.shot("en-light-1360-anew", whole=False)
    seen.box.fill("half a sentence")
    anew.get_by_role("link").click()
    expect(anew).to_be_hidden()
    expect(seen.box).to_have_value("half a sentence")


def test_a_first_visit_looks_at_an_example_and_asks_about_it(visit):
    seen = visit().open("zh")
    seen.page.locator("#example").click()
    expect(seen.page.locator("#chart")).to_contain_text("盘点库存")
    expect(seen.page.locator("#chat .example")).to_have_count(3)
    seen.shot("zh-light-1360-example")
    seen.page.locator("#chat .example").first.click()
    expect(seen.page.locator("#chat .user")).to_contain_text("为什么")
